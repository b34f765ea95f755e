"""Who has what the checklist asks for, and what a must does to the candidates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fwwizard.core.catalog import LEVELS, Framework
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.flags import shown_value
from fwwizard.core.gates import check, default_level, shown_raw
from fwwizard.core.model import Attribute, Model, Requirement
from fwwizard.core.session import MustLevel, Wish, must_level
from fwwizard.core.value_functions import Coverage, Figures, LearningCurve, Levels, Needs
from fwwizard.core.values import measured_by_team

UNKNOWN = "unknown"
BY_RUNTIME = "by runtime"
"""Nobody measured the framework, but the range of its runtime class is known."""
MUST_LEVELS = LEVELS[:3]
"""The levels that a must may ask for: what one has to write oneself is no must."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The candidates that have something at one level, or whose fact has one word."""

    level: str
    value: float | None
    """What the level is worth, 0..1; None where it is not known."""
    frameworks: tuple[str, ...]
    """Ids, the better candidate first."""


@dataclass(frozen=True, slots=True)
class Failing:
    """A framework that does not meet a must, or of which nobody knows."""

    standing: Standing
    has: str
    """The level, word or number that it has instead."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a must does to the frameworks that nothing else excludes."""

    dropped: tuple[Failing, ...]
    """Those that it excludes, by score."""
    conditional: tuple[Failing, ...]
    """Those of which nobody knows whether they meet it, by score."""
    also: tuple[Standing, ...] = ()
    """Those that fail it and are excluded for something else too."""


def attribute_of(model: Model, requirement: Requirement) -> Attribute | None:
    """The attribute that a requirement reads, None where it reads a capability or a fact."""
    return next((a for a in model.attributes if a.id == requirement.attribute), None)


def levels_of(model: Model, requirement: Requirement) -> tuple[str, ...]:
    """The levels or words that a must may name, best first; empty where it compares numbers.

    The least of the words is left out: every known framework would meet it.
    """
    if requirement.capability:
        return MUST_LEVELS
    words = _words(model, requirement)
    least = min(words.values(), default=0.0)
    return tuple(word for word in words if words[word] > least)


def takes_number(model: Model, requirement: Requirement) -> bool:
    """Whether a must compares a number that is no published figure (those take targets)."""
    attribute = attribute_of(model, requirement)
    return attribute is not None and not isinstance(attribute.value, Levels | Figures | LearningCurve)


def takes_target(model: Model, requirement: Requirement) -> bool:
    """Whether the team may say which figure is enough, in the attribute's unit."""
    attribute = attribute_of(model, requirement)
    return attribute is not None and isinstance(attribute.value, Figures)


def as_wish(model: Model, requirement: Requirement) -> Wish | None:
    """How a must is written: plain where it has a level of its own, else with the least that says anything.

    None where it compares numbers and none is given: then the team has to say which is enough.
    """
    if default_level(requirement) or takes_target(model, requirement):
        return "must"
    levels = levels_of(model, requirement)
    return MustLevel(levels[-1]) if levels else None


def level_now(evaluation: Evaluation, requirement: Requirement) -> str:
    """The level that the team's must asks for, or the one that a must would ask for."""
    wish = evaluation.session.checklist.get(requirement.id)
    default = as_wish(evaluation.catalog.model, requirement)
    level = must_level(wish, default_level(requirement))
    return level or must_level(default, default_level(requirement)) or ""


def who_has(evaluation: Evaluation, requirement: Requirement) -> tuple[Holders, ...]:
    """The candidates by what they have, best first, the unknown last; levels without anyone are left out."""
    grades = _grades(evaluation, requirement)
    by_level: dict[str, list[str]] = {level: [] for level in (*grades, UNKNOWN)}
    frameworks = {framework.id: framework for framework in evaluation.catalog.frameworks}
    for standing in evaluation.candidates:
        has = _has(evaluation, requirement, frameworks[standing.framework])
        by_level[has if has in by_level else UNKNOWN].append(standing.framework)
    return tuple(Holders(level, grades.get(level), tuple(ids)) for level, ids in by_level.items() if ids)


def as_must(evaluation: Evaluation, requirement: Requirement, level: str) -> Effect:
    """What the requirement does as a must at a level; for what is that must now, what it does."""
    attributes = {attribute.id: attribute for attribute in evaluation.catalog.model.attributes}
    frameworks = {framework.id: framework for framework in evaluation.catalog.frameworks}
    dropped: list[Failing] = []
    conditional: list[Failing] = []
    also: list[Standing] = []
    for standing in evaluation.standings:
        framework = frameworks[standing.framework]
        reason = check(requirement, level, framework, attributes, evaluation.session.targets)
        if reason is None:
            continue
        failing = Failing(standing, in_words(evaluation, requirement, framework))
        if _out_otherwise(standing, requirement):
            also += [standing] if reason.status == "excluded" else []
        elif reason.status == "excluded":
            dropped.append(failing)
        else:
            conditional.append(failing)
    dropped.sort(key=lambda failing: -failing.standing.score)
    conditional.sort(key=lambda failing: -failing.standing.score)
    return Effect(tuple(dropped), tuple(conditional), tuple(also))


def in_words(evaluation: Evaluation, requirement: Requirement, framework: Framework) -> str:
    """What a framework has of a requirement: a level, a word, a number, or `unknown`."""
    if requirement.capability:
        return framework.capability(requirement.capability).level
    attribute = attribute_of(evaluation.catalog.model, requirement)
    return shown_value(framework.fact(attribute.fact_id if attribute else requirement.fact))


def counts_in(evaluation: Evaluation, requirement: Requirement) -> str:
    """The name of the factor in which a wished requirement scores; empty where it scores in none."""
    model, usage = evaluation.catalog.model, evaluation.assessment.usage
    attribute = attribute_of(model, requirement)
    if requirement.id not in evaluation.session.checklist:
        return ""
    if attribute is None:
        kind = Coverage if requirement in usage.wishes else Needs
        attribute = next((a for a in model.attributes if isinstance(a.value, kind)), None)
    factor = attribute.factor if attribute else ""
    return next((f.name for f in model.factors if f.id == factor), "")


def _out_otherwise(standing: Standing, requirement: Requirement) -> bool:
    """Whether something other than this requirement excludes a framework."""
    return any(
        reason.status == "excluded"
        and not (reason.kind in ("must", "target") and reason.id == requirement.id)
        for reason in standing.reasons
    )


def _words(model: Model, requirement: Requirement) -> dict[str, float]:
    """The words of a fact in words, best first; empty for numbers and capabilities."""
    found: Mapping[str, float] = requirement.levels
    attribute = attribute_of(model, requirement)
    if attribute is not None:
        found = attribute.value.levels if isinstance(attribute.value, Levels) else {}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _grades(evaluation: Evaluation, requirement: Requirement) -> Mapping[str, float]:
    """What a framework can have, best first, with what it is worth."""
    model = evaluation.catalog.model
    if requirement.capability:
        return {level: model.capability_values[level] for level in LEVELS}
    if takes_target(model, requirement):
        return {"measured": 1.0, BY_RUNTIME: 0.5}
    if takes_number(model, requirement):
        return {"enough": 1.0, "less": 0.0}
    return _words(model, requirement)


def _has(evaluation: Evaluation, requirement: Requirement, framework: Framework) -> str:
    """Which of the grades a framework has; `unknown`, or a word that has no value, for none."""
    if requirement.capability:
        return framework.capability(requirement.capability).level
    if requirement.fact:
        return shown_raw(framework.fact(requirement.fact).value)
    attribute = attribute_of(evaluation.catalog.model, requirement)
    if attribute is None:
        return UNKNOWN
    if isinstance(attribute.value, Figures):
        return _measured(evaluation, attribute.value, attribute, framework)
    if isinstance(attribute.value, Levels):
        return shown_raw(framework.fact(attribute.fact_id).value)
    reason = check(requirement, level_now(evaluation, requirement), framework, {attribute.id: attribute}, {})
    if reason is None:
        return "enough"
    return "less" if reason.status == "excluded" else UNKNOWN


def _measured(evaluation: Evaluation, function: Figures, attribute: Attribute, framework: Framework) -> str:
    fact = framework.fact(attribute.fact_id)
    if framework.id in evaluation.evaluator.assessor.positions(function.measure) or measured_by_team(fact):
        return "measured"
    runtime_class = framework.fact(function.fallback_fact).word if function.fallback_fact else None
    return BY_RUNTIME if runtime_class in function.fallback else UNKNOWN
