"""`fwwizard sessions`: list, rename, copy, delete, path."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fwwizard.report.tables import width
from tests.cli.running import Commands


def test_an_empty_list_says_how_to_begin(fwwizard: Commands) -> None:
    assert "fwwizard new begins one" in fwwizard("sessions").out


def test_a_broken_session_is_listed_among_the_others(fwwizard: Commands) -> None:
    fwwizard.new("A")
    (fwwizard.sessions / "broken.toml").write_text("name = [")
    out = fwwizard("sessions", "list").out
    assert "A" in out
    assert "broken.toml" in out
    assert "cannot be read" in out


def test_rename_copy_and_delete(fwwizard: Commands) -> None:
    path = fwwizard.new("A")
    assert fwwizard("sessions", "rename", "A", "B").code == 0
    assert tomllib.loads(path.read_text())["name"] == "B"
    copied = Path(fwwizard("sessions", "copy", "B", "C").out.strip())
    first, second = (tomllib.loads(p.read_text()) for p in (path, copied))
    assert first["id"] != second["id"]
    assert second["name"] == "C"
    aside = Path(fwwizard("sessions", "delete", "B").out.strip())
    assert not path.exists()
    assert tomllib.loads(aside.read_text())["name"] == "B"


@pytest.mark.parametrize("letter", ["x", "長"])
def test_a_long_name_does_not_push_the_other_columns_away(fwwizard: Commands, letter: str) -> None:
    fwwizard.new(letter * 300)
    (line,) = fwwizard("sessions").out.splitlines()
    assert f"{letter}…  20" in line
    assert width(line) < 90


def test_sessions_are_found_by_name_id_prefix_and_path(fwwizard: Commands) -> None:
    path = fwwizard.new("A")
    session_id = tomllib.loads(path.read_text())["id"]
    for word in ("A", "a", session_id[:6], path.stem, str(path)):
        assert Path(fwwizard("sessions", "path", word).out.strip()) == path
    assert Path(fwwizard("sessions", "path").out.strip()) == fwwizard.sessions


def test_a_hostile_name_makes_a_safe_file(fwwizard: Commands) -> None:
    path = fwwizard.new("../../etc/\x1b[31mpasswd")
    assert path.parent == fwwizard.sessions
    assert fwwizard("sessions").out.count("\x1b") == 0
