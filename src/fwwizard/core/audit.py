"""Whether a catalog can be argued with: sources, days, one use for each piece of evidence, no orphans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fwwizard.core.audit_rules import Shortcoming, one_use, reads_fact, unreachable, weak_figures
from fwwizard.core.catalog import LEVELS, Capability, Fact, Framework
from fwwizard.core.flags import facts_in_sentence, facts_of
from fwwizard.core.model import Catalog, Evidence, Model, capabilities_of
from fwwizard.core.value_functions import Figures, Levels


def audit(catalog: Catalog) -> Iterator[Shortcoming]:
    """Everything that falls short of the standard of a catalog that states its day.

    A catalog without `as_of` is somebody's own sketch: it owes nobody sources, and only its rules
    are looked at.
    """
    yield from one_use(catalog.model)
    if catalog.model.as_of is None:
        return
    needed_facts, needed_capabilities = facts_read(catalog.model), capabilities_read(catalog.model)
    for framework in catalog.frameworks:
        yield from _completeness(framework, needed_facts, needed_capabilities)
        yield from _sources(framework, catalog.model.as_of)
        yield from _words(framework, catalog.model)
    yield from unreachable(catalog)
    yield from weak_figures(catalog)


def facts_read(model: Model) -> set[str]:
    """The ids of all facts that some rule reads."""
    found = {a.fact_id for a in model.attributes if reads_fact(a.value)}
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


def _sources(framework: Framework, today: date) -> Iterator[Shortcoming]:
    for key, fact in framework.facts.items():
        if fact.known or fact.low is not None:
            yield from _sourced(framework, f"facts.{key}", fact, today)
    for key, capability in framework.capabilities.items():
        if capability.level != "unknown":
            yield from _sourced(framework, f"capabilities.{key}", capability, today)
    for index, claim in enumerate(framework.claims):
        if not claim.source:
            yield Shortcoming(framework.id, f"claims[{index}]", "names no source")


def _sourced(framework: Framework, key: str, known: Fact | Capability, today: date) -> Iterator[Shortcoming]:
    if not known.source:
        yield Shortcoming(framework.id, key, "names no source")
    day = known.as_of or framework.as_of
    if day is None:
        yield Shortcoming(framework.id, key, "has no day, and the framework has no as_of")
    elif day > today:
        yield Shortcoming(framework.id, key, f"is of {day}, later than the day of the catalog")


def _words(framework: Framework, model: Model) -> Iterator[Shortcoming]:
    """Words that the rules do not know, and which would score as unknown."""
    for key, capability in framework.capabilities.items():
        if capability.level not in (*LEVELS, "unknown"):
            known = ", ".join((*LEVELS, "unknown"))
            yield Shortcoming(framework.id, f"capabilities.{key}", f'"{capability.level}" is none of {known}')
    readers = [(a.fact_id, set(a.value.levels)) for a in model.attributes if isinstance(a.value, Levels)]
    readers += [(r.fact, set(r.levels)) for r in model.requirements if r.fact]
    for need in model.needs:
        readers += [(e.fact, set(e.value.levels)) for e in need.evidence if isinstance(e.value, Levels)]
    for fact_id, words in readers:
        word = framework.fact(fact_id).word
        if word is not None and word not in words:
            known = ", ".join(sorted(words))
            yield Shortcoming(framework.id, f"facts.{fact_id}", f'"{word}" is none of {known}')
