"""`fwwizard catalog`, overlays, and catalogs of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Commands
from tests.storage.catalogs import OFFICE_MODEL


def office(directory: Path) -> Path:
    """The smallest catalog of the design."""
    (directory / "frameworks").mkdir(parents=True)
    (directory / "model.toml").write_text(OFFICE_MODEL)
    for name, facts in {
        "addison": 'closeness = 1.0\n[capabilities.open_source]\nlevel = "built-in"',
        "bilton": "closeness = { low = 0.2, high = 0.9 }",
        "carlisle": 'closeness = "unknown"',
    }.items():
        text = f'id = "{name}"\nname = "{name.title()} Square"\n[facts]\n{facts}\n'
        (directory / "frameworks" / f"{name}.toml").write_text(text)
    return directory


def test_the_smallest_catalog_ranks(fwwizard: Commands, tmp_path: Path) -> None:
    catalog = office(tmp_path / "office")
    fwwizard("new", "A", "--no-open", "--set", "checklist.open_source=must", catalog=catalog)
    fwwizard("set", "A", 'priorities.ranking=[["closeness"]]', catalog=catalog)
    found = json.loads(fwwizard("rank", "A", "--json", catalog=catalog).out)
    rows = {row["id"]: row for row in found["ranking"]}
    assert rows["addison"]["status"] == "passes"
    assert rows["bilton"]["status"] == "conditional"
    assert rows["bilton"]["score"] == pytest.approx(0.55)
    assert rows["carlisle"]["band"] == [0.0, 1.0]
    assert fwwizard("catalog", "check", str(catalog)).code == 0


def test_an_overlay_of_one_file_adds_a_framework_that_ranks(fwwizard: Commands, tmp_path: Path) -> None:
    fwwizard.new("A")
    overlay = tmp_path / "overlay"
    (overlay / "frameworks").mkdir(parents=True)
    (overlay / "frameworks" / "ours.toml").write_text('id = "ours"\nname = "Ours"\n')
    found = json.loads(fwwizard("--overlay", str(overlay), "rank", "A", "--json", "--samples", "0").out)
    row = next(row for row in found["ranking"] if row["id"] == "ours")
    assert row["score"] > 0
    assert row["band"][0] < row["score"] < row["band"][1]
    assert "your own" in fwwizard("--overlay", str(overlay), "catalog", "list").out


def test_an_overlay_changes_one_fact_and_says_whose_it_is(fwwizard: Commands, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    (overlay / "frameworks").mkdir(parents=True)
    text = 'id = "birch"\n[facts]\nlearning_curve = { value = 1, how = "we know it" }\n'
    (overlay / "frameworks" / "birch.toml").write_text(text)
    shown = fwwizard("--overlay", str(overlay), "catalog", "show", "birch").out
    assert "learning_curve: 1 (we know it) [documented" in shown
    assert "your own" in shown


def test_show_prints_sources_and_a_line_per_flag(fwwizard: Commands) -> None:
    shown = fwwizard("catalog", "show", "birch").out
    assert "flags" in shown
    assert "https://example.org/handbook" in shown


def test_show_prints_the_conditions_of_figures(fwwizard: Commands) -> None:
    shown = fwwizard("catalog", "show", "birch").out
    assert "Field trial, April 2025 (k6, 60 s; 2 cores, 4 GB, cloud; 2025-04-02; medium confidence)" in shown
    assert "note: Small cloud machines" in shown
    assert "Plain text: 6,860 req/s [default] (64 connections, keep-alive)" in shown


def test_list_sources_and_path(fwwizard: Commands) -> None:
    assert len(fwwizard("catalog", "list").out.splitlines()) == 12
    assert "handbook: The handbook of trees" in fwwizard("catalog", "sources").out
    assert fwwizard("catalog", "path").out.strip().endswith("catalog")


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("model.toml", ('factor = "closeness"', 'factor = "nearness"'), ["model.toml:", "nearness"]),
        ("model.toml", ('kind = "direct"', 'kind = "directt"'), ["model.toml:", "kind"]),
        ("model.toml", ("share = 1.0", "share = -1.0"), ["model.toml:", "share"]),
        ("frameworks/addison.toml", ('"built-in"', '"builtin"'), ["addison.toml:", "level", '"built-in"']),
        ("frameworks/addison.toml", ('id = "addison"', 'id = "other"'), ["addison.toml", "id"]),
        ("frameworks/bilton.toml", ("low = 0.2", "lowest = 0.2"), ["bilton.toml:", "lowest"]),
    ],
)
def test_check_names_file_and_key_of_what_is_wrong(
    fwwizard: Commands, tmp_path: Path, file: str, change: tuple[str, str], words: list[str]
) -> None:
    catalog = office(tmp_path / "office")
    path = catalog / file
    path.write_text(path.read_text().replace(*change))
    result = fwwizard("catalog", "check", str(catalog))
    assert result.code == 2
    for word in words:
        assert word in result.err
    assert "Traceback" not in result.err
