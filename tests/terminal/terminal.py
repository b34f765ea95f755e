"""A real terminal for the program: a pseudo-terminal, and an emulator that knows what it shows."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

SRC = Path(__file__).parents[2] / "src"
RUN = "from fwwizard.cli.main import main; main()"
DEADLINE = 30.0
"""Seconds after which a condition counts as never met; no test waits that long when all is well."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "ctrl+c": "\x03",
    "ctrl+z": "\x1a",
}


class Terminal:
    """One program in one terminal."""

    def __init__(
        self, *arguments: str, home: Path, columns: int = 120, rows: int = 40, before: str = ""
    ) -> None:
        """Starts the program.

        Args:
            arguments: its command line.
            home: where its files lie.
            columns: of the terminal.
            rows: of the terminal.
            before: Python that runs first, to break something.
        """
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._master, slave = pty.openpty()
        self._set_size(columns, rows)
        # A size in the environment would win over that of the terminal.
        inherited = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
        environment = {
            **inherited,
            "TERM": "xterm-256color",
            "PYTHONPATH": str(SRC),
            "FWWIZARD_HOME": str(home),
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"{before}\n{RUN}", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            # Between fork and exec, in a test that has one thread: the child owns its terminal.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(slave)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Sends keys by name, or text as it is."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Reads on until a condition holds."""
        deadline = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"never seen: {what}\n{self.text}")
            self._read(0.05)

    def until_text(self, *texts: str) -> None:
        """Reads on until all the texts are on the screen."""
        self.until(lambda: all(text in self.text for text in texts), " and ".join(texts))

    def until_gone(self) -> int:
        """Reads on until the program has ended; its exit code, negative for a signal."""
        self.until(lambda: self.process.poll() is not None, "the end of the program")
        while self._read(0.05):
            pass
        return self.process.returncode

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size, of which the kernel tells the program."""
        self._set_size(columns, rows)
        self.screen.resize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Sends the program a signal."""
        os.kill(self.process.pid, number)

    def close(self) -> None:
        """Ends the program whatever it does."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
