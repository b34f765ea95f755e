"""Several sessions together, in a real terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import process
from tests.terminal.conftest import Start

ORDERS = {
    "Ann": '[["team"],["time_to_market"],["performance"],["future"]]',
    "Bob": '[["performance"],["scalability"],["budget"],["team"]]',
    "Cem": '[["future"],["team"],["fit"]]',
}


def people(home: Path) -> None:
    for name, order in ORDERS.items():
        must = ["--set", "checklist.graphql=must"] if name == "Bob" else []
        words = ["new", name, "--no-open", "--set", f"priorities.ranking={order}", *must]
        assert process(*words, home=home).code == 0


def name(printed: dict[str, Any], move: dict[str, Any]) -> str:
    return str(next(row["name"] for row in printed["ranking"] if row["id"] == move["id"]))


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_compare_shows_what_the_command_prints(start: Start, home: Path, columns: int, rows: int) -> None:
    people(home)
    printed = json.loads(process("compare", "Ann", "Bob", "--json", home=home).out)
    terminal = start("compare", "Ann", "Bob", columns=columns, rows=rows)
    terminal.until_text("A  Ann", "B  Bob", f"{len(printed['answers'])} answers differ")
    terminal.press("f")
    terminal.until_text("all answers")
    terminal.press("f")
    terminal.until_text("answers differ")
    terminal.press("G")
    shown = {name(printed, move): f"{move['difference'] * 100:+.1f} points" for move in printed["moved"]}
    terminal.until(lambda: bool(re.search(r"[+-]\d+\.\d points", terminal.text)), "an explanation")
    assert any(framework in terminal.text and points in terminal.text for framework, points in shown.items())
    terminal.press("s")
    terminal.until_text("A  Bob", "B  Ann")
    terminal.press("b")
    terminal.until_text("What are you building", "Ann")
    terminal.press("q")
    assert terminal.until_gone() == 0


def test_a_team_is_marked_shown_and_left(start: Start, home: Path) -> None:
    people(home)
    terminal = start()
    terminal.until_text("Ann", "Bob", "Cem")
    terminal.press("m", "m", "m")
    terminal.until(lambda: terminal.text.count("■") == 3, "three marks")
    terminal.press("t")
    terminal.until_text("a team of 3", "Who leads for whom", "Talk about first")
    terminal.press("escape")
    terminal.until_text("Sessions", "■ Ann")
    terminal.press("q")
    assert terminal.until_gone() == 0


def test_the_open_session_is_compared_with_another(start: Start, home: Path) -> None:
    people(home)
    terminal = start("resume", "Ann", columns=80, rows=24)
    terminal.until_text("What are you building")
    terminal.press("v")
    terminal.until_text("Compare with which session?", "Bob")
    terminal.press("enter")
    terminal.until_text("A  Ann", "Priorities", "differ")
    terminal.press("escape")
    terminal.until_text("What are you building")
    terminal.press("q")
    assert terminal.until_gone() == 0


def test_a_session_that_cannot_be_read_is_told_in_the_plain_terminal(start: Start, home: Path) -> None:
    people(home)
    path = next((home / "sessions").glob("bob*.toml"))
    path.write_text(path.read_text().replace('"graphql"', '"no_such"').replace("graphql", "no_such"))
    terminal = start("compare", "Ann", str(path))
    assert terminal.until_gone() == 2
    assert "no_such" in terminal.text
    assert "Traceback" not in terminal.text
