"""The content of a decision record, in words and numbers, without any form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Labeled:
    """Something that the team said, under what it is about."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Driver:
    """A factor that the team ranked."""

    rank: int
    """Tied drivers share one."""
    factor: str
    name: str
    weight: float
    """Share of the whole, 0..1."""
    best: str
    """What the best means, in the words of the catalog."""


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate and where it stands."""

    framework: str
    name: str
    rank: int
    score: int
    """Points of 100."""
    band: str
    """What unknown facts allow, empty where nothing is unknown."""
    first: float | None
    """The share of the weightings in which it is first; None where no winner is told."""
    signs: str
    """Its raised warning signs and what the team said of them."""
    condition: str
    """What must be confirmed; empty for one that passes."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """Options that are out for one reason."""

    reason: str
    names: str
    """Who, each with the rank that it would have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one factor adds to the lead of the chosen option over its rival."""

    name: str
    points: float
    """With one digit; all of them sum to the shown lead."""
    about: str
    """The attribute that differs most in it."""
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Risk:
    """A warning sign and what the team made of it."""

    option: str
    sign: str
    state: str
    evidence: str
    verdict: str
    """In words, with the reason."""


@dataclass(frozen=True, slots=True)
class Number:
    """An acceptance number."""

    id: str
    name: str
    bound: str
    """`at least` or `at most`."""
    value: str
    """With its unit; empty while it is not agreed."""
    unit: str


@dataclass(frozen=True, slots=True)
class Source:
    """Something that facts of the record rest on."""

    number: int
    title: str
    address: str
    """Empty where it has none."""
    as_of: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What two options have in one matter, and what says so."""

    about: str
    ours: str
    theirs: str
    basis: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was chosen and why."""

    option: str
    """The name of what was chosen, or leads; empty where nothing can be."""
    verb: str
    """`Chosen option`, or what stands in for it."""
    because: str
    rival: str
    """The name of the option it is compared with, empty where there is none."""
    differences: tuple[Difference, ...]
    total: float
    """The lead in points; the sum of the differences."""
    sentences: tuple[str, ...]
    """How sure it is, and what else must be said beside the choice."""
    notes: str
    """What the team wrote."""
    good: tuple[str, ...]
    bad: tuple[str, ...]
    relax: tuple[Labeled, ...]
    """Where nothing passes: the nearest options and what they miss."""


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """Everything that a decision record says."""

    title: str
    status: str
    day: date
    """The day on which the answers were last changed, in UTC."""
    deciders: tuple[str, ...]
    review_on: date | None
    provisional: bool
    question: str
    context: tuple[Labeled, ...]
    drivers: tuple[Driver, ...]
    ignored: tuple[str, ...]
    wishes: tuple[Labeled, ...]
    options: tuple[Option, ...]
    shares_note: str
    """Of which weightings the shares are, empty where there are none."""
    excluded: tuple[Excluded, ...]
    outcome: Outcome
    risks: tuple[Risk, ...]
    """Of the chosen option."""
    other_risks: tuple[Risk, ...]
    """What the team said of signs of other options."""
    numbers: tuple[Number, ...]
    finalists: tuple[str, ...]
    """The names of those whom a proof of concept would try."""
    changes: tuple[str, ...]
    """What would change the outcome."""
    questions: tuple[str, ...]
    """What is worth finding out."""
    advice: tuple[Labeled, ...]
    """What applies, each with its source."""
    grounds: tuple[Ground, ...]
    notes: tuple[str, ...]
    """How to read the evidence."""
    sources: tuple[Source, ...]
    made_with: tuple[Labeled, ...]
    """Catalog, session and method, so that the record can be computed again."""
