"""A comparison in sentences, the same on every screen and in every report."""

from __future__ import annotations

from fwwizard.core.comparison import Cause, Comparison, GateDifference, Move, Side
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.rounding import points, shown_parts
from fwwizard.core.verdict import headline, listed

NAMED_CAUSES = 3
"""How many causes a sentence names."""

SMALLEST = 0.05
"""Points of 100 below which a share shows as 0.0."""


def side_of(comparison: Comparison, side: Side) -> Evaluation:
    """The evaluation on one side."""
    return comparison.a if side == "a" else comparison.b


def outcome(comparison: Comparison) -> str:
    """What became of the lead from A to B, in one or two sentences; says so where nothing differs."""
    if comparison.same:
        return "Nothing differs: the same answers, the same facts, the same ranking."
    a, b = comparison.a, comparison.b
    if not a.tells_winner or not b.tells_winner:
        who = listed([letter for letter, e in (("A", a), ("B", b)) if not e.tells_winner])
        return f"{who} {'has' if len(who) == 1 else 'have'} no winner yet: every priority is tied."
    before, after = a.leader, b.leader
    if before is None or after is None:
        return _nobody(before, after)
    if before.framework == after.framework:
        moved = sum(1 for move in comparison.moves if place(move.a) != place(move.b))
        others = f"; {moved} other {'framework' if moved == 1 else 'frameworks'} moved"
        return f"{after.name} leads both{others if moved else '; no rank differs'}."
    return _another_leader(comparison, before, after)


def _nobody(before: Standing | None, after: Standing | None) -> str:
    if before is None and after is None:
        return "No framework meets every must, neither in A nor in B."
    if before is None:
        return f"No framework meets every must in A; {after.name if after else ''} leads in B."
    return f"{before.name} leads in A; no framework meets every must in B."


def _another_leader(comparison: Comparison, before: Standing, after: Standing) -> str:
    start = f"{before.name} leads in A, {after.name} in B"
    moves = {move.framework: move for move in comparison.moves}
    for move, side in ((moves[before.framework], "b"), (moves[after.framework], "a")):
        gate = next((g for g in move.gates if g.side == side and g.reason.status == "excluded"), None)
        if gate is not None:
            return f"{start}. {move.name} {gate_sentence(comparison, gate)}."
    shares = lead_shares(comparison, before.framework, after.framework)
    named = [
        f"{comparison.labels[key]} {share * 100:+.1f}" for key, share in shares if share * 100 >= SMALLEST
    ]
    if not named:
        return f"{start}."
    return f"{start}. What brought {after.name} past {before.name}: {', '.join(named[:NAMED_CAUSES])}."


def lead_shares(comparison: Comparison, loser: str, winner: str) -> list[tuple[str, float]]:
    """How much of the turn of a lead each cause brought, in scores, the largest first.

    By linearity the shares of a difference are the differences of the shares.
    """
    found = comparison.attribution.shares
    gains, losses = found.get(winner, {}), found.get(loser, {})
    shares = {key: gains.get(key, 0.0) - losses.get(key, 0.0) for key in dict.fromkeys([*gains, *losses])}
    return sorted(shares.items(), key=lambda item: (-item[1], item[0]))


def gate_sentence(comparison: Comparison, gate: GateDifference) -> str:
    """What a gate does and who set it: `is out in B: WebSockets: manual …, set by WebSockets`."""
    does = "is out" if gate.reason.status == "excluded" else "is conditional"
    setters = [comparison.labels[key] for key in gate.set_by]
    why = f" (set by {listed(setters)})" if setters else ""
    return f"{does} in {gate.side.upper()}: {gate.reason.text}{why}"


def shown_causes(move: Move) -> list[tuple[Cause, float]]:
    """The causes of a move in points of 100, rounded to tenths that sum to the shown difference.

    Those that show as 0.0 are left out.
    """
    parts = {cause.key: cause.amount * 100 for cause in move.causes}
    shown = shown_parts(parts, (move.difference or 0.0) * 100, 1)
    return [(cause, shown[cause.key]) for cause in move.causes if shown[cause.key]]


def exactness(comparison: Comparison) -> str:
    """How exact the shares are, one sentence."""
    found = comparison.attribution
    if not found.orders:
        return "Shares are exact (Shapley values) and sum to the difference of the scores."
    error = f"{200 * found.error:.1f}"
    return (
        f"Shares are drawn from {found.orders} orders of the answers (Shapley values), "
        f"give or take {error} points at most; they sum to the difference of the scores."
    )


def notes(comparison: Comparison) -> list[str]:
    """What one should know of the catalogs that were used."""
    found = []
    for letter, evaluation in (("A", comparison.a), ("B", comparison.b)):
        made_with, used = evaluation.session.catalog, evaluation.catalog
        if made_with.digest and made_with.digest != used.digest:
            version = made_with.version or "another version"
            found.append(
                f"{letter} was made with catalog {version}, which is not on this machine; "
                f"it is evaluated with {used.model.version}."
            )
    if comparison.facts:
        versions = [f"{e.catalog.model.version}" for e in (comparison.a, comparison.b)]
        count = len(comparison.facts)
        what = f"{count} {'fact or rule differs' if count == 1 else 'facts and rules differ'}"
        made = (
            f"A was made with catalog {versions[0]}, B with {versions[1]}"
            if versions[0] != versions[1]
            else f"A and B were made with two states of catalog {versions[0]}"
        )
        found.append(f"{made}: {what}.")
    return found


def side_sentence(comparison: Comparison, side: Side) -> str:
    """What the verdict of one side says."""
    return headline(side_of(comparison, side))


def place(standing: Standing | None) -> str:
    """A rank as a table shows it."""
    if standing is None:
        return "–"
    return "out" if standing.rank is None else str(standing.rank)


def score(standing: Standing | None) -> str:
    """A score in points of 100; `~` where unknown facts could move it."""
    if standing is None:
        return ""
    return f"{'~' if standing.uncertain else ''}{points(standing.score)}"


def passed_by(comparison: Comparison, move: Move) -> list[str]:
    """Who stood behind it in A and stands before it in B, by B's ranking."""
    if move.a is None or move.b is None or move.a.rank is None or move.b.rank is None:
        return []
    behind = {
        m.framework
        for m in comparison.moves
        if m.a is not None and (m.a.rank is None or m.a.rank > move.a.rank)
    }
    return [s.name for s in comparison.b.candidates if s.framework in behind and (s.rank or 0) < move.b.rank]
