"""Value functions: from facts to values and intervals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core import values
from fwwizard.core.catalog import Capability, Fact, Figure, FigureSet, FigureTest, Framework
from fwwizard.core.figures import log_position, positions
from fwwizard.core.interval import Interval
from fwwizard.core.value_functions import Direct, Figures, Levels, Linear, Log, Piecewise, ValueFunction

CASES = Path(__file__).parents[1] / "data" / "cases"
numbers = st.floats(-1e6, 1e6)


def test_the_logarithmic_case() -> None:
    """Equal ratios are equal steps: von Winterfeldt and Edwards 1986."""
    case = json.loads((CASES / "log_value_function.json").read_text())
    function = Log(case["input"]["lo"], case["input"]["hi"])
    found = [values.of_number(function, x) for x in case["input"]["x"]]
    assert found == pytest.approx(case["expected"]["v"], abs=1e-12)


def test_the_piecewise_case_with_clipped_ends() -> None:
    """The R package smaa, tests/pvf.R; its extrapolating mode is not offered: values stay in [0, 1]."""
    case = json.loads((CASES / "piecewise_value_functions.json").read_text())
    tried = 0
    for given_, expected in zip(case["input"]["cases"], case["expected"], strict=True):
        if given_.get("mode") == "extrapolate":
            continue
        function = Piecewise(tuple(zip(given_["cutoffs"], given_["values"], strict=True)))
        assert [values.of_number(function, x) for x in given_["x"]] == pytest.approx(expected, abs=1e-12)
        tried += 1
    assert tried == 5


@pytest.mark.parametrize(
    "function",
    [
        Direct(),
        Linear(0, 10),
        Linear(10, 0),
        Log(1, 1000),
        Log(1000, 1),
        Piecewise(((0, 0), (5, 0.2), (9, 1))),
    ],
)
@given(numbers, numbers)
def test_values_stay_in_range_and_keep_their_direction(function: ValueFunction, x: float, y: float) -> None:
    vx, vy = values.of_number(function, x), values.of_number(function, y)
    assert 0 <= vx <= 1
    falls = isinstance(function, Linear | Log) and function.worst > function.best
    if x <= y:
        assert vx >= vy if falls else vx <= vy


def test_an_unknown_fact_is_the_whole_range_and_never_dropped() -> None:
    assert values.of_fact(Linear(0, 10), Fact()) == Interval(0, 0.5, 1)
    assert values.of_fact(Levels({"a": 0.2, "b": 0.8}), Fact()) == Interval(0.2, 0.5, 0.8)


def test_an_interval_scores_at_its_midpoint() -> None:
    assert values.of_fact(Linear(10, 0), Fact(low=2, high=4)) == Interval(0.6, 0.7, 0.8)


def test_a_word_that_the_function_does_not_know_is_unknown() -> None:
    assert not values.of_fact(Levels({"a": 0.2, "b": 0.8}), Fact("c")).known


def test_a_truth_value_reads_as_yes_or_no() -> None:
    assert values.of_fact(Levels({"yes": 1.0, "no": 0.0}), Fact(True)) == Interval.exact(1.0)


def test_an_unknown_level_may_be_any() -> None:
    worth = {"built-in": 1.0, "manual": 0.1}
    assert values.of_capability(Capability("unknown"), worth) == Interval.between(0.1, 1.0)  # type: ignore[arg-type]  # a short table will do


def figure_set(set_id: str, confidence: str, *figures: Figure) -> FigureSet:
    tests = (FigureTest("json", "JSON", "speed", "req/s", 100, 10_000),)
    return FigureSet(set_id, set_id, "src", confidence, tests=tests, figures=figures)  # type: ignore[arg-type]  # words are checked at the edge


def test_a_position_is_the_median_over_sets_and_its_spread_their_range() -> None:
    sets = [
        figure_set("one", "high", Figure("a", "json", 100)),
        figure_set("two", "medium", Figure("a", "json", 1000)),
        figure_set("three", "high", Figure("a", "json", 10_000)),
    ]
    found = positions(sets, "speed")["a"]
    assert (found.low, found.mid, found.high) == (0, 0.5, 1)


def test_the_best_production_variant_counts_and_claims_do_not() -> None:
    sets = [
        figure_set(
            "one",
            "high",
            Figure("a", "json", 1000, "usual"),
            Figure("a", "json", 200, "slow"),
            Figure("a", "json", 10_000, "stripped", production=False),
        ),
        figure_set("claims", "low", Figure("a", "json", 10_000), Figure("b", "json", 10_000)),
    ]
    found = positions(sets, "speed")
    assert set(found) == {"a"}
    assert found["a"].mid == 0.5


def test_where_nobody_measured_the_runtime_class_stands_in() -> None:
    function = Figures("speed", 1, 100, "runtime_class", {"jvm": (0.4, 0.8)})
    on_jvm = Framework("a", "A", facts={"runtime_class": Fact("jvm")})
    assert values.of_figures(function, on_jvm, None) == Interval.between(0.4, 0.8)
    assert values.of_figures(function, Framework("b", "B"), None) == Interval(0, 0.5, 1)


@pytest.mark.parametrize("value", [0, -1])
def test_a_log_scale_refuses_numbers_that_have_no_logarithm(value: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        log_position(value, 1, 10)


def test_only_a_measurement_of_the_team_itself_meets_a_target() -> None:
    function = Figures("speed", 10, 1000)
    assert values.with_target(function, Fact(500.0), 100) is None
    assert values.with_target(function, Fact(500.0, own=True), 100) == Interval.exact(1.0)
    below = values.with_target(function, Fact(100.0, own=True), 1000)
    assert below is not None
    assert below.mid == pytest.approx(0.5)


def test_the_teams_own_figure_may_be_an_interval() -> None:
    function = Figures("m", 10, 1000)
    measured = Fact(low=100.0, high=1000.0, own=True)
    found = values.with_target(function, measured, None)
    assert found == Interval(0.5, 0.75, 1.0)
    assert values.with_target(function, measured, 100) == Interval.exact(1.0)
    assert values.with_target(function, measured, 1000) == Interval(0.5, 0.75, 1.0)
    assert values.with_target(function, Fact(low=100.0, high=1000.0), 100) is None
    assert values.with_target(function, Fact("quick", own=True), 100) is None
    falling = Figures("m", 1000, 10)
    assert values.with_target(falling, measured, None) == Interval(0.0, 0.25, 0.5)
