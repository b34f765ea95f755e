"""Whether a catalog can be argued with: sources, days, one use for each piece of evidence, no orphans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fwwizard.core.audit_rules import (
    Shortcoming,
    one_use,
    read_by_advice,
    reads_fact,
    unreachable,
    unread_conditions,
    weak_figures,
    without_own,
)
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
    yield from unread_conditions(catalog)
    if catalog.model.as_of is None:
        return
    shared = without_own(catalog.model)
    needed = {"facts": facts_read(shared), "capabilities": capabilities_read(shared)}
    read = facts_read(catalog.model) | capabilities_read(catalog.model) | read_by_advice(catalog)
    for framework in catalog.frameworks:
        yield from _completeness(framework, needed, read)
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


def _completeness(
    framework: Framework, needed: Mapping[str, set[str]], read: set[str]
) -> Iterator[Shortcoming]:
    """What the rules ask for and is not there, and what is there and asked for by nothing.

    What an overlay asks for need not be stated by others, and what it says beyond that is its own.
    """
    parts: Mapping[str, Mapping[str, Fact | Capability]]
    parts = {"facts": framework.facts, "capabilities": framework.capabilities}
    for what, given in parts.items():
        for key in sorted(needed[what] - set(given)):
            message = 'is not there; give it, or say "unknown"'
            yield Shortcoming(framework.id, f"{what}.{key}", message)
        for key in sorted(set(given) - read):
            if not given[key].own:
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
    day = framework.day_of(known)
    if day is None:
        file = "its file" if known.own else "the framework"
        yield Shortcoming(framework.id, key, f"has no day, and {file} has no as_of")
    elif day > today and not known.own:  # a team may measure after the catalog was made
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
