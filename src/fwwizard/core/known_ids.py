"""The ids that a catalog has, by what answers name them."""

from __future__ import annotations

from dataclasses import dataclass

from fwwizard.core.model import Catalog


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Each kind of id in the order of the catalog."""

    factors: tuple[str, ...]
    frameworks: tuple[str, ...]
    languages: tuple[str, ...]
    needs: tuple[str, ...]
    conditions: tuple[str, ...]
    runtimes: tuple[str, ...]
    requirements: tuple[str, ...]
    attributes: tuple[str, ...]
    flags: tuple[str, ...]
    numbers: tuple[str, ...]
    """Of the proof-of-concept plan."""


def known_ids(catalog: Catalog) -> KnownIds:
    """The ids that answers for a catalog may name."""
    model, frameworks = catalog.model, catalog.frameworks
    named = [language.id for language in model.languages]
    written = [language for framework in frameworks for language in framework.languages]
    return KnownIds(
        factors=tuple(factor.id for factor in model.factors),
        frameworks=tuple(framework.id for framework in frameworks),
        languages=tuple(dict.fromkeys(named + written)),
        needs=tuple(need.id for need in model.needs),
        conditions=tuple(condition.id for condition in model.conditions),
        runtimes=tuple(sorted({runtime for framework in frameworks for runtime in framework.runtimes})),
        requirements=tuple(requirement.id for requirement in model.requirements),
        attributes=tuple(attribute.id for attribute in model.attributes),
        flags=tuple(flag.id for flag in model.flags),
        numbers=tuple(number.id for number in catalog.plan.numbers) if catalog.plan else (),
    )
