"""One decision: everything the team said. The fields are the keys of the session file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from fwwizard.core.record import Record

FORMAT = 1

Step = Literal["project", "priorities", "fit", "checklist", "flags", "verdict"]
STEPS: tuple[Step, ...] = ("project", "priorities", "fit", "checklist", "flags", "verdict")

Knowledge = Literal["expert", "working", "learning", "open"]
"""How well the team knows a language; `open`: it does not, and would take it up."""

Experience = Literal["production", "tried"]
Verdict = Literal["accept", "concern", "rule-out"]
Severity = Literal["minor", "major"]
Status = Literal["proposed", "accepted", "superseded"]
Scalar = str | int | float | bool
Ranking = tuple[tuple[str, ...], ...]
"""Groups of factor ids, most important first; the members of a group are tied."""


@dataclass(frozen=True, slots=True)
class CatalogRef(Record):
    """Which catalog the session was made with."""

    version: str = ""
    digest: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Project(Record):
    """What the team is building and with whom."""

    current: str = ""
    """The framework that runs today; staying is a candidate."""
    languages: Mapping[str, Knowledge] = field(default_factory=dict)
    other_languages: Literal["exclude", "consider"] = "exclude"
    experience: Mapping[str, Experience] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    concurrent_users: int | None = None
    conditions: tuple[str, ...] = ()
    runtimes: Mapping[str, str] = field(default_factory=dict)
    """What the team must run on, by language or runtime id, as a version."""
    excluded: Mapping[str, str] = field(default_factory=dict)
    """Frameworks that the team leaves out, with the reason."""


@dataclass(frozen=True, slots=True)
class Priorities(Record):
    """The ranking of the factors; a factor in neither `ranking` nor `ignored` counts as ignored."""

    ranking: Ranking
    confirmed: bool = False
    """True once the person touched or accepted the ranking."""
    ignored: tuple[str, ...] = ()
    points: Mapping[str, float] | None = None
    """Swing points, 100 for the first, for every ranked factor."""


@dataclass(frozen=True, slots=True)
class MustLevel(Record):
    """A must with the lowest level that is good enough."""

    must: str


Wish = Literal["must", "want"] | MustLevel


@dataclass(frozen=True, slots=True)
class FlagVerdict(Record):
    """What the team says to one warning sign of one framework."""

    verdict: Verdict
    severity: Severity = "minor"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """What became of the verdict."""

    status: Status = "proposed"
    chosen: str = ""
    deciders: tuple[str, ...] = ()
    notes: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProofOfConcept(Record):
    """What the proof-of-concept plan needs to know."""

    start: date | None = None
    flows: tuple[str, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    """Who builds it, by framework."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """Acceptance numbers by their ids in the plan; unlike targets they never move a score."""


@dataclass(frozen=True, slots=True)
class Change(Record):
    """One line of the change log: what was changed when, and who led afterwards."""

    at: datetime
    edit: str
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Session(Record):
    """Everything the team said, immutable: every edit makes a new one."""

    format: int
    id: str
    name: str
    created: datetime
    updated: datetime
    step: Step
    priorities: Priorities
    catalog: CatalogRef = CatalogRef()
    project: Project = Project()
    checklist: Mapping[str, Wish] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    flags: Mapping[str, Mapping[str, FlagVerdict]] = field(default_factory=dict)
    """By framework, then by flag."""
    decision: Decision = Decision()
    poc: ProofOfConcept = ProofOfConcept()
    retired: Mapping[str, Scalar] = field(default_factory=dict)
    """Answers about ids that the accepted catalog lacks, by their former dotted path."""
    changes: tuple[Change, ...] = ()


def must_level(wish: Wish | None, default: str) -> str | None:
    """The lowest level that a must accepts, `default` where it names none; None for no must."""
    if isinstance(wish, MustLevel):
        return wish.must
    return default if wish == "must" else None
