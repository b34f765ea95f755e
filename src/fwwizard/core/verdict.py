"""The verdict in sentences: who leads, by how much, and what to relax where nobody passes."""

from __future__ import annotations

from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Standing
from fwwizard.core.rounding import points


def headline(evaluation: Evaluation) -> str:
    """The outcome in one or two sentences, to be read aloud."""
    if not evaluation.tells_winner:
        return "No winner yet: every priority is tied. Rank what matters to the team first."
    leader = evaluation.leader
    if leader is None:
        return "No framework meets every must."
    start = "Provisional, until the ranking is confirmed: " if evaluation.provisional else ""
    if leader.status == "conditional":
        return f"{start}{leader.name} leads if confirmed, with {points(leader.score)} of 100."
    return f"{start}{_lead(leader, evaluation)}{_ahead_if_confirmed(leader, evaluation)}"


def decided(evaluation: Evaluation) -> str:
    """What the record says was chosen, and how that stands now; empty where nothing was chosen."""
    decision = evaluation.session.decision
    if not decision.chosen:
        return ""
    framework = evaluation.catalog.framework(decision.chosen)
    if framework is None:
        return f"{decision.chosen} is {decision.status} on record; this catalog does not have it."
    start = f"{framework.name} is {decision.status} on record"
    standing = evaluation.standing(framework.id)
    if standing.status == "excluded":
        reason = next(r.text for r in standing.reasons if r.status == "excluded")
        return f"{start}, and out now: {reason}."
    if not evaluation.tells_winner:
        return f"{start}."
    leader = evaluation.leader
    if leader is None or leader.framework == framework.id:
        return f"{start}, and leads."
    return f"{start}; now {leader.name} leads, and it stands at rank {standing.rank}."


def _lead(leader: Standing, evaluation: Evaluation) -> str:
    runner_up = evaluation.runner_up
    if runner_up is None or runner_up.status != leader.status:
        return f"{leader.name} is the only framework that passes, with {points(leader.score)} of 100."
    shared = [s.name for s in evaluation.passing if abs(s.score - leader.score) <= SAME_SCORE]
    if len(shared) > 1:
        return f"{listed(shared)} share the lead with {points(leader.score)} of 100."
    ahead = points(leader.score) - points(runner_up.score)
    if ahead == 0:
        tenths = max(0.1, round((leader.score - runner_up.score) * 100, 1))
        by = f"{tenths:.1f} of a point"
    else:
        by = f"{ahead} {'point' if ahead == 1 else 'points'}"
    return f"{leader.name} leads with {points(leader.score)} of 100, {by} ahead of {runner_up.name}."


def _ahead_if_confirmed(leader: Standing, evaluation: Evaluation) -> str:
    """Names the best conditional one where it scores higher than the best passing one."""
    best = next((s for s in evaluation.candidates if s.status == "conditional"), None)
    if best is None or best.score <= leader.score + SAME_SCORE:
        return ""
    what = "; ".join(reason.text for reason in best.reasons)
    return f" {best.name} would score {points(best.score)}, if confirmed: {what}."


def least_unmet(evaluation: Evaluation, count: int = 3) -> tuple[Standing, ...]:
    """The excluded ones with the fewest unmet gates, the better score first among equals."""
    return tuple(sorted(evaluation.excluded, key=_unmet)[:count])


def _unmet(standing: Standing) -> tuple[int, float, str]:
    unmet = sum(reason.status == "excluded" for reason in standing.reasons)
    return (unmet, -standing.score, standing.name)


def listed(names: list[str], word: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`; or with another word."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
