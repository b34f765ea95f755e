"""What ids are called: the name that the model gives a capability, a fact, a measure, a language."""

from __future__ import annotations

from dataclasses import dataclass

from fwwizard.core.model import Evidence, Model
from fwwizard.core.value_functions import Figures


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a sentence speaks to: those who gave the answers, or somebody who was not there."""

    you: str
    your: str


TO_THE_TEAM = Voice("you", "your")
ABOUT_THE_TEAM = Voice("the team", "the team's")


def readable(some_id: str) -> str:
    """An id as words, for what the model has no name for."""
    return some_id.replace("_", " ").replace("-", " ")


def capability_name(model: Model, capability: str) -> str:
    """The name of a capability: its own, else that of the requirement that asks for it."""
    named = (c.name for c in model.capabilities if c.id == capability)
    asked = (r.name for r in model.requirements if r.capability == capability)
    return next(named, next(asked, readable(capability)))


def fact_name(model: Model, fact: str) -> str:
    """The name of a fact: that of the attribute or the requirement that reads it."""
    attributes = (a.title for a in model.attributes if a.fact_id == fact and a.name)
    asked = (r.name for r in model.requirements if r.fact == fact)
    return next(attributes, next(asked, readable(fact)))


def measure_name(model: Model, measure: str) -> str:
    """The name of a measure of published figures: that of the attribute that reads it."""
    attributes = (
        a.title for a in model.attributes if isinstance(a.value, Figures) and a.value.measure == measure
    )
    return next(attributes, readable(measure))


def evidence_name(model: Model, evidence: Evidence) -> str:
    """What one piece of evidence of a need is about."""
    if evidence.capability:
        return capability_name(model, evidence.capability)
    if isinstance(evidence.value, Figures):
        return f"published figures of {measure_name(model, evidence.value.measure).lower()}"
    return fact_name(model, evidence.fact)


def language_name(model: Model, language: str) -> str:
    """The name of a language."""
    return next((x.name for x in model.languages if x.id == language), readable(language))


def category_name(model: Model, category: str) -> str:
    """The name of a category."""
    return next((c.name for c in model.categories if c.id == category), readable(category))
