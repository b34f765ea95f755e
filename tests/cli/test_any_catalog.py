"""Catalogs of one's own: hostile numbers, and any additive problem up to 12 x 1,000."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import Commands


def catalog_of(
    directory: Path,
    values: dict[str, list[str]],
    *,
    share: str = "1.0",
    attributes: bool = True,
    value: str = '{ kind = "direct" }',
) -> Path:
    """A catalog with one attribute a factor; the values are TOML."""
    (directory / "frameworks").mkdir(parents=True)
    count = len(next(iter(values.values())))
    lines = ["format = 1", 'version = "own"']
    for i in range(count):
        lines += ["[[factors]]", f'id = "c{i}"', f'name = "C{i}"']
    for i in range(count if attributes else count - 1):
        lines += [
            "[[attributes]]",
            f'id = "c{i}"',
            f'factor = "c{i}"',
            f"share = {share}",
            f"value = {value}",
        ]
    (directory / "model.toml").write_text("\n".join(lines))
    for name, cells in values.items():
        facts = "\n".join(f"c{i} = {cell}" for i, cell in enumerate(cells))
        text = f'id = "{name}"\nname = "{name.upper()}"\n[facts]\n{facts}\n'
        (directory / "frameworks" / f"{name}.toml").write_text(text)
    return directory


def ranked(fwwizard: Commands, catalog: Path, ranking: list[list[str]], *more: str) -> dict[str, object]:
    made = fwwizard(
        "new", "A", "--no-open", "--set", f"priorities.ranking={json.dumps(ranking)}", catalog=catalog
    )
    assert made.code == 0, made.err
    result = fwwizard("rank", "A", "--json", *more, catalog=catalog)
    found: dict[str, object] = json.loads(result.out)
    return found


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "-0.5", "1.5"])
def test_numbers_that_are_no_values_are_refused_with_file_and_key(
    fwwizard: Commands, tmp_path: Path, number: str
) -> None:
    catalog = catalog_of(tmp_path / "own", {"a": [number], "b": ["0.5"]})
    result = fwwizard("catalog", "check", str(catalog))
    assert result.code == 2
    assert "a.toml" in result.err
    assert "c0" in result.err


@pytest.mark.parametrize("share", ["-1.0", "nan", "inf"])
def test_shares_that_are_none_are_refused(fwwizard: Commands, tmp_path: Path, share: str) -> None:
    catalog = catalog_of(tmp_path / "own", {"a": ["0.5"]}, share=share)
    result = fwwizard("catalog", "check", str(catalog))
    assert result.code == 2
    assert "share" in result.err


def test_a_factor_without_attributes_is_told_by_check_and_gives_everyone_the_same(
    fwwizard: Commands, tmp_path: Path
) -> None:
    catalog = catalog_of(tmp_path / "own", {"a": ["0.9", "0.1"], "b": ["0.5", "0.8"]}, attributes=False)
    assert "factors.c1: has no attribute" in fwwizard("catalog", "check", str(catalog)).err
    found = ranked(fwwizard, catalog, [["c1"], ["c0"]], "--samples", "0")
    rows = found["ranking"]
    assert isinstance(rows, list)
    assert [row["contributions"]["c1"] for row in rows] == [0.375, 0.375]


def test_a_factor_whose_shares_are_all_0_gives_everyone_the_same(fwwizard: Commands, tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path / "own", {"a": ["0.9"], "b": ["0.5"]}, share="0.0")
    rows = ranked(fwwizard, catalog, [["c0"]], "--samples", "0")["ranking"]
    assert isinstance(rows, list)
    assert [row["score"] for row in rows] == [0.5, 0.5]


def test_one_alternative_ranks_alone(fwwizard: Commands, tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path / "own", {"a": ["0.9", "0.1"]})
    found = ranked(fwwizard, catalog, [["c0"], ["c1"]])
    assert found["confidence"] == "clear"
    assert found["flips"] == []
    assert fwwizard("explain", "A", catalog=catalog).code == 2


def test_everything_unknown_is_too_close_to_call(fwwizard: Commands, tmp_path: Path) -> None:
    unknown = ['"unknown"'] * 3
    catalog = catalog_of(tmp_path / "own", {"a": unknown, "b": unknown})
    found = ranked(fwwizard, catalog, [["c0"], ["c1"], ["c2"]], "--samples", "1000")
    assert found["confidence"] == "too-close"
    rows = found["ranking"]
    assert isinstance(rows, list)
    assert [row["score"] for row in rows] == pytest.approx([0.5, 0.5])
    assert [row["band"] for row in rows] == [pytest.approx([0.0, 1.0])] * 2


def test_twelve_tied_factors(fwwizard: Commands, tmp_path: Path) -> None:
    numbers = Random(12)
    values = {f"f{i}": [f"{numbers.random():.3f}" for _ in range(12)] for i in range(5)}
    catalog = catalog_of(tmp_path / "own", values)
    found = ranked(fwwizard, catalog, [[f"c{i}" for i in range(12)]], "--samples", "500")
    weights = found["weights"]
    assert isinstance(weights, dict)
    assert list(weights.values()) == pytest.approx([1 / 12] * 12)
    partly = [[f"c{i}" for i in range(11)], ["c11"]]
    fwwizard("set", "A", f"priorities.ranking={json.dumps(partly)}", catalog=catalog)
    again = json.loads(fwwizard("rank", "A", "--json", "--samples", "500", catalog=catalog).out)
    assert sum(again["robustness"]["first"].values()) == pytest.approx(1)


def test_a_thousand_alternatives_by_twelve_factors(fwwizard: Commands, tmp_path: Path) -> None:
    numbers = Random(1)
    values = {f"f{i}": [f"{numbers.random():.3f}" for _ in range(12)] for i in range(1000)}
    catalog = catalog_of(tmp_path / "own", values)
    found = ranked(fwwizard, catalog, [[f"c{i}"] for i in range(12)], "--samples", "50")
    rows, robustness = found["ranking"], found["robustness"]
    assert isinstance(rows, list)
    assert isinstance(robustness, dict)
    assert len(rows) == 1000
    assert robustness["pairwise"] == {}
    scores = [row["score"] for row in rows]
    assert scores == sorted(scores, reverse=True)
