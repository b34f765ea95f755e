"""Catalog and session to a ranking: sums, bands, ties, invariance."""

from __future__ import annotations

import json
from dataclasses import replace
from math import fsum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.catalog import Fact
from fwwizard.core.evaluation import Evaluator, evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.session import FlagVerdict, Priorities, Session
from tests.core.build import Cell, additive, session, strict

CASES = Path(__file__).parents[1] / "data" / "cases"
unit = st.floats(0, 1).map(lambda x: round(x, 6))
interval = st.tuples(unit, unit).map(lambda ends: (min(ends), max(ends)))
cell: st.SearchStrategy[Cell] = st.one_of(unit, interval, st.none())


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Catalog, Session]:
    """A random additive problem with unknowns and a ranking with ties and ignored factors."""
    n, m = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    catalog = additive({f"a{i}": [draw(cell) for _ in range(n)] for i in range(m)})
    order = draw(st.permutations([f"c{i + 1}" for i in range(n)]))
    ranked = order[: draw(st.integers(1, n))]
    tied = draw(st.lists(st.booleans(), min_size=n, max_size=n))
    groups: list[list[str]] = []
    for factor, joins in zip(ranked, tied, strict=False):
        if groups and joins:
            groups[-1].append(factor)
        else:
            groups.append([factor])
    return catalog, session(groups)


def scores(catalog: Catalog, answers: Session) -> dict[str, float]:
    return {s.framework: s.score for s in evaluate(catalog, answers).standings}


@given(decisions())
def test_contributions_sum_to_the_score_which_lies_in_its_bands(decision: tuple[Catalog, Session]) -> None:
    evaluation = evaluate(*decision)
    for standing in evaluation.standings:
        least, greatest = evaluation.weight_band(standing.framework)
        assert fsum(standing.contributions.values()) == standing.score
        assert standing.band[0] - 1e-12 <= standing.score <= standing.band[1] + 1e-12
        assert least - 1e-12 <= standing.score <= greatest + 1e-12


@given(decisions())
def test_the_attributes_sum_to_the_factors(decision: tuple[Catalog, Session]) -> None:
    evaluation = evaluate(*decision)
    for standing in evaluation.standings:
        by_attribute = fsum(part.contribution for part in evaluation.parts(standing.framework))
        assert by_attribute == pytest.approx(standing.score, abs=1e-12)


@given(decisions())
def test_leaving_an_alternative_out_changes_no_bit_of_the_others(decision: tuple[Catalog, Session]) -> None:
    catalog, answers = decision
    if len(catalog.frameworks) > 1:
        fewer = replace(catalog, frameworks=catalog.frameworks[1:])
        all_scores = scores(catalog, answers)
        assert scores(fewer, answers) == {f.id: all_scores[f.id] for f in fewer.frameworks}


@given(decisions(), st.data())
def test_improving_a_fact_never_lowers_its_framework(
    decision: tuple[Catalog, Session], data: st.DataObject
) -> None:
    catalog, answers = decision
    first = catalog.frameworks[0]
    factor = data.draw(st.sampled_from(sorted(first.facts)))
    lower, higher = sorted((data.draw(unit), data.draw(unit)))
    found = []
    for value in (lower, higher):
        changed = replace(first, facts={**first.facts, factor: Fact(value)})
        found.append(evaluate(replace(catalog, frameworks=(changed, *catalog.frameworks[1:])), answers))
    worse, better = (e.standing(first.id) for e in found)
    assert better.score >= worse.score
    assert better.rank is not None
    assert worse.rank is not None
    assert better.rank <= worse.rank


@given(decisions(), st.data())
def test_widening_an_interval_never_narrows_a_band(
    decision: tuple[Catalog, Session], data: st.DataObject
) -> None:
    catalog, answers = decision
    first = catalog.frameworks[0]
    factor = data.draw(st.sampled_from(sorted(first.facts)))
    a, b, c, d = sorted(data.draw(unit) for _ in range(4))
    bands = []
    for low, high in ((b, c), (a, d)):
        changed = replace(first, facts={**first.facts, factor: Fact(low=low, high=high)})
        other = replace(catalog, frameworks=(changed, *catalog.frameworks[1:]))
        bands.append(evaluate(other, answers).standing(first.id).band)
    (low, high), (wide_low, wide_high) = bands
    assert wide_low <= low + 1e-15
    assert wide_high >= high - 1e-15


@given(decisions())
def test_the_order_of_frameworks_and_of_tied_factors_changes_nothing(
    decision: tuple[Catalog, Session],
) -> None:
    catalog, answers = decision
    turned = replace(catalog, frameworks=catalog.frameworks[::-1])
    groups = tuple(group[::-1] for group in answers.priorities.ranking)
    other = replace(answers, priorities=Priorities(groups, confirmed=True))
    assert [s.framework for s in evaluate(turned, other).standings] == [
        s.framework for s in evaluate(catalog, answers).standings
    ]
    assert scores(turned, other) == scores(catalog, answers)


@given(decisions(), decisions())
def test_what_is_taken_over_from_before_gives_the_same(
    decision: tuple[Catalog, Session], other: tuple[Catalog, Session]
) -> None:
    catalog, answers = decision
    evaluator = Evaluator(catalog)
    turned = replace(answers, priorities=Priorities(answers.priorities.ranking[::-1], confirmed=True))
    before = evaluator.evaluate(answers)
    assert evaluator.evaluate(turned, before).standings == evaluate(catalog, turned).standings
    foreign = evaluate(*other)
    assert evaluator.evaluate(answers, foreign).standings == before.standings


def test_no_rank_reversal() -> None:
    """Belton and Gear 1983: adding a copy of B must not turn A and B around."""
    case = json.loads((CASES / "no_rank_reversal_belton_gear.json").read_text())
    matrix = case["input"]["matrix"]
    rows = {name: [x / 10 for x in cells] for name, cells in zip("ABC", matrix, strict=True)}
    answers = session([["c1", "c2", "c3"]])
    before = scores(additive(rows), answers)
    expected = case["expected"]["fixed_range_scores_0_10"]
    assert [before[name] for name in "ABC"] == pytest.approx(expected, abs=1e-12)
    after = scores(additive({**rows, "copy": rows["B"]}), answers)
    assert {key: after[key] for key in before} == before
    assert after["copy"] == before["B"]


def test_equal_scores_share_a_rank() -> None:
    evaluation = evaluate(additive({"a": [0.5], "b": [0.5], "c": [0.4]}), session([["c1"]]))
    assert [(s.framework, s.rank) for s in evaluation.standings] == [("a", 1), ("b", 1), ("c", 3)]


def test_an_ignored_factor_counts_for_nothing() -> None:
    evaluation = evaluate(additive({"a": [1.0, 0.0], "b": [0.0, 1.0]}), session([["c2"]]))
    assert evaluation.weights == {"c2": 1.0}
    assert evaluation.standing("b").score == 1.0


def test_a_factor_of_another_catalog_is_ignored() -> None:
    answers = session([["gone"], ["c1"]])
    assert evaluate(additive({"a": [0.5]}), answers).weights == {"c1": 1.0}


def test_a_concern_is_a_part_of_its_own() -> None:
    said = {"a": {"old": FlagVerdict("concern", "minor"), "bad": FlagVerdict("concern", "major")}}
    evaluation = evaluate(additive({"a": [0.5], "b": [0.45]}), session([["c1"]], flags=said))
    standing = evaluation.standing("a")
    assert standing.contributions["flags"] == pytest.approx(-0.11)
    assert standing.score == pytest.approx(0.39)
    assert evaluation.leader is not None
    assert evaluation.leader.framework == "b"


def test_a_tied_start_tells_no_winner_until_it_is_accepted() -> None:
    catalog = additive({"a": [1.0, 0.0], "b": [0.0, 0.0]})
    start = session(priorities=Priorities((("c1", "c2"),)))
    assert not evaluate(catalog, start).tells_winner
    assert evaluate(catalog, start).provisional
    accepted = session(priorities=Priorities((("c1", "c2"),), confirmed=True))
    assert evaluate(catalog, accepted).tells_winner


def test_one_alternative_leads_alone() -> None:
    evaluation = evaluate(additive({"a": [None]}), session([["c1"]]))
    assert evaluation.leader is not None
    assert evaluation.runner_up is None
    assert evaluation.leader.band == (0, 1)
    assert strict(evaluation.catalog) == [["c1"]]
