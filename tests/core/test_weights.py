"""Weights of a ranking, of ties, of swing points."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core import weights

CASES = Path(__file__).parents[1] / "data" / "cases"
FORMULAS = {
    "roc": weights.rank_order_centroid,
    "rank_sum": weights.rank_sum,
    "rank_reciprocal": weights.rank_reciprocal,
    "sum_reciprocal": weights.sum_reciprocal,
    "equal": weights.equal,
}


@st.composite
def rankings(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    factors = [f"f{i}" for i in range(draw(st.integers(1, 12)))]
    order = draw(st.permutations(factors))
    cuts = sorted(draw(st.sets(st.integers(1, len(order) - 1)))) if len(order) > 1 else []
    edges = [0, *cuts, len(order)]
    return tuple(tuple(order[a:b]) for a, b in pairwise(edges))


def test_the_formulas_agree_with_the_exact_fractions_of_the_case() -> None:
    """Barron and Barrett 1996; Stillwell, Seaver and Edwards 1981; Danielson and Ekenberg 2014."""
    case = json.loads((CASES / "weights_rank_formulas_n1_6.json").read_text())
    for n, by_formula in case["expected"].items():
        for name, formula in FORMULAS.items():
            exact = [float(Fraction(x)) for x in by_formula[name]["exact"]]
            assert formula(int(n)) == pytest.approx(exact, abs=1e-12)


@given(rankings())
def test_weights_sum_to_one_and_never_rise_down_the_ranking(ranking: tuple[tuple[str, ...], ...]) -> None:
    for formula in FORMULAS.values():
        found = weights.from_ranking(ranking, formula)
        assert sum(found.values()) == pytest.approx(1, abs=1e-12)
        by_group = [{found[f] for f in group} for group in ranking]
        assert all(len(group) == 1 for group in by_group)
        in_order = [group.pop() for group in by_group]
        assert all(above >= below - 1e-15 for above, below in pairwise(in_order))


def test_a_tied_group_shares_the_mean_of_its_positions() -> None:
    found = weights.from_ranking((("a",), ("b", "c")))
    assert found["b"] == found["c"] == pytest.approx((5 / 18 + 1 / 9) / 2)


def test_the_order_inside_a_tie_does_not_matter() -> None:
    assert weights.from_ranking((("a", "b", "c"), ("d",))) == weights.from_ranking((("c", "a", "b"), ("d",)))


def test_points_are_taken_in_proportion() -> None:
    assert weights.from_points({"a": 100, "b": 50, "c": 50}) == {"a": 0.5, "b": 0.25, "c": 0.25}
    assert weights.ranking_of_points({"a": 100, "b": 50, "c": 50}) == (("a",), ("b", "c"))


@pytest.mark.parametrize(
    "points", [{"a": -1.0, "b": 2.0}, {"a": float("nan")}, {"a": float("inf")}, {"a": 0.0}]
)
def test_points_that_mean_nothing_are_refused(points: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="points"):
        weights.from_points(points)


def test_a_factor_ranked_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        weights.from_ranking((("a",), ("b", "a")))


def test_nothing_ranked_weighs_nothing() -> None:
    assert weights.from_ranking(()) == {}
