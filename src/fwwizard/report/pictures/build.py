"""Lays out the pictures of an evaluation."""

from __future__ import annotations

from fwwizard.core.certainty import HARDLY, percent
from fwwizard.core.evaluation import CONCERNS, Evaluation, Standing
from fwwizard.core.rounding import points, shown_parts
from fwwizard.report.pictures.colors import PARTS, TINTS
from fwwizard.report.pictures.content import (
    Keeps,
    Legend,
    Pictures,
    Place,
    Ranks,
    Segment,
    Share,
    Sign,
    Signs,
    Stack,
)
from fwwizard.report.weighing import Weighing

SHOWN = 10
"""How many options the pictures show."""

_RANKS = 5
"""How many ranks have a column of their own."""

_ROOM = 5.0
"""Percent of the width from which on a segment holds its number."""

_MARKS = {"clear": "✓", "watch": "○", "raised": "▲", "unknown": "?"}


def pictures(evaluation: Evaluation, weighing: Weighing | None) -> Pictures:
    """Everything that is drawn of an evaluation."""
    shown = evaluation.candidates[:SHOWN]
    factors = [f for f in evaluation.catalog.model.factors if f.id in evaluation.weights]
    factors.sort(key=lambda factor: -evaluation.weights[factor.id])
    colors = {factor.id: index % PARTS for index, factor in enumerate(factors)}
    size = len(evaluation.candidates)
    return Pictures(
        stacks=tuple(_stack(evaluation, standing, colors) for standing in shown),
        legend=tuple(Legend(factor.name, colors[factor.id]) for factor in factors),
        shares=_shares(evaluation, weighing),
        rank_heads=_rank_heads(size) if weighing is not None else (),
        ranks=tuple(_ranks(s, weighing) for s in shown) if weighing is not None else (),
        leader=evaluation.leader.name if evaluation.leader and weighing is not None else "",
        keeps=_keeps(evaluation, weighing),
        sign_heads=tuple(rule.name for rule in evaluation.catalog.model.flags),
        signs=tuple(_signs(evaluation, s) for s in shown) if evaluation.catalog.model.flags else (),
    )


def _stack(evaluation: Evaluation, standing: Standing, colors: dict[str, int]) -> Stack:
    names = {factor.id: factor.name for factor in evaluation.catalog.model.factors}
    parts = {key: part * 100 for key, part in standing.contributions.items()}
    shown = shown_parts(parts, standing.score * 100)
    segments, x = [], 0.0
    for factor, color in colors.items():
        width = max(0.0, parts.get(factor, 0.0))
        label = f"{shown[factor]:.0f}" if width >= _ROOM else ""
        segments.append(Segment(round(x, 2), round(width, 2), label, round(x + width / 2, 2), color))
        x += width
    minus = f"{-shown[CONCERNS]:.0f}" if CONCERNS in shown else ""
    words = [f"{names[factor]} {shown[factor]:.0f}" for factor in colors]
    words += [f"concerns -{minus}"] if minus else []
    score = points(standing.score)
    says = f"{standing.name}, {score} of 100: {', '.join(words)}"
    return Stack(standing.name, score, tuple(segments), minus, says)


def _shares(evaluation: Evaluation, weighing: Weighing | None) -> tuple[Share, ...]:
    first = weighing.table.shares.first if weighing is not None else {}
    found = sorted(((s, name) for name, s in first.items() if s >= HARDLY), key=lambda x: (-x[0], x[1]))
    return tuple(
        Share(evaluation.standing(name).name, round(share * 100, 2), percent(share)) for share, name in found
    )


def _rank_heads(size: int) -> tuple[str, ...]:
    heads = [f"{rank}." for rank in range(1, min(size, _RANKS) + 1)]
    return (*heads, "later") if size > _RANKS else tuple(heads)


def _ranks(standing: Standing, weighing: Weighing) -> Ranks:
    row = weighing.table.acceptability[standing.framework]
    shares = list(row[:_RANKS])
    if len(row) > _RANKS:
        shares.append(max(0.0, 1 - sum(shares)))
    return Ranks(standing.name, tuple(Place(_short(s), _tint(s)) for s in shares))


def _short(share: float) -> str:
    """A share as whole percent, short enough for a narrow column."""
    return percent(round(share, 9)).replace("under ", "<").replace("over ", ">")


def _tint(share: float) -> int:
    if share < HARDLY:
        return 0
    return min(TINTS - 1, 1 + int(share * (TINTS - 1)))


def _keeps(evaluation: Evaluation, weighing: Weighing | None) -> tuple[Keeps, ...]:
    """For each factor with a weight flip the weights at which the leader leads, the tightest first."""
    flips = [f for f in weighing.flips if f.kind == "weight"] if weighing is not None else []
    rows = []
    for factor in evaluation.catalog.model.factors:
        of = [(f.weight, f.winner) for f in flips if f.factor == factor.id and f.weight is not None]
        if not of:
            continue
        now = evaluation.weights[factor.id]
        below = max(((w, who) for w, who in of if w < now), default=(0.0, ""))
        above = min(((w, who) for w, who in of if w >= now), default=(1.0, ""))
        words = [f"now {percent(now)}"]
        for (weight, who), word in ((below, "below"), (above, "above")):
            if who:
                words.append(f"{word} {percent(weight)} {evaluation.standing(who).name} leads")
        low, high = below[0] * 100, above[0] * 100
        rows.append(
            Keeps(factor.name, round(low, 2), round(high - low, 2), round(now * 100, 2), "; ".join(words))
        )
    return tuple(sorted(rows, key=lambda row: (row.width, row.name)))


def _signs(evaluation: Evaluation, standing: Standing) -> Signs:
    said = evaluation.session.flags.get(standing.framework, {})
    found = evaluation.findings(standing.framework)
    row = []
    for rule in evaluation.catalog.model.flags:
        state = found[rule.id].state
        verdict = said[rule.id].verdict if rule.id in said else ""
        row.append(Sign(state, _MARKS[state], verdict))
    return Signs(standing.name, tuple(row))
