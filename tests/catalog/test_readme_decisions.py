"""What the README says of the three decisions is what their session files give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Commands
from tests.decisions import write

README = Path(__file__).parents[2] / "README.md"
FIELDS = ("session", "who", "leads", "points", "next", "next_points", "first_in")
EXTRA_TURNS = "with team expertise ranked first, Flask leads"


def rows() -> list[dict[str, str]]:
    section = README.read_text(encoding="utf-8").split("## Three decisions")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [dict(zip(FIELDS, row, strict=True)) for row in cells]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("answers")
    write(directory)
    return directory


@pytest.fixture
def fwwizard(capsys: pytest.CaptureFixture[str], answers: Path) -> Commands:
    return Commands(capsys, answers)


def ranked(fwwizard: Commands, session: str, *more: str) -> str:
    result = fwwizard("rank", session, *more, catalog=None)
    assert result.code == 0, result.err
    return result.out


def test_there_are_three() -> None:
    assert [row["session"] for row in rows()] == ["Payments API", "Account services", "Stock room tool"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["session"])
def test_leaders_points_and_shares_are_those_of_the_command(row: dict[str, str], fwwizard: Commands) -> None:
    text = ranked(fwwizard, row["session"])
    assert f"{row['leads']} leads with {row['points']} of 100" in text
    assert f"First place: {row['leads']} {row['first_in']}" in text
    second = json.loads(ranked(fwwizard, row["session"], "--json", "--samples", "0"))["ranking"][1]
    assert (second["name"], round(second["score"] * 100)) == (row["next"], int(row["next_points"]))


def test_what_is_said_of_flask_is_true(fwwizard: Commands) -> None:
    assert EXTRA_TURNS in " ".join(README.read_text(encoding="utf-8").split())
    assert "Flask leads after 1 swap: Team expertise > Time to market" in ranked(fwwizard, "Stock room tool")
    assert "Flask, which runs today, is out: API documentation" in ranked(fwwizard, "Payments API")
