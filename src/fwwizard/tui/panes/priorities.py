"""The step in which the team ranks what matters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import nan
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from fwwizard.core import edits, points, ranking
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Factor
from fwwizard.core.rounding import shown_parts
from fwwizard.core.session import Priorities
from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.widgets.detail import Entry, Explanation, said
from fwwizard.tui.widgets.marks import column
from fwwizard.tui.widgets.priority_list import PriorityList
from fwwizard.tui.widgets.row_list import Row
from fwwizard.tui.widgets.score_bar import share_bar

LINE = "ignored below this line"
NAME = 28
CONTRADICTED = "≠"
"""Marks a factor that stands elsewhere by its points than in the ranking."""


class PrioritiesPane(ListPane, inherit_bindings=False):
    """The factors in the order of their weight."""

    QUESTION: ClassVar[str] = "What matters most?"
    HELP: ClassVar[str] = (
        "The order gives each factor its weight. A tie means that you can't order two factors; what "
        "stands below the line counts nothing. Think of the swing: how much would it help to go from "
        "the worst to the best? Who can say that in numbers gives swing points (s): 100 to the "
        "factor whose swing is worth most, to the others in proportion; the weights follow the points."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("priorities")

    DEFAULT_CSS = """
    PrioritiesPane .priorities--points {
        display: none;
        height: auto;
        max-height: 3;
        padding-left: 2;
        color: $text-muted;
        &.-told {
            display: block;
        }
        &.-contradicts {
            color: $text-warning;
        }
    }
    """

    points_line = query_one(".priorities--points", Static)

    def compose_list(self) -> Iterable[Widget]:
        """A list that can be put in order, under what the swing points say of it."""
        yield Static(classes="priorities--points", markup=False)
        yield PriorityList()

    # ── what is shown ────────────────────────────────────────────────────────

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """Ranked factors, the line, ignored ones."""
        priorities = evaluation.session.priorities
        factors = {factor.id: factor for factor in evaluation.catalog.model.factors}
        found = points.checked(evaluation.catalog.model, priorities)
        given = priorities.points or {}
        above = 0
        for group in priorities.ranking:
            known = [factor for factor in group if factor in factors]
            for index, factor in enumerate(known):
                place = f"{above + 1}{'=' if len(known) > 1 else ' '}"
                start = Content.assemble((bracket(index, len(known)), "$accent"), f" {place:>3} ")
                weight = weight_column(evaluation.weights.get(factor, 0.0), width)
                if found is not None:
                    mark = found.agreement == "contradicts" and factor in found.factors
                    weight = Content.assemble(points_column(given.get(factor, 0.0), mark), weight)
                yield Row(factor, _named(start, factors[factor], width), right=weight)
            above += len(known)
        ignored = [f for f in ranking.flat(priorities, tuple(factors)) if _ignored(f, priorities, factors)]
        yield Row("", Content(LINE), heading=True)
        for factor in ignored:
            start = Content("    · ")
            yield Row(factor, _named(start, factors[factor], width), style_class="-muted")

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """The swing of a factor, and what it is made of."""
        factor = self._factor(row_id)
        entries = [said("worst", printable(factor.worst)), said("best", printable(factor.best))]
        return Explanation(
            Content.assemble(
                (printable(factor.name), "bold"), ("  " + printable(factor.question), "$text-muted")
            ),
            (*(e for e in entries if e.text.plain), *_attributes(evaluation, factor)),
            key=row_id,
        )

    def summed_up(self, evaluation: Evaluation) -> Content:
        """What the weights rest on, and whether the ranking is confirmed."""
        by_points = "by swing points, " if evaluation.session.priorities.points else ""
        if evaluation.provisional:
            return Content.styled(f"{by_points}not confirmed: enter accepts", "$text-warning")
        return Content.assemble((by_points, "$text-muted"), ("■ confirmed", "$gain"))

    def redraw(self) -> None:
        """The rows, and what the swing points say of their order."""
        super().redraw()
        if self.evaluation is None:
            return
        found = points.checked(self.catalog.model, self.evaluation.session.priorities)
        self.points_line.set_class(found is not None, "-told")
        self.points_line.set_class(found is not None and found.agreement == "contradicts", "-contradicts")
        if found is not None:
            mark = f"{CONTRADICTED} " if found.agreement == "contradicts" else ""
            way_out = "" if found.agreement == "agrees" else " o takes their order, s drops them."
            self.points_line.update(Content(printable(f"{mark}{found.sentence}{way_out}")))

    # ── what is asked for ────────────────────────────────────────────────────

    def action_move_item(self, by: int) -> None:
        """Moves the factor under the cursor."""
        if factor := self._current():
            self.ask(partial(edits.move_factor, factor=factor, by=by))

    def action_tie(self) -> None:
        """Ties it with the factor above, or unties it."""
        if factor := self._current():
            self.ask(partial(edits.toggle_tie, factor=factor))

    def action_ignore(self) -> None:
        """Puts it below the line, or ranks it again."""
        if factor := self._current():
            self.ask(partial(edits.toggle_ignored, factor=factor))

    def action_toggle_points(self) -> None:
        """Weighs by swing points, which begin where the ranking puts them; or by the ranking again."""
        self.ask(points.toggled)

    def action_give_points(self) -> None:
        """Asks for the swing points of the factor under the cursor."""
        factor = self._current()
        if factor is None or self.session is None:
            return
        if ranking.position(self.session.priorities, factor.id) is None:
            self.notify(f"{factor.name} is below the line: x ranks it first.", markup=False)
            return
        standing = self.session.priorities.points or points.started(self.session.priorities)
        self.ask_line(
            f"{factor.name}, from its worst to its best, is worth:",
            partial(self._give, factor),
            value=f"{standing.get(factor.id, 0.0):g}",
            kind="number",
        )

    def _give(self, factor: Factor, answer: str) -> str:
        if self.session is None:
            return ""
        number = number_in(answer)
        wrong = points.refusal(self.session.priorities, factor, number)
        if not wrong:
            self.ask(partial(points.given, factor=factor, points=number))
        return wrong

    def action_take_order(self) -> None:
        """Takes the ranking from the swing points."""
        self.ask(points.ranked_by_points)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The order can be taken only from points that are there; no factor moves under a question."""
        if action == "move_item":
            return not self.prompt.asking
        if action == "take_order":
            return True if self.session is not None and self.session.priorities.points else None
        return True

    def action_accept(self) -> None:
        """Confirms the ranking as it stands."""
        self.ask(edits.accept_ranking)

    @on(PriorityList.Dropped)
    def drop(self, event: PriorityList.Dropped) -> None:
        """Places what was dragged."""
        event.stop()
        factor = self._factor(event.row_id)
        ranked = self.session is not None and ranking.position(self.session.priorities, factor.id) is not None
        if not event.below_line:
            self.ask(partial(edits.place_factor, factor=factor, before=event.before))
        elif ranked:
            self.ask(partial(edits.toggle_ignored, factor=factor))

    def _current(self) -> Factor | None:
        return self._factor(self.row_list.cursor_id) if self.row_list.cursor_id else None

    def _factor(self, row_id: str) -> Factor:
        return next(factor for factor in self.catalog.model.factors if factor.id == row_id)


def bracket(index: int, count: int) -> str:
    """What joins the rows of a tie, by the place of the row in it."""
    if count == 1:
        return " "
    return "╭" if index == 0 else "╰" if index == count - 1 else "│"


def points_column(given: float, contradicted: bool) -> Content:
    """The swing points of a factor, marked where they contradict its place."""
    mark = (f"{CONTRADICTED} ", "bold $text-warning") if contradicted else ("  ", "")
    return Content.assemble(mark, (f"{given:>5,.6g} ", "bold"), ("pt ", "$text-muted"))


def number_in(text: str) -> float:
    """The number that a text is, not a number where it is none."""
    try:
        return float(text)
    except ValueError:
        return nan


def weight_column(weight: float, width: int) -> Content:
    """A weight as percent and, where there is room, as a bar.

    Rounded each by itself: tied factors must not differ in what is shown.
    """
    bar = min(24, max(0, width - 44))
    shown = Content.styled(f"{weight * 100:3.0f} %", "bold")
    return Content.assemble(shown, " ", share_bar(weight, bar)) if bar >= 6 else shown


def _named(start: Content, factor: Factor, width: int) -> Content:
    """The name, and the question where there is room for it."""
    if width < 104 or not factor.question:
        return Content.assemble(start, printable(factor.name))
    question = (printable(factor.question), "$text-muted")
    return Content.assemble(start, column(factor.name, NAME), question)


def _ignored(factor: str, priorities: Priorities, known: dict[str, Factor]) -> bool:
    return factor in known and ranking.position(priorities, factor) is None


def _attributes(evaluation: Evaluation, factor: Factor) -> list[Entry]:
    """What the factor is made of in this session, with shares that sum to 100."""
    model = evaluation.catalog.model
    index = next(i for i, f in enumerate(model.factors) if f.id == factor.id)
    active = evaluation.assessment.usage.active[index]
    if not active:
        return [said("made of", "nothing that you told yet: everyone is alike in it", "$text-muted")]
    shares = shown_parts({a.attribute.id: a.share * 100 for a in active}, 100)
    parts = [f"{printable(a.attribute.title.lower())} {shares[a.attribute.id]:.0f} %" for a in active]
    return [said("made of", ", ".join(parts))]
