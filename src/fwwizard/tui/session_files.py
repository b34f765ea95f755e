"""The store of the wizard as files in a directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fwwizard.errors import FwwizardError, InputError, SaveError, printable
from fwwizard.tui.store import Kept, Listed, Opened, Outside

if TYPE_CHECKING:
    from fwwizard.core.model import Catalog
    from fwwizard.core.session import Session
    from fwwizard.storage.sessions import Stored

# Storage is imported inside the functions: it brings validation, which the first paint does not need.


class SessionFile:
    """A session file that was read, and what it must still hold when it is written."""

    def __init__(self, stored: Stored) -> None:
        self.path = stored.path
        self.session = stored.session
        self.notice = ""
        if stored.has_comments:
            self.notice = f"{stored.path.name} has comments; the first save keeps them in a file beside it"
        self._digest = stored.digest
        self._document = stored.document
        self._told: tuple[str, ...] = ()

    def check(self, catalog: Catalog) -> None:
        """Checks the answers against the catalog; see `Opened.check`."""
        from fwwizard.storage.session_checks import check_answers

        check_answers(self.session, catalog, self._document)

    def outside(self) -> Outside | None:
        """Compares the content, as times may lie; see `Opened.outside`."""
        from fwwizard.storage.reading import NoFileError, read_bytes
        from fwwizard.storage.toml_text import digest_of

        try:
            digest = digest_of(read_bytes(self.path))
        except NoFileError:
            return Outside("removed", "The file was removed since it was read here.")
        except InputError:
            return None  # what cannot be read now may be again; saving tells
        changed = Outside(digest, "The file is no longer what was read here.")
        return None if digest == self._digest else changed

    def save(self, session: Session) -> str:
        """Writes the session; see `Opened.save`."""
        from fwwizard.storage.sessions import save

        saved = save(session, self.path, expected=self._digest)
        self._digest = saved.digest
        # Some file systems never confirm: once is enough to know.
        told = tuple(note for note in saved.notes if note not in self._told)
        self._told += told
        return "; ".join(told)


class SessionFiles:
    """The sessions of a directory, which need not exist; others may be opened by their path."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def listed(self) -> list[Listed]:
        """Every session; see `Store.listed`."""
        from fwwizard.storage.session_store import Broken, listing

        return [
            Listed(member.path, None, _without_path(member.error, member.path))
            if isinstance(member, Broken)
            else Listed(member.path, member.session)
            for member in listing(self.directory)
        ]

    def open(self, path: Path) -> Opened:
        """Opens a session; see `Store.open`."""
        from fwwizard.storage.sessions import read

        return SessionFile(read(path))

    def create(self, session: Session) -> Path:
        """Writes a new session; see `Store.create`."""
        from fwwizard.storage.session_store import create

        return create(session, self.directory)[0]

    def save_as(self, session: Session, where: str) -> Path:
        """Writes a session to another file; see `Store.save_as`."""
        from fwwizard.storage.save_as import create_at

        return create_at(session, where, self.directory)

    def rename(self, path: Path, name: str, now: datetime) -> str:
        """Gives a session another name; its file keeps its own."""
        from fwwizard.storage.session_store import rename

        return "; ".join(rename(path, name, now).notes)

    def copy(self, path: Path, name: str, now: datetime) -> Path:
        """Copies a session into the directory; see `Store.copy`."""
        from fwwizard.storage.session_store import copy

        return copy(path, name, now, self.directory)

    def delete(self, path: Path) -> Callable[[], None]:
        """Moves a session aside; see `Store.delete`."""
        from fwwizard.storage.session_store import delete, restore

        return partial(restore, delete(path))

    def kept(self, path: Path) -> Kept | None:
        """What `recover` would bring back; see `Store.kept`."""
        from fwwizard.storage.recovery import recoverable

        try:
            found = recoverable(path)
        except FwwizardError:
            return None
        return Kept(found.kept, found.written)

    def recover(self, path: Path) -> Path:
        """Brings the version before the last save back; see `Store.recover`."""
        from fwwizard.storage.session_store import recover

        return recover(path).aside


class SessionsForPicture(SessionFiles):
    """The same sessions, of which none is changed: they are only looked at."""

    def open(self, path: Path) -> Opened:
        """Opens a session whose changes go nowhere."""
        from fwwizard.storage.sessions import read

        return _Unsaved(read(path))

    def create(self, session: Session) -> Path:
        """Refuses; see `Store.create`."""
        raise SaveError(_NOT_NOW, file=self.directory)

    def save_as(self, session: Session, where: str) -> Path:
        """Refuses; see `Store.save_as`."""
        raise SaveError(_NOT_NOW, file=self.directory)

    def rename(self, path: Path, name: str, now: datetime) -> str:
        """Refuses; see `Store.rename`."""
        raise SaveError(_NOT_NOW, file=path)

    def copy(self, path: Path, name: str, now: datetime) -> Path:
        """Refuses; see `Store.copy`."""
        raise SaveError(_NOT_NOW, file=path)

    def delete(self, path: Path) -> Callable[[], None]:
        """Refuses; see `Store.delete`."""
        raise SaveError(_NOT_NOW, file=path)

    def recover(self, path: Path) -> Path:
        """Refuses; see `Store.recover`."""
        raise SaveError(_NOT_NOW, file=path)


_NOT_NOW = "not written, only a picture is made"


class _Unsaved(SessionFile):
    def save(self, session: Session) -> str:
        """Keeps the file as it is."""
        return ""


def nothing_is_written(path: Path, *_: object) -> Path:
    """Refuses to write a report while a picture is made."""
    raise SaveError(_NOT_NOW, file=path)


def _without_path(error: InputError, path: Path) -> str:
    """The error as the list shows it beside the file's name: `line 2: …`."""
    without = str(error).removeprefix(printable(f"{path}:"))
    if error.line is None:
        return without.lstrip()
    return f"line {error.line}, column {error.column}: " + without.partition(": ")[2]
