"""What explains a row of two sessions side by side, and where a jump from it leads."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from fwwizard.core.attribution import CATALOG
from fwwizard.core.comparison import Comparison, Move
from fwwizard.core.comparison_words import exactness, gate_sentence, passed_by, place, shown_causes
from fwwizard.core.fact_differences import RULES
from fwwizard.errors import printable
from fwwizard.tui.screens.compare_rows import ANSWER, FACT, FRAMEWORK, kind_and_key, row_id
from fwwizard.tui.widgets.detail import NOTHING, Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, joined, names
from fwwizard.tui.widgets.score_bar import signed_bar

HALF = 6
"""The cells on each side of a signed bar."""
MOST_MOVED = 10


def explanation(comparison: Comparison, some_id: str) -> Explanation:
    """What explains a row."""
    kind, key = kind_and_key(some_id)
    if kind == FRAMEWORK:
        return _framework(comparison, _move(comparison, key))
    if kind == FACT:
        return _fact(comparison, int(key))
    return _answer(comparison, key) if kind == ANSWER else NOTHING


def jump(comparison: Comparison, some_id: str) -> tuple[str, ...]:
    """Where a jump from a row leads, the best first: from a framework to its cause, from a cause on.

    A gate that one side alone has comes before what moved the score.
    """
    kind, key = kind_and_key(some_id)
    if kind == FRAMEWORK:
        move = _move(comparison, key)
        causes = [*(k for gate in move.gates for k in gate.set_by), *(cause.key for cause in move.causes)]
        return tuple(target for cause in causes for target in _rows_of(comparison, cause, key))
    if kind == FACT:
        fact = comparison.facts[int(key)]
        return (row_id(FRAMEWORK, fact.framework),) if fact.framework != RULES else ()
    moves = [move for move, _ in (*comparison.gated_by(key), *comparison.moved_by(key))]
    return tuple(row_id(FRAMEWORK, move.framework) for move in moves if not move.out_in_both)


def _rows_of(comparison: Comparison, cause: str, framework: str) -> list[str]:
    if cause != CATALOG:
        return [row_id(ANSWER, cause)]
    about = (framework, RULES)
    numbers = [i for i, fact in enumerate(comparison.facts) if fact.framework in about]
    return [row_id(FACT, str(number)) for number in numbers]


def _move(comparison: Comparison, framework: str) -> Move:
    return next(move for move in comparison.moves if move.framework == framework)


def _framework(comparison: Comparison, move: Move) -> Explanation:
    way = f"{place(move.a)} in A, {place(move.b)} in B"
    if move.difference is not None:
        way += f", {move.difference * 100:+.1f} points"
    title = Content.assemble((printable(move.name), "bold"), "  ", (way, MUTED))
    return Explanation(title, tuple(_causes(comparison, move)), f"{FRAMEWORK}:{move.framework}")


def _causes(comparison: Comparison, move: Move) -> Iterator[Entry]:
    for gate in move.gates:
        yield said("", printable(gate_sentence(comparison, gate)), "$text-warning")
    shown = shown_causes(move)
    largest = max((abs(points) for _, points in shown), default=0.0)
    for cause, points in shown:
        bar = signed_bar(points, largest, HALF)
        label = printable(comparison.labels[cause.key])
        yield Entry("", Content.assemble(f"{points:+6.1f}  ", bar, "  ", label))
    passing = passed_by(comparison, move)
    if passing:
        yield said("passed by", joined(passing))
    if shown:
        yield said("", exactness(comparison), MUTED)
    elif not move.gates:
        yield said("", "Nothing that differs moves its score.", MUTED)


def _answer(comparison: Comparison, key: str) -> Explanation:
    answer = next(one for one in comparison.answers if one.key == key)
    title = Content.styled(printable(answer.label), "bold")
    entries = [said("A", printable(answer.a or "not said")), said("B", printable(answer.b or "not said"))]
    if answer.differs:
        entries += _effects(comparison, key)
    else:
        entries.append(said("", "The same on both sides.", MUTED))
    return Explanation(title, tuple(entries), f"{ANSWER}:{key}")


def _effects(comparison: Comparison, key: str) -> Iterator[Entry]:
    """Whom a cause moved and gated; those that are out on both sides come last."""
    gated = comparison.gated_by(key)
    for side in ("a", "b"):
        out = [m.name for m, g in gated if g.side == side and g.reason.status == "excluded"]
        unsure = [m.name for m, g in gated if g.side == side and g.reason.status == "conditional"]
        if out:
            yield said(f"out in {side.upper()}", names(out))
        if unsure:
            yield said(f"conditional in {side.upper()}", names(unsure))
    moved = [(m, amount * 100) for m, amount in comparison.moved_by(key) if abs(amount) >= 0.0005]
    moved.sort(key=lambda one: one[0].out_in_both)
    if moved:
        shown = [f"{m.name} {points:+.1f}" for m, points in moved]
        yield said("moved", names(shown, MOST_MOVED))
    elif not gated:
        yield said("", "It moves no score and sets no gate.", MUTED)


def _fact(comparison: Comparison, number: int) -> Explanation:
    fact = comparison.facts[number]
    whose = "Everyone" if fact.framework == RULES else comparison.words.framework(fact.framework)
    title = Content.assemble(
        (printable(f"{whose}: {fact.label}"), "bold"), "  ", (printable(fact.key), MUTED)
    )
    entries = [said("A", printable(fact.a or "not said")), said("B", printable(fact.b or "not said"))]
    amounts = [amount for m, amount in comparison.moved_by(CATALOG) if m.framework == fact.framework]
    if amounts:
        text = f"All facts and rules together move {whose} by {amounts[0] * 100:+.1f} points."
        entries.append(said("", printable(text), MUTED))
    return Explanation(title, tuple(entries), f"{FACT}:{number}")
