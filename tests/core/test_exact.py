"""Closed forms: pairwise index, dominance, bands over weights."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.exact import always, orders, pairwise_index, partial_means, weight_band
from fwwizard.core.samples import Samples
from fwwizard.core.session import Ranking

CASES = Path(__file__).parents[1] / "data" / "cases"
differences = st.lists(st.floats(-1, 1).map(lambda x: round(x, 3)), min_size=1, max_size=6)


def strict(values: list[float]) -> tuple[Ranking, dict[str, float]]:
    names = [f"f{i}" for i in range(len(values))]
    return tuple((n,) for n in names), dict(zip(names, values, strict=True))


def test_the_pairwise_case_of_five_factors() -> None:
    """Volumes of a simplex cut by a half-space: Varsi 1973, Ali 1973; Kirkwood and Sarin 1985."""
    case = json.loads((CASES / "pairwise_winning_exact_n5.json").read_text())
    for row in case["expected"]:
        ranking, by_factor = strict(row["difference_by_criterion_best_first"])
        assert partial_means(ranking, by_factor)[0] == pytest.approx(row["cumulative_means"], abs=1e-12)
        found = pairwise_index(ranking, by_factor)
        assert found == pytest.approx(float(Fraction(row["exact"])), abs=case["tolerance"]["abs"])
        sure = always(ranking, by_factor)
        assert (sure == 1.0) == row["beats_for_every_weighting_in_order"]
        assert (sure == 0.0) == row["beats_for_no_weighting_in_order"]


def test_the_dominance_case() -> None:
    """Kirkwood and Sarin 1985; Fishburn 1965; Hazen 1986."""
    case = json.loads((CASES / "ordinal_dominance.json").read_text())
    for row in case["expected"]:
        ranking, by_factor = strict([a - b for a, b in zip(row["A"], row["B"], strict=True)])
        sure = always(ranking, by_factor)
        assert (sure == 1.0) == row["A_beats_B_always"]
        assert (sure == 0.0) == row["B_beats_A_always"]
        assert (sure == 0.5) == row["identical_value_everywhere"]


@given(differences, st.data())
def test_the_index_of_a_pair_and_of_its_reverse_sum_to_one(values: list[float], data: st.DataObject) -> None:
    ranking, by_factor = strict(values)
    ranking = data.draw(st.sampled_from([ranking, (tuple(by_factor),)]))
    forth = pairwise_index(ranking, by_factor)
    back = pairwise_index(ranking, {f: -d for f, d in by_factor.items()})
    assert forth is not None
    assert back is not None
    assert forth + back == pytest.approx(1, abs=1e-9)


@given(differences, st.integers(0, 5))
def test_the_index_agrees_with_sampling_under_ties_as_without(values: list[float], cut: int) -> None:
    names = [f"f{i}" for i in range(len(values))]
    first, rest = names[: cut % len(names)], names[cut % len(names) :]
    ranking: Ranking = tuple(tuple(g) for g in (first, rest) if g)
    by_factor = dict(zip(names, values, strict=True))
    exact = pairwise_index(ranking, by_factor)
    if exact is None:
        assert not orders(ranking)
        return
    columns = SAMPLES.weights(ranking)
    scores = [
        sum(w * by_factor[f] for f, w in zip(columns, row, strict=True))
        for row in zip(*columns.values(), strict=True)
    ]
    wins = sum(s > 0 for s in scores) + sum(s == 0 for s in scores) / 2
    deviation = 5 * (exact * (1 - exact) / SAMPLES.count) ** 0.5
    if any(abs(v) > 1e-6 for v in values):
        assert abs(wins / SAMPLES.count - exact) <= max(0.005, deviation)


SAMPLES = Samples(4000)


@given(differences)
def test_no_allowed_weighting_leaves_the_band(values: list[float]) -> None:
    ranking, by_factor = strict(values)
    low, high = weight_band(ranking, by_factor)
    columns = Samples(200).weights(ranking)
    for row in zip(*columns.values(), strict=True):
        score = sum(w * by_factor[f] for f, w in zip(columns, row, strict=True))
        assert low - 1e-12 <= score <= high + 1e-12


def test_the_band_is_reached_at_the_extreme_weightings() -> None:
    ranking, by_factor = strict([0.2, 0.8, 0.2])
    assert weight_band(ranking, by_factor) == (0.2, 0.5)
    assert weight_band((("f0", "f1"), ("f2",)), by_factor) == (0.2, 0.8)
    assert weight_band((), {}) == (0.0, 0.0)


def test_many_tied_orders_are_not_taken_apart() -> None:
    names = [f"f{i}" for i in range(12)]
    ranking: Ranking = (tuple(names[:11]), (names[11],))
    by_factor = {n: (-1) ** i * 0.1 * i for i, n in enumerate(names)}
    assert orders(ranking) == []
    assert pairwise_index(ranking, by_factor) is None
    assert pairwise_index(ranking, dict.fromkeys(names, 0.5)) == 1.0


def test_twelve_factors_that_are_all_tied_have_an_index() -> None:
    names = [f"f{i}" for i in range(12)]
    by_factor = {n: 0.1 if i % 2 else -0.1 for i, n in enumerate(names)}
    assert pairwise_index((tuple(names),), by_factor) == pytest.approx(0.5)
