"""Swing points against the ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core import points
from fwwizard.core.certainty import sure_sentence
from fwwizard.core.checks import problems
from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Factor, Model
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import Priorities, Session
from fwwizard.core.weights import effective_ranking, weights_of
from tests.core.build import additive, session

NAMES = {"a": "Team", "b": "Budget", "c": "Speed"}
MODEL = Model(1, "test", tuple(Factor(i, name) for i, name in NAMES.items()), ())
A, B, C = MODEL.factors
CATALOG = additive({"x": (1, 0, 0), "y": (0, 1, 0), "z": (0, 0, 1)}, tuple(NAMES))


def told(ranking: str = "a b c", **given_: float) -> Session:
    groups = tuple(tuple(group) for group in ranking.split())
    return session(priorities=Priorities(groups, confirmed=True, points=given_ or None))


def sentence(of: Session) -> str:
    found = points.checked(MODEL, of.priorities)
    assert found is not None
    return f"{found.agreement}: {found.sentence}"


def test_points_begin_where_the_ranking_puts_the_weights() -> None:
    now = points.toggled(told("a bc")).session.priorities
    assert now.points == {"a": 100, "b": 32, "c": 32}
    assert weights_of(now) == pytest.approx(weights_of(replace(now, points=None)), abs=0.01)
    assert points.toggled(points.toggled(told()).session).session.priorities.points is None


def test_switching_points_on_confirms_nothing_and_giving_some_does() -> None:
    start = session(priorities=Priorities((("a", "b"),)))
    assert not points.toggled(start).session.priorities.confirmed
    edit = points.given(start, A, 40)
    assert edit.session.priorities == Priorities((("a", "b"),), True, points={"a": 40, "b": 100})
    assert edit.sentence == "Team: 40 points"


@pytest.mark.parametrize("number", [-1.0, float("nan"), float("inf"), 1e308, 1_000_001])
def test_points_that_a_session_would_be_refused_for_are_refused(number: float) -> None:
    assert points.refusal(told().priorities, A, number) == "a number from 0 to 1,000,000"


def test_not_all_points_may_be_0() -> None:
    assert points.refusal(told("a b", a=5, b=0).priorities, A, 0) == (
        "at least one factor needs points above 0"
    )
    assert points.refusal(told("a b", a=5, b=0).priorities, B, 0) == ""


def test_points_in_another_order_are_told_with_who_is_concerned() -> None:
    one = told(a=100, b=30, c=60)
    assert sentence(one) == (
        "contradicts: Against your ranking your points put Speed above Budget: they count."
    )
    found = points.checked(MODEL, one.priorities)
    assert found is not None
    assert found.factors == {"b", "c"}
    assert "put Budget above Team (2 more pairs alike)" in sentence(told(a=1, b=2, c=3))


def test_other_ties_are_no_contradiction_but_told() -> None:
    assert sentence(told(a=100, b=100, c=5)) == (
        "refines: Your points tie Team and Budget, which your ranking orders: they count."
    )
    assert sentence(told("ab c", a=100, b=50, c=5)) == (
        "refines: Your points order Team and Budget, which your ranking ties: they count."
    )


def test_points_in_the_order_of_the_ranking_agree() -> None:
    assert sentence(told(a=100, b=50, c=5)).startswith("agrees: ")
    assert points.checked(MODEL, told().priorities) is None


def test_the_ranking_can_be_taken_from_the_points() -> None:
    edit = points.ranked_by_points(told("b ca", a=100, b=20, c=20))
    assert edit.session.priorities.ranking == (("a",), ("b", "c"))
    assert edit.session.priorities.points == {"a": 100, "b": 20, "c": 20}
    assert points.ranked_by_points(told()).session == told()


def test_the_weights_in_force_follow_the_points_at_once() -> None:
    before, after = told(a=100, b=50, c=50), points.given(told(a=100, b=50, c=50), B, 150).session
    assert evaluate(CATALOG, before).standings[0].framework == "x"
    assert evaluate(CATALOG, after).standings[0].framework == "y"
    assert evaluate(CATALOG, after).ranking == effective_ranking(after.priorities)


def test_what_ranges_over_weightings_says_whose_order_they_keep() -> None:
    assert points.what_orders(told()) == "your ranking"
    assert points.what_orders(told(a=1, b=1, c=1)) == "the order of your swing points"
    scenarios = Scenarios(evaluate(CATALOG, told(a=3, b=2, c=1)), Samples(50))
    assert "the order of your swing points allows" in sure_sentence(scenarios)


def test_points_of_another_catalog_are_left_aside() -> None:
    priorities = Priorities((("a",), ("gone",)), True, points={"a": 0.0, "gone": 100.0})
    assert points.checked(MODEL, priorities) is None
    assert evaluate(CATALOG, session(priorities=priorities)).weights == {"a": 1.0}


amounts = st.floats(0, 1000, allow_subnormal=False).map(lambda x: round(x, 2))


@given(st.permutations(list(NAMES)), st.lists(amounts, min_size=3, max_size=3))
def test_once_ranked_by_points_everything_agrees_and_nothing_else_changes(
    order: list[str], given_: list[float]
) -> None:
    if not any(given_):
        given_ = [1.0, *given_[1:]]
    start = told(" ".join(order), **dict(zip(order, given_, strict=True)))
    taken = points.ranked_by_points(start).session
    found = points.checked(MODEL, taken.priorities)
    assert found is not None
    assert found.agreement == "agrees"
    assert evaluate(CATALOG, taken).weights == evaluate(CATALOG, start).weights
    assert problems(CATALOG, taken) == []
