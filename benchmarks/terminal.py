"""Records a program in a terminal of our own: what it paints, when, and how much memory it holds."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

COLUMNS, ROWS = 120, 40

KEYS = {"down": b"\x1b[B", "up": b"\x1b[A", "enter": b"\r"}

_REPLIES: Mapping[bytes, bytes] = {
    rb"\x1b\[0?c": b"\x1b[?62;22c",  # device attributes: a color terminal
    rb"\x1b\[>0?c": b"\x1b[>41;354;0c",  # secondary attributes: an xterm
    rb"\x1b\[6n": b"\x1b[1;1R",  # where the cursor is
    rb"\x1b\[5n": b"\x1b[0n",  # whether all is well
    rb"\x1b\[\?2026\$p": b"\x1b[?2026;2$y",  # synchronized output is known
    rb"\x1b\[\?2048\$p": b"\x1b[?2048;0$y",  # reports of resizing are not
    rb"\x1b\[\?u": b"\x1b[?0u",  # the progressive keyboard protocol is known
    rb"\x1b\]10;\?(?:\x07|\x1b\\)": b"\x1b]10;rgb:e6e6/e6e6/e6e6\x1b\\",  # text color
    rb"\x1b\]11;\?(?:\x07|\x1b\\)": b"\x1b]11;rgb:1414/1414/1414\x1b\\",  # background color
}
_QUERIES = [(re.compile(query), reply) for query, reply in _REPLIES.items()]
_LONGEST = 16
"""No query is longer, so that one cut in two is found with so much of what came before."""

# What the emulator would take for text or for something else.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\[\?u|\x1b\[[0-9;]*t"
    rb"|\x1b[P^_].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)",
    re.DOTALL,
)
_INVISIBLE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P^_].*?(?:\x07|\x1b\\)|\x1b.|\s", re.DOTALL)


class Terminal:
    """One program, from its start to its end. Output is only recorded; it is looked at afterwards."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], directory: Path) -> None:
        self.output: list[tuple[float, bytes]] = []
        """What arrived and when, in seconds since the start."""
        self._tail = b""
        self._painted = False
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._start = time.perf_counter()
        self._program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            cwd=directory,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.terminate()
        ends = time.perf_counter() + 5
        while self._program.poll() is None and time.perf_counter() < ends:
            self._read(0.02)
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._ours)

    def settle(self, quiet: float = 0.8, limit: float = 30.0) -> None:
        """Records until something is painted and nothing more has come for some seconds."""
        last = begun = time.perf_counter()
        while (now := time.perf_counter()) - begun < limit:
            if self._read(0.05):
                last = time.perf_counter()
            elif self._program.poll() is not None or (self._painted and now - last >= quiet):
                return

    def press(self, key: str) -> float:
        """Sends a key, records what follows, and returns when it was sent."""
        sent = time.perf_counter() - self._start
        os.write(self._ours, KEYS.get(key, key.encode()))
        self.settle()
        return sent

    def memory(self) -> float | None:
        """Resident MiB of the program; None where `ps` does not say."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self._program.pid)], capture_output=True, text=True, check=False
        )
        return int(told.stdout) / 1024 if told.stdout.strip().isdigit() else None

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 1 << 16)
        except OSError:  # the other end is closed
            return False
        if data:
            self.output.append((time.perf_counter() - self._start, data))
            self._painted = self._painted or bool(_INVISIBLE.sub(b"", data))
            self._answer(self._tail + data)
        return bool(data)

    def _answer(self, text: bytes) -> None:
        asked = sorted((m.end(), reply) for query, reply in _QUERIES for m in query.finditer(text))
        for _, reply in asked:
            os.write(self._ours, reply)
        answered = asked[-1][0] if asked else 0
        self._tail = text[max(answered, len(text) - _LONGEST) :]


_SHARES = "first in"
"""What stands over the column of first-rank shares, which is not wider."""


class Film:
    """A recording played back: which text stood there when, and which cells changed when."""

    def __init__(self, output: Sequence[tuple[float, bytes]]) -> None:
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        self.texts: list[tuple[float, str]] = []
        """The whole screen after every piece of output."""
        self._changes: list[tuple[float, frozenset[int]]] = []
        before = _rows(screen)
        for when, data in output:
            stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
            after = _rows(screen)
            self.texts.append((when, "\n".join(screen.display)))
            self._changes.append((when, frozenset(y for y in range(ROWS) if before[y] != after[y])))
            before = after

    def first_paint(self) -> float | None:
        """Seconds until anything is to be seen."""
        return next((when for when, text in self.texts if text.strip()), None)

    def first_with(self, words: str) -> float | None:
        """Seconds until some words are to be seen."""
        return next((when for when, text in self.texts if words in text), None)

    def changed(self, since: float, until: float, below: int = 0) -> tuple[float, float] | None:
        """Seconds after a moment of the first and the last change.

        Args:
            since: the moment, for example that of a key.
            until: changes from then on belong to something else.
            below: rows above this one do not count.
        """
        found = [
            when - since
            for when, rows in self._changes
            if since <= when < until and any(row >= below for row in rows)
        ]
        return (found[0], found[-1]) if found else None


def _rows(screen: pyte.Screen) -> list[tuple[object, ...]]:
    """The cells, but for the column of first-rank shares: a worker draws them after the change is shown."""
    at = next((line.index(_SHARES) for line in screen.display if _SHARES in line), COLUMNS)
    columns = [*range(at), *range(at + len(_SHARES), COLUMNS)]
    return [tuple(screen.buffer[y][x] for x in columns) for y in range(ROWS)]
