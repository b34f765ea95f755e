"""Brings retired answers back into force where a catalog has their ids again; see `retiring`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from fwwizard.core.checks import problems
from fwwizard.core.dotted import joined, split
from fwwizard.core.known_ids import KnownIds, known_ids
from fwwizard.core.model import Catalog
from fwwizard.core.session import (
    Experience,
    FlagVerdict,
    Knowledge,
    MustLevel,
    Project,
    ProofOfConcept,
    Scalar,
    Session,
    Severity,
    Verdict,
    Wish,
)

Path = tuple[str, ...]
Unit = Mapping[Path, Scalar]
"""The retired values that make up one answer, by their paths."""

Value = TypeVar("Value")
_KNOWLEDGE: tuple[Knowledge, ...] = get_args(Knowledge)
_EXPERIENCE: tuple[Experience, ...] = get_args(Experience)
_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_PLAIN_WISHES: tuple[Wish, ...] = ("must", "want")


class _UnfitError(Exception):
    """The answer has no place in the session or the catalog, or is none."""


def restore(catalog: Catalog, session: Session) -> Session:
    """The session with every retired answer in force that this catalog can use.

    What was said since about the same thing is newer and stays; the retired answer then stays
    retired, as does what no answer can be.
    """
    known, troubles = known_ids(catalog), set(problems(catalog, session))
    for unit in answers_among(session.retired):
        try:
            candidate = _answered(session, unit, known)
        except _UnfitError:
            continue
        rest = {key: value for key, value in candidate.retired.items() if split(key) not in unit}
        candidate = replace(candidate, retired=rest)
        if set(problems(catalog, candidate)) <= troubles:
            session = candidate
    return session


def answers_among(retired: Mapping[str, Scalar]) -> list[Unit]:
    """The answers that retired values make up: ranked factors first, by their place, then points."""
    units: dict[Path, dict[Path, Scalar]] = {}
    for key, value in retired.items():
        path = split(key)
        if path:
            units.setdefault(_name(path), {})[path] = value
    return sorted(units.values(), key=_turn)


def _name(path: Path) -> Path:
    """What the paths of one answer have in common."""
    match path:
        case ("priorities", "points", *_) | ("checklist", *_):
            return path[:2]  # points need each other: they come back together
        case ("priorities", "ranking", *_) | ("flags", *_):
            return path[:3]
    return path


def _turn(unit: Unit) -> tuple[int, int]:
    path = next(iter(unit))
    if path[:2] == ("priorities", "ranking"):
        place = unit.get((*path[:3], "place"))
        return 0, place if isinstance(place, int) else 0
    return (1, 0) if path[:2] == ("priorities", "points") else (2, 0)


def _answered(session: Session, unit: Unit, known: KnownIds) -> Session:
    """The session with one answer given."""
    path, value = next(iter(unit.items()))
    match path:
        case ("priorities", "ranking", factor, *_):
            return _ranked(session, factor, unit)
        case ("priorities", "points", *_):
            return _with_points(session, unit)
        case ("priorities", "ignored", factor) if factor in known.factors:
            ignored = _listed(session.priorities.ignored, factor)
            return replace(session, priorities=replace(session.priorities, ignored=ignored))
        case ("project", what, some_id):
            return replace(session, project=_in_project(session.project, what, some_id, value, known))
        case ("checklist", requirement, *_):
            return _wished(session, requirement, unit)
        case ("targets", attribute):
            return replace(session, targets=_entered(session.targets, attribute, _number(value)))
        case ("flags", framework, flag, _):
            return _judged(session, framework, flag, unit)
        case ("decision", "chosen", framework) if framework in known.frameworks:
            chosen = _free(session.decision.chosen, framework)
            return replace(session, decision=replace(session.decision, chosen=chosen))
        case ("poc", what, some_id):
            return replace(session, poc=_in_plan(session.poc, what, some_id, value))
    raise _UnfitError


def _ranked(session: Session, factor: str, unit: Unit) -> Session:
    priorities = session.priorities
    place = unit.get(("priorities", "ranking", factor, "place"))
    tied = unit.get(("priorities", "ranking", factor, "with"))
    ranked = {f for group in priorities.ranking for f in group}
    if not isinstance(place, int) or factor in ranked:
        raise _UnfitError
    groups = list(priorities.ranking)
    if tied in ranked:
        groups = [(*group, factor) if tied in group else group for group in groups]
    else:
        groups.insert(max(0, place - 1), (factor,))
    points, retired = priorities.points, dict(session.retired)
    if points is not None:
        points = {**points, factor: _number(retired.pop(joined(("priorities", "points", factor)), ""))}
    return replace(
        session, priorities=replace(priorities, ranking=tuple(groups), points=points), retired=retired
    )


def _with_points(session: Session, unit: Unit) -> Session:
    """Points come back together, once every ranked factor has some."""
    ranked = {factor for group in session.priorities.ranking for factor in group}
    points = {path[-1]: _number(value) for path, value in unit.items()}
    if session.priorities.points is not None or set(points) != ranked:
        raise _UnfitError
    return replace(session, priorities=replace(session.priorities, points=points))


def _in_project(project: Project, what: str, some_id: str, value: Scalar, known: KnownIds) -> Project:
    match what:
        case "current" if some_id in known.frameworks:
            return replace(project, current=_free(project.current, some_id))
        case "needs" if some_id in known.needs:
            return replace(project, needs=_listed(project.needs, some_id))
        case "conditions" if some_id in known.conditions:
            return replace(project, conditions=_listed(project.conditions, some_id))
        case "languages":
            knowledge = _entered(project.languages, some_id, _word(value, _KNOWLEDGE))
            return replace(project, languages=knowledge)
        case "experience":
            experience = _entered(project.experience, some_id, _word(value, _EXPERIENCE))
            return replace(project, experience=experience)
        case "runtimes":
            return replace(project, runtimes=_entered(project.runtimes, some_id, _text(value)))
        case "excluded":
            return replace(project, excluded=_entered(project.excluded, some_id, _text(value)))
    raise _UnfitError


def _in_plan(poc: ProofOfConcept, what: str, some_id: str, value: Scalar) -> ProofOfConcept:
    match what:
        case "owners":
            return replace(poc, owners=_entered(poc.owners, some_id, _text(value)))
        case "numbers":
            return replace(poc, numbers=_entered(poc.numbers, some_id, _number(value)))
    raise _UnfitError


def _wished(session: Session, requirement: str, unit: Unit) -> Session:
    plain = unit.get(("checklist", requirement))
    level = unit.get(("checklist", requirement, "must"))
    wish: Wish = _word(plain, _PLAIN_WISHES) if level is None else MustLevel(_text(level))
    return replace(session, checklist=_entered(session.checklist, requirement, wish))


def _judged(session: Session, framework: str, flag: str, unit: Unit) -> Session:
    def part(name: str) -> Scalar:
        return unit.get(("flags", framework, flag, name), "")

    verdict = FlagVerdict(
        _word(part("verdict"), _VERDICTS), _word(part("severity"), _SEVERITIES), _text(part("reason"))
    )
    said = _entered(session.flags.get(framework, {}), flag, verdict)
    return replace(session, flags={**session.flags, framework: said})


def _listed(members: tuple[str, ...], one: str) -> tuple[str, ...]:
    return members if one in members else (*members, one)


def _free(taken: str, wanted: str) -> str:
    """The wanted one, where nothing else was said since."""
    if taken:
        raise _UnfitError
    return wanted


def _entered(table: Mapping[str, Value], key: str, value: Value) -> dict[str, Value]:
    if key in table:
        raise _UnfitError
    return {**table, key: value}


def _word(value: Scalar | None, words: tuple[Value, ...]) -> Value:
    for word in words:
        if word == value:
            return word
    raise _UnfitError


def _text(value: Scalar) -> str:
    if not isinstance(value, str):
        raise _UnfitError
    return value


def _number(value: Scalar) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _UnfitError
    return float(value)
