"""The part of the program that shows several sessions together, in front of list or wizard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from fwwizard.errors import FwwizardError
from fwwizard.tui.store import Context

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluator
    from fwwizard.tui.screens.compare import CompareScreen
    from fwwizard.tui.screens.computed import ComputedScreen, TogetherAsked
    from fwwizard.tui.screens.group import GroupScreen
    from fwwizard.tui.screens.home import HomeScreen
    from fwwizard.tui.screens.wizard import WizardScreen


class TogetherApp(App[int]):
    """Knows how to open and close the screens of several sessions; what lies behind is the program's."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.evaluator: Evaluator | None = None
        self._home: HomeScreen | None = None
        """The list of sessions, once it was shown."""
        self._wizard: WizardScreen | None = None
        """The open session."""
        self._together: list[CompareScreen | GroupScreen] = []
        """Screens of several sessions, the one in front last."""
        super().__init__()

    # ── what the program does ────────────────────────────────────────────────

    def _sessions(self) -> HomeScreen:
        """A list of sessions."""
        raise NotImplementedError

    def _opening(self, path: Path, name: str = "") -> WizardScreen:
        """A wizard that opens a session."""
        raise NotImplementedError

    def show_sessions(self) -> None:
        """Goes back from a session to the list."""
        raise NotImplementedError

    def _after_saving(self, then: Callable[[], object]) -> None:
        """Goes on once all is saved, or once the person gave up what cannot be."""
        raise NotImplementedError

    def _fail(self, error: FwwizardError) -> None:
        """Ends with an error that the plain terminal shows."""
        raise NotImplementedError

    # ── several sessions ─────────────────────────────────────────────────────

    def on_together_asked(self, event: TogetherAsked) -> None:
        """Shows marked sessions together."""
        self.show_together(event.paths, as_group=event.as_group)

    def hand_over(self, evaluator: Evaluator) -> None:
        """The catalog is there."""
        for screen in self._together:
            screen.evaluator = evaluator

    def show_together(self, paths: tuple[Path, ...], *, as_group: bool = False) -> None:
        """Shows two sessions side by side, or several as a group, in front of what is there."""
        from fwwizard.tui.screens.compare import CompareScreen
        from fwwizard.tui.screens.group import GroupScreen

        screen = GroupScreen(self.context, paths) if as_group else CompareScreen(self.context, paths)
        self._together.append(screen)
        self.push_screen(screen)
        screen.evaluator = self.evaluator

    def on_group_screen_compare_asked(self, event: GroupScreen.CompareAsked) -> None:
        """Shows two people of a group side by side."""
        self.show_together(event.paths)

    def action_compare_with(self) -> None:
        """Asks with which session to compare the open one, as it stands now."""
        wizard = self._wizard
        if wizard is None or self.screen is not wizard:
            return
        from fwwizard.tui.screens.session_dialog import SessionDialog

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.show_together((wizard.path, path))

        ask = partial(self.push_screen, SessionDialog(self.context, wizard.path), chosen)
        wizard.in_turn(partial(self._after_saving, ask))

    def action_close_together(self) -> None:
        """Back to where one was; to the sessions where two were asked for on the command line."""
        if not self._together or self.screen is not self._together[-1]:
            return
        self._together.pop()
        if self._together or self._wizard is not None or self._home is not None:
            self.pop_screen()
        else:
            self.switch_screen(self._sessions())

    def on_computed_screen_failed(self, event: ComputedScreen.Failed) -> None:
        """Says why sessions cannot be shown together; ends where the command line asked for them."""
        if self.context.compared is not None and self._home is None and self._wizard is None:
            self._fail(event.error)
            return
        self.action_close_together()
        self.notify(str(event.error), severity="error", markup=False)

    def on_computed_screen_open_asked(self, event: ComputedScreen.OpenAsked) -> None:
        """Opens one of several sessions."""
        self.open_session(event.path, event.name)

    def open_session(self, path: Path, name: str) -> None:
        """Opens a session in front of the list, unless it is the one that is open."""
        while self._together:
            self.action_close_together()
        if self._wizard is None:
            self.push_screen(self._opening(path, name))
        elif self._wizard.path != path:
            self._after_saving(partial(self._open_instead, path, name))

    def _open_instead(self, path: Path, name: str) -> None:
        self.show_sessions()
        self.push_screen(self._opening(path, name))
