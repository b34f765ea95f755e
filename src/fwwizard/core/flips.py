"""What would change the winner: the nearest rankings, one weight, a must, a flag, a need, a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import fsum
from typing import Literal

from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Standing
from fwwizard.core.nearby import MOST_SWAPS, neighbors
from fwwizard.core.session import FlagVerdict, Priorities, Ranking, Session
from fwwizard.core.weights import from_ranking

FlipKind = Literal["ranking", "weight", "must", "flag", "need", "fact"]
Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Flip:
    """One change of the answers, or of a fact, that makes another framework the winner."""

    kind: FlipKind
    winner: str
    swaps: int = 0
    """For a ranking: how many adjacent swaps away it is."""
    ranking: Ranking = ()
    factor: str = ""
    weight: float | None = None
    """For a weight: where the leader changes, other weights in proportion, in (0, 1)."""
    requirement: str = ""
    framework: str = ""
    id: str = ""
    """The flag, the need or the evidence that decides."""
    change: str = ""
    """For a flag the verdict, for a need `tick` or `untick`, for a fact `lowest` or `highest`."""


def flips(evaluation: Evaluation, stopped: Stopped | None = None) -> tuple[Flip, ...]:
    """All flips, kind by kind; those found so far where the work was given up.

    A winner is the best passing framework, or the best conditional one where none passes; a flip
    to or from nobody is none.
    """
    leader = evaluation.leader
    if leader is None or not evaluation.weights:
        return ()
    found: list[Flip] = []
    kinds: tuple[Callable[[], Iterator[Flip]], ...] = (
        lambda: _rankings(evaluation, leader, stopped),
        lambda: _weights(evaluation, leader),
        lambda: _musts(evaluation, leader),
        lambda: _flags(evaluation, leader),
        lambda: _facts(evaluation, leader),
        lambda: _needs(evaluation, leader, stopped),
    )
    for kind in kinds:
        if stopped is not None and stopped():
            break
        found += kind()
    return tuple(found)


def _rankings(evaluation: Evaluation, leader: Standing, stopped: Stopped | None) -> Iterator[Flip]:
    """The rankings with another winner at the smallest number of adjacent swaps, up to three.

    Breadth first over the rankings; only frameworks that are ahead of the leader in some factor
    can overtake it and are scored.
    """
    values = {s.framework: evaluation.scored_values(s.framework) for s in evaluation.contest}
    ours = values[leader.framework]
    rivals = {
        name: found for name, found in values.items() if any(found[f] > ours[f] + SAME_SCORE for f in ours)
    }
    seen, edge = {_key(evaluation.ranking)}, [evaluation.ranking]
    for swaps in range(1, MOST_SWAPS + 1):
        if not rivals or (stopped is not None and stopped()):
            return
        edge = [n for ranking in edge for n in neighbors(ranking) if _new(n, seen)]
        hit = False
        for ranking in edge:
            weights = from_ranking(ranking)
            lead, winner = max(
                (fsum(w * (found[f] - ours[f]) for f, w in weights.items()), name)
                for name, found in rivals.items()
            )
            if lead > SAME_SCORE:
                hit = True
                yield Flip("ranking", winner, swaps=swaps, ranking=ranking)
        if hit:
            return


def _key(ranking: Ranking) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in ranking)


def _new(ranking: Ranking, seen: set[tuple[frozenset[str], ...]]) -> bool:
    key = _key(ranking)
    if key in seen:
        return False
    seen.add(key)
    return True


def _weights(evaluation: Evaluation, leader: Standing) -> Iterator[Flip]:
    """For each factor the nearest weight below and above at which the leader changes."""
    ours = evaluation.scored_values(leader.framework)
    rivals = [(s, evaluation.scored_values(s.framework)) for s in evaluation.contest if s is not leader]
    for factor, weight in evaluation.weights.items():
        if weight >= 1:
            continue
        below: list[tuple[float, float, str]] = []
        above: list[tuple[float, float, str]] = []
        for rival, theirs in rivals:
            in_factor = ours[factor] - theirs[factor]
            elsewhere = (leader.score - rival.score - weight * in_factor) / (1 - weight)
            if abs(elsewhere - in_factor) <= SAME_SCORE:
                continue
            at = elsewhere / (elsewhere - in_factor)
            # The lead is a straight line over the weight: below 0 at its left or at its right end.
            if at > 0 and elsewhere < 0:
                below.append((-at, elsewhere, rival.framework))
            elif at < 1 and in_factor < 0:
                above.append((at, in_factor, rival.framework))
        for side in (below, above):
            if side:
                # Of those that meet the leader first, the one that falls away fastest leads beyond.
                at, _, winner = min(side)
                yield Flip("weight", winner, factor=factor, weight=abs(at))


def _musts(evaluation: Evaluation, leader: Standing) -> Iterator[Flip]:
    """The musts whose waiver alone brings back a framework that scores higher than the leader.

    Waived means wanted: the values stay as they are, only the gate opens.
    """
    best: dict[str, Standing] = {}
    for standing in sorted(evaluation.standings, key=lambda s: -s.score):
        ids = {(reason.kind, reason.id) for reason in standing.reasons}
        if standing.score > leader.score + SAME_SCORE and len(ids) == 1:
            kind, requirement = ids.pop()
            if kind in ("must", "target") and requirement not in best:
                best[requirement] = standing
    for requirement, standing in best.items():
        yield Flip("must", standing.framework, requirement=requirement)


def _flags(evaluation: Evaluation, leader: Standing) -> Iterator[Flip]:
    """Verdicts given that decide, and major concerns about the leader that would."""
    session = evaluation.session
    for framework, said in session.flags.items():
        for flag, verdict in said.items():
            if verdict.verdict != "accept":
                changed = _winner(evaluation, _with_verdict(session, framework, flag, None))
                if changed not in ("", leader.framework):
                    yield Flip("flag", changed, framework=framework, id=flag, change="none")
    given = session.flags.get(leader.framework, {})
    for flag, finding in evaluation.findings(leader.framework).items():
        if flag not in given and finding.state in ("raised", "watch"):
            concern = FlagVerdict("concern", "major")
            changed = _winner(evaluation, _with_verdict(session, leader.framework, flag, concern))
            if changed not in ("", leader.framework):
                yield Flip("flag", changed, framework=leader.framework, id=flag, change="concern")


def _with_verdict(session: Session, framework: str, flag: str, verdict: FlagVerdict | None) -> Session:
    said = {key: value for key, value in session.flags.get(framework, {}).items() if key != flag}
    if verdict is not None:
        said[flag] = verdict
    return replace(session, flags={**session.flags, framework: said})


def _needs(evaluation: Evaluation, leader: Standing, stopped: Stopped | None) -> Iterator[Flip]:
    """The single needs whose tick, put or taken away, makes another winner."""
    session = evaluation.session
    for need in evaluation.catalog.model.needs:
        if stopped is not None and stopped():
            return
        ticked = need.id in session.project.needs
        rest = tuple(n for n in session.project.needs if n != need.id)
        needs = rest if ticked else (*rest, need.id)
        changed = _winner(evaluation, replace(session, project=replace(session.project, needs=needs)))
        if changed not in ("", leader.framework):
            yield Flip("need", changed, id=need.id, change="untick" if ticked else "tick")


def _facts(evaluation: Evaluation, leader: Standing) -> Iterator[Flip]:
    """Unknown facts that decide alone: the leader's at their worst, a rival's at their best."""
    best = next((s for s in evaluation.contest if s is not leader), None)
    for standing in evaluation.contest:
        name = standing.framework
        for term in evaluation.terms(name):
            weight = evaluation.weight_of(term)
            if standing is leader:
                score = leader.score + weight * (term.value.low - term.value.mid)
                if best is not None and best.score > score + SAME_SCORE:
                    yield Flip("fact", best.framework, framework=name, id=term.key, change="lowest")
            elif standing.score + weight * (term.value.high - term.value.mid) > leader.score + SAME_SCORE:
                yield Flip("fact", name, framework=name, id=term.key, change="highest")


def _winner(evaluation: Evaluation, session: Session) -> str:
    changed = evaluation.evaluator.evaluate(session, evaluation)
    return next((s.framework for s in changed.contest), "")


def apply(session: Session, flip: Flip) -> Session:
    """The session with a ranking, must, flag or need flip applied.

    Raises:
        ValueError: weights follow from the ranking and facts are the catalog's: neither is an answer.
    """
    match flip.kind:
        case "ranking":
            ignored = session.priorities.ignored
            return replace(session, priorities=Priorities(flip.ranking, confirmed=True, ignored=ignored))
        case "must":
            return replace(session, checklist={**session.checklist, flip.requirement: "want"})
        case "flag":
            verdict = FlagVerdict("concern", "major") if flip.change == "concern" else None
            return _with_verdict(session, flip.framework, flip.id, verdict)
        case "need":
            needs = tuple(n for n in session.project.needs if n != flip.id)
            needs = (*needs, flip.id) if flip.change == "tick" else needs
            return replace(session, project=replace(session.project, needs=needs))
        case _:
            raise ValueError(f"a flip of kind {flip.kind} is no answer of a session")
