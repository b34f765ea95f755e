"""What a change did to the ranking: who moved, and one sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fwwizard.core.evaluation import CONCERNS, SAME_SCORE, Evaluation, Standing
from fwwizard.core.explanation import explain

NAMED_PARTS = 2
"""How many factors the sentence names."""
SMALLEST = 0.05
"""Points of 100 below which a difference shows as 0.0 and is not named."""


@dataclass(frozen=True, slots=True)
class Movement:
    """From one evaluation to the next."""

    ranks: Mapping[str, int] = field(default_factory=dict)
    """Places won (positive) or lost, by framework; who kept its place or has none is left out."""
    sentence: str = ""
    """One clause, without a full stop; empty before the first change."""


def movement(before: Evaluation, after: Evaluation) -> Movement:
    """What moved between two evaluations of one catalog."""
    old = {standing.framework: standing.rank for standing in before.standings}
    ranks = {
        s.framework: places
        for s in after.candidates
        if s.rank is not None and (was := old.get(s.framework)) is not None and (places := was - s.rank) != 0
    }
    return Movement(ranks, _sentence(before, after, ranks))


def _sentence(before: Evaluation, after: Evaluation, ranks: Mapping[str, int]) -> str:
    if not after.tells_winner:
        return "every priority is tied: no order yet"
    clauses = [clause for clause in (_gates(before, after), _order(before, after, ranks)) if clause]
    return "; ".join(clauses) or _scores(before, after)


def _gates(before: Evaluation, after: Evaluation) -> str:
    """Who dropped out or came back."""
    was_out = {s.framework for s in before.excluded}
    dropped = [s for s in after.excluded if s.framework not in was_out]
    returned = [s for s in after.candidates if s.framework in was_out]
    clauses = []
    if dropped:
        why = next((f": {r.text}" for r in dropped[0].reasons if r.status == "excluded"), "")
        clauses.append(f"{_named(dropped)} dropped out" + (why if len(dropped) == 1 else ""))
    if returned:
        clauses.append(f"{_named(returned)} came back")
    return ", ".join(clauses)


def _named(standings: list[Standing], at_most: int = 3) -> str:
    names = [s.name for s in standings]
    if len(names) > at_most:
        return f"{len(names)} frameworks"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _order(before: Evaluation, after: Evaluation, ranks: Mapping[str, int]) -> str:
    """Who passed whom, the highest place first, with the factors that did it."""
    new, old = after.leader, before.leader
    if new and old and new.framework != old.framework and before.tells_winner:
        if old.framework not in {s.framework for s in after.candidates}:
            return f"{new.name} leads now"
        return _passed(before, after, new.framework, old.framework)
    risen = [s for s in after.candidates if ranks.get(s.framework, 0) > 0]
    for standing in risen:
        beaten = _beaten_by(before, after, standing)
        if beaten:
            others = len(risen) - 1
            more = f"; {others} more moved up" if others else ""
            return _passed(before, after, standing.framework, beaten.framework) + more
    return ""


def _beaten_by(before: Evaluation, after: Evaluation, standing: Standing) -> Standing | None:
    """The best one that stood above before and stands below now."""
    was = before.standing(standing.framework)
    for other in after.candidates:
        above = before.standing(other.framework)
        if above.status == "excluded" or other.framework == standing.framework:
            continue
        if above.score > was.score - SAME_SCORE and other.score < standing.score - SAME_SCORE:
            return other
    return None


def _passed(before: Evaluation, after: Evaluation, winner: str, loser: str) -> str:
    """`A passed B: team +4.1, time to market +1.0`: what each factor adds to the lead, in points."""
    now, then = explain(after, winner, loser), explain(before, winner, loser)
    was = {d.factor: d.amount for d in then.factors}
    gains = {d.factor: (d.amount - was.pop(d.factor, 0.0)) * 100 for d in now.factors}
    gains |= {factor: -amount * 100 for factor, amount in was.items()}
    names = {factor.id: factor.name for factor in after.catalog.model.factors} | {CONCERNS: "Concerns"}
    largest = sorted(gains.items(), key=lambda item: (-item[1], item[0]))[:NAMED_PARTS]
    parts = [f"{lowered(names[factor])} {gain:+.1f}" for factor, gain in largest if gain >= SMALLEST]
    first, second = after.standing(winner).name, after.standing(loser).name
    return f"{first} passed {second}" + (f": {', '.join(parts)}" if parts else "")


def _scores(before: Evaluation, after: Evaluation) -> str:
    """No rank changed: what the leader's score did instead."""
    leader = after.leader
    if leader is None:
        return "nobody passes"
    by = (leader.score - before.standing(leader.framework).score) * 100
    if abs(by) < SMALLEST:
        return "no rank changed"
    return f"no rank changed; {leader.name} {by:+.1f}"


def lowered(name: str) -> str:
    """A name as it stands within a sentence: a first capital goes unless the word has more of them."""
    first = name.split(" ", maxsplit=1)[0]
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]
