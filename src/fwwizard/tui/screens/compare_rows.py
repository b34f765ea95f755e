"""The rows of two sessions side by side: pure functions of a comparison and a width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from fwwizard.core.answers import Answer
from fwwizard.core.comparison import Comparison, Move
from fwwizard.core.comparison_words import place, score
from fwwizard.core.evaluation import Standing
from fwwizard.core.fact_differences import RULES, FactDifference
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import MUTED, column
from fwwizard.tui.widgets.ranking_line import movement_mark
from fwwizard.tui.widgets.row_list import GUTTER, Row
from fwwizard.tui.widgets.score_bar import score_bar

STEPS = {
    "project": "Project",
    "priorities": "Priorities",
    "fit": "Fit",
    "checklist": "Checklist",
    "flags": "Red flags",
    "verdict": "Decision",
}
NOT_SAID = "–"
DIFFERS, SAME = "≠ ", "  "
ANSWER, FACT, FRAMEWORK = "answer", "fact", "framework"
SECOND_LINE = "second"
"""Of a stacked row the line of B: it stands for the same."""

LABEL = 0.28
MARK = 14
"""The columns of a move: places and points."""
RANK = 11
"""The columns of a rank and a score where no bar has room."""
BAR_FROM = 24
"""A side of so many columns shows its score as a bar too."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide what is."""

    width: int
    """Of a whole row, without the cursor."""
    stacked: bool
    """Whether the two sides stand one below the other."""

    @property
    def label(self) -> int:
        """What is compared."""
        return max(20, int(self.width * LABEL))

    @property
    def side(self) -> int:
        """One of the two sides."""
        return max(RANK, (self.width - self.label - MARK) // 2)


def row_id(kind: str, key: str) -> str:
    """The id of a row; `kind_and_key` takes it apart."""
    return f"{kind}:{key}"


def kind_and_key(some_id: str) -> tuple[str, str]:
    """What a row is about: `answer` and its key, `fact` and its number, `framework` and its id."""
    kind, _, key = some_id.removeprefix(f"{SECOND_LINE}:").partition(":")
    return kind, key


def compare_rows(comparison: Comparison, show_all: bool, columns: Columns) -> list[Row]:
    """Answers by step, facts, rankings.

    Args:
        comparison: what is shown.
        show_all: what is the same, too.
        columns: the room there is.
    """
    rows: list[Row] = []
    answers = comparison.answers if show_all else comparison.differing
    for step, members in groupby(answers, key=lambda answer: answer.step):
        rows.append(_heading(STEPS[step]))
        rows += [row for answer in members for row in _answer(answer, show_all, columns)]
    if comparison.facts:
        rows.append(_heading("Facts and rules"))
        for number, fact in enumerate(comparison.facts):
            rows += _fact(comparison, fact, number, columns)
    moves = [m for m in comparison.moves if show_all or (m.moved and not m.out_in_both)]
    if moves:
        rows.append(_heading("Ranking"))
        rows += [_framework(move, columns) for move in moves]
    return rows


def head(comparison: Comparison, columns: Columns) -> Content:
    """Whose side is whose, over the columns."""
    named = [
        Content.assemble((letter, "bold $primary"), "  ", (printable(e.session.name), "bold"))
        for letter, e in zip("AB", (comparison.a, comparison.b), strict=True)
    ]
    if columns.stacked:
        return Content("\n").join(column(name, columns.width) for name in named)
    return Content.assemble(
        " " * (GUTTER + columns.label),
        column(named[0], columns.side - 1),
        " ",
        column(named[1], columns.side),
    )


def _heading(title: str) -> Row:
    return Row("", Content(title), heading=True)


def _answer(answer: Answer, show_all: bool, columns: Columns) -> Iterator[Row]:
    mark = (DIFFERS if answer.differs else SAME) if show_all else ""
    style_class = "" if answer.differs else "-muted"
    yield from _sides(
        row_id(ANSWER, answer.key), mark + answer.label, answer.a, answer.b, style_class, columns
    )


def _fact(comparison: Comparison, fact: FactDifference, number: int, columns: Columns) -> Iterator[Row]:
    whose = "" if fact.framework == RULES else f"{comparison.words.framework(fact.framework)}: "
    label = fact.label if whose == f"{fact.label}: " else whose + fact.label
    yield from _sides(row_id(FACT, str(number)), label, fact.a, fact.b, "", columns)


def _sides(some_id: str, label: str, a: str, b: str, style_class: str, columns: Columns) -> Iterator[Row]:
    """One row with two columns, or a title with two rows."""
    shown = [text or NOT_SAID for text in (a, b)]
    if not columns.stacked:
        widths = (columns.label - 1, columns.side - 1, columns.side + MARK - 1)
        cells = [column(text, width) for text, width in zip((label, *shown), widths, strict=True)]
        yield Row(some_id, Content(" ").join(cells), style_class=style_class)
        return
    title = Content.styled(" " * GUTTER + column(label, columns.width).plain, "$foreground not bold")
    yield Row("", title, heading=True)
    for letter, text, its_id in zip("AB", shown, (some_id, row_id(SECOND_LINE, some_id)), strict=True):
        content = Content.assemble("  ", (letter, MUTED), "  ", column(text, columns.width - 5))
        yield Row(its_id, content, style_class=style_class)


def _framework(move: Move, columns: Columns) -> Row:
    side = RANK if columns.stacked else columns.side
    label = columns.width - 2 * side - MARK if columns.stacked else columns.label
    cells = [column(f"{move.name} ", label), *(_standing(standing, side) for standing in (move.a, move.b))]
    points = "" if move.difference is None else f"{move.difference * 100:+.1f}"
    mark = Content.assemble(movement_mark(move.places or 0), _gate_mark(move), points.rjust(8))
    style_class = "" if move.moved else "-muted"
    return Row(row_id(FRAMEWORK, move.framework), Content.assemble(*cells, mark), style_class=style_class)


def _gate_mark(move: Move) -> Content:
    """Who dropped out or came back."""
    statuses = [s.status if s is not None else "" for s in (move.a, move.b)]
    if statuses[0] == statuses[1]:
        return Content(" ")
    return Content.styled(
        "×" if statuses[1] == "excluded" else "+" if statuses[0] == "excluded" else "?", "bold"
    )


def _standing(standing: Standing | None, width: int) -> Content:
    text = f"{place(standing):>3}  {score(standing):>3}"
    if standing is None or width < BAR_FROM:
        return column(text, width)
    bar_width = min(16, width - len(text) - 3)
    low, high = standing.band
    style = MUTED if standing.status == "excluded" else ""
    return column(Content.assemble((text, style), " ", score_bar(low, high, bar_width)), width)
