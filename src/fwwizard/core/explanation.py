"""Why one framework scores above another: signed differences that sum to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from fwwizard.core.evaluation import CONCERNS, Evaluation
from fwwizard.core.evidence import Backing, Ground, backing
from fwwizard.core.model import Attribute
from fwwizard.core.rounding import shown_parts
from fwwizard.core.usage import Active

SAME = 1e-12
"""Differences that are no larger count as none."""


@dataclass(frozen=True, slots=True)
class AttributeDifference:
    """What one attribute adds to the lead of A over B, and what both have in it."""

    attribute: Attribute
    amount: float
    """In scores, 0..1; positive speaks for A."""
    a: Backing
    b: Backing

    @property
    def ground(self) -> Ground:
        """The weaker of the two grounds: what nobody knows, what was judged, what was measured …"""
        order: tuple[Ground, ...] = ("unknown", "judgement", "measured", "documented", "said")
        return min(self.a.ground, self.b.ground, key=order.index)


@dataclass(frozen=True, slots=True)
class FactorDifference:
    """What one factor adds to the lead of A over B."""

    factor: str
    """A factor, or `flags` for the team's concerns."""
    name: str
    amount: float
    attributes: tuple[AttributeDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A against B; B against A is the same with every sign turned."""

    a: str
    b: str
    total: float
    """Score of A less score of B."""
    factors: tuple[FactorDifference, ...]
    """The largest first, whichever sign; they sum to the total."""
    sufficient: tuple[FactorDifference, ...]
    """The fewest reasons for A that outweigh all reasons for B; all of A's where A is behind."""
    best_for_b: FactorDifference | None
    """The strongest single reason for B, None where nothing speaks for it."""
    by_ground: Mapping[Ground, float]
    """How much of the differences, signs aside, rests on what; sums to 1 unless nothing differs."""

    def shown(self, digits: int = 0) -> dict[str, float]:
        """Each factor's difference in points of 100, rounded so that they sum to the shown total."""
        parts = {difference.factor: difference.amount * 100 for difference in self.factors}
        return shown_parts(parts, self.total * 100, digits)


def explain(evaluation: Evaluation, a: str, b: str) -> Explanation:
    """Why A scores above B, or how far behind it is.

    Raises:
        KeyError: the catalog lacks one of them.
    """
    ours, theirs = evaluation.standing(a), evaluation.standing(b)
    names = {factor.id: factor.name for factor in evaluation.catalog.model.factors} | {CONCERNS: "Concerns"}
    attributes = _attributes(evaluation, a, b)
    keys = dict.fromkeys([*ours.contributions, *theirs.contributions])
    factors = [
        FactorDifference(
            key,
            names[key],
            ours.contributions.get(key, 0.0) - theirs.contributions.get(key, 0.0),
            tuple(attributes.get(key, ())),
        )
        for key in keys
    ]
    factors.sort(key=lambda difference: (-abs(difference.amount), difference.factor))
    speaking_for_b = [d for d in factors if d.amount < -SAME]
    return Explanation(
        a,
        b,
        fsum(d.amount for d in factors),
        tuple(factors),
        _sufficient([d for d in factors if d.amount > SAME], speaking_for_b),
        next(iter(speaking_for_b), None),
        _by_ground([d for found in attributes.values() for d in found]),
    )


def _sufficient(for_a: list[FactorDifference], for_b: list[FactorDifference]) -> tuple[FactorDifference, ...]:
    """The shortest run of A's largest reasons whose sum is above all of B's together."""
    against = -fsum(d.amount for d in for_b)
    for count in range(1, len(for_a) + 1):
        if fsum(d.amount for d in for_a[:count]) > against:
            return tuple(for_a[:count])
    return tuple(for_a)


def _attributes(evaluation: Evaluation, a: str, b: str) -> dict[str, list[AttributeDifference]]:
    catalog, assessor = evaluation.catalog, evaluation.evaluator.assessor
    first, second = catalog.framework(a), catalog.framework(b)
    if first is None or second is None:
        raise KeyError(b if first else a)
    usage, session = evaluation.assessment.usage, evaluation.session
    active = {x.attribute.id: x for found in usage.active for x in found}
    differences: dict[str, list[AttributeDifference]] = {}
    for ours, theirs in zip(evaluation.parts(a), evaluation.parts(b), strict=True):
        of: Active = active[ours.attribute.id]
        differences.setdefault(ours.factor, []).append(
            AttributeDifference(
                ours.attribute,
                ours.contribution - theirs.contribution,
                backing(assessor, first, of, usage, session),
                backing(assessor, second, of, usage, session),
            )
        )
    for found in differences.values():
        found.sort(key=lambda d: (-abs(d.amount), d.attribute.id))
    return differences


def _by_ground(differences: list[AttributeDifference]) -> dict[Ground, float]:
    total = fsum(abs(d.amount) for d in differences)
    if total <= SAME:
        return {}
    grounds: dict[Ground, list[float]] = {}
    for difference in differences:
        grounds.setdefault(difference.ground, []).append(abs(difference.amount) / total)
    return {ground: fsum(parts) for ground, parts in grounds.items()}
