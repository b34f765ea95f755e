"""What the project needs against what frameworks are made for: categories and single needs."""

from __future__ import annotations

from dataclasses import dataclass

from fwwizard.core.assessment import total
from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.interval import Interval
from fwwizard.core.model import Category, Evidence, Model, Need
from fwwizard.core.value_functions import Figures, Needs


@dataclass(frozen=True, slots=True)
class CategoryMatch:
    """A category against the ticked needs for which the articles recommend it."""

    category: Category
    needs: tuple[Need, ...]
    """The ticked needs whose category it is."""
    frameworks: tuple[tuple[Standing, Interval | None], ...]
    """Its candidates with how well they serve all ticked needs (None while none is ticked), best first."""


@dataclass(frozen=True, slots=True)
class Served:
    """How well one candidate serves one need."""

    standing: Standing
    value: Interval
    unknown: tuple[Evidence, ...]
    """What nobody knows of it; published figures that differ are known."""


def ticked(evaluation: Evaluation) -> tuple[Need, ...]:
    """The needs that the team ticked, in the order of the model."""
    return tuple(n for n in evaluation.catalog.model.needs if n.id in evaluation.session.project.needs)


def fit_factor(model: Model) -> str:
    """The name of the factor in which ticked needs count; empty where the model has none."""
    factor = next((a.factor for a in model.attributes if isinstance(a.value, Needs)), "")
    return next((f.name for f in model.factors if f.id == factor), "")


def category_matches(evaluation: Evaluation) -> tuple[CategoryMatch, ...]:
    """The categories that needs speak for, most ticked needs first; equal ones as in the model."""
    needs = ticked(evaluation)
    categories = {framework.id: framework.categories for framework in evaluation.catalog.frameworks}
    spoken_for = {need.category for need in evaluation.catalog.model.needs}
    fit = _fit(evaluation, needs)
    found = [
        CategoryMatch(
            category,
            tuple(need for need in needs if need.category == category.id),
            tuple((s, value) for s, value in fit if category.id in categories[s.framework]),
        )
        for category in evaluation.catalog.model.categories
        if category.id in spoken_for
    ]
    return tuple(sorted(found, key=lambda match: (not match.frameworks, -len(match.needs))))


def served(evaluation: Evaluation, need: Need) -> tuple[Served, ...]:
    """How well each candidate serves a need, ticked or not; the best first."""
    assessor = evaluation.evaluator.assessor
    frameworks = {framework.id: framework for framework in evaluation.catalog.frameworks}
    found = [
        Served(
            standing,
            total(assessor.need(frameworks[standing.framework], need)),
            tuple(e for e in need.evidence if _unknown(evaluation, frameworks[standing.framework], e)),
        )
        for standing in evaluation.candidates
    ]
    return tuple(sorted(found, key=lambda one: (-one.value.mid, one.standing.name)))


def _unknown(evaluation: Evaluation, framework: Framework, evidence: Evidence) -> bool:
    """Whether nobody knows what a framework has of a piece of evidence."""
    if evidence.capability:
        return framework.capability(evidence.capability).level == "unknown"
    if isinstance(evidence.value, Figures):
        return framework.id not in evaluation.evaluator.assessor.positions(evidence.value.measure)
    return not framework.fact(evidence.fact).known


def _fit(evaluation: Evaluation, needs: tuple[Need, ...]) -> list[tuple[Standing, Interval | None]]:
    """The candidates with their value over the needs, best first; as they are ranked without needs."""
    if not needs:
        return [(standing, None) for standing in evaluation.candidates]
    assessor, share = evaluation.evaluator.assessor, 1 / len(needs)
    frameworks = {framework.id: framework for framework in evaluation.catalog.frameworks}
    found = [
        (s, total([a.scaled(share) for n in needs for a in assessor.need(frameworks[s.framework], n)]))
        for s in evaluation.candidates
    ]
    found.sort(key=lambda one: (-one[1].mid, one[0].name))
    return list(found)
