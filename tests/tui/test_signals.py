"""The real program on a pseudo-terminal: how it ends when it is told to."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from fwwizard.storage.sessions import load
from fwwizard.tui.session_files import SessionFiles
from tests.catalogs import INVENTED
from tests.tui.wizard_app import ranked

DEADLINE = 30.0
ALTERNATE_SCREEN, BACK = b"\x1b[?1049h", b"\x1b[?1049l"


class Terminal:
    """A program on a pseudo-terminal of 80 by 24."""

    def __init__(self, arguments: list[str]) -> None:
        self.output = b""
        self.controller, terminal = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from fwwizard.cli.main import main; main()", *arguments],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=environment,
            start_new_session=True,
        )
        os.close(terminal)

    def wait_for(self, what: bytes) -> None:
        """Reads until something was written."""
        end = monotonic() + DEADLINE
        while what not in self.output:
            assert monotonic() < end, f"no {what!r} in {self.output[-2000:]!r}"
            self._read()

    def ended(self) -> int:
        """Reads until the program has ended, and returns its exit code."""
        end = monotonic() + DEADLINE
        while self.process.poll() is None:
            assert monotonic() < end, "it does not end"
            self._read()
        self._read()
        return self.process.returncode

    def press(self, keys: bytes) -> None:
        os.write(self.controller, keys)

    def _read(self) -> None:
        ready, _, _ = select.select([self.controller], [], [], 0.05)
        try:
            self.output += os.read(self.controller, 65536) if ready else b""
        except OSError:
            return  # the other side has gone

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.controller)


@pytest.fixture
def session_file(tmp_path: Path) -> Path:
    return SessionFiles(tmp_path).create(ranked())


@pytest.fixture
def terminal(session_file: Path) -> Iterator[Terminal]:
    arguments = ["--catalog", str(INVENTED), "--sessions", str(session_file.parent)]
    opened = Terminal([*arguments, "resume", str(session_file)])
    try:
        opened.wait_for(b"confirmed")
        yield opened
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_saves_restores_the_terminal_and_tells_by_the_exit_code(
    terminal: Terminal, session_file: Path, number: signal.Signals, code: int
) -> None:
    terminal.press(b"J")
    terminal.wait_for(b"passed")
    terminal.process.send_signal(number)
    assert terminal.ended() == code
    assert load(session_file).priorities.ranking[0] == ("time_to_market",)
    assert terminal.output.count(ALTERNATE_SCREEN) == terminal.output.count(BACK) == 1
    assert b"Traceback" not in terminal.output


def test_ctrl_c_interrupts_with_everything_saved(terminal: Terminal, session_file: Path) -> None:
    terminal.press(b"J")
    terminal.wait_for(b"passed")
    terminal.press(b"\x03")
    assert terminal.ended() == 130
    assert len(load(session_file).changes) == 1


def test_q_ends_well(terminal: Terminal, session_file: Path) -> None:
    terminal.press(b"Jq")
    assert terminal.ended() == 0
    assert len(load(session_file).changes) == 1
    assert BACK in terminal.output
