"""The cells of the comparison table that say where a framework stands in the session."""

from __future__ import annotations

from fwwizard.core.cell import NOT_RANKED, Cell, Told
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.rounding import points

_BEHIND = 1e9
"""Added to the rank that an excluded one would have, so that it comes behind all that are in."""


def standing_cell(evaluation: Evaluation, of: str, framework: str) -> Cell:
    """One of `rank`, `score`, `status` and `signs`."""
    standing = evaluation.standing(framework)
    match of:
        case "rank":
            return _rank(evaluation, standing)
        case "score":
            return Cell(f"{'~' if standing.uncertain else ''}{points(standing.score)}", standing.score)
        case "status":
            worth = {"passes": 2.0, "conditional": 1.0, "excluded": 0.0}[standing.status]
            return Cell(status_words(standing), worth)
        case _:
            flags = standing.flags
            more = f", {flags.unknown} unknown" if flags.unknown else ""
            return Cell(f"{flags.raised}{more}", float(flags.raised))


def standing_told(evaluation: Evaluation, of: str, framework: str) -> Told:
    """The same at length."""
    standing = evaluation.standing(framework)
    match of:
        case "score":
            low, high = (points(end) for end in standing.band)
            band = f", between {low} and {high} by what is not known" if high > low else ""
            return Told(f"{points(standing.score)} of 100{band}", "computed")
        case "signs":
            flags = standing.flags
            text = f"{flags.raised} raised, {flags.open} of them not reviewed, {flags.unknown} unknown"
            return Told(text, "computed")
        case _:
            reasons = "; ".join(reason.text for reason in standing.reasons)
            rank = _rank(evaluation, standing).text
            would = f"; it would have rank {standing.rank_if_waived}" if standing.rank_if_waived else ""
            head = status_words(standing) if standing.status == "excluded" else f"rank {rank}"
            return Told(f"{head}{': ' if reasons else ''}{reasons}{would}", "computed")


def factor_cell(evaluation: Evaluation, factor: str, framework: str) -> Cell:
    """The value of a framework in a factor, of 100."""
    low, mid, high = _values(evaluation, factor, framework)
    return Cell(f"{'' if low == high else '~'}{points(mid)}", mid)


def factor_told(evaluation: Evaluation, factor: str, framework: str) -> Told:
    """The same with what it contributes to the score."""
    low, mid, high = _values(evaluation, factor, framework)
    band = f", between {points(low)} and {points(high)} by what is not known" if high > low else ""
    weight = evaluation.weights.get(factor)
    share = (
        f"; with a weight of {weight * 100:.0f} % it gives {weight * mid * 100:.1f} points"
        if weight is not None
        else "; the ranking ignores it"
    )
    return Told(f"{points(mid)} of 100{band}{share}", "computed")


def status_words(standing: Standing) -> str:
    """In, in if confirmed, or out."""
    return {"passes": "in", "conditional": "in if confirmed", "excluded": "out"}[standing.status]


def _rank(evaluation: Evaluation, standing: Standing) -> Cell:
    if standing.rank is None:
        return Cell("out", _BEHIND + (standing.rank_if_waived or 0))
    return Cell(str(standing.rank), float(standing.rank)) if evaluation.tells_winner else NOT_RANKED


def _values(evaluation: Evaluation, factor: str, framework: str) -> tuple[float, float, float]:
    index = next(i for i, f in enumerate(evaluation.catalog.model.factors) if f.id == factor)
    values = evaluation.assessment.values[evaluation.index(framework)]
    return values.low[index], values.mid[index], values.high[index]
