"""Which answers differ between two sessions, by their keys in the session file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fwwizard.core.dotted import joined
from fwwizard.core.session import MustLevel, Ranking, Session, Wish


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that two sessions give differently."""

    key: str
    """The dotted path in the session file."""
    mine: str
    """Empty where this session says nothing."""
    theirs: str


def differences(mine: Session, theirs: Session) -> tuple[Difference, ...]:
    """The answers that differ, in the order of the file; ids, times, step and log are no answers."""
    a, b = dict(_answers(mine)), dict(_answers(theirs))
    keys = dict.fromkeys([*a, *b])
    return tuple(
        Difference(key, a.get(key, ""), b.get(key, "")) for key in keys if a.get(key, "") != b.get(key, "")
    )


def _answers(session: Session) -> Iterator[tuple[str, str]]:
    """Every answer as text, by its dotted path."""
    yield "name", session.name
    yield from _table(("catalog",), {"version": session.catalog.version, "digest": session.catalog.digest})
    yield from _project(session)
    yield from _priorities(session)
    for requirement, wish in session.checklist.items():
        yield joined(("checklist", requirement)), _wish(wish)
    yield from _table(("targets",), session.targets)
    for framework, said in session.flags.items():
        for flag, v in said.items():
            severity = f", {v.severity}" if v.verdict == "concern" else ""
            reason = f": {v.reason}" if v.reason else ""
            yield joined(("flags", framework, flag)), f"{v.verdict}{severity}{reason}"
    decision, poc = session.decision, session.poc
    yield "decision.status", decision.status
    yield "decision.chosen", decision.chosen
    yield "decision.deciders", ", ".join(decision.deciders)
    yield "decision.notes", decision.notes
    yield "decision.review_on", str(decision.review_on or "")
    yield from _table(("poc",), {"start": poc.start or "", "flows": ", ".join(poc.flows)})
    yield from _table(("poc", "owners"), poc.owners)
    yield from _table(("retired",), session.retired)


def _project(session: Session) -> Iterator[tuple[str, str]]:
    project = session.project
    yield "project.current", project.current
    yield from _table(("project", "languages"), project.languages)
    yield "project.other_languages", project.other_languages
    yield from _table(("project", "experience"), project.experience)
    yield from _table(("project", "needs"), dict.fromkeys(project.needs, "yes"))
    users = project.concurrent_users
    yield "project.concurrent_users", "" if users is None else str(users)
    yield from _table(("project", "conditions"), dict.fromkeys(project.conditions, "yes"))
    yield from _table(("project", "runtimes"), project.runtimes)
    for framework, reason in project.excluded.items():
        yield joined(("project", "excluded", framework)), reason or "left out"


def _priorities(session: Session) -> Iterator[tuple[str, str]]:
    priorities = session.priorities
    yield "priorities.ranking", _ranking(priorities.ranking)
    yield "priorities.confirmed", "yes" if priorities.confirmed else "no"
    yield "priorities.ignored", ", ".join(sorted(priorities.ignored))
    yield from _table(("priorities", "points"), priorities.points or {})


def _ranking(ranking: Ranking) -> str:
    """`team > budget = fit`: what is tied stands beside `=`."""
    return " > ".join(" = ".join(sorted(group)) for group in ranking)


def _wish(wish: Wish) -> str:
    return f"must, at least {wish.must}" if isinstance(wish, MustLevel) else wish


def _table(path: tuple[str, ...], entries: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in entries.items():
        yield joined((*path, key)), str(value).removesuffix(".0") if isinstance(value, float) else str(value)
