"""`fwwizard catalog diff`: what changed, and what it moves in a session."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.running import TREES, Commands

RANKING = 'priorities.ranking=[["team"],["performance","time_to_market"],["future"]]'


def test_diff_says_what_changed_and_what_it_moves(fwwizard: Commands, tmp_path: Path) -> None:
    new = Path(shutil.copytree(TREES, tmp_path / "new"))
    birch = new / "frameworks" / "birch.toml"
    birch.write_text(
        birch.read_text().replace("learning_curve = { value = 2", "learning_curve = { value = 5")
    )
    (new / "frameworks" / "yew.toml").write_text('id = "yew"\nname = "Yew"\n')
    model = new / "model.toml"
    model.write_text(model.read_text().replace('version = "trees-1"', 'version = "trees-2"'))
    fwwizard.new("A", RANKING)
    result = fwwizard("catalog", "diff", str(TREES), str(new), "--session", "A")
    assert result.code == 0
    assert result.out.startswith("trees-1 to trees-2: 3 differences\n")
    assert "  frameworks, added: yew\n  frameworks birch\n    facts.learning_curve: 2 -> 5\n" in result.out
    assert "\nin A: " in result.out
    table = json.loads(
        fwwizard("catalog", "diff", str(TREES), str(new), "--session", "A", "--format", "json").out
    )
    assert table["old"]["version"] == "trees-1"
    assert {
        "section": "frameworks",
        "id": "birch",
        "key": "facts.learning_curve",
        "before": "2",
        "after": "5",
    } in (table["differences"])
    moved = {move["id"]: move for move in table["moves"]}
    assert moved["yew"]["rank"][0] is None
    before, after = moved["birch"]["score"]
    assert before > after


def test_diff_of_a_catalog_with_itself_is_nothing(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING)
    result = fwwizard("catalog", "diff", str(TREES), str(TREES), "--session", "A")
    assert result.out == "trees-1 to trees-1: no difference\n\nin A nothing moves\n"


def test_diff_of_what_is_no_catalog_gets_one_sentence(fwwizard: Commands, tmp_path: Path) -> None:
    result = fwwizard("catalog", "diff", str(TREES), str(tmp_path / "absent"))
    assert (result.code, len(result.err.splitlines())) == (2, 1)
