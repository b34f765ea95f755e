"""The one entry that views use: catalog and session to a ranking with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from operator import mul

from fwwizard.core.assessment import Assessment, Assessor, FactorValues, concern_points
from fwwizard.core.atoms import Term
from fwwizard.core.catalog import Framework
from fwwizard.core.checks import made_elsewhere
from fwwizard.core.exact import weight_band
from fwwizard.core.flags import Finding
from fwwizard.core.gates import Gate, Reason, Status
from fwwizard.core.interval import Interval
from fwwizard.core.model import Attribute, Catalog
from fwwizard.core.retiring import retire
from fwwizard.core.samples import Samples
from fwwizard.core.session import FlagVerdict, Ranking, Session
from fwwizard.core.weights import effective_ranking, known_priorities, weights_of

SAME_SCORE = 1e-9
"""Scores that differ by no more share a rank."""

CONCERNS = "flags"
"""The key of the team's concerns among the contributions."""


@dataclass(frozen=True, slots=True)
class FlagCounts:
    """How many signs of a framework are raised, raised without the team's verdict, and unknown."""

    raised: int
    open: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one framework stands."""

    framework: str
    name: str
    status: Status
    rank: int | None
    """Among passing and conditional ones, from 1; None for an excluded one."""
    rank_if_waived: int | None
    """The rank that an excluded one would have; None for the others."""
    score: float
    """The sum of the contributions; 0..1 but for concerns."""
    band: tuple[float, float]
    """The lowest and highest score that the unknown facts allow."""
    contributions: Mapping[str, float]
    """By ranked factor; concerns, if any, under `flags` as a negative part."""
    reasons: tuple[Reason, ...]
    flags: FlagCounts

    @property
    def uncertain(self) -> bool:
        """Whether unknown facts could move the score."""
        return self.band[1] - self.band[0] > SAME_SCORE


@dataclass(frozen=True, slots=True)
class Part:
    """What one attribute adds to a score: weight times value."""

    factor: str
    attribute: Attribute
    weight: float
    """The attribute's share of the whole, weight of the factor times share within it."""
    value: Interval

    @property
    def contribution(self) -> float:
        """The part of the score, 0..1."""
        return self.weight * self.value.mid


class Evaluator:
    """Evaluates sessions against one catalog; the same session always gives the same digits."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.assessor = Assessor(catalog)
        self.indices = {framework.id: i for i, framework in enumerate(catalog.frameworks)}
        self._samples: dict[int, Samples] = {}

    @cached_property
    def overlaid(self) -> frozenset[str]:
        """The frameworks of which the user's overlay says something, or everything."""
        return frozenset(framework.id for framework in self.catalog.frameworks if framework.has_own)

    def samples(self, count: int) -> Samples:
        """The fixed samples of a size."""
        if count not in self._samples:
            self._samples[count] = Samples(count)
        return self._samples[count]

    def evaluate(self, session: Session, previous: Evaluation | None = None) -> Evaluation:
        """Everything that follows from the session.

        Answers of another catalog's session whose ids this catalog lacks are ignored: the
        evaluation holds the session without them.

        Args:
            session: the answers.
            previous: an evaluation by this evaluator; what cannot have changed since is taken
                over from it. The result is the same without.
        """
        before = previous.assessment if previous is not None and previous.evaluator is self else None
        if made_elsewhere(self.catalog, session):
            session = retire(self.catalog, session)
        return Evaluation(self, session, self.assessor.assess(session, before))


def evaluate(catalog: Catalog, session: Session) -> Evaluation:
    """Everything that follows from a catalog and a session."""
    return Evaluator(catalog).evaluate(session)


class Evaluation:
    """What follows from a catalog and a session: computed, never stored as truth."""

    def __init__(self, evaluator: Evaluator, session: Session, assessment: Assessment) -> None:
        self.evaluator = evaluator
        self.session = session
        self.assessment = assessment
        priorities = known_priorities(evaluator.catalog.model, session.priorities)
        self.weights: Mapping[str, float] = weights_of(priorities)
        self.ranking: Ranking = effective_ranking(priorities)
        self.standings: tuple[Standing, ...] = self._standings()
        self._by_id = {standing.framework: standing for standing in self.standings}

    @property
    def catalog(self) -> Catalog:
        """The catalog that was read."""
        return self.evaluator.catalog

    @property
    def provisional(self) -> bool:
        """Whether the person has not yet confirmed a ranking of the priorities."""
        return not self.session.priorities.confirmed

    @property
    def tells_winner(self) -> bool:
        """Whether the order means anything: a start with everything tied and unconfirmed does not."""
        return not self.provisional or len(self.ranking) > 1 or len(self.weights) == 1

    @cached_property
    def candidates(self) -> tuple[Standing, ...]:
        """Passing and conditional ones, by score."""
        return tuple(s for s in self.standings if s.status != "excluded")

    @cached_property
    def passing(self) -> tuple[Standing, ...]:
        """Those that meet every must, by score."""
        return tuple(s for s in self.standings if s.status == "passes")

    @property
    def contest(self) -> tuple[Standing, ...]:
        """Those among whom the winner is: the passing ones, or the conditional ones if none passes."""
        return self.passing or self.candidates

    @cached_property
    def excluded(self) -> tuple[Standing, ...]:
        """Those that a gate keeps out, by the score that they would have."""
        return tuple(s for s in self.standings if s.status == "excluded")

    @property
    def leader(self) -> Standing | None:
        """The best passing one, else the best conditional one, else None."""
        return next(iter(self.contest), None)

    @property
    def leader_id(self) -> str:
        """The leader for the change log; empty where nobody leads or the order means nothing yet."""
        return self.leader.framework if self.leader is not None and self.tells_winner else ""

    @property
    def runner_up(self) -> Standing | None:
        """The best candidate behind the leader of the leader's status, else the best other one."""
        leader = self.leader
        others = [s for s in self.candidates if s is not leader]
        alike = [s for s in others if leader is not None and s.status == leader.status]
        return next(iter(alike), next(iter(others), None))

    def standing(self, framework: str) -> Standing:
        """Where a framework stands.

        Raises:
            KeyError: the catalog has no such framework.
        """
        return self._by_id[framework]

    def scored_values(self, framework: str) -> Mapping[str, float]:
        """The value of a framework in every ranked factor, its concerns taken off each.

        Weights sum to 1, so that the weighted sum of these is the score.
        """
        values = self.assessment.values[self.index(framework)].mid
        concerns = concern_points(self.session, framework)
        factors = self.catalog.model.factors
        return {f.id: v - concerns for f, v in zip(factors, values, strict=True) if f.id in self.weights}

    def terms(self, framework: str) -> tuple[Term, ...]:
        """What is not exactly known of a framework."""
        found = self.catalog.frameworks[self.index(framework)]
        return self.evaluator.assessor.terms(found, self.assessment.usage, self.session)

    def weight_of(self, term: Term) -> float:
        """How much of the whole score an unknown carries."""
        factors = self.catalog.model.factors
        return fsum(share * self.weights.get(factors[i].id, 0.0) for i, share in term.shares)

    def index(self, framework: str) -> int:
        """The place of a framework in the catalog."""
        return self.evaluator.indices[framework]

    def findings(self, framework: str) -> Mapping[str, Finding]:
        """The state of every flag of a framework, by flag."""
        return self.evaluator.assessor.findings.get(framework, {})

    def parts(self, framework: str) -> tuple[Part, ...]:
        """What each active attribute of each ranked factor adds to a framework's score."""
        found = self.catalog.framework(framework)
        if found is None:
            raise KeyError(framework)
        assessor, usage = self.evaluator.assessor, self.assessment.usage
        return tuple(
            Part(factor.id, a.attribute, weight * a.share, assessor.value(found, a, usage, self.session))
            for factor, active in zip(self.catalog.model.factors, usage.active, strict=True)
            if (weight := self.weights.get(factor.id, 0.0)) > 0
            for a in active
        )

    def weight_band(self, framework: str) -> tuple[float, float]:
        """The least and greatest score of a framework over the weightings that the ranking allows."""
        values = self.assessment.values[self.index(framework)]
        factors = (factor.id for factor in self.catalog.model.factors)
        least, greatest = weight_band(self.ranking, dict(zip(factors, values.mid, strict=True)))
        concerns = concern_points(self.session, framework)
        return (least - concerns, greatest - concerns)

    def _standings(self) -> tuple[Standing, ...]:
        factors = [factor.id for factor in self.catalog.model.factors]
        weights = [self.weights.get(factor, 0.0) for factor in factors]
        rows = [
            self._standing(framework, values, gate, factors, weights)
            for framework, values, gate in zip(
                self.catalog.frameworks, self.assessment.values, self.assessment.gates, strict=True
            )
        ]
        return _ranked(rows)

    def _standing(
        self, framework: Framework, values: FactorValues, gate: Gate, factors: list[str], weights: list[float]
    ) -> Standing:
        concerns = concern_points(self.session, framework.id)
        contributions = {
            factor: weight * value
            for factor, weight, value in zip(factors, weights, values.mid, strict=True)
            if factor in self.weights
        }
        if concerns:
            contributions[CONCERNS] = -concerns
        low, high = (fsum([*map(mul, weights, ends), -concerns]) for ends in (values.low, values.high))
        return Standing(
            framework=framework.id,
            name=framework.name,
            status=gate.status,
            rank=None,
            rank_if_waived=None,
            score=fsum(contributions.values()),
            band=(low, high),
            contributions=contributions,
            reasons=gate.reasons,
            flags=self._flag_counts(framework.id),
        )

    def _flag_counts(self, framework: str) -> FlagCounts:
        said: Mapping[str, FlagVerdict] = self.session.flags.get(framework, {})
        states = self.findings(framework)
        raised = [flag for flag, finding in states.items() if finding.state == "raised"]
        unknown = sum(finding.state == "unknown" for finding in states.values())
        return FlagCounts(len(raised), sum(flag not in said for flag in raised), unknown)


def _ranked(rows: list[Standing]) -> tuple[Standing, ...]:
    """Candidates by score with their ranks, then the excluded by score with the rank if waived."""
    rows = sorted(rows, key=lambda s: (s.status == "excluded", -s.score, s.name, s.framework))
    candidates = [row for row in rows if row.status != "excluded"]
    ranked: list[Standing] = []
    for row in candidates:
        tied = bool(ranked) and abs(ranked[-1].score - row.score) <= SAME_SCORE
        ranked.append(_with(row, rank=ranked[-1].rank if tied else len(ranked) + 1))
    waived = [
        _with(row, waived=1 + sum(c.score > row.score + SAME_SCORE for c in candidates))
        for row in rows[len(candidates) :]
    ]
    return (*ranked, *waived)


def _with(row: Standing, rank: int | None = None, waived: int | None = None) -> Standing:
    """`dataclasses.replace` for the two ranks, without its cost."""
    return Standing(
        row.framework, row.name, row.status, rank, waived, row.score, row.band,
        row.contributions, row.reasons, row.flags,
    )  # fmt: skip
