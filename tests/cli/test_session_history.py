"""`fwwizard sessions log`, `drift` and `recover`, and what other commands say of another catalog."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.catalogs import a_year_later
from tests.cli.running import Commands

ANSWERS = (
    'priorities.ranking=[["team"],["performance"]]',
    "project.languages.typescript=expert",
    "project.current=birch",
    "flags.birch.outdated_docs.verdict=accept",
    "checklist.websockets=want",
    "checklist.memory=want",
)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    return a_year_later(tmp_path / "later")


def written(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_the_log_says_when_what_and_who_led_by_name(fwwizard: Commands) -> None:
    path = fwwizard.new()
    assert "nothing was changed yet" in fwwizard("sessions", "log", "Payments API").out
    fwwizard("set", str(path), *ANSWERS)
    fwwizard("set", str(path), "checklist.websockets=must")
    out = fwwizard("sessions", "log", str(path)).out
    first, second = (line for line in out.splitlines() if " led" in line)
    assert "set priorities.ranking=" in first
    assert "set checklist.websockets=must" in second
    assert "Hazel led" in second
    assert "hazel" not in out
    data = json.loads(fwwizard("sessions", "log", str(path), "--format", "json").out)
    assert data["format"] == 1
    assert [(c["leader"], c["leader_name"]) for c in data["changes"]] == [("hazel", "Hazel")] * 2
    assert data["changes"][0]["at"].endswith("Z")
    assert fwwizard("sessions", "log", str(path), "--json").code == 0


def test_the_log_names_who_is_gone_and_obeys_nobody(fwwizard: Commands, later: Path) -> None:
    path = fwwizard.new(
        "Payments API", 'priorities.ranking=[["team"]]', "project.experience.birch=production"
    )
    text = path.read_text().replace('edit = "', 'edit = "\\u001b[31m\\u202e')
    path.write_text(text + '\n[retired]\n"targets.\\u001b[2J" = "\\u202e"\n')
    result = fwwizard("sessions", "log", str(path), catalog=later)
    assert "Birch led" in result.out
    assert "retired, about what the catalog no longer has:" in result.out
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out
    as_json = fwwizard("sessions", "log", str(path), "--json", catalog=later).out
    assert "\x1b" not in as_json
    assert json.loads(as_json)["retired"] == {"targets.\x1b[2J": "\u202e"}


@pytest.mark.parametrize("command", [("rank",), ("rank", "--json"), ("explain",)])
def test_readers_go_on_with_one_line_about_the_other_catalog(
    fwwizard: Commands, later: Path, command: tuple[str, ...]
) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = path.read_bytes()
    quiet, told = (
        fwwizard(command[0], str(path), *command[1:]),
        fwwizard(command[0], str(path), *command[1:], catalog=later),
    )
    assert (quiet.code, quiet.err) == (0, "")
    assert told.code == 0
    assert told.err == (
        '"Payments API" was made with catalog trees-1, this is trees-2;'
        " fwwizard sessions drift says what changed\n"
    )
    assert path.read_bytes() == before


def test_drift_says_what_changed_and_writes_nothing(fwwizard: Commands, later: Path) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = path.read_bytes()
    assert "was made with this catalog, trees-1" in fwwizard("sessions", "drift", str(path)).err
    result = fwwizard("sessions", "drift", str(path), catalog=later)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0].startswith("With catalog trees-1, Hazel led with ")
    assert "; with trees-2, " in lines[0]
    assert "  Hazel: Learning curve: 1 → 5" in lines
    assert "  Yew" in lines
    assert "  Birch" in lines
    assert "  project.current.birch" in lines
    assert "  Memory usage is 16.7 % of Performance requirements, before 37.5 %" in lines
    data = json.loads(fwwizard("sessions", "drift", str(path), "--json", catalog=later).out)
    assert data["compared"] is True
    assert data["lacking"]["flags.birch.outdated_docs.verdict"] == "accept"
    assert path.read_bytes() == before


def test_accepting_retires_what_is_lacking_and_going_back_restores_it(
    fwwizard: Commands, later: Path
) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = written(path)
    assert fwwizard("sessions", "drift", str(path), "--accept", catalog=later).code == 0
    after = written(path)
    assert after["catalog"]["version"] == "trees-2"
    assert "taken over on" in after["catalog"]["note"]
    assert "before, Hazel led with" in after["catalog"]["note"]
    assert after["retired"]["project.current.birch"] is True
    assert "flags" not in after
    assert after["changes"][-1]["edit"] == "took over catalog trees-2, 2 answers retired"
    assert fwwizard("rank", str(path), catalog=later).err == ""
    assert "trees-1" in fwwizard("rank", str(path)).err
    log = fwwizard("sessions", "log", str(path), catalog=later).out
    assert "project.current.birch" in log
    assert fwwizard("sessions", "drift", str(path), "--accept").code == 0
    back = written(path)
    assert "retired" not in back
    assert {key: back[key] for key in ("project", "flags", "checklist", "priorities")} == {
        key: before[key] for key in ("project", "flags", "checklist", "priorities")
    }


def test_staying_notes_the_outcome_and_keeps_the_rest(fwwizard: Commands, later: Path) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = written(path)
    assert fwwizard("sessions", "drift", str(path), "--stay", catalog=later).code == 0
    after = written(path)
    assert after["catalog"]["digest"] == before["catalog"]["digest"]
    assert after["catalog"]["note"].startswith("with trees-1, Hazel led with ")
    assert after["project"] == before["project"]
    assert "with trees-1, Hazel led" in fwwizard("sessions", "log", str(path), catalog=later).out
    both = fwwizard("sessions", "drift", str(path), "--stay", "--accept", catalog=later)
    assert (both.code, both.err) == (2, "fwwizard: --accept and --stay exclude each other\n")


def test_where_the_old_catalog_is_not_at_hand_the_log_has_to_do(
    fwwizard: Commands, later: Path, home: Path
) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    shutil.rmtree(home / "state" / "catalogs")
    shutil.rmtree(home / "cache")
    out = fwwizard("sessions", "drift", str(path), catalog=later).out
    assert out.startswith("With catalog trees-1, Hazel led after the last change; with trees-2, ")
    assert "is not on this machine" in out


def test_setting_an_answer_accepts_no_catalog(fwwizard: Commands, later: Path) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = written(path)
    result = fwwizard("set", str(path), "checklist.websockets=must", catalog=later)
    assert result.code == 0
    assert "was made with catalog trees-1" in result.err
    after = written(path)
    assert after["catalog"] == before["catalog"]
    assert after["project"] == before["project"]
    assert "retired" not in after


def test_a_typing_error_is_refused_in_a_session_of_another_catalog_too(
    fwwizard: Commands, later: Path
) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    before = path.read_bytes()
    result = fwwizard("set", str(path), "checklist.websocket=must", catalog=later)
    assert result.code == 2
    assert 'no requirement "websocket" in this catalog; did you mean "websockets"?' in result.err
    assert path.read_bytes() == before


def test_comments_are_announced_before_and_found_after(fwwizard: Commands) -> None:
    for command in (("set", "checklist.websockets=must"), ("sessions", "rename", "Other")):
        path = fwwizard.new(f"Session {command[0]}")
        path.write_text(f"# why\n{path.read_text()}")
        arguments = (*command[:-1], str(path), command[-1])
        result = fwwizard(*arguments)
        assert result.code == 0, result.err
        first, second = result.err.splitlines()
        assert "has comments, which a rewrite loses; the file is kept beside it first" in first
        assert second.endswith(f"{path.stem}.commented.toml")
        assert path.with_name(f"{path.stem}.commented.toml").read_text().startswith("# why")


def test_recovering_says_what_comes_back_before_it_does_it(fwwizard: Commands) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    sound = path.read_text()
    assert "can be read, there is nothing to recover" in fwwizard("sessions", "recover", str(path)).err
    fwwizard("set", str(path), "checklist.websockets=must")
    path.write_text("torn")
    told = fwwizard("sessions", "recover", path.stem)
    assert (told.code, told.out) == (0, "")
    assert "The version before is of 20" in told.err
    assert "what was answered between the two is lost" in told.err
    assert path.read_text() == "torn"
    done = fwwizard("sessions", "recover", path.stem, "--yes")
    assert Path(done.out.strip()).read_text() == "torn"
    assert path.read_text() == sound


@pytest.mark.parametrize("command", [("rank",), ("set", "checklist.websockets=want")])
def test_the_refusal_of_a_broken_session_names_the_way_back(
    fwwizard: Commands, command: tuple[str, ...]
) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    path.write_text("torn")
    refused = fwwizard(command[0], str(path), *command[1:])
    assert refused.code == 2
    assert "sessions recover" not in refused.err
    path.unlink()
    path = fwwizard.new("Payments API", *ANSWERS)
    fwwizard("set", str(path), "checklist.websockets=must")
    path.write_text("torn")
    refused = fwwizard(command[0], str(path), *command[1:])
    assert refused.code == 2
    assert f"fwwizard sessions recover {path} tells of the version before" in refused.err
    assert refused.err.count("\n") == 1


def test_a_session_of_a_newer_program_is_not_broken(fwwizard: Commands) -> None:
    path = fwwizard.new("Payments API", *ANSWERS)
    fwwizard("set", str(path), "checklist.websockets=must")
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    newer = path.read_bytes()
    assert "sessions recover" not in fwwizard("rank", str(path)).err
    refused = fwwizard("sessions", "recover", str(path), "--yes")
    assert refused.code == 2
    assert "was made by a newer fwwizard, there is nothing to recover" in refused.err
    assert path.read_bytes() == newer


def test_without_a_version_before_recovering_says_so(fwwizard: Commands) -> None:
    path = fwwizard.new("Payments API")
    path.write_text("torn")
    result = fwwizard("sessions", "recover", path.stem, "--yes")
    assert result.code == 2
    assert "there is no earlier version that can be read" in result.err
    assert path.read_text() == "torn"
    assert fwwizard("sessions", "recover", "nobody").code == 2
