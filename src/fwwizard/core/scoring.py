"""Scores alone, for thousands of sessions that differ in a few answers: no bands, gates or ranks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from math import fsum
from operator import mul

from fwwizard.core.assessment import EVERYONE_ALIKE, Assessor, total
from fwwizard.core.catalog import Framework
from fwwizard.core.model import Need, Requirement
from fwwizard.core.session import Priorities, Session
from fwwizard.core.usage import Active, Usage, usage_of
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Needs,
)
from fwwizard.core.weights import known_priorities, weights_of

Column = Sequence[float]
"""One number a framework, in the order of the catalog."""


class Scorer:
    """Scores sessions against one catalog; a value that was computed once is kept."""

    def __init__(self, assessor: Assessor) -> None:
        self._assessor = assessor
        self._model = assessor.catalog.model
        self._frameworks = assessor.catalog.frameworks
        self._kept: dict[Hashable, Column] = {}
        self._weights: list[tuple[Priorities, dict[str, float]]] = []

    def scores(self, session: Session) -> Column:
        """The score of every framework as an evaluation gives it, but for the team's concerns."""
        usage = usage_of(self._model, session)
        weights = self._weights_of(session.priorities)
        shares: list[float] = []
        columns: list[Column] = []
        alike = 0.0
        for factor, active in zip(self._model.factors, usage.active, strict=True):
            weight = weights.get(factor.id, 0.0)
            if not active:
                alike += weight * EVERYONE_ALIKE
            elif weight:
                shares += [weight * one.share for one in active]
                columns += [self._column(one, usage, session) for one in active]
        if not columns:
            return [alike] * len(self._frameworks)
        return [alike + fsum(map(mul, shares, row)) for row in zip(*columns, strict=True)]

    def _weights_of(self, priorities: Priorities) -> dict[str, float]:
        # Sessions made of two others hold the very priorities of one of them.
        for known, weights in self._weights:
            if known is priorities:
                return weights
        weights = weights_of(known_priorities(self._model, priorities))
        self._weights.append((priorities, weights))
        return weights

    def _column(self, active: Active, usage: Usage, session: Session) -> Column:
        """The values of one active attribute: its parts are kept where it is a mean of them."""
        key: Hashable
        match active.attribute.value:
            case CapabilityMean():
                parts = [self._capability(c) for c in active.capabilities]
                return self._mean(("capabilities", active.capabilities), parts)
            case Coverage():
                key = ("wishes", *(wish.id for wish in usage.wishes))
                return self._mean(key, [self._wish(wish) for wish in usage.wishes])
            case Needs():
                key = ("needs", *(need.id for need in usage.needs))
                return self._mean(key, [self._need(need) for need in usage.needs])
            case _:
                key = ("attribute", active.attribute.id, _read(active, session))
                return self._keep(key, lambda f: self._assessor.value(f, active, usage, session).mid)

    def _capability(self, capability: str) -> Column:
        key = ("capability", capability)
        return self._keep(key, lambda f: self._assessor.capability(f, capability).value.mid)

    def _wish(self, wish: Requirement) -> Column:
        return self._keep(("wish", wish.id), lambda f: self._assessor.wish(f, wish).value.mid)

    def _need(self, need: Need) -> Column:
        return self._keep(("need", need.id), lambda f: total(self._assessor.need(f, need)).mid)

    def _mean(self, key: Hashable, columns: Sequence[Column]) -> Column:
        if key not in self._kept:
            self._kept[key] = [fsum(row) / len(columns) for row in zip(*columns, strict=True)]
        return self._kept[key]

    def _keep(self, key: Hashable, value: Callable[[Framework], float]) -> Column:
        if key not in self._kept:
            self._kept[key] = [value(framework) for framework in self._frameworks]
        return self._kept[key]


def _read(active: Active, session: Session) -> Hashable:
    """What the value of an attribute takes from the answers."""
    match active.attribute.value:
        case LanguageFit():
            return frozenset(session.project.languages.items())
        case ExperienceFit() | LearningCurve():
            return frozenset(session.project.experience.items())
        case Figures():
            return session.targets.get(active.attribute.id)
        case _:
            return None
