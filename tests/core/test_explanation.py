"""A against B: differences that sum, reasons that suffice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from fwwizard.core.evaluation import evaluate
from fwwizard.core.explanation import explain
from fwwizard.core.model import Catalog
from fwwizard.core.session import Priorities, Session
from tests.core.build import additive, session
from tests.core.test_evaluation import decisions

CASES = Path(__file__).parents[1] / "data" / "cases"


def office() -> tuple[Catalog, Session, dict[str, object]]:
    case = json.loads((CASES / "additive_office_location.json").read_text())
    given_ = case["input"]
    values = {name: [v / 100 for v in cells] for name, cells in given_["values_0_100"].items()}
    catalog = additive(values, given_["criteria"])
    printed = dict(zip(given_["criteria"], given_["weights_percent_printed"], strict=True))
    ranking = tuple((c,) for c in given_["criteria"])
    answers = session(priorities=Priorities(ranking, confirmed=True, points=printed))
    return catalog, answers, case["expected"]


def test_the_office_case_scores_and_ranks_as_printed() -> None:
    """Goodwin and Wright, Decision Analysis for Management Judgment, chapter 3."""
    catalog, answers, expected = office()
    evaluation = evaluate(catalog, answers)
    assert [s.framework for s in evaluation.standings] == expected["ranking"]
    printed = expected["scores_with_printed_weights"]
    assert isinstance(printed, dict)
    for name, score in printed.items():
        assert evaluation.standing(name).score * 100 == pytest.approx(score, abs=0.05)


def test_the_office_case_explains_the_lead() -> None:
    """Goodwin and Wright, chapter 3, Addison Square against Elton Street."""
    catalog, answers, expected = office()
    found = explain(evaluate(catalog, answers), "Addison Square", "Elton Street")
    difference = expected["explanation_Addison_minus_Elton"]
    assert isinstance(difference, dict)
    assert found.total * 100 == pytest.approx(difference["total"], abs=1e-9)
    by_factor = {d.factor: d.amount * 100 for d in found.factors}
    assert by_factor == pytest.approx(difference["by_criterion"], abs=1e-9)
    assert [d.factor for d in found.sufficient] == ["closeness"]
    assert found.best_for_b is not None
    assert found.best_for_b.factor == "comfort"


@given(decisions())
def test_differences_sum_and_turn_their_signs_with_the_pair(decision: tuple[Catalog, Session]) -> None:
    evaluation = evaluate(*decision)
    first, last = evaluation.standings[0], evaluation.standings[-1]
    found = explain(evaluation, first.framework, last.framework)
    assert found.total == pytest.approx(first.score - last.score, abs=1e-12)
    turned = explain(evaluation, last.framework, first.framework)
    assert {d.factor: d.amount for d in turned.factors} == pytest.approx(
        {d.factor: -d.amount for d in found.factors}, abs=1e-12
    )
    shown = found.shown(1)
    assert sum(round(v * 10) for v in shown.values()) == round(round(found.total * 1000, 9))
    for difference in found.factors:
        by_attribute = sum(d.amount for d in difference.attributes)
        assert by_attribute == pytest.approx(difference.amount, abs=1e-12)


@given(decisions())
def test_the_sufficient_reasons_outweigh_everything_against_them(decision: tuple[Catalog, Session]) -> None:
    evaluation = evaluate(*decision)
    if len(evaluation.standings) > 1 and evaluation.standings[0].score > evaluation.standings[1].score + 1e-9:
        found = explain(evaluation, evaluation.standings[0].framework, evaluation.standings[1].framework)
        against = -sum(d.amount for d in found.factors if d.amount < 0)
        assert sum(d.amount for d in found.sufficient) > against
        assert sum(d.amount for d in found.sufficient[:-1]) <= against + 1e-12


@given(decisions())
def test_the_grounds_share_the_whole(decision: tuple[Catalog, Session]) -> None:
    evaluation = evaluate(*decision)
    found = explain(evaluation, evaluation.standings[0].framework, evaluation.standings[-1].framework)
    assert not found.by_ground or sum(found.by_ground.values()) == pytest.approx(1)


def test_an_unknown_framework_is_named() -> None:
    with pytest.raises(KeyError, match="nobody"):
        explain(evaluate(additive({"a": [0.5]}), session([["c1"]])), "a", "nobody")
