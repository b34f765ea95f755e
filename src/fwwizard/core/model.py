"""The rules of the decision: how facts become values, what may be asked for, what warns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fwwizard.core.advice_rules import AdviceRule
from fwwizard.core.catalog import FigureSet, Framework, Level
from fwwizard.core.plan import Plan
from fwwizard.core.record import Record
from fwwizard.core.value_functions import CapabilityMean, Direct, ValueFunction


@dataclass(frozen=True, slots=True)
class Factor(Record):
    """One of the few objectives that the team ranks, asked as a swing from worst to best."""

    id: str
    name: str
    question: str = ""
    worst: str = ""
    best: str = ""


@dataclass(frozen=True, slots=True)
class Attribute(Record):
    """A measurable property under exactly one factor."""

    id: str
    factor: str
    value: ValueFunction
    share: float = 1.0
    """Share within the factor, at least 0; the shares of a factor are normalized."""
    name: str = ""
    unit: str = ""
    fact: str = ""
    """The fact that the value function reads; the attribute's own id where empty."""
    optional: bool = False
    """True: counts only when the team asks for it by a want, a must or a target."""
    help: str = ""
    own: bool = False
    """True when an overlay of the user added or changed it."""

    @property
    def fact_id(self) -> str:
        """The id of the fact that feeds the attribute."""
        return self.fact or self.id

    @property
    def title(self) -> str:
        """The name, or the id made readable where the catalog gives no name."""
        return self.name or self.id.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Requirement(Record):
    """An entry of the checklist. It reads exactly one of: a capability, a fact, an attribute."""

    id: str
    name: str
    group: str = ""
    help: str = ""
    capability: str = ""
    fact: str = ""
    levels: Mapping[str, float] = field(default_factory=dict)
    """For a fact: the value in [0, 1] of each of its words."""
    attribute: str = ""
    """An attribute with a value function over words: a must gates on it, a want doubles its share."""
    enough: str = ""
    """The level or word that a must takes when it names none (a capability: `ecosystem`)."""
    own: bool = False
    """True when an overlay of the user added or changed it."""


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """What a need is scored by: a capability, or a value function over a fact or figures."""

    capability: str = ""
    fact: str = ""
    value: ValueFunction = field(default_factory=Direct)


@dataclass(frozen=True, slots=True)
class Need(Record):
    """A statement about the project that the team ticks."""

    id: str
    name: str
    group: str = ""
    help: str = ""
    category: str = ""
    """The category of frameworks that the articles recommend for it."""
    evidence: tuple[Evidence, ...] = ()
    """Empty: membership of the category is all that is known, and scores."""
    own: bool = False
    """True when an overlay of the user added or changed it."""


@dataclass(frozen=True, slots=True)
class Category(Record):
    """A family of frameworks, as the articles group them."""

    id: str
    name: str
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Condition(Record):
    """A comparison of one fact with a threshold; exactly one of the comparisons is given."""

    fact: str
    below: float | None = None
    at_least: float | None = None
    older_than_days: int | None = None
    """For a fact that is a day: how long before the day of its observation it may lie."""
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagRule(Record):
    """A warning sign: what evidence raises it, what puts it on watch, and the sentence that says so.

    `raised` and `watch` are lists of groups: a group holds when all its conditions hold, and one
    group suffices. An unknown or stale fact makes a condition unknown, and with it the flag where
    the other conditions do not decide.
    """

    id: str
    name: str
    question: str = ""
    sentence: str = ""
    """What the evidence says; `{fact}` stands for a fact's value, `{fact.as_of}` for its month."""
    raised: tuple[tuple[Condition, ...], ...] = ()
    watch: tuple[tuple[Condition, ...], ...] = ()
    max_age_days: int = 400
    """Evidence observed longer than this before the catalog's day is stale."""
    inherits: bool = False
    """True: a worse state of a framework that this one builds on counts for it too."""
    own: bool = False
    """True when an overlay of the user added or changed it, its thresholds for example."""


@dataclass(frozen=True, slots=True)
class Named(Record):
    """An id with the words shown for it: a language, a project condition, a group."""

    id: str
    name: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Source(Record):
    """A source that many facts name by `ref:ID`."""

    id: str
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Model(Record):
    """Everything in `model.toml`."""

    format: int
    version: str
    factors: tuple[Factor, ...]
    attributes: tuple[Attribute, ...]
    as_of: date | None = None
    """The day that the catalog describes; staleness counts back from it."""
    title: str = ""
    capability_values: Mapping[Level, float] = field(
        default_factory=lambda: {"built-in": 1.0, "official": 0.9, "ecosystem": 0.6, "manual": 0.1}
    )
    capabilities: tuple[Named, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    needs: tuple[Need, ...] = ()
    categories: tuple[Category, ...] = ()
    flags: tuple[FlagRule, ...] = ()
    languages: tuple[Named, ...] = ()
    conditions: tuple[Named, ...] = ()
    sources: tuple[Source, ...] = ()
    columns: tuple[str, ...] = ()
    """The columns that the comparison table shows first, by their ids (see `columns.py`)."""


@dataclass(frozen=True, slots=True)
class Catalog(Record):
    """Facts and rules together; `digest` identifies the bytes that they were read from."""

    model: Model
    frameworks: tuple[Framework, ...]
    figures: tuple[FigureSet, ...] = ()
    digest: str = ""
    plan: Plan | None = None
    """The proof of concept that it proposes, if any."""
    advice: tuple[AdviceRule, ...] = ()

    def framework(self, framework_id: str) -> Framework | None:
        """The framework of that id, if the catalog has it."""
        return next((f for f in self.frameworks if f.id == framework_id), None)


def capabilities_of(attribute: Attribute) -> tuple[str, ...]:
    """The capabilities that an attribute reads; empty where it reads a fact or the session."""
    return attribute.value.capabilities if isinstance(attribute.value, CapabilityMean) else ()
