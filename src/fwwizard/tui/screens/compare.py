"""Two sessions side by side: what differs, who moved, and which answer moved whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Static

from fwwizard.core.comparison import Comparison, compare
from fwwizard.core.comparison_words import notes, outcome
from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.screens.compare_detail import explanation, jump
from fwwizard.tui.screens.compare_rows import Columns, compare_rows, head
from fwwizard.tui.screens.computed import ComputedScreen
from fwwizard.tui.screens.sized import TooSmall
from fwwizard.tui.store import Context
from fwwizard.tui.widgets.detail import DetailArea
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.row_list import GUTTER, RowList
from fwwizard.tui.widgets.screen_list import ScreenList
from fwwizard.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation, Evaluator
    from fwwizard.tui.store import Opened

SIDE_BY_SIDE = 100
"""From this width on A and B have a column each."""


class CompareScreen(ComputedScreen[Comparison]):
    """One list in which both sides scroll together, and what explains the row under the cursor."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare"), *bindings("detail")]
    HELP = (
        "A and B are two sessions. First the answers that differ, step by step, then the frameworks that "
        "moved. The score of a framework differs by the sum of what each answer brought (Shapley values: "
        "the mean over all orders in which the answers could have been changed). Musts, languages and "
        "rule-outs exclude whatever the score; who set them is named."
    )

    show_all: var[bool] = var(False, init=False)
    """Whether what is the same is shown too."""

    title_bar = query_one(TitleBar)
    outcome_line = query_one("#compare-outcome", Static)
    head = query_one("#compare-head", Static)
    row_list = query_one(RowList)
    detail = query_one(DetailArea)

    def __init__(self, context: Context, paths: tuple[Path, ...]) -> None:
        """Two sessions, A and B, in this order."""
        super().__init__(context, paths)
        self._came_from: list[str] = []

    def compose(self) -> ComposeResult:
        """Title, outcome, both sides, explanation, keys."""
        yield TitleBar()
        yield Static(id="compare-outcome", markup=False)
        yield Static(id="compare-head", markup=False)
        yield ScreenList()
        with Vertical(id="compare-detail"):
            yield DetailArea()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Says what is being done; the app hands the catalog over when it has it."""
        self.title_bar.subject = "two sessions side by side"
        self.title_bar.state = "comparing…"

    # ── what is shown ────────────────────────────────────────────────────────

    def compute(self, evaluator: Evaluator, opened: list[Opened]) -> Comparison:
        """Compares the two sessions, each checked against the catalog that it is evaluated with."""
        a, b = opened
        found = compare(a.session, b.session, evaluator, self.context.former_catalog)
        a.check(found.a.catalog)
        b.check(found.b.catalog)
        return _complete(found)

    @on(ComputedScreen.Computed)
    def take(self, event: ComputedScreen.Computed) -> None:
        """Shows a comparison."""
        if isinstance(event.content, Comparison):
            self.content = event.content
            self._came_from.clear()
            self.show()

    def show(self) -> None:
        """Draws everything anew; the cursor stays on its row."""
        comparison = self.content
        if comparison is None:
            return
        columns = self._columns
        names = [e.session.name for e in (comparison.a, comparison.b)]
        self.title_bar.subject = " | ".join(names)
        count = len(comparison.differing)
        differs = f"{count} {'answer differs' if count == 1 else 'answers differ'}"
        self.title_bar.state = "all answers" if self.show_all else differs
        said = [outcome(comparison), *notes(comparison)]
        self.outcome_line.update(Content(printable(" ".join(said))))
        self.head.update(head(comparison, columns))
        self.row_list.set_rows(compare_rows(comparison, self.show_all, columns))
        self._explain()
        self.refresh_bindings()

    @property
    def evaluation(self) -> Evaluation | None:
        """That of side A."""
        return self.content.a if self.content is not None else None

    @property
    def _columns(self) -> Columns:
        width = self.row_list.scrollable_content_region.width or self.size.width
        return Columns(max(40, width - GUTTER), self.size.width < SIDE_BY_SIDE)

    def on_resize(self, event: events.Resize) -> None:
        """Gives both sides their columns."""
        self.call_after_refresh(self.show)

    def watch_show_all(self) -> None:
        """Shows more or less."""
        self.show()

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        if self.content is not None and self.row_list.cursor_id:
            self.detail.show(explanation(self.content, self.row_list.cursor_id))
            self.refresh_bindings()

    # ── commands ─────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dims what is not possible now."""
        if action in {"swap", "toggle_all", "open"}:
            return True if self.content is not None else None
        if action == "follow":
            return True if self._targets() else None
        if action == "follow_back":
            return True if self._came_from else None
        return True

    def _targets(self) -> list[str]:
        """The rows to which a jump from here can lead."""
        if self.content is None or not self.row_list.cursor_id:
            return []
        there = {row.id for row in self.row_list.rows}
        return [target for target in jump(self.content, self.row_list.cursor_id) if target in there]

    @on(RowList.Chosen)
    def action_follow(self) -> None:
        """From a framework to what moved it most, from an answer to whom it moved most."""
        targets = self._targets()
        if targets:
            self._came_from.append(self.row_list.cursor_id)
            self.row_list.move_to(targets[0])

    def action_follow_back(self) -> None:
        """To where the last jump began."""
        if self._came_from:
            self.row_list.move_to(self._came_from.pop())
            self.refresh_bindings()

    def action_toggle_all(self) -> None:
        """Shows all answers and frameworks, or only what differs."""
        self.show_all = not self.show_all

    def action_swap(self) -> None:
        """Exchanges A and B."""
        before = self.content
        if before is not None:
            self.paths = self.paths[::-1]
            self.title_bar.state = "comparing…"
            self.run_worker(
                lambda: self.post_message(self.Computed(_complete(before.swapped()))),
                thread=True,
                exclusive=True,
                group="compute",
            )

    def action_open(self, side: str) -> None:
        """Opens one of the two in the wizard."""
        if self.content is not None:
            index = "ab".index(side)
            evaluation = (self.content.a, self.content.b)[index]
            self.post_message(self.OpenAsked(self.paths[index], evaluation.session.name))

    def action_scroll_detail(self, pages: int) -> None:
        """Scrolls the explanation."""
        self.detail.scroll_by(pages)


def _complete(comparison: Comparison) -> Comparison:
    """With everything computed that the screen asks for."""
    _ = comparison.moves, comparison.labels
    return comparison
