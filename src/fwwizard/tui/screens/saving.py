"""A screen whose session is on the disk: saved soon, looked after, and told truthfully."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on
from textual.getters import query_one

from fwwizard.core.evaluation import Evaluator
from fwwizard.core.session import Session
from fwwizard.tui.autosave import Autosave, SaveState
from fwwizard.tui.commands import COMMANDS, key_name
from fwwizard.tui.screens.sized import SizedScreen
from fwwizard.tui.store import Context, Opened
from fwwizard.tui.widgets.line_prompt import LinePrompt
from fwwizard.tui.widgets.title_bar import TitleBar
from fwwizard.tui.working import Working

SAVE_AS = next(command for command in COMMANDS if command.id == "wizard.save-as")


class SavingScreen(SizedScreen[None]):
    """Saves what `working` holds; its title bar says whether that is on the disk."""

    title_bar = query_one(TitleBar)

    def __init__(self, context: Context, path: Path) -> None:
        super().__init__()
        self.context = context
        self.path = path
        self.working: Working | None = None
        self.autosave: Autosave | None = None

    def save_to(self, opened: Opened) -> None:
        """Saves to a file that was read, from now on."""
        self.autosave = Autosave(self, opened, self.context.clock)
        if opened.notice:
            self.notify(opened.notice, markup=False)
        if self.context.look_every:
            self.set_interval(self.context.look_every, self._look)

    def save_soon(self) -> None:
        """Has the session written in a moment."""
        if self.autosave is not None and self.working is not None:
            self.autosave.schedule(self.working.session)

    def save_now(self) -> SaveState:
        """Writes what is not yet written, and returns what came of it."""
        return self.autosave.flush() if self.autosave is not None else SaveState()

    async def show_session(self, session: Session, evaluator: Evaluator) -> None:
        """Shows a session from its beginning, at the step where it was left."""
        raise NotImplementedError

    def become(self, working: Working) -> None:
        """Shows and saves another state."""
        raise NotImplementedError

    @on(Autosave.Changed)
    def show_state(self, event: Autosave.Changed) -> None:
        """Says whether the session is on the disk, and where not, what else can be done."""
        failed = event.state.kind == "failed"
        self.title_bar.warning = failed
        self.title_bar.state = event.state.text + (f" ({self._save_as_key}: save as)" if failed else "")
        if event.notice:
            self.notify(event.notice, markup=False)
        if event.error is not None:
            from fwwizard.tui.screens.conflicts import mend

            mend(self, event.error)

    @property
    def _save_as_key(self) -> str:
        keys = (self.context.keymap or {}).get(SAVE_AS.id, SAVE_AS.keys)
        return key_name(keys.split(",")[0].strip())

    def _look(self) -> None:
        if self.autosave is not None:
            self.run_worker(self.autosave.look, thread=True, group="look", exclusive=True)

    @on(Autosave.Overtaken)
    def tell_of_others(self, event: Autosave.Overtaken) -> None:
        """Asks what to do about a file that somebody else changed."""
        from fwwizard.tui.screens.conflicts import NOTHING_LOST, ask

        ask(self, f"{event.outside.message} {NOTHING_LOST}")

    def action_save_as(self) -> None:
        """Asks for another file, and goes on there."""
        from fwwizard.tui.screens.another_file import save_as

        question = "Save as, and go on there:"
        self.query_one("#save-as", LinePrompt).ask(question, partial(save_as, self), value=str(self.path))
