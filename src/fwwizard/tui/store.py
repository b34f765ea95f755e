"""What the wizard asks of the world: where sessions and the catalog come from, and what time it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fwwizard.core.model import Catalog
    from fwwizard.core.session import Session


@dataclass(frozen=True, slots=True)
class Listed:
    """A session file in the list, readable or not."""

    path: Path
    session: Session | None
    error: str = ""
    """Why it cannot be read, empty where it can."""

    @property
    def name(self) -> str:
        """The name of the session, or that of the file where it cannot be read."""
        return self.session.name if self.session else self.path.name


@dataclass(frozen=True, slots=True)
class Outside:
    """What somebody else has made of an open session's file."""

    token: str
    """Tells states of the file apart."""
    message: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a session that cannot be read may go back to."""

    session: Session
    """The version before the last save."""
    written: datetime
    """When the broken file was written last."""


class Opened(Protocol):
    """A session that is being worked on."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def session(self) -> Session:
        """What was read."""

    @property
    def notice(self) -> str:
        """What the person should know before it is saved, empty for nothing."""

    def check(self, catalog: Catalog) -> None:
        """Checks that the catalog can use the answers.

        Raises:
            InputError: it cannot, with key and line.
        """

    def outside(self) -> Outside | None:
        """What the file has become since it was read or written here, None while it is the same."""

    def save(self, session: Session) -> str:
        """Writes it; returns when it is on the disk, with what the person should know of it.

        Raises:
            ChangedOutsideError: somebody else changed the file; what lies there stays.
            SaveError: it could not be written; what lies there stays.
        """


class Store(Protocol):
    """Sessions kept somewhere. Everything may block."""

    def listed(self) -> list[Listed]:
        """Every session, what was changed last first, then those that cannot be read.

        Raises:
            InputError: the sessions cannot be listed.
        """

    def open(self, path: Path) -> Opened:
        """Opens a session for work.

        Raises:
            InputError: it cannot be read.
        """

    def create(self, session: Session) -> Path:
        """Writes a new session.

        Raises:
            SaveError: it could not be written.
        """

    def save_as(self, session: Session, where: str) -> Path:
        """Writes a session where the person says: a path, or a name among the sessions.

        Raises:
            InputError: nothing was said, or there is a file of that name.
            SaveError: it could not be written.
        """

    def rename(self, path: Path, name: str, now: datetime) -> str:
        """Gives a session another name; returns what the person should know of it.

        Raises:
            InputError, SaveError: it could not be done.
        """

    def copy(self, path: Path, name: str, now: datetime) -> Path:
        """Makes a session of its own with the same answers.

        Raises:
            InputError, SaveError: it could not be done.
        """

    def delete(self, path: Path) -> Callable[[], None]:
        """Puts a session aside; what it returns brings it back, or raises SaveError.

        Raises:
            InputError, SaveError: it could not be done.
        """

    def kept(self, path: Path) -> Kept | None:
        """What `recover` would bring back, None where there is nothing."""

    def recover(self, path: Path) -> Path:
        """Puts the version before the last save in the place of a broken session, and that aside.

        Returns:
            Where the broken one is now.

        Raises:
            SaveError: there is none, or it could not be written.
        """


def _write(path: Path, text: str, session: Path | None) -> Path:
    from fwwizard.storage.reports import write_report

    return write_report(path, text, session)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything outside the wizard that it needs."""

    store: Store
    load_catalog: Callable[[], Catalog]
    """Reads the catalog; may take long.

    Raises:
        FwwizardError: it cannot be read.
    """
    clock: Callable[[], datetime]
    """The time, with a time zone."""
    new_id: Callable[[], str]
    """The id of a new session."""
    first: Path | None = None
    """The session to open at once; None: the list of sessions comes first."""
    compared: tuple[Path, Path] | None = None
    """Two sessions to show side by side at once."""
    theme: str = ""
    """Empty: the default one."""
    keymap: dict[str, str] | None = None
    """Other keys, by the ids of commands."""
    prepare_after: float | None = 0.1
    """Seconds after which the steps that nobody visited yet are prepared; None: when they are visited."""
    settled: Callable[[], object] = lambda: None
    """Called once all is in memory that will stay there."""
    write: Callable[[Path, str, Path | None], Path] = _write
    """Writes a report or a picture to a file, but never over the session at the third place.

    Raises:
        SaveError: it could not be written.
    """
    unattended: bool = False
    """Whether nobody watches, because only a picture is made."""
    former_catalog: Callable[[str], Catalog | None] = lambda _: None
    """The catalog of a digest that a session was made with, if it is still at hand; may take long."""
    remember: Callable[[Catalog], None] = lambda _: None
    """Keeps a catalog that a session is made with; may take long."""
    look_every: float = 2.0
    """Seconds after which an open session's file is looked at again; 0: never."""
