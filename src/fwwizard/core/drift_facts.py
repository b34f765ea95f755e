"""Which facts differ between two catalogs, and which of them a session reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.flags import shown_value
from fwwizard.core.model import Attribute, Catalog, Requirement
from fwwizard.core.value_functions import Figures
from fwwizard.core.wording import capability_name, category_name, fact_name, language_name, measure_name


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact of one framework, in words, before and after."""

    framework: str
    """The framework's id."""
    name: str
    key: str
    """`capability:ID`, `fact:ID`, `figures:MEASURE`, `category:ID`, `flag:ID`, `languages` or `runtimes`."""
    what: str
    before: str
    after: str


def fact_changes(then: Evaluation, now: Evaluation) -> tuple[FactChange, ...]:
    """The facts that the session reads and that differ, by the new ranking.

    Args:
        then: the session under its own catalog.
        now: the same session under the catalog in force.
    """
    keys = sorted(_read(then) | _read(now))
    return tuple(
        change
        for standing in now.standings
        if (old := then.catalog.framework(standing.framework)) is not None
        and not (standing.status == "excluded" == then.standing(standing.framework).status)
        and (new := now.catalog.framework(standing.framework)) is not None
        for change in _of_framework(old, new, keys, then, now)
    )


def other_changes(then: Catalog, now: Catalog, named: tuple[FactChange, ...]) -> int:
    """How many facts and capabilities of the frameworks of both catalogs differ beyond those named."""
    differ = set()
    for new in now.frameworks:
        old = then.framework(new.id)
        if old is not None:
            facts = {*old.facts, *new.facts}
            differ |= {(new.id, f"fact:{k}") for k in facts if _shown(old.fact(k)) != _shown(new.fact(k))}
            known = {*old.capabilities, *new.capabilities}
            differ |= {
                (new.id, f"capability:{k}")
                for k in known
                if old.capability(k).level != new.capability(k).level
            }
    return len(differ - {(change.framework, change.key) for change in named})


def _read(evaluation: Evaluation) -> set[str]:
    """The keys of the evidence that decides in an evaluation: by weight, or as a gate."""
    assessor, usage, session = evaluation.evaluator.assessor, evaluation.assessment.usage, evaluation.session
    model = evaluation.catalog.model
    keys: set[str] = set()
    for factor, active in zip(model.factors, usage.active, strict=True):
        if evaluation.weights.get(factor.id, 0.0) <= 0:
            continue
        for one in active:
            keys |= _fallback(one.attribute)
            for framework in evaluation.catalog.frameworks:
                keys |= {atom.key for atom in assessor.atoms(framework, one, usage, session)}
    attributes = {attribute.id: attribute for attribute in model.attributes}
    for requirement in model.requirements:
        if requirement.id in session.checklist:
            keys |= _asked(requirement, attributes.get(requirement.attribute))
    keys |= {f"flag:{rule.id}" for rule in model.flags}
    if session.project.languages:
        keys.add("languages")
    if session.project.runtimes:
        keys.add("runtimes")
    return {key for key in keys if not key.startswith("said:")}


def _fallback(attribute: Attribute) -> set[str]:
    value = attribute.value
    return {f"fact:{value.fallback_fact}"} if isinstance(value, Figures) and value.fallback_fact else set()


def _asked(requirement: Requirement, attribute: Attribute | None) -> set[str]:
    if requirement.capability:
        return {f"capability:{requirement.capability}"}
    if requirement.fact:
        return {f"fact:{requirement.fact}"}
    return {f"fact:{attribute.fact_id}"} if attribute is not None else set()


def _of_framework(
    old: Framework, new: Framework, keys: list[str], then: Evaluation, now: Evaluation
) -> Iterator[FactChange]:
    for key in keys:
        before, after = _said(old, key, then), _said(new, key, now)
        if before != after:
            yield FactChange(new.id, new.name, key, _name(key, then, now), before, after)


def _said(framework: Framework, key: str, evaluation: Evaluation) -> str:
    """What a catalog says of one framework, in words; equal words are the same fact."""
    kind, _, some_id = key.partition(":")
    match kind:
        case "capability":
            return framework.capability(some_id).level
        case "fact":
            return _shown(framework.fact(some_id))
        case "figures":
            found = evaluation.evaluator.assessor.positions(some_id).get(framework.id)
            return f"place {found.mid * 100:.0f} of 100" if found else "not measured"
        case "category":
            return "yes" if some_id in framework.categories else "no"
        case "flag":
            finding = evaluation.findings(framework.id).get(some_id)
            return finding.state if finding else "not asked"
        case "languages":
            names = (language_name(evaluation.catalog.model, x) for x in framework.languages)
            return ", ".join(names) or "not stated"
    return ", ".join(f"{runtime} {needed}" for runtime, needed in framework.runtimes.items()) or "any"


def _shown(fact: Fact) -> str:
    unit = f" {fact.unit}" if fact.unit and fact.known else ""
    return f"{shown_value(fact)}{unit}{' (your own)' if fact.own else ''}"


def _name(key: str, then: Evaluation, now: Evaluation) -> str:
    """What the evidence is called; the catalog in force knows best."""
    kind, _, some_id = key.partition(":")
    model = now.catalog.model
    match kind:
        case "capability":
            return capability_name(model, some_id)
        case "fact":
            return fact_name(model, some_id)
        case "figures":
            return measure_name(model, some_id)
        case "category":
            return category_name(model, some_id)
        case "flag":
            rules = (*model.flags, *then.catalog.model.flags)
            return next((rule.name for rule in rules if rule.id == some_id), some_id)
    return "written in" if kind == "languages" else "runs on"
