"""The columns of the comparison table: everything that a catalog can say of all its frameworks alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from fwwizard.core.model import Attribute, Catalog
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Linear,
    Log,
    Needs,
)
from fwwizard.core.wording import capability_name, fact_name, readable

Kind = Literal["standing", "factor", "about", "claim", "fact", "attribute", "capability", "flag"]
"""What a column reads. Of `standing`, `factor` and `attribute` the session has a say."""

SESSION_KINDS: frozenset[Kind] = frozenset({"standing", "factor"})
"""The kinds that tell nothing without a session."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    """What of it is asked for, for example `score`, `fact.backing` or `capability.websockets`."""
    name: str
    group: str
    kind: Kind
    of: str
    """The id of what is read."""
    descending: bool = False
    """Whether the first sorting puts the greatest key at the top, because more is better there."""


STANDING = {"rank": "Rank", "score": "Score", "status": "In or out", "signs": "Raised signs"}
ABOUT = {
    "summary": "Summary",
    "categories": "Categories",
    "languages": "Languages",
    "runs_on": "Runs on",
    "builds_on": "Builds on",
    "license": "License",
    "version": "Version",
    "first_release": "First release",
    "strengths": "Strengths",
    "watchouts": "Watch out",
    "best_for": "Best for",
}
FALLBACK = ("rank", "score", "categories", "languages", "strengths", "best_for")
"""The columns shown first where the model names none."""

_WITHOUT_A_FACT = (CapabilityMean, Coverage, Figures, Needs, LanguageFit, ExperienceFit)


def columns_of(catalog: Catalog) -> tuple[Column, ...]:
    """Every column that the catalog has something for, group after group, each once."""
    found: dict[str, Column] = {}
    for column in _columns(catalog):
        found.setdefault(column.id, column)
    groups = list(dict.fromkeys(column.group for column in found.values()))
    return tuple(sorted(found.values(), key=lambda column: groups.index(column.group)))


def first_columns(catalog: Catalog) -> tuple[Column, ...]:
    """The columns that the model shows first, else a few that every catalog has."""
    by_id = {column.id: column for column in columns_of(catalog)}
    return tuple(by_id[one] for one in catalog.model.columns or FALLBACK if one in by_id)


def column_named(columns: Iterable[Column], given: str) -> Column | tuple[str, ...]:
    """The column of an id, of the part of it behind the dot, or of a name; else the ids it may mean.

    What the catalog knows goes before what articles say under the same name.

    Args:
        columns: what there is to choose from.
        given: what somebody typed.
    """
    every, wanted = list(columns), given.strip().casefold()
    facts = [c for c in every if c.kind != "claim"]
    for fits in (
        [c for c in every if c.id == wanted],
        # What an article says may have the name of a fact: the fact is meant, the claim has its whole id.
        *([c for c in among if c.of == wanted] for among in (facts, every)),
        *([c for c in among if c.name.casefold() == wanted] for among in (facts, every)),
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            return tuple(column.id for column in fits)
    near = get_close_matches(wanted, [c.of for c in every], n=3)
    return tuple(column.id for column in every if column.of in near)


def _columns(catalog: Catalog) -> Iterator[Column]:
    model = catalog.model
    for of, name in STANDING.items():
        yield Column(of, name, "In this session", "standing", of, of != "rank")
    for factor in model.factors:
        group = "Factors in this session, of 100"
        yield Column(f"factor.{factor.id}", factor.name, group, "factor", factor.id, True)
    for of, name in ABOUT.items():
        yield Column(of, name, "What it is", "about", of)
    topics = dict.fromkeys(claim.topic for f in catalog.frameworks for claim in f.claims)
    for topic in topics:
        name = readable(topic).capitalize()
        yield Column(f"claim.{topic}", name, "What the articles say", "claim", topic)
    for factor in model.factors:
        for attribute in (a for a in model.attributes if a.factor == factor.id):
            yield _of_attribute(attribute, factor.name)
    yield from _of_checklist(catalog)
    yield from _rest(catalog)
    for rule in model.flags:
        yield Column(f"flag.{rule.id}", rule.name, "Warning signs", "flag", rule.id)


def _of_attribute(attribute: Attribute, group: str) -> Column:
    if isinstance(attribute.value, _WITHOUT_A_FACT):
        return Column(f"attribute.{attribute.id}", attribute.title, group, "attribute", attribute.id, True)
    function = attribute.value
    more_is_better = not isinstance(function, Linear | Log | LearningCurve) or function.best > function.worst
    fact = attribute.fact_id
    return Column(f"fact.{fact}", attribute.title, group, "fact", fact, more_is_better)


def _of_checklist(catalog: Catalog) -> Iterator[Column]:
    for requirement in catalog.model.requirements:
        group = requirement.group or "Checklist"
        if requirement.capability:
            yield _of_capability(catalog, requirement.capability, group)
        elif requirement.fact:
            fact = requirement.fact
            yield Column(f"fact.{fact}", fact_name(catalog.model, fact), group, "fact", fact, True)


def _rest(catalog: Catalog) -> Iterator[Column]:
    """Facts and capabilities that no rule reads."""
    for capability in _ids(framework.capabilities for framework in catalog.frameworks):
        yield _of_capability(catalog, capability, "More capabilities")
    for fact in _ids(framework.facts for framework in catalog.frameworks):
        name = fact_name(catalog.model, fact)
        numbers = any(framework.fact(fact).number is not None for framework in catalog.frameworks)
        yield Column(f"fact.{fact}", name[:1].upper() + name[1:], "More facts", "fact", fact, numbers)


def _of_capability(catalog: Catalog, capability: str, group: str) -> Column:
    name = capability_name(catalog.model, capability)
    shown = name[:1].upper() + name[1:]
    return Column(f"capability.{capability}", shown, group, "capability", capability, True)


def _ids(of: Iterable[Iterable[str]]) -> list[str]:
    return sorted({one for some in of for one in some})
