"""The first screen: the sessions, or what will happen where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from fwwizard.errors import FwwizardError
from fwwizard.tui.commands import bindings
from fwwizard.tui.loading import LeadersKnown, SessionsRead, outcomes
from fwwizard.tui.screens.home_text import WELCOME, session_entry
from fwwizard.tui.screens.sized import SizedScreen, TooSmall
from fwwizard.tui.store import Context, Listed
from fwwizard.tui.when import ago
from fwwizard.tui.widgets.filter_line import FilterLine
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.row_list import RowList
from fwwizard.tui.widgets.session_list import SessionList
from fwwizard.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluator
    from fwwizard.core.model import Catalog

T = TypeVar("T")

SETTLED = 3
"""Seconds after which all is in memory that stays there, where no session is opened."""


class HomeScreen(SizedScreen[None]):
    """Lists the sessions and what one may do with them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("home")

    listed: var[list[Listed] | None] = var(None, init=False)
    """The sessions; None while they are read."""

    leaders: var[Mapping[str, str]] = var({}, init=False)
    """Who leads each session, by path, as far as that is known."""

    evaluator: var[Evaluator | None] = var(None, init=False)
    """Evaluates the sessions; None until the catalog is there."""

    title_bar = query_one(TitleBar)
    sessions = query_one(SessionList)
    filter_line = query_one(FilterLine)

    class SessionChosen(Message):
        """A session is to be opened."""

        def __init__(self, path: Path, name: str) -> None:
            self.path = path
            self.name = name
            super().__init__()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._undo: list[tuple[Path, Callable[[], None]]] = []
        self._go_to = ""
        self._wanted = ""
        """The name of a session to begin once the catalog is there."""

    def compose(self) -> ComposeResult:
        """Title, list or welcome, filter, keys."""
        yield TitleBar()
        with Vertical(id="home"):
            yield Static("Sessions", id="home-heading", markup=False)
            yield Static(WELCOME, id="welcome", markup=False)
            yield SessionList(id="sessions")
            yield FilterLine()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Reads the sessions once this is painted."""
        self.title_bar.subject = "choose a backend framework"
        self.call_after_refresh(self.read)

    def on_screen_resume(self) -> None:
        """Reads the sessions again: one of them was worked on."""
        if self.listed is not None:
            self.read()

    # ── reading ──────────────────────────────────────────────────────────────

    @work(thread=True, exclusive=True, group="list")
    def read(self) -> None:
        """Reads the sessions; in a thread."""
        try:
            self.post_message(SessionsRead(self.context.store.listed()))
        except FwwizardError as error:
            self.post_message(SessionsRead([], error))

    @on(SessionsRead)
    def take_list(self, event: SessionsRead) -> None:
        """Shows what was read."""
        if event.error is not None:
            self.notify(str(event.error), severity="error", markup=False)
        self.listed = event.listed
        self.sessions.keep_marks({str(one.path) for one in event.listed})
        self._evaluate()

    def watch_evaluator(self) -> None:
        """Evaluates what is listed, and begins what was asked for before the catalog was there."""
        self._evaluate()
        if self.evaluator is not None:
            self.set_timer(SETTLED, self.context.settled)
        if self._wanted and self.evaluator is not None:
            name, self._wanted = self._wanted, ""
            self._begin(name, self.evaluator.catalog)

    def _evaluate(self) -> None:
        evaluator = self.evaluator
        if evaluator is None or not self.listed:
            return
        listed = tuple(self.listed)
        self.run_worker(
            lambda: self.post_message(LeadersKnown(outcomes(evaluator, listed))),
            thread=True,
            exclusive=True,
            group="leaders",
        )

    @on(LeadersKnown)
    def take_leaders(self, event: LeadersKnown) -> None:
        """Shows who leads."""
        self.leaders = event.leaders

    def watch_leaders(self) -> None:
        """Shows who leads."""
        self._draw()

    def watch_listed(self) -> None:
        """Shows the sessions, or what will happen."""
        self._draw()

    def _draw(self) -> None:
        if self.listed is None:
            return
        empty = not self.listed
        self.set_class(empty, "-empty")
        now = self.context.clock()
        wanted = self.filter_line.wanted
        self.sessions.show(
            session_entry(one, now_ago=partial(ago, now=now), leaders=self.leaders)
            for one in self.listed
            if wanted in one.name.casefold()
        )
        if self._go_to:
            self.sessions.move_to(self._go_to)
            self._go_to = ""
        self.refresh_bindings()

    # ── commands ─────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a session is dimmed without one."""
        if action in {"rename", "copy", "delete", "filter", "compare", "group"}:
            return bool(self.listed)
        if action == "undo":
            return True if self._undo else None
        if action == "clear_filter":
            return True if self.query("FilterLine.-filtering") else None
        return True

    @property
    def chosen(self) -> Listed | None:
        """The session under the cursor."""
        found = (one for one in self.listed or () if str(one.path) == self.sessions.cursor_id)
        return next(found, None)

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Opens the session under the cursor; without any, begins the first."""
        chosen = self.chosen
        if chosen is None:
            if self.listed == []:
                self.action_new()
        elif chosen.session is None:
            self._offer_kept(chosen)
        else:
            self._open(chosen.path, chosen.name)

    def _open(self, path: Path, name: str) -> None:
        self._go_to = str(path)
        self.post_message(self.SessionChosen(path, name))

    @work
    async def action_new(self) -> None:
        """Asks for a name and begins."""
        from fwwizard.tui.screens.dialogs import LineDialog

        name = await self.app.push_screen_wait(
            LineDialog(
                "What is the decision about?",
                hint="For example: Payments API. You can rename it later.",
                required="A name is needed, to find it again.",
            )
        )
        if name and self.evaluator is not None:
            self._begin(name, self.evaluator.catalog)
        elif name:
            self._wanted = name

    def _begin(self, name: str, catalog: Catalog) -> None:
        from fwwizard.core.new_session import new_session

        session = new_session(catalog, self.context.new_id(), name, self.context.clock())
        try:
            path = self.context.store.create(session)
        except FwwizardError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._open(path, name)

    @work
    async def action_rename(self) -> None:
        """Asks for another name."""
        chosen = self.chosen
        if chosen is None or chosen.session is None:
            return
        name = await self._ask_name("Rename the session", chosen.session.name)
        if name and name != chosen.session.name:
            notice = self._do(partial(self.context.store.rename, chosen.path, name, self.context.clock()))
            if notice:
                self.notify(notice, markup=False)

    @work
    async def action_copy(self) -> None:
        """Asks for the name of the copy."""
        chosen = self.chosen
        if chosen is None or chosen.session is None:
            return
        name = await self._ask_name("Copy the session as", f"{chosen.session.name} (copy)")
        if name:
            path = self._do(partial(self.context.store.copy, chosen.path, name, self.context.clock()))
            self._go_to = str(path or "")

    async def _ask_name(self, title: str, value: str) -> str | None:
        from fwwizard.tui.screens.dialogs import LineDialog

        return await self.app.push_screen_wait(LineDialog(title, value=value, required="A name is needed."))

    def action_delete(self) -> None:
        """Puts the session aside."""
        chosen = self.chosen
        if chosen is None:
            return
        undo = self._do(partial(self.context.store.delete, chosen.path))
        if undo is not None:
            self._undo.append((chosen.path, undo))
            self.notify(f"Deleted “{chosen.name}”. Press u to bring it back.", markup=False)
            self.refresh_bindings()

    def action_undo(self) -> None:
        """Brings back what was deleted last, with the cursor on it: the next key is meant for it."""
        if self._undo:
            path, undo = self._undo.pop()
            self._go_to = str(path)
            self._do(undo)

    @work
    async def _offer_kept(self, chosen: Listed) -> None:
        """A broken file is never replaced without asking."""
        from fwwizard.tui.screens.recovery import RECOVER, recovery_dialog

        dialog = recovery_dialog(chosen, self.context.store.kept(chosen.path))
        if await self.app.push_screen_wait(dialog) == RECOVER:
            aside = self._do(partial(self.context.store.recover, chosen.path))
            if aside is not None:
                self.notify(f"The broken file is kept as {aside}", markup=False)

    def _do(self, what: Callable[[], T]) -> T | None:
        """Does something with a session and shows what came of it."""
        try:
            return what()
        except FwwizardError as error:
            self.notify(str(error), severity="error", markup=False)
            return None
        finally:
            self.read()

    # ── several sessions ─────────────────────────────────────────────────────

    def action_compare(self) -> None:
        """Two sessions side by side: the marked ones, or the marked one and that under the cursor."""
        self._together(self.sessions.pair(), as_group=False)

    def action_group(self) -> None:
        """The marked sessions as a group."""
        self._together(self.sessions.marked, as_group=True)

    def _together(self, ids: list[str], *, as_group: bool) -> None:
        from fwwizard.tui.screens.computed import TogetherAsked

        least, most = (2, 20) if as_group else (2, 2)
        if least <= len(ids) <= most:
            self.post_message(TogetherAsked(tuple(map(Path, ids)), as_group))
        else:
            wanted = "one for each person, two to twenty" if as_group else "two to compare"
            marked = len(self.sessions.marked)
            self.notify(f"Mark sessions with m: {wanted}. Marked now: {marked}.", markup=False)

    # ── filter ───────────────────────────────────────────────────────────────

    def action_filter(self) -> None:
        """Asks for a part of a name."""
        self.filter_line.ask()

    def action_clear_filter(self) -> None:
        """Shows all sessions again."""
        self.filter_line.clear_filter()
        self.sessions.focus()

    @on(FilterLine.Filtered)
    def narrow(self, event: FilterLine.Filtered) -> None:
        """Shows what fits."""
        event.stop()
        self._draw()

    @on(FilterLine.Left)
    def return_to_list(self, event: FilterLine.Left) -> None:
        """Back to the sessions."""
        event.stop()
        self.sessions.focus()
