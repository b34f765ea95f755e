"""Whether a catalog can be argued with: sources, days, one use for each piece of evidence, no orphans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fwwizard.core.catalog import Framework
from fwwizard.core.flags import facts_in_sentence, facts_of
from fwwizard.core.model import Attribute, Catalog, Evidence, Model, capabilities_of
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
    """The framework it is about, or `model`."""
    key: str
    """The dotted key in that file."""
    message: str


def audit(catalog: Catalog) -> Iterator[Shortcoming]:
    """Everything that falls short of the standard of a catalog that states its day.

    A catalog without `as_of` is somebody's own sketch: it owes nobody sources, and only its rules
    are looked at.
    """
    yield from _rules(catalog.model)
    if catalog.model.as_of is None:
        return
    needed_facts, needed_capabilities = facts_read(catalog.model), capabilities_read(catalog.model)
    for framework in catalog.frameworks:
        yield from _completeness(framework, needed_facts, needed_capabilities)
        yield from _sources(framework)
        yield from _words(framework, catalog.model)


def _rules(model: Model) -> Iterator[Shortcoming]:
    """Evidence that two attributes score, or that a flag and an attribute both read."""
    keys = Counter(key for attribute in model.attributes for key in _evidence_of(attribute))
    for key, count in keys.items():
        if count > 1:
            yield Shortcoming(
                "model", "attributes", f"{key} is scored by {count} attributes, and must be by one"
            )
    standing = {a.fact_id for a in model.attributes if _reads_fact(a.value)}
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


def _evidence_of(attribute: Attribute) -> list[str]:
    if isinstance(attribute.value, CapabilityMean):
        return [f"capability {c}" for c in capabilities_of(attribute)]
    if isinstance(attribute.value, Figures):
        return [f"measure {attribute.value.measure}"]
    return [f"fact {attribute.fact_id}"] if _reads_fact(attribute.value) else []


def _reads_fact(function: ValueFunction) -> bool:
    """Whether a standing value function reads a fact; figures read one only where it is the team's."""
    others = CapabilityMean | Coverage | Needs | LanguageFit | ExperienceFit | Figures
    return not isinstance(function, others)


def facts_read(model: Model) -> set[str]:
    """The ids of all facts that some rule reads."""
    found = {a.fact_id for a in model.attributes if _reads_fact(a.value)}
    found |= {r.fact for r in model.requirements if r.fact}
    for flag in model.flags:
        found |= {*facts_of(flag), *facts_in_sentence(flag)}
    for evidence in (e for need in model.needs for e in need.evidence):
        if evidence.fact:
            found.add(evidence.fact)
    return found | _fallbacks(model)


def _fallbacks(model: Model) -> set[str]:
    functions = [a.value for a in model.attributes]
    functions += [e.value for need in model.needs for e in need.evidence]
    return {f.fallback_fact for f in functions if isinstance(f, Figures) and f.fallback_fact}


def capabilities_read(model: Model) -> set[str]:
    """The ids of all capabilities that some rule reads."""
    found = {c for attribute in model.attributes for c in capabilities_of(attribute)}
    found |= {r.capability for r in model.requirements if r.capability}
    needed: list[Evidence] = [e for need in model.needs for e in need.evidence]
    return found | {e.capability for e in needed if e.capability}


def _completeness(framework: Framework, facts: set[str], capabilities: set[str]) -> Iterator[Shortcoming]:
    for what, given, needed in (
        ("facts", framework.facts, facts),
        ("capabilities", framework.capabilities, capabilities),
    ):
        for key in sorted(needed - set(given)):
            message = 'is not there; give it, or say "unknown"'
            yield Shortcoming(framework.id, f"{what}.{key}", message)
        for key in sorted(set(given) - needed):
            if what == "capabilities" or not framework.facts[key].own:
                yield Shortcoming(framework.id, f"{what}.{key}", "is read by nothing")


def _sources(framework: Framework) -> Iterator[Shortcoming]:
    for key, fact in framework.facts.items():
        if fact.known or fact.low is not None:
            yield from _sourced(framework, f"facts.{key}", fact.source, dated=bool(fact.as_of))
    for key, capability in framework.capabilities.items():
        if capability.level != "unknown":
            dated = bool(capability.as_of)
            yield from _sourced(framework, f"capabilities.{key}", capability.source, dated=dated)


def _sourced(framework: Framework, key: str, source: str, *, dated: bool) -> Iterator[Shortcoming]:
    if not source:
        yield Shortcoming(framework.id, key, "names no source")
    if not dated and framework.as_of is None:
        yield Shortcoming(framework.id, key, "has no day, and the framework has no as_of")


def _words(framework: Framework, model: Model) -> Iterator[Shortcoming]:
    """Words that the rules do not know, and which would score as unknown."""
    readers = [(a.fact_id, set(a.value.levels)) for a in model.attributes if isinstance(a.value, Levels)]
    readers += [(r.fact, set(r.levels)) for r in model.requirements if r.fact]
    for need in model.needs:
        readers += [(e.fact, set(e.value.levels)) for e in need.evidence if isinstance(e.value, Levels)]
    for fact_id, words in readers:
        word = framework.fact(fact_id).word
        if word is not None and word not in words:
            known = ", ".join(sorted(words))
            yield Shortcoming(framework.id, f"facts.{fact_id}", f'"{word}" is none of {known}')
