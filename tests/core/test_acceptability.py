"""SMAA over fixed samples, and exactly where it can be."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from math import isclose, sqrt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from fwwizard.core.acceptability import (
    FULL,
    LIVE,
    RankTable,
    confidence_factors,
    first_ranks,
    index_against,
    rank_table,
)
from fwwizard.core.catalog import Fact, Figure, FigureSet, FigureTest
from fwwizard.core.evaluation import Evaluator, evaluate
from fwwizard.core.exact_shares import MOST_LINES
from fwwizard.core.model import Attribute, Catalog
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import Session
from fwwizard.core.value_functions import Figures
from tests.core.build import Cell, additive, framework, session
from tests.core.test_evaluation import decisions

CASES = Path(__file__).parents[1] / "data" / "cases"


def case_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text())
    return found


def scenarios(catalog: Catalog, answers: Session, count: int = FULL) -> Scenarios:
    return Scenarios(evaluate(catalog, answers), Samples(count))


def table_of(
    values: dict[str, list[Cell]], ranking: list[list[str]], factors: list[str] | None = None
) -> tuple[Scenarios, RankTable]:
    made = scenarios(additive(values, factors), session(ranking))
    table = rank_table(made)
    assert table is not None
    return made, table


@pytest.mark.parametrize("n", [2, 3, 5])
def test_the_sampler_draws_from_the_ordered_simplex(n: int) -> None:
    """Mean, covariance and tails of the uniform law on w1 >= … >= wn (Barron and Barrett 1996)."""
    expected = case_of("ordered_simplex_moments")["expected"][str(n)]
    factors = [f"f{i}" for i in range(n)]
    columns = list(Samples(FULL).weights(tuple((f,) for f in factors)).values())
    means = [sum(column) / FULL for column in columns]
    for i in range(n):
        error = sqrt(expected["cov_float"][i][i] / FULL)
        assert abs(means[i] - expected["mean_float"][i]) <= 4 * error
        for j in range(n):
            products = zip(columns[i], columns[j], strict=True)
            found = sum((a - means[i]) * (b - means[j]) for a, b in products) / FULL
            assert found == pytest.approx(expected["cov_float"][i][j], abs=0.0006)
    for t, p in zip(expected["tail_last"]["t"], expected["tail_last"]["p"], strict=True):
        share = sum(w > t for w in columns[-1]) / FULL
        assert abs(share - p) <= 4 * sqrt(p * (1 - p) / FULL)
    for row in zip(*columns, strict=True):
        assert isclose(sum(row), 1, abs_tol=1e-12)
        assert list(row) == sorted(row, reverse=True)


def test_a_change_of_the_ranking_only_permutes_the_columns() -> None:
    samples = Samples(LIVE)
    forth = samples.weights((("a",), ("b",), ("c",)))
    back = samples.weights((("c",), ("b",), ("a",)))
    assert forth["a"] == back["c"]
    assert forth["b"] == back["b"]


def test_the_samples_are_the_same_in_every_run() -> None:
    one, other = Samples(50), Samples(50)
    ranking = (("a", "b"), ("c",))
    assert one.weights(ranking) == other.weights(ranking)
    assert one.weights((("b", "a"), ("c",))) == other.weights(ranking)
    assert one.uniform("x") == other.uniform("x") != one.uniform("y")
    assert one.uniform("x")[:2] == [0.2904660731592533, 0.29597810431529836]


@pytest.mark.parametrize(
    ("law", "ranking"), [("no_preference", [["c1", "c2"]]), ("w1>=w2", [["c1"], ["c2"]])]
)
def test_the_exact_case_of_two_criteria(law: str, ranking: list[list[str]]) -> None:
    """Acceptabilities are lengths of intervals of the first weight."""
    case = case_of("smaa_two_criteria_exact")
    made, table = table_of(case["input"]["values"], ranking)
    assert table.shares.samples == 0
    assert table.shares.error == 0
    for name, shares in case["expected"][law]["rank_acceptability"].items():
        assert table.acceptability[name] == pytest.approx([float(Fraction(x)) for x in shares], abs=1e-12)
    assert list(made.candidates) == [s.framework for s in made.evaluation.candidates]


@pytest.mark.parametrize(
    ("law", "ranking"), [("ordinal", [["c1"], ["c2"], ["c3"]]), ("no_preference", [["c1", "c2", "c3"]])]
)
def test_the_case_of_three_by_three(law: str, ranking: list[list[str]]) -> None:
    """Exact areas; central weights are centroids: Lahdelma and Salminen 2001."""
    case = case_of("smaa_three_by_three_exact_a")
    _, table = table_of(case["input"]["values"], ranking)
    expected = case["expected"][law]
    for name, shares in expected["rank_acceptability"].items():
        close_to(table.acceptability[name], shares["float"], case["tolerance"]["monte_carlo_abs"])
    for name, central in expected["central_weights"].items():
        found = [table.shares.central_weights[name][c] for c in ("c1", "c2", "c3")]
        assert found == pytest.approx(central["float"], abs=case["tolerance"]["central_weight_mc_abs"])


def test_the_pairwise_indices_of_the_three_by_three_case() -> None:
    case = case_of("smaa_three_by_three_exact_a")
    made, _ = table_of(case["input"]["values"], [["c1"], ["c2"], ["c3"]])
    for pair, expected in case["expected"]["pairwise_winning_index_ordinal"].items():
        assert index_against(made, *pair.split(">")) == pytest.approx(expected, abs=1e-12)
    for name, score in case["expected"]["roc_scores"].items():
        assert made.evaluation.standing(name).score == pytest.approx(score, abs=1e-12)


def test_the_case_of_five_factors() -> None:
    """Volumes of polytopes in the barycentric coordinates of the ordered simplex."""
    case = case_of("smaa_five_factors_exact_a")
    factors = case["input"]["factors_best_first"]
    made, table = table_of(case["input"]["values"], [[f] for f in factors], factors)
    expected = case["expected"]
    for name, shares in expected["rank_acceptability"].items():
        close_to(table.acceptability[name], shares, case["tolerance"]["monte_carlo_abs"])
        central = [table.shares.central_weights[name][f] for f in factors]
        assert central == pytest.approx(expected["central_weights"][name], abs=0.02)
    for pair, index in expected["pairwise_winning_index"].items():
        assert index_against(made, *pair.split(">")) == pytest.approx(index, abs=1e-7)
    for name, score in expected["roc_scores"].items():
        assert made.evaluation.standing(name).score == pytest.approx(score, abs=1e-12)


def test_the_office_case_is_sampled_as_published() -> None:
    """Goodwin and Wright, chapter 3: first ranks under ordinal weights, and exact indices."""
    case = case_of("additive_office_location")
    given_ = case["input"]
    values: dict[str, list[Cell]] = {n: [v / 100 for v in c] for n, c in given_["values_0_100"].items()}
    made, table = table_of(values, [[c] for c in given_["criteria"]], given_["criteria"])
    for name, share in case["monte_carlo_reference"]["first_rank_ordinal_3e5"].items():
        assert table.shares.first[name] == pytest.approx(share, abs=case["tolerance"]["monte_carlo_abs"])
    indices = case["expected"]["exact_pairwise_winning_index_ordinal"]
    for name, found in indices.items():
        exact = index_against(made, "Addison Square", name)
        assert exact == pytest.approx(float(Fraction(found["exact"])), abs=1e-10)


def test_an_unknown_cell_and_unknown_weights_together() -> None:
    """Derived: P = 0.1 + 0.6 ln 2 (smaa_interval_and_order_joint)."""
    case = case_of("smaa_interval_and_order_joint")
    values = {
        n: [tuple(c) if isinstance(c, list) else c for c in cells]
        for n, cells in case["input"]["values"].items()
    }
    _, table = table_of(values, [["c1"], ["c2"]])
    assert table.shares.samples == FULL
    close_to(
        [table.shares.first["B"]], [case["expected"]["prob_B_first"]], case["tolerance"]["monte_carlo_abs"]
    )


def test_unknown_cells_at_fixed_weights() -> None:
    """Sums of independent uniforms, Irwin-Hall and weighted (interval_unknown_exact)."""
    expected = [row["expected"] for row in case_of("interval_unknown_exact")["expected"]]
    # One ranked factor with one attribute a contribution: fixed weights through shares.
    one = additive({"A": [0.6], "B": [(0.5, 0.8)]})
    assert index(one, "B", "A") == pytest.approx(expected[0]["P(B>A)"], abs=0.01)
    assert evaluate(one, session([["c1"]])).standing("B").band == pytest.approx(expected[0]["B_bounds"])
    two = shared({"A": [0.625, 0.625], "B": [(0, 1), (0, 1)]}, [0.5, 0.5])
    assert index(two, "B", "A") == pytest.approx(expected[1]["P(B>A)"], abs=0.01)
    both = additive({"A": [(0.2, 0.7)], "B": [(0.3, 0.8)]})
    assert index(both, "A", "B") == pytest.approx(expected[2]["P(A>B)"], abs=0.01)
    three = shared({"A": [0.4, 0.4, 0.4], "B": [(0, 1)] * 3}, [0.5, 0.3, 0.2])
    assert index(three, "B", "A") == pytest.approx(expected[3]["P(B>A)"], abs=0.01)


def shared(values: dict[str, list[Cell]], shares: list[float]) -> Catalog:
    """One factor, one attribute a cell, with fixed shares."""
    catalog = additive(values)
    attributes = tuple(
        replace(a, factor="c1", share=share)
        for a, share in zip(catalog.model.attributes, shares, strict=True)
    )
    return replace(
        catalog, model=replace(catalog.model, factors=catalog.model.factors[:1], attributes=attributes)
    )


def index(catalog: Catalog, a: str, b: str) -> float:
    return index_against(scenarios(catalog, session([["c1"]])), a, b)


def municipal(case: dict[str, Any]) -> tuple[Scenarios, RankTable]:
    """The published matrix with its uncertainties; one affine map brings its values into [0, 1]."""
    rows, names = case["input"]["matrix"], case["input"]["alternatives"]
    columns = list(zip(*rows, strict=True))

    def cell(x: float, j: int) -> Cell:
        worst, best = min(columns[j]), max(columns[j])
        half = (0.5, 0.1 * abs(x), 10, 0.5)[j]
        low, high = (((x + d) - worst) / (best - worst) for d in (-half, half))
        return ((low + 1) / 3, (high + 1) / 3)

    values = {n: [cell(x, j) for j, x in enumerate(row)] for n, row in zip(names, rows, strict=True)}
    return table_of(values, [["c1", "c2", "c3", "c4"]])


def test_the_municipal_plan_of_1998() -> None:
    """Lahdelma, Hokkanen and Salminen 1998: interval data, no weight information.

    The published values may leave [0, 1]; one affine map, common to all criteria, brings them in.
    """
    case = case_of("smaa_municipal_plan_1998")
    names = case["input"]["alternatives"]
    _, table = municipal(case)
    published = dict(zip(names, case["expected"]["first_rank_acceptability_percent_published"], strict=True))
    own = dict(zip(names, case["expected"]["own_mc_acceptability_percent"], strict=True))
    for name in names:
        found = table.shares.first[name] * 100
        allowed = max(1.0, 400 * sqrt(own[name] / 100 * (1 - own[name] / 100) / FULL))
        assert abs(found - own[name]) <= allowed
        assert abs(found - published[name]) <= allowed
    for name, central in case["expected"]["own_mc_central_weights_percent"].items():
        found_ = [100 * table.shares.central_weights[name][f"c{i}"] for i in range(1, 5)]
        assert found_ == pytest.approx(central, abs=1.0)


def test_the_confidence_factors_of_the_municipal_plan() -> None:
    """Lahdelma, Hokkanen and Salminen 1998, the published percentages."""
    case = case_of("smaa_municipal_plan_1998")
    made, table = municipal(case)
    published = case["expected"]["confidence_factor_percent_published"]
    found = confidence_factors(made, table.shares)
    for name, percent in zip(case["input"]["alternatives"], published, strict=True):
        if percent is None or table.shares.first[name] < 0.001:
            assert table.shares.first[name] < 0.005
        else:
            share = percent / 100
            allowed = max(
                case["tolerance"]["confidence_percent_points"], 400 * sqrt(share * (1 - share) / FULL)
            )
            assert abs(found[name] * 100 - percent) <= allowed


def test_known_facts_leave_nothing_to_confidence() -> None:
    made, table = table_of({"a": [0.9, 0.1, 0.2], "b": [0.1, 0.9, 0.8]}, [["c1"], ["c2"], ["c3"]])
    assert confidence_factors(made, table.shares) == {"a": 1.0, "b": 1.0}


def close_to(found: Any, expected: Any, tolerance: float) -> None:
    """The rule of the cases: within the tolerance or four standard errors, the larger."""
    for f, e in zip(found, expected, strict=True):
        assert abs(f - e) <= max(tolerance, 4 * sqrt(e * (1 - e) / FULL))


@settings(max_examples=25)
@given(decisions())
def test_rows_and_columns_of_the_rank_table_sum_to_one(decision: tuple[Catalog, Session]) -> None:
    made = scenarios(*decision, count=300)
    table = rank_table(made)
    assert table is not None
    rows = list(table.acceptability.values())
    for row in [*rows, *zip(*rows, strict=True)]:
        assert sum(row) == pytest.approx(1, abs=1e-9)
    assert sum(table.shares.first.values()) == pytest.approx(1, abs=1e-9)
    for name, row in table.acceptability.items():
        assert row[0] == pytest.approx(table.shares.first[name], abs=1e-9)


@settings(max_examples=25)
@given(decisions())
def test_pruning_changes_no_share(decision: tuple[Catalog, Session]) -> None:
    made = scenarios(*decision, count=300)
    shares = first_ranks(made)
    assert shares is not None
    for name in made.candidates:
        if name not in made.contenders:
            assert shares.first[name] == 0


def test_equal_alternatives_share_evenly() -> None:
    made, table = table_of(
        {"a": [0.5, 0.4, 0.3], "b": [0.5, 0.4, 0.3], "c": [0.1, 0.1, 0.1]}, [["c1"], ["c2"], ["c3"]]
    )
    assert table.acceptability["a"] == table.acceptability["b"] == (0.5, 0.5, 0.0)
    assert index_against(made, "a", "b") == 0.5


def test_two_factors_and_very_many_candidates_are_sampled() -> None:
    values: dict[str, list[Cell]] = {f"f{i}": [i / 100, 1 - i / 100] for i in range(MOST_LINES + 1)}
    made = scenarios(additive(values), session([["c1"], ["c2"]]), count=50)
    shares = first_ranks(made)
    assert shares is not None
    assert shares.samples == 50


def test_one_alternative_or_one_factor_is_certain() -> None:
    _, table = table_of({"a": [0.5, 0.1, 0.4]}, [["c1"], ["c2"], ["c3"]])
    assert table.acceptability == {"a": (1.0,)}
    _, table = table_of({"a": [0.5], "b": [0.6]}, [["c1"]])
    assert table.acceptability == {"b": (1.0, 0.0), "a": (0.0, 1.0)}


def test_all_unknown_is_open_and_nobody_left_is_empty() -> None:
    made, table = table_of({"a": [None] * 3, "b": [None] * 3}, [["c1"], ["c2"], ["c3"]])
    assert table.shares.first["a"] == pytest.approx(0.5, abs=0.03)
    assert index_against(made, "a", "b") + index_against(made, "b", "a") == pytest.approx(1)
    catalog = additive({"a": [0.5, 0.1, 0.2]})
    none_left = session([["c1"], ["c2"], ["c3"]], project=replace(session().project, excluded={"a": ""}))
    empty = rank_table(scenarios(catalog, none_left))
    assert empty is not None
    assert empty.acceptability == {}


def test_work_that_is_stopped_gives_nothing() -> None:
    made = scenarios(
        additive({"a": [0.5, 0.1, 0.2], "b": [0.1, 0.5, 0.2]}), session([["c1"], ["c2"], ["c3"]])
    )
    assert rank_table(made, lambda: True) is None
    assert first_ranks(made, lambda: True) is None


def test_noise_that_all_share_hides_no_order() -> None:
    """Two frameworks that every set ranks alike: one set is drawn for both, and the order is sure."""
    attribute = Attribute("speed", "c1", Figures("speed", 1, 100))
    catalog = additive({"x": [0.0]})
    tests = (FigureTest("t", "T", "speed", "req/s", 1, 100),)

    def figure_set(name: str, a: float, b: float) -> FigureSet:
        figures = (Figure("a", "t", a), Figure("b", "t", b))
        return FigureSet(name, name, "src", "high", tests=tests, figures=figures)

    catalog = Catalog(
        replace(catalog.model, attributes=(attribute,)),
        (framework("a"), framework("b")),
        (figure_set("low", 3, 2), figure_set("high", 90, 80)),
    )
    made = scenarios(catalog, session([["c1"]]))
    assert made.evaluation.standing("a").band[0] < made.evaluation.standing("b").band[1]
    assert index_against(made, "a", "b") == 1.0
    assert made.least_lead("a", "b") > 0
    assert made.least_lead("b", "a") < 0


def test_the_confidence_of_live_and_full_samples_is_stated() -> None:
    evaluation = Evaluator(additive({"a": [0.5, 0.1, 0.2], "b": [0.1, 0.5, 0.2]})).evaluate(
        session([["c1"], ["c2"], ["c3"]])
    )
    shares = first_ranks(Scenarios(evaluation, evaluation.evaluator.samples(LIVE)))
    assert shares is not None
    assert shares.error == pytest.approx(0.0112, abs=1e-4)
    assert Fact(0.5).known
