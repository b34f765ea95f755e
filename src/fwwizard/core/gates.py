"""What a must becomes: a framework passes, is conditional, or is excluded, with reasons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from fwwizard.core.catalog import LEVELS, Framework
from fwwizard.core.flags import shown_value
from fwwizard.core.model import Attribute, Model, Requirement
from fwwizard.core.session import Session, must_level
from fwwizard.core.value_functions import Figures, Levels, ValueFunction
from fwwizard.core.values import measured_by_team, of_fact, of_number, of_word

Status = Literal["passes", "conditional", "excluded"]
ReasonKind = Literal["must", "language", "runtime", "target", "rule-out", "excluded"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a framework is excluded, or what would have to be confirmed."""

    kind: ReasonKind
    id: str
    """The requirement, language, runtime, attribute or flag that it is about."""
    status: Literal["conditional", "excluded"]
    text: str


@dataclass(frozen=True, slots=True)
class Gate:
    """The outcome for one framework."""

    status: Status
    reasons: tuple[Reason, ...] = ()


PASSES = Gate("passes")


def gate(model: Model, session: Session, framework: Framework) -> Gate:
    """All gates of a session applied to one framework."""
    reasons = [
        *_left_out(session, framework),
        *_language(model, session, framework),
        *_runtime(session, framework),
        *_musts(model, session, framework),
        *_rule_outs(model, session, framework),
    ]
    if not reasons:
        return PASSES
    excluded = any(reason.status == "excluded" for reason in reasons)
    return Gate("excluded" if excluded else "conditional", tuple(reasons))


def _left_out(session: Session, framework: Framework) -> list[Reason]:
    if framework.id not in session.project.excluded:
        return []
    why = session.project.excluded[framework.id]
    return [Reason("excluded", framework.id, "excluded", f"left out: {why}" if why else "left out")]


def _language(model: Model, session: Session, framework: Framework) -> list[Reason]:
    """A team that has told its languages is not advised to change them."""
    project = session.project
    if not project.languages or project.other_languages == "consider" or not framework.languages:
        return []
    if any(language in project.languages for language in framework.languages):
        return []
    names = {language.id: language.name for language in model.languages}
    shown = " or ".join(names.get(language, language) for language in framework.languages)
    return [Reason("language", framework.languages[0], "excluded", f"{shown} is not among your languages")]


def _runtime(session: Session, framework: Framework) -> list[Reason]:
    reasons = []
    for runtime, needed in framework.runtimes.items():
        given = session.project.runtimes.get(runtime)
        if given is not None and version(given) < version(needed):
            text = f"needs {runtime} {needed}, you run {given}"
            reasons.append(Reason("runtime", runtime, "conditional", text))
    return reasons


def version(text: str) -> tuple[int, ...]:
    """The lowest version that a text names: `<4,>=3.11` and `3.11` are (3, 11); none is ()."""
    number = r"\d{1,9}(?:\.\d{1,9})*"
    found = re.search(rf">=?\s*({number})", text) or re.search(rf"({number})", text)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def _rule_outs(model: Model, session: Session, framework: Framework) -> list[Reason]:
    names = {rule.id: rule.name for rule in model.flags}
    reasons = []
    for flag, said in session.flags.get(framework.id, {}).items():
        if said.verdict == "rule-out":
            why = f": {said.reason}" if said.reason else ""
            text = f"ruled out for {names.get(flag, flag).lower()}{why}"
            reasons.append(Reason("rule-out", flag, "excluded", text))
    return reasons


def _musts(model: Model, session: Session, framework: Framework) -> list[Reason]:
    attributes = {attribute.id: attribute for attribute in model.attributes}
    found = []
    for requirement in model.requirements:
        wish = session.checklist.get(requirement.id)
        level = must_level(wish, default_level(requirement))
        if level is not None:
            found.append(check(requirement, level, framework, attributes, session.targets))
    return [reason for reason in found if reason is not None]


def default_level(requirement: Requirement) -> str:
    """The lowest level that a must accepts when it names none."""
    return requirement.enough or ("ecosystem" if requirement.capability else "")


def check(
    requirement: Requirement,
    level: str,
    framework: Framework,
    attributes: Mapping[str, Attribute],
    targets: Mapping[str, float],
) -> Reason | None:
    """Whether a framework meets a must at a level: None when it does."""
    if requirement.capability:
        return _capability_must(requirement, level, framework)
    if requirement.fact:
        values = Levels(requirement.levels)
        return _fact_must(requirement, requirement.fact, values, level, framework)
    attribute = attributes.get(requirement.attribute)
    if attribute is None:
        return None
    if isinstance(attribute.value, Figures):
        return _own_measurement(requirement, attribute, framework, targets)
    return _fact_must(requirement, attribute.fact_id, attribute.value, level, framework)


def _capability_must(requirement: Requirement, level: str, framework: Framework) -> Reason | None:
    has = framework.capability(requirement.capability).level
    if has == "unknown":
        return _conditional(requirement, f"{requirement.name}: not known")
    if LEVELS.index(has) <= (LEVELS.index(level) if level in LEVELS else 0):
        return None
    return _excluded(requirement, f"{requirement.name}: {has}, needs at least {level}")


def _fact_must(
    requirement: Requirement, fact_id: str, function: ValueFunction, level: str, framework: Framework
) -> Reason | None:
    """A fact in words or numbers against the word or number that is enough."""
    fact = framework.fact(fact_id)
    if not fact.known:
        return _conditional(requirement, f"{requirement.name}: not known")
    has, enough = _value(function, shown_raw(fact.value)), _value(function, level)
    if has is None or enough is None:
        return _conditional(requirement, f"{requirement.name}: not comparable")
    if has >= enough:
        return None
    return _excluded(requirement, f"{requirement.name}: {shown_value(fact)}, needs at least {level}")


def shown_raw(value: float | bool | str | None) -> str:
    """A fact's value as the word or number that a must compares."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _value(function: ValueFunction, text: str) -> float | None:
    if isinstance(function, Levels):
        return of_word(function, text)
    try:
        return of_number(function, float(text))
    except ValueError:
        return None


def _own_measurement(
    requirement: Requirement, attribute: Attribute, framework: Framework, targets: Mapping[str, float]
) -> Reason | None:
    """A target gates only where the figure is the team's own; published ones are of other machines."""
    fact, target = framework.fact(attribute.fact_id), targets.get(attribute.id)
    if not measured_by_team(fact) or target is None:
        return None
    value, enough = of_fact(attribute.value, fact), of_number(attribute.value, target)
    if value.low >= enough:
        return None
    shown = f"{shown_value(fact)} {attribute.unit}".strip()
    falling = isinstance(attribute.value, Figures) and attribute.value.best < attribute.value.worst
    text = f"{requirement.name}: {shown} measured, needs at {'most' if falling else 'least'} {target:,g}"
    return Reason("target", requirement.id, "excluded" if value.high < enough else "conditional", text)


def _conditional(requirement: Requirement, text: str) -> Reason:
    return Reason("must", requirement.id, "conditional", text)


def _excluded(requirement: Requirement, text: str) -> Reason:
    return Reason("must", requirement.id, "excluded", text)
