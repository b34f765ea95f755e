"""The ranking beside the panes: every framework in one line, drawn anew with every change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from fwwizard.core.acceptability import LIVE, first_ranks
from fwwizard.core.age import fact_ages
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Catalog
from fwwizard.core.movement import Movement
from fwwizard.core.rounding import points
from fwwizard.core.scenarios import Scenarios
from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.filter_line import FilterLine
from fwwizard.tui.widgets.ranking_line import FLAGS, Place, excluded_line, ranking_line, share_columns
from fwwizard.tui.widgets.row_list import GUTTER, Row, RowList, line

NO_MOVEMENT = Movement()

REST = 0.08
"""Seconds without a change after which the weightings are drawn."""


class RankingList(RowList):
    """The lines of the ranking; what they show depends on the width, so they are drawn from places."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("ranking")

    DEFAULT_CSS = """
    RankingList:blur > .row-list--cursor {
        background: transparent;
        color: $foreground;
        text-style: none;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, Place] = {}
        self._catalog: Catalog | None = None
        self._old: frozenset[str] = frozenset()

    class FilterAsked(Message):
        """The person wants to see only some of them."""

    def show(
        self,
        evaluation: Evaluation,
        movement: Movement,
        shares: Mapping[str, float],
        wanted: str = "",
    ) -> None:
        """Shows another ranking.

        Args:
            evaluation: whose ranking.
            movement: what the last change did to it.
            shares: first-rank shares by framework, as far as they are known.
            wanted: a part of the names that are shown, in small letters; empty for all.
        """
        current = evaluation.session.project.current
        ranked, old = evaluation.tells_winner, self._mostly_old(evaluation.catalog)
        overlaid = evaluation.evaluator.overlaid
        self.places = {
            s.framework: Place(
                s,
                movement.ranks.get(s.framework, 0),
                s.framework == current,
                ranked,
                shares.get(s.framework) if ranked else None,
                s.framework in old,
                s.framework in overlaid,
            )
            for s in evaluation.standings
        }
        rows = [Row(s.framework, Content("")) for s in evaluation.candidates if wanted in s.name.casefold()]
        out = [s for s in evaluation.excluded if wanted in s.name.casefold()]
        if out:
            rows.append(Row("", Content("out"), heading=True, right=Content(str(len(out)))))
            rows += [Row(s.framework, Content(""), style_class="-muted") for s in out]
        self.set_rows(rows)

    def action_filter(self) -> None:
        """Asks for a part of the names."""
        self.post_message(self.FilterAsked())

    def _mostly_old(self, catalog: Catalog) -> frozenset[str]:
        """The frameworks of which most facts are old; counted once for each catalog."""
        if catalog is not self._catalog:
            self._catalog, day = catalog, catalog.model.as_of
            self._old = frozenset(f.id for f in catalog.frameworks if fact_ages(f, day).mostly_old)
        return self._old

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """The line of a framework. The cursor is nobody's concern until one is in the list."""
        selected = selected and self.has_focus
        if row.heading:
            return line(row, width, selected)
        place = self.places[row.id]
        draw = excluded_line if place.standing.status == "excluded" else ranking_line
        return line(Row(row.id, draw(place, width - GUTTER)), width, selected)


class RankingPanel(Vertical):
    """Heading and ranking."""

    DEFAULT_CSS = """
    RankingPanel {
        border-left: solid $border-blurred;
        padding-left: 1;
        & > #ranking-heading {
            height: 1;
            color: $text-muted;
        }
        & > #ranking-state {
            height: 1;
            color: $text-muted;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            &.-provisional {
                color: $text-warning;
            }
        }
        &:focus-within {
            border-left: heavy $border;
            & > #ranking-heading {
                color: $text;
                text-style: bold;
            }
        }
    }
    """

    evaluation: var[Evaluation | None] = var(None, init=False)
    """What is shown."""

    movement: var[Movement] = var(NO_MOVEMENT, init=False)
    """What the last change did; assigned before `evaluation`."""

    heading = query_one("#ranking-heading", Static)
    state = query_one("#ranking-state", Static)
    ranking = query_one(RankingList)
    filter_line = query_one(FilterLine)

    class FrameworkChosen(Message):
        """The person wants to see everything about a framework."""

        def __init__(self, framework: str) -> None:
            self.framework = framework
            super().__init__()

    class Drawn(Message):
        """The weightings were drawn."""

        def __init__(self, evaluation: Evaluation, shares: Mapping[str, float]) -> None:
            self.evaluation = evaluation
            self.shares = shares
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._shares: Mapping[str, float] = {}
        self._drawing: Timer | None = None
        self._drawn_for: Evaluation | None = None
        """The evaluation whose shares came from elsewhere."""

    def compose(self) -> ComposeResult:
        """Heading, state, list."""
        yield Static("RANKING", id="ranking-heading", markup=False)
        yield Static("", id="ranking-state", markup=False)
        yield RankingList()
        yield FilterLine()

    def watch_evaluation(self, evaluation: Evaluation | None) -> None:
        """Shows another ranking."""
        if evaluation is None or not self.is_attached or not self.children:
            return
        self.state.update(Content(printable(state(evaluation))), layout=False)
        self.state.set_class(evaluation.provisional, "-provisional")
        self._show()
        self._draw_later()

    def on_mount(self) -> None:
        """Shows what was assigned before."""
        self.watch_evaluation(self.evaluation)

    def on_resize(self) -> None:
        """Names the columns where they stand now."""
        self.call_after_refresh(self.watch_evaluation, self.evaluation)

    def _show(self) -> None:
        if self.evaluation is None:
            return
        width = self.ranking.scrollable_content_region.width - GUTTER
        self.heading.update(
            heading(self.evaluation, width, filtered=bool(self.filter_line.wanted)), layout=False
        )
        self.ranking.show(self.evaluation, self.movement, self._shares, self.filter_line.wanted)

    # ── first-rank shares ────────────────────────────────────────────────────

    def _draw_later(self) -> None:
        """Once the change is on the screen and no other follows: drawing takes the time of frames."""
        if self._drawing is not None:
            self._drawing.stop()
        width = self.ranking.scrollable_content_region.width - GUTTER
        if share_columns(width) and self.evaluation is not None and self.evaluation.tells_winner:
            self._drawing = self.set_timer(REST, partial(self._draw, self.evaluation))

    @work(thread=True, exclusive=True, group="shares")
    def _draw(self, evaluation: Evaluation) -> None:
        """Draws weightings, and gives up as soon as the answers change; in a thread."""
        worker = get_current_worker()
        scenarios = Scenarios(evaluation, evaluation.evaluator.samples(LIVE))
        shares = first_ranks(scenarios, lambda: worker.is_cancelled or evaluation is not self.evaluation)
        if shares is not None and not worker.is_cancelled:
            self.post_message(self.Drawn(evaluation, shares.first))

    @on(Drawn)
    def take_shares(self, event: Drawn) -> None:
        """Shows the shares, unless better ones are shown already."""
        event.stop()
        if event.evaluation is not self._drawn_for:
            self._take(event.evaluation, event.shares)

    def adopt(self, evaluation: Evaluation, shares: Mapping[str, float]) -> None:
        """Shows shares that somebody else drew from more weightings."""
        self._drawn_for = evaluation
        self._take(evaluation, shares)

    def _take(self, evaluation: Evaluation, shares: Mapping[str, float]) -> None:
        if evaluation is self.evaluation and shares != self._shares:
            self._shares = shares
            self._show()

    # ── filter ───────────────────────────────────────────────────────────────

    @on(RankingList.FilterAsked)
    def ask_filter(self, event: RankingList.FilterAsked) -> None:
        """Asks for a part of the names."""
        event.stop()
        self.filter_line.ask()

    @on(FilterLine.Filtered)
    def filter_names(self, event: FilterLine.Filtered) -> None:
        """Shows only the frameworks whose names have that part."""
        event.stop()
        self._show()

    @on(FilterLine.Left)
    def return_to_list(self, event: FilterLine.Left) -> None:
        """Back to the list."""
        event.stop()
        self.ranking.focus()

    # ── choices ──────────────────────────────────────────────────────────────

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """Passes the choice of a framework on."""
        event.stop()
        self.post_message(self.FrameworkChosen(event.row_id))

    @on(RowList.Highlighted)
    def keep_highlight(self, event: RowList.Highlighted) -> None:
        """Nobody else needs to know where its cursor is."""
        event.stop()


def heading(evaluation: Evaluation, width: int, *, filtered: bool = False) -> Content:
    """`RANKING  32 in, 5 out`, and over the column of first-rank shares what they are."""
    out = f", {len(evaluation.excluded)} out" if evaluation.excluded else ""
    left = f"RANKING  {len(evaluation.candidates)} in{out}" + (", filtered" if filtered else "")
    over = "first in" if share_columns(width) and evaluation.tells_winner else ""
    room = GUTTER + width - FLAGS - len(over) - len(left)
    return Content(f"{left}{' ' * room}{over}" if over and room > 0 else left)


def state(evaluation: Evaluation) -> str:
    """What the order is worth, in a line."""
    if not evaluation.tells_winner:
        return "rank your priorities to see a winner"
    leader, runner_up = evaluation.leader, evaluation.runner_up
    if leader is None:
        return "no framework meets every must"
    if evaluation.provisional:
        return "provisional: confirm your ranking"
    if leader.status == "conditional":
        return f"{leader.name} leads if confirmed"
    if runner_up is None:
        return f"only {leader.name} passes"
    ahead = points(leader.score) - points(runner_up.score)
    if leader.rank == runner_up.rank:
        return f"{leader.name} and {runner_up.name} share the lead"
    if ahead < 1:
        return f"{leader.name} leads by less than a point"
    return f"{leader.name} leads by {ahead} {'point' if ahead == 1 else 'points'}"
