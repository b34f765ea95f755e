"""Scores of every candidate under many weightings, with unknown facts drawn from their ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from operator import add

from fwwizard.core.assessment import concern_points
from fwwizard.core.atoms import Term
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.exact import weight_band
from fwwizard.core.samples import Column, Samples, kept

_BLOCK = 4
"""Columns that are added up in one pass."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the scores of one candidate are made of; concerns are already subtracted everywhere."""

    framework: str
    low: Mapping[str, float]
    mid: Mapping[str, float]
    high: Mapping[str, float]
    terms: tuple[Term, ...]
    """Its unknowns in ranked factors."""

    @property
    def known(self) -> bool:
        """Whether nothing about it is unknown that counts."""
        return not self.terms


@dataclass(frozen=True, slots=True)
class _Figures:
    """What figures add to a lead: by the set taken, or their worst where the set lacks them."""

    weight: float
    worst: float
    mid: float
    by_set: Mapping[str, float]

    def moved(self, figure_set: str) -> float:
        return self.weight * (self.by_set.get(figure_set, self.worst) - self.mid)


class Scenarios:
    """The candidates of an evaluation under the fixed samples; columns are made when asked for."""

    def __init__(
        self,
        evaluation: Evaluation,
        samples: Samples,
        fixed: Mapping[str, float] | None = None,
        only: AbstractSet[str] | None = None,
    ) -> None:
        """Prepares the scenarios.

        Args:
            evaluation: whose candidates are scored.
            samples: the draws.
            fixed: weights to score under; None: those drawn from the ranking.
            only: of the candidates those that take part; None: all.
        """
        self.evaluation = evaluation
        self.samples = samples
        self._fixed = fixed
        self._only = only
        self._columns: dict[str, Column] = {}
        self._moved: dict[str, dict[str, Column]] = {}
        self.indices: dict[tuple[str, str], float] = {}
        """The share in which the first of a pair beats the second, as far as somebody asked."""

    @cached_property
    def candidates(self) -> dict[str, Candidate]:
        """Those that take part, by framework, in the order of the ranking; none that is excluded does."""
        return {
            s.framework: self._candidate(s.framework)
            for s in self.evaluation.candidates
            if self._only is None or s.framework in self._only
        }

    @cached_property
    def weights(self) -> dict[str, Column]:
        """The weight of each ranked factor in every sample."""
        if self._fixed is not None:
            return {factor: [weight] * self.samples.count for factor, weight in self._fixed.items()}
        return self.samples.weights(self.evaluation.ranking)

    def at(self, weights: Mapping[str, float]) -> Scenarios:
        """The same candidates and unknowns with weights that stay what they are."""
        there = Scenarios(self.evaluation, self.samples, weights, self._only)
        there.candidates = self.candidates
        there._moved = self._moved
        return there

    @cached_property
    def contenders(self) -> list[str]:
        """Those that some weighting and some state of the unknown facts could put first."""
        best = list(self.candidates.values())
        return [c.framework for c in best if not any(self._surely_below(c, other) for other in best)]

    def column(self, framework: str) -> Column:
        """The score of one candidate in every sample."""
        if framework not in self._columns:
            self._columns[framework] = kept(self._scores(self.candidates[framework]))
        return self._columns[framework]

    def least_lead(self, a: str, b: str) -> float:
        """The least lead of A over B at the weights in force that the unknown facts allow.

        For figures one set is taken for both, so that noise which both share hides no order.
        """
        ours, theirs = self.candidates[a], self.candidates[b]
        weights = self.evaluation.weights
        lead = fsum(w * (ours.mid[f] - theirs.mid[f]) for f, w in weights.items())
        figures: dict[str, list[_Figures]] = {}
        for candidate, sign in ((ours, 1), (theirs, -1)):
            for term in candidate.terms:
                weight = self.evaluation.weight_of(term)
                if term.by_set is None:
                    worst = term.value.low if sign > 0 else term.value.high
                    lead += sign * weight * (worst - term.value.mid)
                else:
                    own = term.value.low if sign > 0 else term.value.high
                    figures.setdefault(term.key, []).append(
                        _Figures(sign * weight, own, term.value.mid, term.by_set)
                    )
        for key, both in figures.items():
            lead += min(fsum(one.moved(s) for one in both) for s in self.sets(key))
        return lead

    def sets(self, key: str) -> list[str]:
        """The scored sets of the measure that an atom's key `figures:MEASURE` names."""
        positions = self.evaluation.evaluator.assessor.positions(key.partition(":")[2])
        return sorted({s for found in positions.values() for s in found.by_set})

    def _candidate(self, framework: str) -> Candidate:
        evaluation = self.evaluation
        model = evaluation.catalog.model
        index = evaluation.index(framework)
        values = evaluation.assessment.values[index]
        concerns = concern_points(evaluation.session, framework)
        ranked = [(i, f.id) for i, f in enumerate(model.factors) if f.id in evaluation.weights]
        terms = evaluation.evaluator.assessor.terms(
            evaluation.catalog.frameworks[index], evaluation.assessment.usage, evaluation.session
        )
        counted = {i for i, _ in ranked}
        return Candidate(
            framework,
            {f: values.low[i] - concerns for i, f in ranked},
            {f: values.mid[i] - concerns for i, f in ranked},
            {f: values.high[i] - concerns for i, f in ranked},
            tuple(t for t in terms if any(i in counted for i, _ in t.shares)),
        )

    def _surely_below(self, a: Candidate, b: Candidate) -> bool:
        # The first partial mean settles most pairs: the best case in the factors ranked first.
        if a is b or any(a.high[f] >= b.low[f] for group in self.evaluation.ranking[:1] for f in group):
            return False
        best_case = {f: a.high[f] - b.low[f] for f in a.high}
        return weight_band(self.evaluation.ranking, best_case)[1] < 0

    def _scores(self, candidate: Candidate) -> list[float]:
        moved = self._moves(candidate)
        if self._fixed is not None:
            scores = [fsum(w * candidate.mid[f] for f, w in self._fixed.items())] * self.samples.count
            for factor, by in moved.items():
                weight = self._fixed[factor]
                scores = [s + weight * m for s, m in zip(scores, by, strict=True)]
            return scores
        factors = list(self.weights)
        scores = _weighted([candidate.mid[f] for f in factors], [self.weights[f] for f in factors])
        for factor, by in moved.items():
            scores = [s + w * m for s, w, m in zip(scores, self.weights[factor], by, strict=True)]
        return scores

    def _moves(self, candidate: Candidate) -> dict[str, Column]:
        """How far the unknowns move each factor of a candidate in every sample; whatever the weights."""
        if candidate.framework not in self._moved:
            moved: dict[str, list[float]] = {}
            model = self.evaluation.catalog.model
            for term in candidate.terms:
                for index, share in term.shares:
                    factor = model.factors[index].id
                    if factor in candidate.mid:
                        drawn = self._deviations(candidate.framework, term, share)
                        moved[factor] = list(map(add, moved[factor], drawn)) if factor in moved else drawn
            self._moved[candidate.framework] = {factor: kept(by) for factor, by in moved.items()}
        return self._moved[candidate.framework]

    def _deviations(self, framework: str, term: Term, share: float) -> list[float]:
        """How far the unknown lies from its scored value in every sample, times a share."""
        low, span, mid = term.value.low, term.value.width, term.value.mid
        if term.by_set is None:
            return [share * (low + span * u - mid) for u in self.samples.uniform(f"{framework}:{term.key}")]
        sets = self.sets(term.key)
        drawn = self.samples.choices(term.key, len(sets))
        by_set = [share * (term.by_set[s] - mid) if s in term.by_set else None for s in sets]
        everywhere = [d for d in by_set if d is not None]
        if len(everywhere) == len(sets):
            return list(map(everywhere.__getitem__, drawn))
        own = self.samples.uniform(f"{framework}:{term.key}")
        found = map(by_set.__getitem__, drawn)
        return [share * (low + span * u - mid) if d is None else d for u, d in zip(own, found, strict=True)]


def _weighted(values: Sequence[float], columns: Sequence[Column]) -> list[float]:
    """The weighted sum in every sample, a few factors a pass: the fastest that plain Python does."""
    zero: Column = [0.0] * len(columns[0]) if columns else []
    sums: Sequence[float] = zero
    for start in range(0, len(values), _BLOCK):
        a, b, c, d = [*values[start : start + _BLOCK], 0.0, 0.0, 0.0][:_BLOCK]
        v, w, x, y = [*columns[start : start + _BLOCK], zero, zero, zero][:_BLOCK]
        sums = [s + a * p + b * q + c * r + d * t for s, p, q, r, t in zip(sums, v, w, x, y, strict=True)]
    return list(sums)
