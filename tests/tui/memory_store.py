"""A store that keeps sessions in memory, and that a test may slow down or make fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

from fwwizard.core.model import Catalog
from fwwizard.core.session import Session
from fwwizard.errors import InputError, SaveError
from fwwizard.storage.sessions import ChangedOutsideError
from fwwizard.tui.store import Kept, Listed, Opened, Outside


class MemoryOpened:
    """A session that was read from the memory."""

    def __init__(self, store: MemoryStore, path: Path) -> None:
        self.store = store
        self.path = path
        self.session = store.sessions[path]
        self.notice = store.notice
        self._expected = self.session

    def check(self, catalog: Catalog) -> None:
        if self.store.unfit:
            raise InputError(self.store.unfit, file=self.path)

    def outside(self) -> Outside | None:
        now = self.store.sessions.get(self.path)
        if now is None:
            return Outside("removed", "The file was removed.")
        return None if now == self._expected else Outside(repr(now), "The file is another.")

    def save(self, session: Session) -> str:
        self.store.begun += 1
        self.store.may_save.wait(10)
        if self.store.failure:
            raise SaveError(self.store.failure)
        if self.store.sessions.get(self.path) != self._expected:
            raise ChangedOutsideError("somebody else changed it")
        self.store.sessions[self.path] = self._expected = session
        self.store.saved.append(session)
        return ""


class MemoryStore:
    """Sessions by path."""

    def __init__(self, *sessions: Session) -> None:
        self.sessions = {Path(f"/{session.id}.toml"): session for session in sessions}
        self.broken: dict[Path, str] = {}
        self.recovered: list[Path] = []
        self.kept_versions: dict[Path, Kept] = {}
        self.unwritable: set[Path] = set()
        """Directories into which nothing can be saved."""
        self.rename_notice = ""
        self.saved: list[Session] = []
        self.begun = 0
        """How many saves were begun, whatever came of them."""
        self.failure = ""
        self.notice = ""
        self.unfit = ""
        """Why the catalog cannot use the answers of any session."""
        self.may_save = Event()
        self.may_save.set()

    def listed(self) -> list[Listed]:
        newest = sorted(self.sessions.items(), key=lambda item: item[1].updated, reverse=True)
        return [
            *(Listed(path, session) for path, session in newest),
            *(Listed(path, None, error) for path, error in self.broken.items()),
        ]

    def open(self, path: Path) -> Opened:
        if path not in self.sessions:
            raise InputError("there is no such session", file=path)
        return MemoryOpened(self, path)

    def create(self, session: Session) -> Path:
        if self.failure:
            raise SaveError(self.failure)
        path = Path(f"/{session.id}.toml")
        self.sessions[path] = session
        return path

    def save_as(self, session: Session, where: str) -> Path:
        path = Path(where)
        if path in self.sessions:
            raise InputError("there is a file of that name already", file=path)
        if path.parent in self.unwritable:
            raise SaveError("not saved, there is no permission", file=path)
        self.sessions[path] = session
        return path

    def rename(self, path: Path, name: str, now: datetime) -> str:
        self.sessions[path] = replace(self.sessions[path], name=name, updated=now)
        return self.rename_notice

    def copy(self, path: Path, name: str, now: datetime) -> Path:
        copied = replace(self.sessions[path], id=f"copy-{len(self.sessions)}", name=name, updated=now)
        return self.create(copied)

    def delete(self, path: Path) -> Callable[[], None]:
        session = self.sessions.pop(path)

        def restore() -> None:
            self.sessions[path] = session

        return restore

    def kept(self, path: Path) -> Kept | None:
        return self.kept_versions.get(path)

    def recover(self, path: Path) -> Path:
        self.recovered.append(path)
        return Path("/aside") / path.name
