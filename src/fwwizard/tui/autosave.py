"""Writes the session a moment after the last change, in order, and tells truthfully what is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Literal, Protocol

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from fwwizard.errors import FwwizardError

if TYPE_CHECKING:
    from fwwizard.core.session import Session
    from fwwizard.tui.store import Outside

DELAY = 0.3
"""Seconds without a further change before the session is written."""
AGAIN = 5.0
"""Seconds after which a failed save is tried again."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether the session as it stands is on the disk."""

    kind: Literal["saved", "saving", "failed"] = "saved"
    at: datetime | None = None
    """When it was written last."""
    reason: str = ""
    """Why it is not saved."""

    @property
    def text(self) -> str:
        """For the title bar."""
        if self.kind == "failed":
            return f"not saved: {self.reason.removeprefix('not saved, ')}"
        if self.kind == "saving":
            return "saving…"
        return f"saved {self.at:%H:%M}" if self.at else "saved"


class Saving(Protocol):
    """Something that writes a session."""

    def save(self, session: Session) -> str:
        """Writes it and returns what the person should know."""

    def outside(self) -> Outside | None:
        """What somebody else has made of it, None for nothing."""


class Autosave:
    """Saves for one screen. Only the newest session is ever written, by one thread at a time."""

    class Changed(Message):
        """The state of saving changed."""

        def __init__(self, state: SaveState, notice: str = "", error: FwwizardError | None = None) -> None:
            self.state = state
            self.notice = notice
            self.error = error
            super().__init__()

    class Overtaken(Message):
        """Somebody else changed the file; told once for each state of it."""

        def __init__(self, outside: Outside) -> None:
            self.outside = outside
            super().__init__()

    def __init__(self, screen: Screen[None], target: Saving, clock: Callable[[], datetime]) -> None:
        self._screen = screen
        self._clock = clock
        self._target = target
        self._writing = Lock()
        """Held while a file is written."""
        self._noting = Lock()
        """Held for moments, so that what is pending and what is told agree."""
        self._pending: Session | None = None
        self._timer: Timer | None = None
        self._told = ""
        """The last state of the file that was told of."""
        self.state = SaveState()

    def schedule(self, session: Session) -> None:
        """Has the session written soon, unless a newer one comes before."""
        with self._noting:
            self._pending = session
            self._tell(SaveState("saving"))
        self._after(DELAY)

    def flush(self) -> SaveState:
        """Writes now what is not yet written, and returns what came of it."""
        self._stop()
        return self._write()

    def drop(self) -> None:
        """Forgets what is not yet written; waits for a write that is under way."""
        self._stop()
        with self._writing, self._noting:
            self._pending = None

    def retarget(self, target: Saving) -> None:
        """Writes to another file from now on; waits for a write that is under way."""
        with self._writing:
            self._target = target

    def moved(self, target: Saving) -> None:
        """Goes on with another file, in which everything is written."""
        self.drop()
        self.retarget(target)
        with self._noting:
            self._tell(SaveState("saved", self._clock()))

    def look(self) -> None:
        """Tells once if somebody else changed the file; for a thread. Never while it is written here."""
        with self._writing:
            outside = self._target.outside()
        if outside is not None and outside.token != self._told:
            self._screen.post_message(self.Overtaken(outside))
        self._told = outside.token if outside is not None else ""

    def try_again(self) -> None:
        """Tries a failed save once more, in a while."""
        if self._pending is not None:
            self._after(AGAIN)

    def _after(self, seconds: float) -> None:
        self._stop()
        self._timer = self._screen.set_timer(seconds, self._start, name="autosave")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _start(self) -> None:
        self._screen.run_worker(self._write, thread=True, group="autosave", exit_on_error=False)

    def _write(self) -> SaveState:
        """Writes the newest session, if one waits. Whoever comes second finds nothing left to do."""
        with self._writing:
            session = self._pending
            if session is None:
                return self.state
            try:
                notice = self._target.save(session)
            except FwwizardError as error:
                with self._noting:
                    self._tell(SaveState("failed", reason=error.message), error=error)
                return self.state
            with self._noting:
                if self._pending is session:
                    self._pending = None
                    self._tell(SaveState("saved", self._clock()), notice)
                elif notice:
                    self._tell(self.state, notice)
            return self.state

    def _tell(self, state: SaveState, notice: str = "", error: FwwizardError | None = None) -> None:
        self.state = state
        self._screen.post_message(self.Changed(state, notice, error))
