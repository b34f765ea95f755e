"""The options that were weighed, and those that are out."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.rounding import points
from fwwizard.report.record.decision import Excluded, Option
from fwwizard.report.record.words import NOT_OURS, conditions_of, languages_of, reason_words
from fwwizard.report.weighing import Weighing

_SAID = {"excluded", "rule-out"}
"""The kinds of reasons that the team gave in words."""


def options(evaluation: Evaluation, weighing: Weighing | None) -> tuple[Option, ...]:
    """All candidates, the best first."""
    first = weighing.table.shares.first if weighing is not None else {}
    return tuple(
        Option(
            framework=s.framework,
            name=s.name,
            rank=s.rank or 0,
            score=points(s.score),
            band=_band(s),
            first=first.get(s.framework),
            signs=_signs(s),
            condition=conditions_of(evaluation, s),
        )
        for s in evaluation.candidates
    )


def _band(standing: Standing) -> str:
    low, high = (points(end) for end in standing.band)
    return f"{low} to {high}" if standing.uncertain and low < high else ""


def _signs(standing: Standing) -> str:
    """`2 raised, 1 not reviewed`; empty where none is raised."""
    if not standing.flags.raised:
        return ""
    open_ones = f", {standing.flags.open} not reviewed" if standing.flags.open else ""
    return f"{standing.flags.raised} raised{open_ones}"


def excluded(evaluation: Evaluation) -> tuple[Excluded, ...]:
    """Those that are out, those with the same reasons in one entry.

    What the team gave as a reason in its own words is reason enough, and else a language that it does
    not use: what else such an option misses is not said.
    """
    groups: dict[str, list[str]] = {}
    foreign = []
    for standing in evaluation.excluded:
        reasons = [reason for reason in standing.reasons if reason.status == "excluded"]
        would_be = _ordinal(standing.rank_if_waived or 0)
        said = [reason for reason in reasons if reason.kind in _SAID]
        if not said and any(reason.kind == "language" for reason in reasons):
            foreign.append(f"{standing.name} ({languages_of(evaluation, standing)}, {would_be})")
        else:
            why = "; ".join(reason_words(evaluation, standing, reason) for reason in said or reasons)
            groups.setdefault(why, []).append(f"{standing.name} ({would_be})")
    rows = [Excluded(why, ", ".join(names)) for why, names in groups.items()]
    return (*rows, Excluded(NOT_OURS, ", ".join(foreign))) if foreign else tuple(rows)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
