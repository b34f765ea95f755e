"""Two sessions side by side as text and as Markdown: one outline, two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fwwizard.core.comparison import Comparison, Move
from fwwizard.core.comparison_words import (
    exactness,
    gate_sentence,
    notes,
    outcome,
    passed_by,
    place,
    score,
    shown_causes,
    side_sentence,
)
from fwwizard.core.fact_differences import RULES
from fwwizard.core.verdict import listed
from fwwizard.report.outline import Part, Table, as_markdown, as_text

NOT_SAID = "–"
STEPS = {
    "project": "Project",
    "priorities": "Priorities",
    "fit": "Fit",
    "checklist": "Checklist",
    "flags": "Red flags",
    "verdict": "Decision",
}
SHOWN_FACTS = 40
"""How many facts are listed; of more the rest is counted."""


def comparison_text(comparison: Comparison) -> str:
    """For people in a terminal."""
    return as_text(_outline(comparison))


def comparison_markdown(comparison: Comparison) -> str:
    """For a document: every text from a session or a catalog is escaped."""
    return as_markdown(_outline(comparison))


def _outline(comparison: Comparison) -> Iterator[tuple[str, list[Part]]]:
    a, b = comparison.a.session.name, comparison.b.session.name
    verdicts = [f"{side.upper()}: {side_sentence(comparison, side)}" for side in ("a", "b")]
    yield f"A: {a}, B: {b}", [outcome(comparison), *notes(comparison), *([] if comparison.same else verdicts)]
    if comparison.same:
        return
    for step, members in groupby(comparison.differing, key=lambda answer: answer.step):
        rows = [[one.label, one.a or NOT_SAID, one.b or NOT_SAID] for one in members]
        yield f"{STEPS[step]}: answers that differ", [Table(("", "A", "B"), rows)]
    if comparison.facts:
        yield "Facts and rules that differ", _facts(comparison)
    out = [move.name for move in comparison.moves if move.out_in_both]
    yield "Rankings", [_rankings(comparison), *([f"  out in both: {', '.join(out)}"] if out else [])]
    moved = [move for move in comparison.moves if (move.causes or move.gates) and not move.out_in_both]
    if moved:
        lines: list[Part] = [exactness(comparison)] if any(move.causes for move in moved) else []
        yield "What moved whom", [*lines, *(line for move in moved for line in _move(comparison, move))]


def _facts(comparison: Comparison) -> list[Part]:
    rows = [
        [
            "everyone" if fact.framework == RULES else comparison.words.framework(fact.framework),
            fact.label,
            fact.a or NOT_SAID,
            fact.b or NOT_SAID,
        ]
        for fact in comparison.facts[:SHOWN_FACTS]
    ]
    more = len(comparison.facts) - SHOWN_FACTS
    return [Table(("", "", "A", "B"), rows), *([f"  and {more} more"] if more > 0 else [])]


def _rankings(comparison: Comparison) -> Table:
    rows = []
    for move in comparison.moves:
        if move.out_in_both:
            continue
        difference = "" if move.difference is None else f"{move.difference * 100:+.1f}"
        places = "" if not move.places else f"{'up' if move.places > 0 else 'down'} {abs(move.places)}"
        ranks = [place(move.a), place(move.b), places]
        rows.append([move.name, *ranks, score(move.a), score(move.b), difference])
    head = ("", "A", "B", "move", "A scores", "B scores", "difference")
    return Table(head, rows, frozenset({1, 2, 4, 5, 6}))


def _move(comparison: Comparison, move: Move) -> Iterator[str]:
    yield move_title(comparison, move)
    for gate in move.gates:
        yield f"  {gate_sentence(comparison, gate)}"
    for cause, shown in shown_causes(move):
        yield f"  {shown:+.1f}  {comparison.labels[cause.key]}"


def move_title(comparison: Comparison, move: Move) -> str:
    """A framework with its way from A to B."""
    way = f"{move.name}: {place(move.a)} in A, {place(move.b)} in B"
    if move.difference is not None:
        way += f", {move.difference * 100:+.1f} points"
    passing: Sequence[str] = passed_by(comparison, move) if not move.causes else ()
    return f"{way}; passed by {listed(list(passing))}" if passing else way
