"""Kills a writer at random moments, again and again: `python -m tests.storage.killing WAY SEED KILLS DIR`.

A program of its own, with one thread, because each writer is forked from it while everything is
imported. A writer makes edit after edit and tells each one that returned through a pipe, which
outlives it; what lies on the disk after its death must be the last of those, or the one in flight.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Protocol

from fwwizard.cli.main import run
from fwwizard.core.edits import LOG_LENGTH, Edit, logged
from fwwizard.core.session import Session
from fwwizard.storage.session_store import SetAside, delete, listing, rename, restore
from fwwizard.storage.sessions import Stored, load, read, save
from fwwizard.tui.session_files import SessionFile
from tests.storage.strategies import a_session

CATALOG = Path(__file__).parents[1] / "data" / "catalog"
START = datetime(2026, 11, 21, 11, tzinfo=UTC)


class Writer(Protocol):
    """A way to edit one session; edits are numbered from 1."""

    def begin(self) -> Callable[[int], object]:
        """What makes the edit of a number, for a process that starts on what it finds."""

    def holds(self, number: int) -> bool:
        """Whether what lies on the disk is exactly what the edits up to that number make."""


class Autosave:
    """As the wizard saves: one file after the other, by the digest of the one before."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "choice.toml"
        save(a_session(), self.path)

    def begin(self) -> Callable[[int], object]:
        opened = SessionFile(read(self.path))
        return lambda number: opened.save(self._edited(number))

    def holds(self, number: int) -> bool:
        return load(self.path) == self._edited(number)

    def _edited(self, number: int) -> Session:
        if not number:
            return a_session()
        session = replace(a_session(), decision=replace(a_session().decision, notes="word " * (number % 500)))
        project = replace(session.project, concurrent_users=number)
        edit = Edit(replace(session, project=project), f"edit {number}")
        return logged(edit, START + timedelta(seconds=number), "birch")


class SetAnswers:
    """As `fwwizard set` saves: reading, checking and writing under the lock."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        arguments = ["--sessions", str(directory), "--catalog", str(CATALOG), "new", "choice", "--no-open"]
        with redirect_stdout(StringIO()):
            assert run(arguments) == 0
        self.path = next(directory.glob("*.toml"))

    def begin(self) -> Callable[[int], object]:
        def edit(number: int) -> None:
            place = ["--sessions", str(self.directory), "--catalog", str(CATALOG)]
            assert run([*place, "set", "choice", f"project.concurrent_users={number}"]) == 0

        return edit

    def holds(self, number: int) -> bool:
        session = load(self.path)
        told = [change.edit for change in session.changes if change.edit.startswith("set ")]
        kept = [f"set project.concurrent_users={n}" for n in range(1, number + 1)]
        return session.project.concurrent_users == (number or None) and told == kept[-LOG_LENGTH:]


class Store:
    """As the list of sessions changes files: rename, delete, bring back, and so on."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "choice.toml"
        save(a_session("name 0"), self.path)

    def begin(self) -> Callable[[int], object]:
        def edit(number: int) -> None:
            if number % 3 == 0:
                rename(self.path, f"name {number}", START)
            elif number % 3 == 1:
                delete(self.path)
            else:
                (aside,) = self._aside()
                restore(SetAside(self.path, aside))

        return edit

    def holds(self, number: int) -> bool:
        names = [member.session.name for member in listing(self.path.parent) if isinstance(member, Stored)]
        aside = [load(path).name for path in self._aside()]
        name = f"name {number - number % 3}"
        return (names, aside) == (([], [name]) if number % 3 == 1 else ([name], []))

    def _aside(self) -> list[Path]:
        return list(self.path.parent.glob(".deleted/*.toml"))


WAYS: dict[str, Callable[[Path], Writer]] = {"autosave": Autosave, "set": SetAnswers, "store": Store}


class Killer:
    """Lets writers work, and kills them."""

    def __init__(self, writer: Writer, random: Random) -> None:
        self.writer = writer
        self.random = random
        self.edits = 0
        self.landed = 0
        """Edits in flight that were found on the disk."""
        self._usual = self._duration()

    def kill_one(self) -> None:
        """One life of a writer, and what it left."""
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(told)
            self._work(tell)
        os.close(tell)
        returned = 0
        for _ in range(self.random.randrange(3)):
            returned += len(os.read(told, 1))
        # The moment is what is tried here, not waited for: from before an edit to after the next.
        sleep(self.random.uniform(0, 2 * self._usual))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while rest := os.read(told, 1000):
            returned += len(rest)
        os.close(told)
        self._look(self.edits + returned)

    def _work(self, tell: int) -> None:
        try:
            edit = self.writer.begin()
            number = self.edits
            while True:
                number += 1
                edit(number)
                os.write(tell, b".")
        finally:  # only reached by a defect: the parent sees that nothing comes
            os._exit(1)

    def _look(self, returned: int) -> None:
        if self.writer.holds(returned):
            self.edits = returned
        elif self.writer.holds(returned + 1):
            self.edits = returned + 1
            self.landed += 1
        else:
            raise AssertionError(f"neither edit {returned} nor the one after it is on the disk")

    def _duration(self) -> float:
        """Seconds that an edit takes, and the first edits made."""
        edit = self.writer.begin()
        start = perf_counter()
        for number in range(1, 7):
            edit(number)
        self.edits = 6
        return (perf_counter() - start) / 6


def main(way: str, seed: int, kills: int, directory: Path) -> None:
    """Kills so many writers and prints what was found."""
    killer = Killer(WAYS[way](directory), Random(seed))
    strays = 0
    for _ in range(kills):
        killer.kill_one()
        strays += any(directory.glob(".fwwizard-*"))
    found = {"kills": kills, "edits": killer.edits, "landed": killer.landed, "strays": strays}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
