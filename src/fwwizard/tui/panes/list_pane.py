"""A pane that is one list with an explanation of the row under its cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.getters import query_one
from textual.widget import Widget

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Catalog
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.widgets.detail import DetailArea, Explanation
from fwwizard.tui.widgets.line_prompt import Answer, LinePrompt
from fwwizard.tui.widgets.pane_head import PaneHead
from fwwizard.tui.widgets.row_list import Row, RowList

SIDE_BY_SIDE = 112
"""From this width on the explanation stands beside the list."""


class ListPane(Pane):
    """Question, list, explanation. Subclasses say what the rows are and what explains them."""

    QUESTION: ClassVar[str] = ""
    """What this step decides."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("detail")

    DEFAULT_CSS = """
    ListPane {
        /* Restates what is so: Textual restyles only below a widget that has such a rule of its own. */
        &:focus-within {
            padding: 0 1;
        }
        &:focus-within > PaneHead {
            color: $text;
            text-style: bold;
        }
        & > .list-pane--body {
            height: 1fr;
        }
        & .list-pane--detail {
            height: 7;
            border-top: solid $border-blurred;
        }
        &:focus-within .list-pane--detail {
            border-top: solid $border;
        }
        & > .list-pane--body.-side {
            layout: horizontal;
            & > .list-pane--detail {
                width: 2fr;
                height: 1fr;
                border-top: none;
                border-left: solid $border-blurred;
                padding-left: 1;
            }
            & > .list-pane--main {
                width: 3fr;
            }
        }
        &:focus-within > .list-pane--body.-side > .list-pane--detail {
            border-top: none;
            border-left: solid $border;
        }
    }
    """

    row_list = query_one(RowList)
    head_line = query_one(PaneHead)
    body = query_one(".list-pane--body", Container)
    detail = query_one(DetailArea)
    detail_box = query_one(".list-pane--detail", Vertical)
    prompt = query_one(LinePrompt)

    def compose(self) -> ComposeResult:
        """The head, the list, and below or beside it the explanation."""
        yield PaneHead(self.QUESTION)
        with Container(classes="list-pane--body"):
            with Vertical(classes="list-pane--main"):
                yield from self.compose_list()
            with Vertical(classes="list-pane--detail"):
                yield LinePrompt()
                yield DetailArea()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._fitted_into = Size()

    # ── what a subclass says ─────────────────────────────────────────────────

    def compose_list(self) -> Iterable[Widget]:
        """The list, and what stands with it."""
        yield RowList()

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """The rows for a width."""
        raise NotImplementedError

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """What explains a row."""
        raise NotImplementedError

    def summed_up(self, evaluation: Evaluation) -> Content:
        """A few words at the right of the question."""
        raise NotImplementedError

    # ── what happens ─────────────────────────────────────────────────────────

    @property
    def catalog(self) -> Catalog:
        """The catalog of the evaluation.

        Raises:
            RuntimeError: the pane has not been given an evaluation.
        """
        if self.evaluation is None:
            raise RuntimeError("the pane has no evaluation yet")
        return self.evaluation.catalog

    def on_mount(self) -> None:
        """Shows what was assigned before."""
        self.redraw()

    def watch_evaluation(self) -> None:
        """Shows what follows from the newest answers."""
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """Draws everything anew; cursor and place stay. Nothing once the wizard is being left."""
        if self.evaluation is None or not self.is_whole:
            return
        self.head_line.summary = self.summed_up(self.evaluation)
        self.row_list.set_rows(self.rows(self.evaluation, self.row_list.scrollable_content_region.width))
        self.explain()

    @property
    def is_whole(self) -> bool:
        """Whether all parts are there: they are taken away one by one while the wizard is being left."""
        return all(self.query(part) for part in (PaneHead, RowList, DetailArea))

    def explain(self) -> None:
        """Explains the row under the cursor anew."""
        if not self.is_whole:
            return
        row_id = self.row_list.cursor_id
        if self.evaluation is not None and row_id:
            self.detail.show(self.explanation(self.evaluation, row_id))

    @on(RowList.Highlighted)
    def follow_cursor(self, event: RowList.Highlighted) -> None:
        """Explains the row that the cursor came to."""
        event.stop()
        self.explain()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the explanation its place and height, and the rows their width."""
        if event.size == self._fitted_into:  # back in sight, as it was
            return
        self._fitted_into = event.size
        self.fit_into(event.size.width, event.size.height)
        side = event.size.width >= SIDE_BY_SIDE
        self.body.set_class(side, "-side")
        height = event.size.height
        self.detail_box.styles.height = None if side else max(3, min(12, height * 2 // 5))
        self.call_after_refresh(self.redraw)

    def fit_into(self, width: int, height: int) -> None:
        """What else depends on the size of the pane."""

    def action_scroll_detail(self, pages: int) -> None:
        """Scrolls the explanation."""
        self.detail.scroll_by(pages)

    def ask_line(
        self,
        question: str,
        answer: Answer,
        *,
        value: str = "",
        kind: Literal["text", "integer", "number"] = "text",
        placeholder: str = "",
    ) -> None:
        """Asks a question that one line answers."""
        self.prompt.ask(question, answer, value=value, kind=kind, placeholder=placeholder)
