"""Sessions that take some answers from one session and the rest from another."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from fwwizard.core.session import Decision, FlagVerdict, Project, ProofOfConcept, Session

Path = tuple[str, ...]
"""Where an answer stands in a session: `("checklist", "websockets")`, `("priorities",)`."""

PRIORITIES: Path = ("priorities",)
"""Ranking, ties, ignored factors, points and confirmation are one answer: none makes sense alone."""

V = TypeVar("V")


def mixed(a: Session, b: Session, taken: AbstractSet[Path]) -> Session:
    """Session A with the answers at the paths taken from B; with all that differ it answers as B does."""
    heads = {path[0] for path in taken}
    return replace(
        a,
        priorities=b.priorities if PRIORITIES in taken else a.priorities,
        project=_mixed_project(a.project, b.project, taken) if "project" in heads else a.project,
        checklist=_merged(a.checklist, b.checklist, taken, ("checklist",)),
        targets=_merged(a.targets, b.targets, taken, ("targets",)),
        flags=_mixed_flags(a, b, taken) if "flags" in heads else a.flags,
        decision=_mixed_decision(a.decision, b.decision, taken) if "decision" in heads else a.decision,
        poc=_mixed_plan(a.poc, b.poc, taken) if "poc" in heads else a.poc,
    )


def _mixed_project(a: Project, b: Project, taken: AbstractSet[Path]) -> Project:
    def pick(field: str) -> Project:
        return b if ("project", field) in taken else a

    return Project(
        current=pick("current").current,
        languages=_merged(a.languages, b.languages, taken, ("project", "languages")),
        other_languages=pick("other_languages").other_languages,
        experience=_merged(a.experience, b.experience, taken, ("project", "experience")),
        needs=_united(a.needs, b.needs, taken, ("project", "needs")),
        concurrent_users=pick("concurrent_users").concurrent_users,
        conditions=_united(a.conditions, b.conditions, taken, ("project", "conditions")),
        runtimes=_merged(a.runtimes, b.runtimes, taken, ("project", "runtimes")),
        excluded=_merged(a.excluded, b.excluded, taken, ("project", "excluded")),
    )


def _mixed_flags(a: Session, b: Session, taken: AbstractSet[Path]) -> dict[str, dict[str, FlagVerdict]]:
    found = {
        f: _merged(a.flags.get(f, {}), b.flags.get(f, {}), taken, ("flags", f))
        for f in dict.fromkeys([*a.flags, *b.flags])
    }
    return {framework: said for framework, said in found.items() if said}


def _mixed_decision(a: Decision, b: Decision, taken: AbstractSet[Path]) -> Decision:
    def pick(field: str) -> Decision:
        return b if ("decision", field) in taken else a

    return Decision(
        pick("status").status, pick("chosen").chosen, pick("deciders").deciders,
        pick("notes").notes, pick("review_on").review_on,
    )  # fmt: skip


def _mixed_plan(a: ProofOfConcept, b: ProofOfConcept, taken: AbstractSet[Path]) -> ProofOfConcept:
    def pick(field: str) -> ProofOfConcept:
        return b if ("poc", field) in taken else a

    return ProofOfConcept(
        pick("start").start, pick("flows").flows, pick("owners").owners, pick("numbers").numbers
    )


def _merged(a: Mapping[str, V], b: Mapping[str, V], taken: AbstractSet[Path], head: Path) -> dict[str, V]:
    found = {}
    for key in dict.fromkeys([*a, *b]):
        source = b if (*head, key) in taken else a
        if key in source:
            found[key] = source[key]
    return found


def _united(a: tuple[str, ...], b: tuple[str, ...], taken: AbstractSet[Path], head: Path) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys([*a, *b]) if key in (b if (*head, key) in taken else a))
