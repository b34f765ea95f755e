"""The wizard as a program: first screen, theme, keys, signals, and leaving with everything saved."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from fwwizard.errors import EXIT_DEFECT, EXIT_INTERRUPTED, FwwizardError
from fwwizard.tui.commands import bindings, key_name
from fwwizard.tui.loading import CatalogFailed, CatalogLoaded, load_evaluator
from fwwizard.tui.settings import tell_unknown_settings
from fwwizard.tui.store import Context, Opened
from fwwizard.tui.tables import Tables
from fwwizard.tui.theme import DEFAULT_THEME, THEMES, tokens
from fwwizard.tui.together import TogetherApp

if TYPE_CHECKING:
    from textual.command import Provider

    from fwwizard.tui.panes.verdict import VerdictPane
    from fwwizard.tui.screens.home import HomeScreen
    from fwwizard.tui.screens.wizard import WizardScreen


def terminal_size() -> Size | None:
    """What the terminal says of itself; None where it says nothing."""
    try:
        size = Size(*os.get_terminal_size(sys.__stdin__.fileno() if sys.__stdin__ else 0))
    except (OSError, ValueError):
        return None
    return size if size.area else None


def _providers() -> type[Provider]:
    from fwwizard.tui.palette import WizardProvider

    return WizardProvider


class WizardApp(TogetherApp):
    """Shows the sessions, or one of them at once."""

    TITLE = "fwwizard"
    # Textual does not read the style sheet of a default screen.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss", "screens/wizard.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {_providers}

    class SessionOpened(Message):
        """A session file was read for a screen, or could not be."""

        def __init__(self, screen: WizardScreen, opened: Opened | FwwizardError) -> None:
            self.screen = screen
            self.opened = opened
            super().__init__()

    def __init__(self, context: Context) -> None:
        self.failure: FwwizardError | None = None
        """Why the wizard ended, where it could not begin."""
        self.defect: Exception | None = None
        """What went wrong in the program itself."""
        self._clashes: set[str] = set()
        self._waiting: tuple[WizardScreen, Opened] | None = None
        self._tables = Tables()
        super().__init__(context)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = context.theme if context.theme in self.available_themes else DEFAULT_THEME
        self.set_keymap(context.keymap or {})

    # ── starting ─────────────────────────────────────────────────────────────

    def get_default_screen(self) -> Screen[None]:
        """The list of sessions; nothing where a session was asked for, which comes at once."""
        asked = self.context.first is not None or self.context.compared is not None
        return Screen() if asked else self._sessions()

    def _sessions(self) -> HomeScreen:
        from fwwizard.tui.screens.home import HomeScreen

        self._home = HomeScreen(self.context)
        self._home.evaluator = self.evaluator
        return self._home

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens for themes that are not ours."""
        return tokens(self.current_theme)

    def on_mount(self) -> None:
        """Reads the catalog once the first screen is painted, and listens to signals."""
        if self.context.first is not None:
            self.push_screen(self._opening(self.context.first))
        elif self.context.compared is not None:
            self.show_together(self.context.compared)
        self.call_after_refresh(self._load)
        tell_unknown_settings(self, self.context)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self._stop, 128 + number)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Says once which commands lost their keys to others."""
        names = ", ".join(sorted(binding.id or binding.key for binding in clashed_bindings))
        if names in self._clashes:
            return
        self._clashes.add(names)
        self.notify(f"Your keys take those of {names}.", severity="warning", markup=False)

    def _load(self) -> None:
        self._in_thread(lambda: self.post_message(load_evaluator(self.context.load_catalog)))

    def _in_thread(self, work: Callable[[], object]) -> None:
        self.run_worker(work, thread=True, group="reading")

    @on(CatalogLoaded)
    async def take_catalog(self, event: CatalogLoaded) -> None:
        """Goes on with whatever waited for the catalog."""
        self.evaluator = event.evaluator
        if self._home is not None:
            self._home.evaluator = event.evaluator
        self.hand_over(event.evaluator)
        await self._begin()

    @on(CatalogFailed)
    def leave_without_catalog(self, event: CatalogFailed) -> None:
        """Without a catalog there is nothing to decide with."""
        self._fail(event.error)

    def _fail(self, error: FwwizardError) -> None:
        """Ends; whoever started the wizard says why, in the plain terminal."""
        self.failure = error
        self.exit(error.exit_code, return_code=error.exit_code)

    def on_resize(self, event: events.Resize) -> None:
        """Believes the terminal rather than the news of its size.

        Two signals in quick succession may be handled one within the other: the first then tells
        last, of a size that is no more, and the screen would stay at it.
        """
        size = terminal_size()
        if not self.is_headless and size is not None and size != event.size:
            event.prevent_default()
            self.post_message(events.Resize(size, size))

    # ── sessions ─────────────────────────────────────────────────────────────

    def on_home_screen_session_chosen(self, event: HomeScreen.SessionChosen) -> None:
        """Opens a session in front of the list."""
        self.push_screen(self._opening(event.path, event.name))

    def _opening(self, path: Path, name: str = "") -> WizardScreen:
        from fwwizard.tui.screens.wizard import WizardScreen

        self._wizard = screen = WizardScreen(self.context, path, name=name)
        self.call_later(self._in_thread, partial(self._read, screen))
        return screen

    def _read(self, screen: WizardScreen) -> None:
        """Reads a session file; in a thread."""
        opened: Opened | FwwizardError
        try:
            opened = self.context.store.open(screen.path)
        except FwwizardError as error:
            opened = error
        self.post_message(self.SessionOpened(screen, opened))

    @on(SessionOpened)
    async def take_session(self, event: SessionOpened) -> None:
        """Shows a session that was read, or says why it was not."""
        if event.screen is not self._wizard:
            return
        if isinstance(event.opened, FwwizardError):
            self._refuse(event.opened)
            return
        self._waiting = (event.screen, event.opened)
        await self._begin()

    async def _begin(self) -> None:
        if self._waiting is not None and self.evaluator is not None:
            (screen, opened), self._waiting = self._waiting, None
            try:
                opened.check(self.evaluator.catalog)
            except FwwizardError as error:
                self._refuse(error)
                return
            if screen.is_attached:
                await screen.begin(opened, self.evaluator)

    def _refuse(self, error: FwwizardError) -> None:
        """Says why a session cannot be opened; ends where it was asked for on the command line."""
        if self.context.first is not None and self._home is None:
            self._fail(error)
            return
        self.show_sessions()
        self.notify(str(error), severity="error", markup=False)

    def on_verdict_pane_report_asked(self, event: VerdictPane.ReportAsked) -> None:
        """Asks where to, and writes a report."""
        from fwwizard.tui.screens.reports import write_report

        if self._wizard is not None:
            self.run_worker(write_report(self._wizard, event.wanted), group="report", exclusive=True)

    def show_sessions(self) -> None:
        """Back from a session to the list; what was opened in front of it meanwhile goes with it."""
        wizard, self._wizard, self._waiting = self._wizard, None, None
        self._together.clear()
        while wizard in self.screen_stack and self.screen is not (self._home or wizard):
            self.pop_screen()
        if self._home is None:
            self.switch_screen(self._sessions())

    def action_show_help(self) -> None:
        """Shows the keys, those of where one is first."""
        from fwwizard.tui.screens.help import HelpScreen, shown_keys

        if isinstance(self.screen, HelpScreen):
            return
        here = [active.binding.id or "" for active in self.screen.active_bindings.values()]
        focused = self.screen.focused
        places = [] if focused is None else [n for n in focused.ancestors_with_self if n.HELP]
        about = (places[0].HELP or "") if places else ""
        self.push_screen(HelpScreen(here, about, shown_keys(self.context.keymap or {})))

    def action_jump(self) -> None:
        """Puts letters on all that one can go to."""
        from fwwizard.tui.screens.jump import JumpScreen, Target, targets

        def go(place: Target | None) -> None:
            if place is not None:
                place.go()

        places = targets(self.screen)
        if places and not isinstance(self.screen, JumpScreen):
            self.push_screen(JumpScreen(places), go)

    def get_key_display(self, binding: Binding) -> str:
        """Keys in words where Textual has a glyph that not every terminal has."""
        return key_name(binding.key)

    def action_show_table(self) -> None:
        """Shows frameworks side by side."""
        self._tables.show(self.screen, self.evaluator)

    # ── leaving ──────────────────────────────────────────────────────────────

    def action_leave(self) -> None:
        """Saves and ends."""
        leave = partial(self._after_saving, partial(self.exit, 0))
        if self._wizard is not None and self.screen is self._wizard:
            self._wizard.in_turn(leave)
        else:
            leave()

    def on_wizard_screen_left(self) -> None:
        """Saves and goes back to the sessions."""
        self._after_saving(self.show_sessions)

    def action_help_quit(self) -> None:
        """Ctrl+c: saves and ends as interrupted."""
        self._stop(EXIT_INTERRUPTED)

    def _after_saving(self, then: Callable[[], object]) -> None:
        """Goes on once all is saved, or once the person gave up what cannot be."""
        state = self._wizard.save_now() if self._wizard is not None else None
        if state is None or state.kind != "failed":
            then()
            return
        from fwwizard.tui.screens.dialogs import ChoiceDialog

        def chosen(choice: str | None) -> None:
            if choice == "leave":
                then()
            elif choice == "save-as" and self._wizard is not None:
                self._wizard.action_save_as()

        self.push_screen(
            ChoiceDialog(
                "The last changes are not saved",
                state.reason,
                {
                    "stay": "stay here",
                    "save-as": "save to another file",
                    "leave": "leave, and lose the last changes",
                },
            ),
            chosen,
        )

    def _stop(self, return_code: int) -> None:
        """A signal: no time for questions, but for saving."""
        if self._wizard is not None:
            self._wizard.save_now()
        self.exit(return_code, return_code=return_code)

    def _handle_exception(self, error: Exception) -> None:
        """A defect of ours: saves, restores the terminal, and leaves the words to the command line.

        Textual would print the traceback with its local variables, the person's answers among them.
        """
        if self.is_headless and not self.context.unattended:  # a test wants to see it raised
            super()._handle_exception(error)
            return
        if self.defect is None:
            self.defect = error
            if self._wizard is not None:
                self._wizard.save_now()
        self._return_code = EXIT_DEFECT
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands those that this program has no other way for."""
        yield SystemCommand("Theme", "Change the colors", self.action_change_theme)
        yield SystemCommand("Picture", "Save this screen as an SVG file", self.save_picture)

    @property
    def busy(self) -> bool:
        """Whether something is still being read, computed or written."""
        if self.evaluator is None or self._waiting is not None:
            return True
        if self._wizard is not None:
            autosave = self._wizard.autosave
            if self._wizard.evaluation is None or (autosave and autosave.state.kind == "saving"):
                return True
        elif self._home is not None and self._home.listed is None:
            return True
        return any(not worker.is_finished for worker in self.workers)

    def save_picture(self) -> None:
        """Saves the screen below the palette as an SVG file in the current directory."""
        from fwwizard.tui.picture import save_picture

        self.call_after_refresh(save_picture, self, self.context)
