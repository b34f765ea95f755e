"""Bad input: one sentence on stderr, exit 2, and nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fwwizard.cli.main import run
from tests.cli.running import SRC, Commands, Result, process

GOOD = """\
format = 1
id = "3f0c0000-0000-4000-8000-000000000000"
name = "Hand made"
created = 2026-11-21T10:00:00Z
updated = 2026-11-21T10:42:10Z
step = "checklist"

[priorities]
ranking = [["team"], ["performance"]]
"""


def refused(result: Result) -> str:
    """The one sentence."""
    assert result.code == 2
    assert result.out == ""
    assert "Traceback" not in result.err
    lines = result.err.strip().splitlines()
    assert len(lines) == 1, result.err
    return lines[0]


def test_the_smallest_session_ranks(fwwizard: Commands, tmp_path: Path) -> None:
    path = tmp_path / "hand.toml"
    path.write_text(GOOD)
    assert fwwizard("rank", str(path)).code == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("format = 1", "format = 2"), ["format", "newer"]),
        (("step =", "stepp ="), [":6:", "stepp", "unknown", '"step"']),
        (('"checklist"', '"cheklist"'), [":6:", "step", "checklist"]),
        (('name = "Hand made"', "name = 5"), [":3:", "name"]),
        (("name =", "name "), [":3:"]),
        (('["team"]', '["tema"]'), [":9:", "priorities.ranking", 'no factor "tema"', 'did you mean "team"?']),
        (('["performance"]', '["team"]'), ["priorities.ranking", "more than once"]),
        (('[["team"], ["performance"]]', "[]"), ["priorities.ranking", "at least one"]),
        (("[priorities]", "[priorities]\npoints = { team = nan, performance = 1 }"), ["points"]),
        (("[priorities]", "[priorities]\npoints = { team = -1, performance = 1 }"), ["points"]),
        (
            ("[priorities]", '[checklist]\nauthentication = "musst"\n[priorities]'),
            ["checklist.authentication"],
        ),
        (("[priorities]", "[priorities]\nconfirmed = 'yes'"), ["confirmed"]),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_place(
    fwwizard: Commands, tmp_path: Path, change: tuple[str, str], words: list[str]
) -> None:
    path = tmp_path / "hand.toml"
    path.write_text(GOOD.replace(*change))
    before = path.read_bytes()
    sentence = refused(fwwizard("rank", str(path)))
    assert str(path) in sentence
    for word in words:
        assert word in sentence
    refused(fwwizard("set", str(path), "project.concurrent_users=5"))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.name != "sessions"] == ["hand.toml"]


def test_files_that_cannot_be_read(fwwizard: Commands, tmp_path: Path) -> None:
    assert "no such session" in refused(fwwizard("rank", str(tmp_path / "none.toml")))
    assert "directory" in refused(fwwizard("rank", f"{tmp_path}/."))
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in refused(fwwizard("rank", str(binary)))
    assert 'no session "nothing"' in refused(fwwizard("rank", "nothing"))


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (["websockets"], "KEY=VALUE"),
        (["=1"], "KEY=VALUE"),
        (["format=2"], "kept by the program"),
        (["catalog.digest=x"], "kept by the program"),
        (["checklist.none=must"], "checklist.none"),
        (["checklist.authentication=always"], "checklist.authentication"),
        (["project.languages.pyton=expert"], 'did you mean "python"?'),
        (["project.languages.python=guru"], "project.languages.python"),
        (["name.first=x"], "name"),
        (["priorities.ranking=[[]]"], "priorities.ranking"),
        (["project.concurrent_users=many"], "project.concurrent_users"),
    ],
)
def test_answers_that_cannot_be_given_leave_the_file_alone(
    fwwizard: Commands, words: list[str], about: str
) -> None:
    path = fwwizard.new("A")
    before = path.read_bytes()
    assert about in refused(fwwizard("set", "A", *words))
    assert path.read_bytes() == before


def test_names_that_are_not_there(fwwizard: Commands) -> None:
    fwwizard.new("A")
    assert "no framework" in refused(fwwizard("explain", "A", "nobody"))
    assert 'did you mean "birch"?' in refused(fwwizard("catalog", "show", "brich"))


def test_escape_sequences_of_a_file_never_reach_the_terminal(fwwizard: Commands, tmp_path: Path) -> None:
    path = tmp_path / "evil.toml"
    path.write_text(GOOD.replace("Hand made", "\\u001b[31mred\\u202e [bold]x[/bold]"))
    result = fwwizard("rank", str(path))
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out
    assert "[bold]x[/bold]" in result.out
    path.write_text(GOOD.replace("format = 1", 'format = 1\n"\\u001b]0;x\\u0007" = 1'))
    assert "\x1b" not in refused(fwwizard("rank", str(path)))


def test_without_a_terminal_the_wizard_names_the_command_that_does_the_same(
    fwwizard: Commands, tmp_path: Path
) -> None:
    path = fwwizard.new("A")
    for words in ([], ["new", "B"], ["resume", str(path)]):
        result = process("--sessions", str(fwwizard.sessions), *words, home=tmp_path)
        assert "needs a terminal" in refused(result)
        assert "fwwizard" in result.err.partition("terminal")[2]
    assert [p.name for p in fwwizard.sessions.iterdir()] == [path.name]


@pytest.mark.parametrize("points", ["1e308", "2000000"])
def test_points_beyond_reason_are_refused(fwwizard: Commands, points: str) -> None:
    fwwizard.new("A", 'priorities.ranking=[["team"],["performance"]]')
    given = f"priorities.points={{team = {points}, performance = {points}}}"
    assert "priorities.points.team" in refused(fwwizard("set", "A", given))


@pytest.mark.parametrize("word", ["decision.notes=\udcff", 'catalog={digest="sha256:x"}', "catalog="])
def test_what_is_no_text_or_is_kept_by_the_program_is_refused(fwwizard: Commands, word: str) -> None:
    fwwizard.new("A")
    refused(fwwizard("set", "A", word))


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York"])
def test_a_day_that_this_place_does_not_have_is_listed_all_the_same(
    fwwizard: Commands, monkeypatch: pytest.MonkeyPatch, day: str, zone: str
) -> None:
    path = fwwizard.new("A")
    path.write_text(GOOD.replace("2026-11-21T10:42:10Z", day))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert "Hand made" in fwwizard("sessions").out
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_full_disk_behind_the_output_is_told_in_one_sentence(fwwizard: Commands, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    script = "from fwwizard.cli.main import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", script, "catalog", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SRC), "FWWIZARD_HOME": str(tmp_path)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "fwwizard: No space left on device"


def test_usage_errors_exit_2() -> None:
    assert run(["rank"]) == 2
    assert run(["no-such-command"]) == 2
    assert run(["rank", "A", "--format", "yaml"]) == 2


def test_a_catalog_that_is_none(fwwizard: Commands, tmp_path: Path) -> None:
    fwwizard.new("A")
    assert "model.toml" in refused(fwwizard("rank", "A", catalog=tmp_path))
    assert str(tmp_path / "none") in refused(fwwizard("rank", "A", catalog=tmp_path / "none"))


def test_a_defect_of_ours_leaves_three_lines_and_a_log(
    fwwizard: Commands, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fwwizard.new("A")

    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("fwwizard.cli.rank.ranking_text", broken)
    result = fwwizard("rank", "A")
    assert result.code == 70
    assert len(result.err.strip().splitlines()) == 3
    (log,) = (home / "state" / "logs").iterdir()
    assert "RuntimeError: boom" in log.read_text()
    assert str(log) in result.err
