"""Everything about one framework, in pages, in front of whatever asked for it."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation
from fwwizard.errors import printable
from fwwizard.tui.commands import IN_FRONT, bindings
from fwwizard.tui.screens.card_pages import PAGES, SCORE
from fwwizard.tui.screens.links import copy_source, open_link
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.marks import own_mark
from fwwizard.tui.widgets.passages import PassageList
from fwwizard.tui.widgets.row_list import RowList

GAP = 2


class PageRail(Widget):
    """The names of the pages; the one that is open stands out."""

    DEFAULT_CSS = """
    PageRail {
        height: 1;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    page: reactive[int] = reactive(0)
    """The page that is open."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, page: int) -> None:
            self.page = page
            super().__init__()

    def render(self) -> Content:
        """The names."""
        names = [
            Content.styled(name, "bold underline" if i == self.page else "$text-muted")
            for i, name in enumerate(self._names)
        ]
        return Content(" " * GAP).join(names)

    def on_click(self, event: events.Click) -> None:
        """Tells which name lies under the mouse."""
        start = 0
        for index, name in enumerate(self._names):
            if start <= event.x < start + len(name):
                self.post_message(self.Chosen(index))
            start += len(name) + GAP


class FrameworkCard(ModalScreen[None]):
    """The pages of one framework."""

    CSS_PATH = "card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("card", *IN_FRONT)

    rail = query_one(PageRail)
    passages = query_one(PassageList)

    def __init__(self, evaluation: Evaluation, framework: str, *, with_session: bool = True) -> None:
        """A card.

        Args:
            evaluation: of a session, or of one in which nothing was said.
            framework: the id of a framework.
            with_session: whether there is a session, so that a score means something.

        Raises:
            KeyError: the catalog has no such framework.
        """
        super().__init__()
        found = evaluation.catalog.framework(framework)
        if found is None:
            raise KeyError(framework)
        self._evaluation = evaluation
        self._framework: Framework = found
        self.pages = {name: page for name, page in PAGES.items() if with_session or name != SCORE}
        self._names = tuple(self.pages)

    def compose(self) -> ComposeResult:
        """Name, pages, text."""
        with Vertical(id="card"):
            yield Static(_title(self._framework), id="card-title")
            yield PageRail(self._names)
            yield PassageList()
            yield KeyBar()

    def on_mount(self) -> None:
        """Opens the first page."""
        self._turn_to(0)

    def action_turn(self, by: int) -> None:
        """To a page beside this one; past the last comes the first."""
        self._turn_to((self.rail.page + by) % len(self._names))

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return self._names[self.rail.page]

    def on_page_rail_chosen(self, event: PageRail.Chosen) -> None:
        """To the page that was clicked."""
        self._turn_to(event.page)

    def _turn_to(self, page: int) -> None:
        self.rail.page = page
        lay_out = self.pages[self._names[page]]
        evaluation, framework = self._evaluation, self._framework
        self.passages.show(lambda width: lay_out(evaluation, framework, width))
        self.refresh_bindings()

    @on(RowList.Highlighted)
    def follow_cursor(self, event: RowList.Highlighted) -> None:
        """Other keys may work on another passage."""
        event.stop()
        self.refresh_bindings()

    def action_open_source(self) -> None:
        """Opens the source of the passage under the cursor in the browser."""
        open_link(self, self.passages.passage.link, self.passages.passage.source)

    def action_copy_source(self) -> None:
        """Copies the source of the passage under the cursor."""
        copy_source(self, self.passages.passage.link, self.passages.passage.source)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A source can be opened where it has an address, and copied where one is named."""
        if action in {"open_source", "copy_source"} and self.is_mounted:
            found = self.passages.passage
            return True if found.link or (found.source and action == "copy_source") else None
        return True

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)


def _title(framework: Framework) -> Content:
    return Content.assemble(
        (printable(framework.name), "bold $primary"),
        own_mark(framework.has_own),
        (_whose(framework), "$text-accent"),
        ("  " + printable(framework.summary), "$text-muted"),
    )


def _whose(framework: Framework) -> str:
    """What of it is from the user's overlay."""
    if framework.own:
        return " yours"
    if framework.own_parts:
        return f" yours: {printable(', '.join(framework.own_parts))}"
    return " with facts of yours" if framework.has_own else ""
