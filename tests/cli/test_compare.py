"""`fwwizard compare`: what is printed, for people and machines."""

from __future__ import annotations

import json
import shutil
from math import fsum
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.cli.running import TREES, Commands

RANKED = 'priorities.ranking=[["team"],["time_to_market"],["performance"],["future"]]'
OTHER = 'priorities.ranking=[["performance"],["future"],["team"],["time_to_market"]]'


def two(fwwizard: Commands) -> None:
    fwwizard.new("Ann", RANKED, "checklist.websockets=want")
    fwwizard.new("Bob", OTHER, "checklist.websockets=must", "project.experience.oak=production")


def compared(fwwizard: Commands, *more: str) -> dict[str, Any]:
    result = fwwizard("compare", "Ann", "Bob", "--format", "json", *more)
    assert result.code == 0, result.err
    found: dict[str, Any] = json.loads(result.out)
    return found


def test_json_has_answers_and_for_each_that_moved_what_moved_it(fwwizard: Commands) -> None:
    two(fwwizard)
    found = compared(fwwizard)
    assert found["format"] == 1
    assert (found["a"]["name"], found["b"]["name"]) == ("Ann", "Bob")
    said = {answer["key"]: (answer["step"], answer["a"], answer["b"]) for answer in found["answers"]}
    assert said["checklist.websockets"] == ("checklist", "want", "must")
    assert said["project.experience.oak"] == ("project", None, "production")
    assert said["priorities"][2]["ranking"][0] == ["performance"]
    assert set(said) == {"checklist.websockets", "project.experience.oak", "priorities"}
    scores = {row["id"]: [row[side]["score"] for side in "ab"] for row in found["ranking"]}
    assert len(scores) == 12
    for move in found["moved"]:
        before, after = scores[move["id"]]
        assert move["difference"] == pytest.approx(after - before, abs=1e-12)
        assert fsum(one["share"] for one in move["answers"]) == pytest.approx(after - before, abs=1e-9)
    assert found["attribution"] == {"exact": True, "orders": 0, "error": 0.0}


def test_json_ranks_as_rank_does(fwwizard: Commands) -> None:
    two(fwwizard)
    found = compared(fwwizard)
    for side, name in (("a", "Ann"), ("b", "Bob")):
        ranking = json.loads(fwwizard("rank", name, "--json", "--samples", "0").out)["ranking"]
        ours = {row["id"]: (row[side]["rank"], row[side]["score"]) for row in found["ranking"]}
        assert ours == {row["id"]: (row["rank"], row["score"]) for row in ranking}
        winner = next(row["id"] for row in ranking if row["status"] == "passes")
        assert found[side]["winner"] == winner


def test_musts_that_exclude_are_named_by_their_answer(fwwizard: Commands) -> None:
    two(fwwizard)
    gates = [gate for move in compared(fwwizard)["moved"] for gate in move["gates"]]
    assert gates
    assert {(g["side"], g["kind"], g["id"], *g["answers"]) for g in gates} == {
        ("b", "must", "websockets", "checklist.websockets")
    }


def test_text_shows_both_and_the_causes(fwwizard: Commands) -> None:
    two(fwwizard)
    result = fwwizard("compare", "Ann", "Bob")
    assert result.code == 0
    assert result.out.startswith("A: Ann, B: Bob\n")
    for text in ("Checklist: answers that differ", "WebSockets", "Rankings", "What moved whom", "exact"):
        assert text in result.out
    assert "set by WebSockets" in result.out


def test_the_same_session_differs_in_nothing(fwwizard: Commands) -> None:
    two(fwwizard)
    result = fwwizard("compare", "Ann", "Ann")
    assert result.code == 0
    assert "Nothing differs" in result.out
    found = json.loads(fwwizard("compare", "Ann", "Ann", "--json").out)
    assert (found["same"], found["answers"], found["facts"], found["moved"]) == (True, [], [], [])


def test_more_than_ten_answers_state_their_error(fwwizard: Commands) -> None:
    wishes = ("authentication", "database", "api_docs", "testing", "websockets", "validation")
    needs = '["json_api", "real_time", "proven_reliability", "small_footprint", "established_patterns"]'
    fwwizard.new("Ann", RANKED)
    fwwizard.new("Bob", OTHER, *(f"checklist.{wish}=want" for wish in wishes), f"project.needs={needs}")
    found = compared(fwwizard)
    assert found["attribution"]["exact"] is False
    assert found["attribution"]["error"] > 0
    for move in found["moved"]:
        whole = fsum(one["share"] for one in move["answers"])
        assert whole == pytest.approx(move["difference"], abs=1e-9)
    assert "give or take" in fwwizard("compare", "Ann", "Bob").out


def test_sessions_of_two_catalogs_differ_by_their_facts(fwwizard: Commands, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(TREES, other)
    oak = other / "frameworks" / "oak.toml"
    text = oak.read_text()
    assert "boilerplate = " in text
    lines = ["boilerplate = 1" if x.startswith("boilerplate = ") else x for x in text.splitlines()]
    oak.write_text("\n".join(lines))
    fwwizard.new("Ann", RANKED)
    assert fwwizard("new", "Bob", "--no-open", "--set", RANKED, catalog=other).code == 0
    found = compared(fwwizard)
    assert found["answers"] == []
    assert [(fact["framework"], fact["key"]) for fact in found["facts"]] == [("oak", "facts.boilerplate")]
    (move,) = [move for move in found["moved"] if move["answers"]]
    assert (move["id"], [one["key"] for one in move["answers"]]) == ("oak", ["catalog"])
    told = fwwizard("compare", "Ann", "Bob").out
    assert "A and B were made with two states of catalog trees-1: 1 fact or rule differs." in told


def test_a_catalog_that_is_gone_is_told(fwwizard: Commands, tmp_path: Path) -> None:
    path = fwwizard.new("Ann", RANKED)
    fwwizard.new("Bob", OTHER)
    lines = ['digest = "sha256:' + "0" * 64 + '"' if x.startswith("digest") else x
             for x in path.read_text().splitlines()]  # fmt: skip
    path.write_text("\n".join(lines))
    result = fwwizard("compare", "Ann", "Bob")
    assert result.code == 0
    assert "not on this machine" in result.out


@pytest.mark.parametrize("words", [("compare", "Ann"), ("compare", "Ann", "Nobody"), ("compare",)])
def test_bad_names_are_refused_in_one_sentence(fwwizard: Commands, words: tuple[str, ...]) -> None:
    fwwizard.new("Ann")
    result = fwwizard(*words)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.strip().splitlines()) == 1


def test_answers_that_the_catalog_refuses_are_told_with_their_line(fwwizard: Commands) -> None:
    path = fwwizard.new("Ann", RANKED)
    fwwizard.new("Bob", OTHER)
    path.write_text(path.read_text() + '\n[checklist]\nno_such = "must"\n')
    result = fwwizard("compare", "Bob", "Ann")
    assert result.code == 2
    assert "no_such" in result.err


HOSTILE = (
    'x"> <script>alert(1)</script> ](javascript:alert(1)) | `a` **b** ![i](http://e) &lt; <b> #\u202e\x1b[31m'
)


@pytest.mark.parametrize("command", ["compare", "merge"])
def test_hostile_text_stays_text(fwwizard: Commands, command: str) -> None:
    name = json.dumps(HOSTILE)
    paths = [fwwizard.new("Ann", RANKED, "checklist.websockets=want"), fwwizard.new("Bob", OTHER)]
    for number, path in enumerate(paths):
        text = path.read_text().replace('"Ann"', name).replace('"Bob"', name.replace("x", f"y{number}"))
        path.write_text(
            text
            + f"\n[project]\nexcluded = {{ oak = {name} }}\n"
            + (f"\n[decision]\nnotes = {name}\n" if number else "")
        )
    words = (command, *map(str, paths))
    printed = fwwizard(*words, "--format", "text").out
    assert "script" in printed
    assert not set("\x1b\u202e") & set(printed)
    markdown = fwwizard(*words, "--format", "markdown").out
    assert not set("\x1b\u202e") & set(markdown)
    tokens = list(MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(markdown))
    inside = [child for token in tokens for child in (token.children or [])]
    kinds = {token.type for token in [*tokens, *inside]}
    assert "table_open" in kinds
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "strong_open"}
    assert "<script>alert(1)</script>" in "".join(child.content for child in inside)
