"""A whole decision by keys alone, in a real terminal."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import process
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal


def only_session(home: Path) -> Path:
    (path,) = (home / "sessions").glob("*.toml")
    return path


def saved(terminal: Terminal) -> None:
    """Waits until the title says that everything is on the disk."""
    terminal.until(lambda: bool(re.search(r"saved \d\d:\d\d", terminal.text.splitlines()[0])), "saved")


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_a_decision_by_keys_ends_at_the_leader_that_rank_prints(
    start: Start, home: Path, columns: int, rows: int
) -> None:
    terminal = start(columns=columns, rows=rows)
    terminal.until_text("Press enter to begin.")
    terminal.press("enter")
    terminal.until_text("What is the decision about?")
    terminal.press("Payments API", "enter")
    terminal.until_text("What are you building", "A JSON API")
    terminal.press("space")
    terminal.until_text("■ A JSON API")
    terminal.press("2")
    terminal.until_text("What matters most?", "Team expertise")
    terminal.press("down", "K")
    terminal.until(lambda: bool(re.search(r"1 +Team expertise", terminal.text)), "team first")
    terminal.press("3")
    terminal.until_text("Fit", "An internal tool")
    terminal.press("4")
    terminal.until_text("Authentication", "Authorization")
    terminal.press("m")
    terminal.until_text("●")
    terminal.press("5")
    terminal.until_text("reviewed")
    terminal.press("6")
    terminal.until(lambda: bool(re.search(r"\w leads with \d+ of 100", terminal.text)), "a leader")
    found = re.search(r"(\S[\w .-]*?) leads with (\d+) of 100", terminal.text)
    assert found is not None
    saved(terminal)
    terminal.press("q")
    assert terminal.until_gone() == 0
    path = only_session(home)
    table = tomllib.loads(path.read_text())
    assert table["step"] == "verdict"
    assert table["project"]["needs"] == ["json_api"]
    assert table["checklist"] == {"authentication": "must"}
    assert table["priorities"]["ranking"][0] == ["team"]
    result = process("rank", str(path), "--json", "--samples", "0", home=home)
    winner = next(row for row in json.loads(result.out)["ranking"] if row["status"] == "passes")
    assert winner["name"] == found[1].strip()
    assert round(winner["score"] * 100) == int(found[2])
    again = start("resume", columns=columns, rows=rows)
    again.until_text(f"{winner['name']} leads with {found[2]} of 100")
    again.press("q")
    assert again.until_gone() == 0
    assert tomllib.loads(path.read_text()) == table


def test_the_last_session_is_resumed_at_the_step_where_it_was_left(start: Start, home: Path) -> None:
    terminal = start("new", "First")
    terminal.until_text("What are you building")
    terminal.press("4")
    terminal.until_text("Authentication")
    saved(terminal)
    terminal.press("q")
    assert terminal.until_gone() == 0
    again = start("resume")
    again.until_text("Authentication", "First")
