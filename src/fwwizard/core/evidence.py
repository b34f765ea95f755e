"""What stands behind a value: in a few words, on which basis, from which source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fwwizard.core.assessment import Assessor, total
from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.flags import shown_value
from fwwizard.core.model import Need, Requirement
from fwwizard.core.session import Session
from fwwizard.core.usage import Active, Usage
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Levels,
    Needs,
)
from fwwizard.core.values import measured_by_team
from fwwizard.core.wording import capability_name, language_name

Ground = Literal["documented", "measured", "judgement", "said", "unknown"]
"""A basis; or `said`, the team's own answer; or `unknown`."""


@dataclass(frozen=True, slots=True)
class Backing:
    """What a framework has in one attribute."""

    text: str
    ground: Ground
    source: str = ""
    as_of: date | None = None
    own: bool = False
    """True when the user's overlay says it."""


def backing(
    assessor: Assessor, framework: Framework, active: Active, usage: Usage, session: Session
) -> Backing:
    """What stands behind the value of one active attribute of one framework."""
    attribute = active.attribute
    match attribute.value:
        case CapabilityMean():
            return _capabilities(assessor, framework, active.capabilities)
        case Coverage():
            return _wishes(assessor, framework, usage.wishes)
        case Needs():
            return _needs(assessor, framework, usage.needs)
        case LanguageFit():
            return _languages(assessor, framework, session)
        case ExperienceFit():
            return _experience(assessor, framework, session)
        case Figures() as function:
            return _figures(assessor, framework, framework.fact(attribute.fact_id), function)
        case LearningCurve(anchors=anchors) | Levels(anchors=anchors):
            fact = framework.fact(attribute.fact_id)
            return of_fact(framework, fact, anchors.get(fact.word or shown_value(fact), ""))
        case _:
            return of_fact(framework, framework.fact(attribute.fact_id))


def of_fact(framework: Framework, fact: Fact, meaning: str = "") -> Backing:
    """What stands behind a fact; `meaning` says what its word means."""
    if not fact.known and fact.low is None:
        return Backing(fact.how or "not known", "unknown", fact.source, framework.day_of(fact), fact.own)
    explained = meaning or fact.how
    unit = f" {fact.unit}" if fact.unit else ""
    text = f"{shown_value(fact)}{unit}" + (f": {explained}" if explained else "")
    return Backing(text, fact.basis, fact.source, framework.day_of(fact), fact.own)


def _capabilities(assessor: Assessor, framework: Framework, ids: tuple[str, ...]) -> Backing:
    model = assessor.catalog.model
    found = [(capability_name(model, i), framework.capability(i)) for i in ids]
    text = ", ".join(f"{name} {capability.level}" for name, capability in found)
    unknown = all(capability.level == "unknown" for _, capability in found)
    source = next((capability.source for _, capability in found if capability.source), "")
    days = [day for _, c in found if (day := framework.day_of(c)) is not None]
    own = any(capability.own for _, capability in found)
    return Backing(text, "unknown" if unknown else "documented", source, min(days, default=None), own)


def _wishes(assessor: Assessor, framework: Framework, wishes: tuple[Requirement, ...]) -> Backing:
    values = [assessor.wish(framework, wish).value for wish in wishes]
    served = sum(value.low >= 0.9 for value in values)
    text = f"{served} of {len(values)} wishes built-in or official"
    missing = [w.name.lower() for w, v in zip(wishes, values, strict=True) if v.high <= 0.1]
    if missing:
        text += f"; still to be built: {', '.join(missing)}"
    return Backing(text, "documented", as_of=framework.as_of)


def _needs(assessor: Assessor, framework: Framework, needs: tuple[Need, ...]) -> Backing:
    values = [(need.name, total(assessor.need(framework, need))) for need in needs]
    text = ", ".join(f"{name} {round(value.mid * 100)}" for name, value in values)
    judged = not any(need.evidence for need in needs)
    return Backing(text, "judgement" if judged else "documented", as_of=framework.as_of)


def _languages(assessor: Assessor, framework: Framework, session: Session) -> Backing:
    known, model = session.project.languages, assessor.catalog.model
    said = [f"{language_name(model, x)}: {known[x]}" for x in framework.languages if x in known]
    return Backing(", ".join(said) or "a language new to the team", "said")


def _experience(assessor: Assessor, framework: Framework, session: Session) -> Backing:
    experience = session.project.experience
    if framework.id in experience:
        word = experience[framework.id]
        return Backing("in production today" if word == "production" else "tried", "said")
    beneath = [
        f.name for f in assessor.catalog.frameworks if f.id in framework.builds_on and f.id in experience
    ]
    if beneath:
        return Backing(f"builds on {beneath[0]}, which the team knows", "said")
    return Backing("new to the team", "said")


def _figures(assessor: Assessor, framework: Framework, fact: Fact, function: Figures) -> Backing:
    if measured_by_team(fact):
        return of_fact(framework, fact)
    found = assessor.positions(function.measure).get(framework.id)
    if found is None:
        runtime_class = framework.fact(function.fallback_fact).word if function.fallback_fact else None
        if runtime_class in function.fallback:
            text = f"not measured; the range of its runtime class ({runtime_class})"
            return Backing(text, "judgement", function.fallback_source)
        return Backing("nobody measured it", "unknown")
    count = len(found.by_set)
    spread = (
        f"{round(found.low * 100)} to {round(found.high * 100)}" if count > 1 else f"{round(found.mid * 100)}"
    )
    sets = "set" if count == 1 else "sets"
    return Backing(f"place {spread} of 100 in {count} published {sets}", "measured", ", ".join(found.by_set))
