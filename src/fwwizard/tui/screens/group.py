"""Several people's sessions together: who leads for whom, what splits them, what to talk about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from fwwizard.core.acceptability import LIVE
from fwwizard.core.team import Team, team
from fwwizard.core.team_words import headline, notes
from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.screens.computed import ComputedScreen
from fwwizard.tui.screens.group_detail import explanation
from fwwizard.tui.screens.group_rows import PERSON, TOPIC, group_rows
from fwwizard.tui.screens.sized import TooSmall
from fwwizard.tui.widgets.detail import DetailArea
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.row_list import GUTTER, RowList
from fwwizard.tui.widgets.screen_list import ScreenList
from fwwizard.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation, Evaluator
    from fwwizard.tui.store import Opened


class GroupScreen(ComputedScreen[Team]):
    """A list of people, topics and frameworks, and what explains the row under the cursor."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("group"), *bindings("detail")]
    HELP = (
        "Each session is one person. Everyone keeps their own leader: ranks are never averaged. A "
        "framework's largest loss is what it costs the person whom it costs most, against that person's "
        "best. Topics are ordered by how many leaders would turn if they were settled."
    )

    title_bar = query_one(TitleBar)
    outcome_line = query_one("#group-outcome", Static)
    row_list = query_one(RowList)
    detail = query_one(DetailArea)

    class CompareAsked(Message):
        """Two people's sessions are to be shown side by side."""

        def __init__(self, paths: tuple[Path, Path]) -> None:
            self.paths = paths
            super().__init__()

    def compose(self) -> ComposeResult:
        """Title, outcome, list, explanation, keys."""
        yield TitleBar()
        yield Static(id="group-outcome", markup=False)
        yield ScreenList()
        with Vertical(id="group-detail"):
            yield DetailArea()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Says what is being done; the app hands the catalog over when it has it."""
        self.title_bar.subject = f"a team of {len(self.paths)}"
        self.title_bar.state = "computing…"

    # ── what is shown ────────────────────────────────────────────────────────

    def compute(self, evaluator: Evaluator, opened: list[Opened]) -> Team | None:
        """The group view of the sessions, all by the catalog in force."""
        worker = get_current_worker()
        for one in opened:
            one.check(evaluator.catalog)
        return team([one.session for one in opened], evaluator, LIVE, lambda: worker.is_cancelled)

    @on(ComputedScreen.Computed)
    def take(self, event: ComputedScreen.Computed) -> None:
        """Shows a group."""
        if isinstance(event.content, Team):
            self.content = event.content
            self.title_bar.state = ""
            self.show()

    @property
    def evaluation(self) -> Evaluation | None:
        """That of the person under the cursor, else that of the first one."""
        kind, _, key = self.row_list.cursor_id.partition(":")
        return self.content.evaluations[int(key) if kind == PERSON else 0] if self.content else None

    def show(self) -> None:
        """Draws everything anew; the cursor stays on its row."""
        if self.content is None:
            return
        said = [headline(self.content), *notes(self.content)]
        self.outcome_line.update(Content(printable(" ".join(said))))
        width = self.row_list.scrollable_content_region.width or self.size.width
        self.row_list.set_rows(group_rows(self.content, max(40, width - GUTTER)))
        self._explain()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the columns their widths."""
        self.call_after_refresh(self.show)

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        if self.content is not None and self.row_list.cursor_id:
            self.detail.show(explanation(self.content, self.row_list.cursor_id))
            self.refresh_bindings()

    # ── commands ─────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dims what is not possible now."""
        if action == "open":
            kind = self.row_list.cursor_id.partition(":")[0]
            return True if kind == PERSON or (kind == TOPIC and self._camps() is not None) else None
        return True

    def _camps(self) -> tuple[int, int] | None:
        """Two people who answer the topic under the cursor differently."""
        kind, _, key = self.row_list.cursor_id.partition(":")
        return self.content.topics[int(key)].between if self.content is not None and kind == TOPIC else None

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Opens a person's session; compares two who answer a topic differently."""
        kind, _, key = self.row_list.cursor_id.partition(":")
        camps = self._camps()
        if camps is not None:
            self.post_message(self.CompareAsked((self.paths[camps[0]], self.paths[camps[1]])))
        elif kind == PERSON and self.content is not None:
            index = int(key)
            name = self.content.evaluations[index].session.name
            self.post_message(self.OpenAsked(self.paths[index], name))

    def action_scroll_detail(self, pages: int) -> None:
        """Scrolls the explanation."""
        self.detail.scroll_by(pages)
