"""The fit: what the project needs, and which categories of frameworks are made for that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from fwwizard.core import edits
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.fit import CategoryMatch, category_matches, ticked
from fwwizard.core.model import Need
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.fit_rows import fit_rows, matches_shown
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.panes.need_detail import need_explained
from fwwizard.tui.panes.project_rows import kind_of
from fwwizard.tui.widgets.detail import Entry, Explanation
from fwwizard.tui.widgets.row_list import Row, RowList

NARROW = 68
"""Below this width the categories stand in the explanation."""


class FitPane(ListPane):
    """The needs as ticks, the categories beside them."""

    QUESTION: ClassVar[str] = "What does the project need?"
    HELP: ClassVar[str] = (
        "Each ticked need is scored by what frameworks have, and counts alike. The categories are the "
        "articles' view: which family they recommend for what you ticked."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("project")

    DEFAULT_CSS = """
    FitPane {
        & .fit--columns {
            height: 1fr;
            & > RowList {
                width: 37;
            }
            & > .fit--categories {
                width: 1fr;
                height: 1fr;
                padding-left: 2;
            }
        }
        &.-narrow-fit .fit--categories {
            display: none;
        }
        &.-narrow-fit .fit--columns > RowList {
            width: 1fr;
        }
    }
    """

    categories = query_one(".fit--categories", Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._matches: tuple[Evaluation, tuple[CategoryMatch, ...]] | None = None

    # ── what is shown ────────────────────────────────────────────────────────

    def compose_list(self) -> Iterable[Widget]:
        """The needs and the categories side by side."""
        yield Horizontal(RowList(), Static(classes="fit--categories", markup=False), classes="fit--columns")

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """The needs of the model in their groups."""
        return fit_rows(evaluation)

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """How the need is scored and who serves it; the categories too where they have no place."""
        need = self._need(row_id)
        found = need_explained(evaluation, need, row_id)
        if not self.has_class("-narrow-fit"):
            return found
        shown = self._categories(evaluation, need, self.detail.size.width, 1)
        return Explanation(found.title, (*found.entries, Entry("", shown)), found.key)

    def summed_up(self, evaluation: Evaluation) -> Content:
        """How many needs are ticked."""
        return Content(f"{len(ticked(evaluation))} of {len(evaluation.catalog.model.needs)} ticked")

    def explain(self) -> None:
        """Explains the need, and marks its category."""
        super().explain()
        if self.evaluation is not None and self.is_whole and self.row_list.cursor_id:
            size = self.categories.content_size
            need = self._need(self.row_list.cursor_id)
            shown = self._categories(self.evaluation, need, size.width, size.height)
            self.categories.update(shown, layout=False)

    def _categories(self, evaluation: Evaluation, need: Need, width: int, height: int) -> Content:
        if self._matches is None or self._matches[0] is not evaluation:
            self._matches = evaluation, category_matches(evaluation)
        matches = self._matches[1]
        return matches_shown(matches, len(ticked(evaluation)), width, height, need.category)

    def fit_into(self, width: int, height: int) -> None:
        """Gives the categories their place."""
        self.set_class(width < NARROW, "-narrow-fit")

    def _need(self, row_id: str) -> Need:
        return next(n for n in self.catalog.model.needs if n.id == kind_of(row_id)[1])

    # ── what the person asks for ─────────────────────────────────────────────

    @on(RowList.Chosen)
    def take_next(self, event: RowList.Chosen) -> None:
        """Enter or a click: ticks it, or takes the tick away."""
        event.stop()
        self.action_tick()

    def action_tick(self) -> None:
        """Ticks the need, or takes the tick away."""
        if self.row_list.cursor_id:
            self.ask(partial(edits.toggle_need, need=self._need(self.row_list.cursor_id)))

    def action_change(self, by: int) -> None:
        """The other answer."""
        self.action_tick()

    def action_untick(self) -> None:
        """Takes the tick away."""
        if self.session and self.row_list.cursor_id:
            need = self._need(self.row_list.cursor_id)
            if need.id in self.session.project.needs:
                self.action_tick()
