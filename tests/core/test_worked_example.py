"""The worked example of docs/model.md, section 9, recomputed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fwwizard.core.acceptability import FULL, index_against, rank_table
from fwwizard.core.evaluation import evaluate
from fwwizard.core.exact import partial_means
from fwwizard.core.flips import flips
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from tests.core.build import Cell, additive, session

TEXT = (Path(__file__).parents[2] / "docs" / "model.md").read_text().partition("## 9.")[2]
VALUES: dict[str, list[Cell]] = {
    name: [float(x) for x in cells.split("|")]
    for name, cells in re.findall(r"^\| ([PQR]) \| ([0-9. |]+) \|$", TEXT, re.MULTILINE)
}


def said(pattern: str) -> float:
    """The number that the text has in the place of `#`."""
    parts = pattern.split("#")
    found = re.search(r"([−0-9.]+)".join(map(re.escape, parts)), TEXT)
    assert found is not None, pattern
    return float(found[1].replace("−", "-"))


def test_every_number_of_the_worked_example_holds() -> None:
    evaluation = evaluate(additive(VALUES), session([["c1"], ["c2"], ["c3"]]))
    assert list(evaluation.weights.values()) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    scores = {name: evaluation.standing(name).score for name in "PQR"}
    assert scores == pytest.approx({"P": said("P #, R"), "R": said("R #, Q"), "Q": said("Q #: P")}, abs=5e-5)
    d = {f: p - r for f, p, r in zip(("c1", "c2", "c3"), VALUES["P"], VALUES["R"], strict=True)}  # type: ignore[operator]  # exact cells
    assert partial_means(evaluation.ranking, d)[0] == pytest.approx(
        [0.3, 0, said("g = (0.3, 0, #)")], abs=5e-5
    )
    scenarios = Scenarios(evaluation, Samples(FULL))
    assert index_against(scenarios, "P", "R") == pytest.approx(said("(0.3 + 0.1333) = #."), abs=5e-5)
    table = rank_table(scenarios)
    assert table is not None
    for name, share in {"P": 167 / 260, "R": 47 / 195, "Q": 7 / 60}.items():
        assert table.shares.first[name] == pytest.approx(share, abs=0.015)
    assert table.shares.central_weights["P"]["c1"] == pytest.approx(said("put # % on c1") / 100, abs=0.01)
    swapped = evaluate(additive(VALUES), session([["c2"], ["c1"], ["c3"]]))
    assert swapped.standing("Q").score == pytest.approx(said("Q lead with # to"), abs=5e-5)
    assert swapped.standing("P").score == pytest.approx(said("to P's #. The"), abs=5e-5)
    found = flips(evaluation)
    rankings = [(f.winner, f.ranking) for f in found if f.kind == "ranking"]
    assert ("Q", (("c2",), ("c1",), ("c3",))) in rankings
    (below,) = [f for f in found if f.kind == "weight" and f.factor == "c1"]
    assert below.winner == "R"
    assert below.weight == pytest.approx(said("0.3) = #: below"), abs=5e-5)
