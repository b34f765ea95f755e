"""What is worth finding out: unknowns ranked by the chance that learning them changes the winner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fwwizard.core.atoms import Term
from fwwizard.core.catalog import LEVELS
from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Standing
from fwwizard.core.gates import default_level
from fwwizard.core.session import must_level

QuestionKind = Literal["flag", "must", "fact"]


@dataclass(frozen=True, slots=True)
class Question:
    """Something unknown, and how likely its answer makes another framework the winner."""

    kind: QuestionKind
    framework: str
    """Empty for a sign that is unknown for every candidate."""
    id: str
    """The evidence, the requirement or the flag."""
    probability: float | None
    """In [0, 1]; None for a flag, whose answer moves the team and not the score."""


def questions(evaluation: Evaluation) -> tuple[Question, ...]:
    """What to find out, the most decisive first; what cannot change the winner is left out.

    A sign unknown for every candidate stands first. A fact is drawn evenly from its range, with
    everything else as it is scored; a level that a must needs is drawn evenly from the four.
    """
    asked = [*_facts(evaluation), *_musts(evaluation)]
    asked.sort(key=lambda q: (-(q.probability or 0.0), q.framework, q.id))
    return (*_flags(evaluation), *asked)


def _flags(evaluation: Evaluation) -> list[Question]:
    candidates = evaluation.candidates
    return [
        Question("flag", "", rule.id, None)
        for rule in evaluation.catalog.model.flags
        if candidates
        and all(evaluation.findings(s.framework)[rule.id].state == "unknown" for s in candidates)
    ]


def _facts(evaluation: Evaluation) -> list[Question]:
    leader = evaluation.leader
    if leader is None:
        return []
    found = []
    for standing in evaluation.contest:
        for term in evaluation.terms(standing.framework):
            chance = _chance(evaluation, leader, standing, term)
            if chance > 0:
                found.append(Question("fact", standing.framework, term.key, chance))
    return found


def _chance(evaluation: Evaluation, leader: Standing, standing: Standing, term: Term) -> float:
    """The share of the term's range, or of its sets, in which another framework leads."""
    weight = evaluation.weight_of(term)
    if weight <= 0:
        return 0.0
    if standing is leader:
        best = max((s.score for s in evaluation.contest if s is not leader), default=None)
        if best is None:
            return 0.0
        turning = term.value.mid + (best - leader.score) / weight
        return _below(term, turning - SAME_SCORE)
    turning = term.value.mid + (leader.score - standing.score) / weight
    return 1 - _below(term, turning + SAME_SCORE)


def _below(term: Term, value: float) -> float:
    """The chance that the unknown is below a value."""
    if term.by_set is not None:
        return sum(place < value for place in term.by_set.values()) / len(term.by_set)
    return min(1.0, max(0.0, (value - term.value.low) / term.value.width))


def _musts(evaluation: Evaluation) -> list[Question]:
    """Conditional candidates that would lead once a single unknown must is confirmed."""
    leader = evaluation.leader
    requirements = {r.id: r for r in evaluation.catalog.model.requirements}
    found = []
    for standing in evaluation.candidates:
        ahead = leader is None or standing.score > leader.score + SAME_SCORE
        if standing.status != "conditional" or not ahead:
            continue
        chances = []
        for reason in standing.reasons:
            requirement = requirements.get(reason.id)
            if requirement is None or not requirement.capability:
                chances.append(0.5)
                continue
            level = must_level(evaluation.session.checklist.get(reason.id), default_level(requirement))
            enough = LEVELS.index(level) + 1 if level in LEVELS else len(LEVELS)
            chances.append(enough / len(LEVELS))
        if len(chances) == 1:
            found.append(Question("must", standing.framework, standing.reasons[0].id, chances[0]))
    return found
