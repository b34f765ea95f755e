"""Signals, resizing and suspending leave terminal and session whole."""

from __future__ import annotations

import os
import signal
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import process
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal
from tests.terminal.test_journey import only_session

ALTERNATE_SCREEN_OFF = b"\x1b[?1049l"
CURSOR_ON = b"\x1b[?25h"


def with_one_answer(start: Start, columns: int = 120, rows: int = 40) -> Terminal:
    terminal = start("new", "Signals", columns=columns, rows=rows)
    terminal.until_text("A JSON API")
    terminal.press("space")
    terminal.until_text("■ A JSON API")
    return terminal


def restored(terminal: Terminal) -> bool:
    return ALTERNATE_SCREEN_OFF in terminal.written and CURSOR_ON in terminal.written


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_saves_and_restores_the_terminal(
    start: Start, home: Path, number: signal.Signals, code: int
) -> None:
    terminal = with_one_answer(start)
    terminal.signal(number)
    assert terminal.until_gone() == code
    assert restored(terminal)
    table = tomllib.loads(only_session(home).read_text())
    assert table["project"]["needs"] == ["json_api"]


def test_leaving_at_once_loses_nothing(start: Start, home: Path) -> None:
    terminal = with_one_answer(start)
    terminal.press("down", "space", "q")
    assert terminal.until_gone() == 0
    assert restored(terminal)
    needs = tomllib.loads(only_session(home).read_text())["project"]["needs"]
    assert len(needs) == 2


def test_a_resize_during_input_loses_nothing(start: Start, home: Path) -> None:
    terminal = with_one_answer(start)
    for columns, rows in ((80, 24), (200, 60), (59, 17), (100, 30), (120, 40)):
        terminal.resize(columns, rows)
        terminal.press("down")
    terminal.press("home")  # a small window has scrolled the first rows away
    terminal.until_text("■ A JSON API", "RANKING")
    terminal.press("q")
    assert terminal.until_gone() == 0
    assert tomllib.loads(only_session(home).read_text())["project"]["needs"] == ["json_api"]


OVERTAKEN = """
import fcntl, struct, termios
from textual.drivers.linux_driver import LinuxDriver
read = LinuxDriver._get_terminal_size
told = []
def late(self):
    size = read(self)
    told.append(size)
    if size == (59, 17):
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        while told[-1] == size:  # its signal is handled within this one, and told first
            pass
    return size
LinuxDriver._get_terminal_size = late
"""


def test_a_resize_overtaken_by_the_next_one_is_not_believed(start: Start) -> None:
    terminal = start("new", "Signals", before=OVERTAKEN)
    terminal.until_text("A JSON API", "RANKING")
    terminal.resize(59, 17)
    terminal.screen.resize(40, 120)
    terminal.press("2")
    terminal.until_text("fwwizard ─ Signals", "What matters most?", "RANKING", "q Quit")


def test_a_tiny_terminal_says_what_it_needs(start: Start) -> None:
    terminal = start("new", "Tiny", columns=50, rows=12)
    terminal.until_text("60")
    terminal.until(lambda: "fwwizard" in terminal.text, "the command that does the same")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format = 1", "format = 2", "made by a newer fwwizard"),
        ('"team"', '"tema"', 'did you mean "team"?'),
    ],
)
def test_a_session_that_cannot_be_resumed_ends_with_one_sentence(
    start: Start, home: Path, old: str, new: str, words: str
) -> None:
    assert process("new", "Broken", "--no-open", home=home).code == 0
    path = only_session(home)
    path.write_text(path.read_text().replace(old, new))
    before = path.read_bytes()
    terminal = start("resume", str(path), columns=250)
    assert terminal.until_gone() == 2
    assert restored(terminal)
    assert words in terminal.text
    assert path.read_bytes() == before


BREAK = """
from fwwizard.tui.screens.wizard import WizardScreen
def broken(self):
    secret = "an answer"
    raise RuntimeError("boom")
WizardScreen.action_toggle_ranking = broken
"""


def test_a_defect_saves_and_leaves_three_plain_lines_and_a_log(start: Start, home: Path) -> None:
    terminal = start("new", "Broken", columns=200, before=BREAK)
    terminal.until_text("A JSON API")
    terminal.press("space")
    terminal.until_text("■ A JSON API")
    terminal.press("r")
    assert terminal.until_gone() == 70
    assert restored(terminal)
    assert "a defect of fwwizard, not of yours: RuntimeError: boom" in terminal.text
    assert "Traceback" not in terminal.text
    assert "an answer" not in terminal.text
    (log,) = (home / "state" / "logs").iterdir()
    assert "RuntimeError: boom" in log.read_text()
    assert tomllib.loads(only_session(home).read_text())["project"]["needs"] == ["json_api"]


def test_suspend_and_continue(start: Start) -> None:
    terminal = with_one_answer(start)
    terminal.press("ctrl+z")
    terminal.until(lambda: _changed(terminal.process.pid, os.WUNTRACED, os.WIFSTOPPED), "the program stopped")
    terminal.until(lambda: restored(terminal), "the terminal as it was")
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.until_text("■ A JSON API")
    terminal.press("down", "space")
    terminal.until_text("■ A full-stack site")
    terminal.press("q")
    assert terminal.until_gone() == 0


def _changed(pid: int, option: int, state: Callable[[int], bool]) -> bool:
    """Whether the kernel reports that state of our child."""
    found, status = os.waitpid(pid, os.WNOHANG | option)
    return found == pid and state(status)
