"""`fwwizard --screenshot`: any screen as SVG, without a terminal and without a trace."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import TREES, Commands, Result, process

RANKED = 'priorities.ranking=[["team"],["time_to_market"],["performance"],["future"]]'


def taken(fwwizard: Commands, home: Path, *words: str) -> Result:
    options = ["--sessions", str(fwwizard.sessions), "--catalog", str(TREES)]
    return process(*options, "--screenshot", str(home / "screen.svg"), *words, home=home)


def words_of(file: Path) -> str:
    texts = ElementTree.parse(file).getroot().iter("{http://www.w3.org/2000/svg}text")
    return " ".join(text.text or "" for text in texts).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("--press", "6", "resume", "Payments"), "First place"),
        (("--press", "6,enter", "--size", "80x24", "resume", "Payments"), "Capabilities"),
        (("--press", "?", "resume", "Payments"), "The program"),
        ((), "Sessions"),
        (("compare", "Payments", "Payments"), "Nothing differs"),
    ],
)
def test_the_screen_that_would_open_with_the_keys_pressed(
    fwwizard: Commands, tmp_path: Path, words: tuple[str, ...], shown: str
) -> None:
    session = fwwizard.new("Payments", RANKED)
    before = session.read_bytes()
    result = taken(fwwizard, tmp_path, *words)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert shown.lower() in words_of(tmp_path / "screen.svg").lower()
    assert session.read_bytes() == before
    assert len(list(fwwizard.sessions.iterdir())) == 1


def test_nothing_in_it_is_loaded_from_elsewhere(fwwizard: Commands, tmp_path: Path) -> None:
    fwwizard.new("Payments", RANKED)
    assert taken(fwwizard, tmp_path).code == 0
    text = (tmp_path / "screen.svg").read_text(encoding="utf-8")
    assert "url(" not in text.replace("url(#", "")
    assert "@font-face" not in text


def test_keys_that_would_change_something_change_nothing(fwwizard: Commands, tmp_path: Path) -> None:
    session = fwwizard.new("Payments", RANKED)
    before = session.read_bytes()
    assert taken(fwwizard, tmp_path, "--press", "2,J,4,m,6", "resume", "Payments").code == 0
    assert taken(fwwizard, tmp_path, "--press", "d").code == 0
    assert session.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rank", "Payments"), '"rank" opens no screen to take a screenshot of'),
        (("--size", "12"), '"12" is no size of the form 120x40'),
        (("--size", "0x10"), "is no size up to 500x200"),
        (("--size", "9999x10"), "is no size up to 500x200"),
        (("resume", "Nowhere"), 'there is no session "Nowhere"'),
    ],
)
def test_what_makes_no_sense_is_refused(
    fwwizard: Commands, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    fwwizard.new("Payments", RANKED)
    result = taken(fwwizard, tmp_path, *words)
    assert result.code == 2
    assert says in result.err
    assert result.err.count("\n") == 1
    assert not (tmp_path / "screen.svg").exists()


def test_a_session_that_cannot_be_read_is_no_picture(fwwizard: Commands, tmp_path: Path) -> None:
    session = fwwizard.new("Payments", RANKED)
    session.write_text(session.read_text(encoding="utf-8").replace("format = 1", "format = 9"))
    result = taken(fwwizard, tmp_path, "resume", str(session))
    assert result.code == 2
    assert "was made by a newer fwwizard" in result.err
    assert not (tmp_path / "screen.svg").exists()
