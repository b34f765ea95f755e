"""The ranking beside the panes: every framework in one line, drawn anew with every change."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from fwwizard.core.age import fact_ages
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Catalog
from fwwizard.core.movement import Movement
from fwwizard.core.rounding import points
from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.ranking_line import Place, excluded_line, ranking_line
from fwwizard.tui.widgets.row_list import GUTTER, Row, RowList, line

NO_MOVEMENT = Movement()


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

    def show(self, evaluation: Evaluation, movement: Movement) -> None:
        """Shows another ranking."""
        current = evaluation.session.project.current
        ranked, old = evaluation.tells_winner, self._mostly_old(evaluation.catalog)
        self.places = {
            s.framework: Place(
                s,
                movement.ranks.get(s.framework, 0),
                s.framework == current,
                ranked,
                s.framework in old,
            )
            for s in evaluation.standings
        }
        rows = [Row(s.framework, Content("")) for s in evaluation.candidates]
        if evaluation.excluded:
            rows.append(Row("", Content("out"), heading=True, right=Content(str(len(evaluation.excluded)))))
            rows += [Row(s.framework, Content(""), style_class="-muted") for s in evaluation.excluded]
        self.set_rows(rows)

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

    class FrameworkChosen(Message):
        """The person wants to see everything about a framework."""

        def __init__(self, framework: str) -> None:
            self.framework = framework
            super().__init__()

    def compose(self) -> ComposeResult:
        """Heading, state, list."""
        yield Static("RANKING", id="ranking-heading", markup=False)
        yield Static("", id="ranking-state", markup=False)
        yield RankingList()

    def watch_evaluation(self, evaluation: Evaluation | None) -> None:
        """Shows another ranking."""
        if evaluation is None or not self.is_attached or not self.children:
            return
        self.heading.update(heading(evaluation), layout=False)
        self.state.update(Content(printable(state(evaluation))), layout=False)
        self.state.set_class(evaluation.provisional, "-provisional")
        self.ranking.show(evaluation, self.movement)

    def on_mount(self) -> None:
        """Shows what was assigned before."""
        self.watch_evaluation(self.evaluation)

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """Passes the choice of a framework on."""
        event.stop()
        self.post_message(self.FrameworkChosen(event.row_id))

    @on(RowList.Highlighted)
    def keep_highlight(self, event: RowList.Highlighted) -> None:
        """Nobody else needs to know where its cursor is."""
        event.stop()


def heading(evaluation: Evaluation) -> str:
    """`RANKING 32 in, 5 out`."""
    out = f", {len(evaluation.excluded)} out" if evaluation.excluded else ""
    return f"RANKING  {len(evaluation.candidates)} in{out}"


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
