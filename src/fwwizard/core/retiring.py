"""Takes answers about ids that a catalog lacks out of force, and keeps them under their dotted path.

| answer | its path among the retired | value |
|---|---|---|
| a ranked factor | `priorities.ranking.ID.place`, `….with` | its place from 1, and one it was tied with |
| an ignored factor, its points | `priorities.ignored.ID`, `priorities.points.ID` | true, the points |
| what runs today, what was chosen | `project.current.ID`, `decision.chosen.ID` | true |
| a need, a condition | `project.needs.ID`, `project.conditions.ID` | true |
| an entry of a table | its path, for example `targets.ID` | as it was |
| a wish | `checklist.ID`, or `checklist.ID.must` | the wish, or the level |
| a verdict on a flag | `flags.FRAMEWORK.FLAG.verdict`, `….severity`, `….reason` | as it was |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from fwwizard.core.checks import problems
from fwwizard.core.dotted import joined
from fwwizard.core.known_ids import KnownIds, known_ids
from fwwizard.core.model import Catalog
from fwwizard.core.session import FlagVerdict, MustLevel, Priorities, Project, Scalar, Session, Wish

Value = TypeVar("Value", bound=Scalar)
Put = dict[str, Scalar]
"""What is retired, by its dotted path; filled on the way."""


def retire(catalog: Catalog, session: Session) -> Session:
    """The session without answers that this catalog lacks the ids for; they stand under `retired`.

    What the catalog can use stays as it is. At least one ranked factor must be in the catalog.
    """
    known, put = known_ids(catalog), dict(session.retired)
    session = replace(
        session,
        priorities=_priorities(session.priorities, known, put),
        project=_project(session.project, known, put),
        targets=_table(("targets",), session.targets, known.attributes, put),
        flags=dict(_flags(session.flags, known, put)),
        decision=replace(
            session.decision,
            chosen=_one(("decision", "chosen"), session.decision.chosen, known.frameworks, put),
        ),
        poc=replace(
            session.poc,
            owners=_table(("poc", "owners"), session.poc.owners, known.frameworks, put),
            numbers=_table(("poc", "numbers"), session.poc.numbers, known.numbers, put),
        ),
    )
    checklist = dict(_checklist(catalog, session, known, put))
    return replace(session, checklist=checklist, retired=put)


def _project(project: Project, known: KnownIds, put: Put) -> Project:
    return replace(
        project,
        current=_one(("project", "current"), project.current, known.frameworks, put),
        languages=_table(("project", "languages"), project.languages, known.languages, put),
        experience=_table(("project", "experience"), project.experience, known.frameworks, put),
        needs=_list(("project", "needs"), project.needs, known.needs, put),
        conditions=_list(("project", "conditions"), project.conditions, known.conditions, put),
        runtimes=_table(("project", "runtimes"), project.runtimes, known.runtimes, put),
        excluded=_table(("project", "excluded"), project.excluded, known.frameworks, put),
    )


def _priorities(priorities: Priorities, known: KnownIds, put: Put) -> Priorities:
    for place, group in enumerate(priorities.ranking, start=1):
        for factor in (f for f in group if f not in known.factors):
            put[joined(("priorities", "ranking", factor, "place"))] = place
            put.pop(joined(("priorities", "ranking", factor, "with")), None)
            others = [other for other in group if other != factor]
            if others:
                # One that stays, if there is one: by it the group is found again.
                tied = next((other for other in others if other in known.factors), others[0])
                put[joined(("priorities", "ranking", factor, "with"))] = tied
    groups = (tuple(f for f in group if f in known.factors) for group in priorities.ranking)
    points = priorities.points
    if points is not None:
        left = _table(("priorities", "points"), points, known.factors, put)
        if any(left.values()):
            points = left
        else:
            put.update({joined(("priorities", "points", factor)): value for factor, value in left.items()})
            points = None
    return replace(
        priorities,
        ranking=tuple(group for group in groups if group),
        ignored=_list(("priorities", "ignored"), priorities.ignored, known.factors, put),
        points=points,
    )


def _checklist(catalog: Catalog, session: Session, known: KnownIds, put: Put) -> Iterator[tuple[str, Wish]]:
    strange = {problem.key for problem in problems(catalog, session) if problem.unknown_id}
    for requirement, wish in session.checklist.items():
        if requirement in known.requirements and f"checklist.{requirement}" not in strange:
            yield requirement, wish
            continue
        plain, leveled = joined(("checklist", requirement)), joined(("checklist", requirement, "must"))
        # What was retired before under this id is older.
        put.pop(plain, None)
        put.pop(leveled, None)
        if isinstance(wish, MustLevel):
            put[leveled] = wish.must
        else:
            put[plain] = wish


def _flags(
    flags: Mapping[str, Mapping[str, FlagVerdict]], known: KnownIds, put: Put
) -> Iterator[tuple[str, Mapping[str, FlagVerdict]]]:
    for framework, said in flags.items():
        kept = {}
        for flag, verdict in said.items():
            if framework in known.frameworks and flag in known.flags:
                kept[flag] = verdict
                continue
            path = ("flags", framework, flag)
            put[joined((*path, "verdict"))] = verdict.verdict
            put[joined((*path, "severity"))] = verdict.severity
            put[joined((*path, "reason"))] = verdict.reason
        if kept or (framework in known.frameworks and not said):
            yield framework, kept


def _one(path: tuple[str, ...], given: str, known: Sequence[str], put: Put) -> str:
    return next(iter(_list(path, (given,), known, put)), "") if given else ""


def _list(path: tuple[str, ...], given: Sequence[str], known: Sequence[str], put: Put) -> tuple[str, ...]:
    put.update({joined((*path, one)): True for one in given if one not in known})
    return tuple(one for one in given if one in known)


def _table(
    path: tuple[str, ...], given: Mapping[str, Value], known: Sequence[str], put: Put
) -> dict[str, Value]:
    put.update({joined((*path, key)): value for key, value in given.items() if key not in known})
    return {key: value for key, value in given.items() if key in known}
