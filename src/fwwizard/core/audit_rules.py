"""Whether the rules and figures of a catalog hold up: evidence used once, everything reachable, no orphan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fwwizard.core.catalog import LEVELS, FigureSet, Framework
from fwwizard.core.flags import facts_of
from fwwizard.core.gates import default_level
from fwwizard.core.model import Attribute, Catalog, Evidence, Model, Requirement, capabilities_of
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    Levels,
    Needs,
    ValueFunction,
)


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something that would not survive an argument."""

    place: str
    """The framework it is about, or `model`, or `figures/` and a set."""
    key: str
    """The dotted key in that file."""
    message: str


def one_use(model: Model) -> Iterator[Shortcoming]:
    """Evidence that two attributes score, or that a flag and an attribute both read; factors without any."""
    keys = Counter(key for attribute in model.attributes for key in _evidence_of(attribute))
    for key, count in keys.items():
        if count > 1:
            yield Shortcoming(
                "model", "attributes", f"{key} is scored by {count} attributes, and must be by one"
            )
    standing = {a.fact_id for a in model.attributes if reads_fact(a.value)}
    for flag in model.flags:
        for fact in facts_of(flag):
            if fact in standing:
                yield Shortcoming(
                    "model", f"flags.{flag.id}", f"reads {fact}, which an attribute scores already"
                )
    factors = {attribute.factor for attribute in model.attributes}
    for factor in model.factors:
        if factor.id not in factors:
            yield Shortcoming("model", f"factors.{factor.id}", "has no attribute")


def without_own(model: Model) -> Model:
    """The rules without those that the user's overlay added or changed."""
    return replace(
        model,
        attributes=tuple(a for a in model.attributes if not a.own),
        requirements=tuple(r for r in model.requirements if not r.own),
        needs=tuple(n for n in model.needs if not n.own),
        flags=tuple(f for f in model.flags if not f.own),
    )


def read_by_advice(catalog: Catalog) -> set[str]:
    """The ids of all facts and capabilities that some advice reads."""
    facts = [fact for rule in catalog.advice for group in rule.facts for fact in group]
    return {one for fact in facts for one in (fact.fact, fact.capability) if one}


def unread_conditions(catalog: Catalog) -> Iterator[Shortcoming]:
    """Conditions that a person may tick and that no advice reads; without any advice nobody expects it."""
    answers = [a for rule in catalog.advice for group in (*rule.answers, *rule.unless) for a in group]
    read = {condition for answer in answers for condition in answer.conditions}
    for condition in catalog.model.conditions if catalog.advice else ():
        if condition.id not in read:
            yield Shortcoming("model", f"conditions.{condition.id}", "is read by no advice")


def _evidence_of(attribute: Attribute) -> list[str]:
    if isinstance(attribute.value, CapabilityMean):
        return [f"capability {c}" for c in capabilities_of(attribute)]
    if isinstance(attribute.value, Figures):
        return [f"measure {attribute.value.measure}"]
    return [f"fact {attribute.fact_id}"] if reads_fact(attribute.value) else []


def reads_fact(function: ValueFunction) -> bool:
    """Whether a standing value function reads a fact; figures read one only where it is the team's."""
    others = CapabilityMean | Coverage | Needs | LanguageFit | ExperienceFit | Figures
    return not isinstance(function, others)


def unreachable(catalog: Catalog) -> Iterator[Shortcoming]:
    """Requirements that nobody meets, needs that nobody serves, categories and sources without use."""
    for requirement in catalog.model.requirements:
        if not any(_meets(f, requirement, catalog) for f in catalog.frameworks):
            message = "is met by no framework at the level that a must takes"
            yield Shortcoming("model", f"requirements.{requirement.id}", message)
    for need in catalog.model.needs:
        key = f"needs.{need.id}"
        for evidence in need.evidence:
            if not any(_serves(f, evidence, catalog) for f in catalog.frameworks):
                yield Shortcoming("model", key, f"reads {_named(evidence)}, which is known of no framework")
        if not need.evidence and not any(need.category in f.categories for f in catalog.frameworks):
            yield Shortcoming("model", key, "has neither evidence nor a category with members")
    yield from _orphans(catalog)


def _meets(framework: Framework, requirement: Requirement, catalog: Catalog) -> bool:
    enough = default_level(requirement)
    if requirement.capability:
        level = framework.capability(requirement.capability).level
        return level in LEVELS and LEVELS.index(level) <= LEVELS.index(enough)
    levels, fact_id = requirement.levels, requirement.fact
    for attribute in catalog.model.attributes:
        if attribute.id == requirement.attribute:
            if isinstance(attribute.value, Figures):
                return True
            fact_id = attribute.fact_id
            levels = attribute.value.levels if isinstance(attribute.value, Levels) else {}
    fact = framework.fact(fact_id)
    if not levels:
        return fact.known
    return levels.get(fact.word or "", -1.0) >= levels.get(enough, 0.0)


def _serves(framework: Framework, evidence: Evidence, catalog: Catalog) -> bool:
    if evidence.capability:
        return framework.capability(evidence.capability).level not in ("manual", "unknown")
    if isinstance(evidence.value, Figures):
        measure = evidence.value.measure
        return any(test.measure == measure for figures in catalog.figures for test in figures.tests)
    return framework.fact(evidence.fact).known


def _named(evidence: Evidence) -> str:
    if isinstance(evidence.value, Figures) and not (evidence.capability or evidence.fact):
        return f"figures of {evidence.value.measure}"
    return evidence.capability or evidence.fact


def _orphans(catalog: Catalog) -> Iterator[Shortcoming]:
    model = catalog.model
    members = {category for framework in catalog.frameworks for category in framework.categories}
    for category in model.categories:
        if category.id not in members:
            yield Shortcoming("model", f"categories.{category.id}", "has no framework")
    spoken = {language for framework in catalog.frameworks for language in framework.languages}
    for language in model.languages:
        if language.id not in spoken:
            yield Shortcoming("model", f"languages.{language.id}", "has no framework")
    named = set(_all_sources(catalog))
    for source in model.sources:
        if f"ref:{source.id}" not in named:
            yield Shortcoming("model", f"sources.{source.id}", "is named by nothing")


def _all_sources(catalog: Catalog) -> Iterator[str]:
    for framework in catalog.frameworks:
        yield from (fact.source for fact in framework.facts.values())
        yield from (capability.source for capability in framework.capabilities.values())
        yield from (claim.source for claim in framework.claims)
    yield from (category.source for category in catalog.model.categories)
    yield from (figures.source for figures in catalog.figures)
    yield from (rule.source for rule in catalog.advice)


def weak_figures(catalog: Catalog) -> Iterator[Shortcoming]:
    """Scored sets that do not state their conditions, and tests of a measure that nothing reads."""
    functions = [a.value for a in catalog.model.attributes]
    functions += [e.value for need in catalog.model.needs for e in need.evidence]
    read = {function.measure for function in functions if isinstance(function, Figures)}
    for figures in catalog.figures:
        place = f"figures/{figures.id}"
        if not figures.source:
            yield Shortcoming(place, "source", "names no source")
        for test in figures.tests:
            if test.measure and test.measure not in read:
                yield Shortcoming(place, f"tests.{test.id}", f"{test.measure} is read by nothing")
        if figures.scored:
            yield from _unstated(figures, place)


def _unstated(figures: FigureSet, place: str) -> Iterator[Shortcoming]:
    stated = {"tool": figures.tool, "hardware": figures.hardware, "run_date": figures.run_date}
    counted = [test for test in figures.tests if test.measure]
    for key, value in stated.items():
        if not value and counted:
            yield Shortcoming(place, key, "is not stated, and the set is scored")
    for test in counted:
        if test.keep_alive is None and not test.notes:
            message = "states neither keep_alive nor, in its notes, why not"
            yield Shortcoming(place, f"tests.{test.id}", message)
        if test.concurrency is None and not test.notes:
            message = "states neither concurrency nor, in its notes, how it was chosen"
            yield Shortcoming(place, f"tests.{test.id}", message)
