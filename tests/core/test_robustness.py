"""Sureness, survival, staying, questions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.evaluation import evaluate
from fwwizard.core.findout import questions
from fwwizard.core.model import Catalog, Condition, FlagRule, Requirement
from fwwizard.core.robustness import quality, robustness, sureness, survives, worth_moving
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import FlagVerdict, Priorities, Project, Session
from tests.core.build import additive, capable, session
from tests.core.test_evaluation import decisions

THREE = [["c1"], ["c2"], ["c3"]]
OLD = FlagRule("old", "Old", raised=((Condition("age", at_least=5),),))


def scenarios(catalog: Catalog, answers: Session, count: int = 500) -> Scenarios:
    return Scenarios(evaluate(catalog, answers), Samples(count))


def test_clear_close_and_too_close() -> None:
    clear = additive({"a": [0.9, 0.8, 0.7], "b": [0.1, 0.2, 0.3]})
    assert sureness(scenarios(clear, session(THREE))) == "clear"
    close = additive({"a": [0.9, 0.1, 0.5], "b": [0.5, 0.6, 0.5]})
    assert sureness(scenarios(close, session(THREE))) == "close"
    open_ = additive({"a": [0.52, 0.5, 0.5], "b": [0.5, 0.511, 0.511]})
    assert sureness(scenarios(open_, session([["c1", "c2", "c3"]]))) == "too-close"


def test_unknown_facts_that_could_turn_the_lead_keep_it_from_being_clear() -> None:
    catalog = additive({"a": [0.9, 0.8, 0.7], "b": [0.1, 0.2, (0.0, 1.0)]})
    assert sureness(scenarios(catalog, session(THREE))) == "clear"
    wide = additive({"a": [0.9, 0.8, 0.7], "b": [(0.0, 1.0), 0.2, 0.3]})
    made = scenarios(wide, session([["c1"], ["c2"], ["c3"]]), 2000)
    assert made.least_lead("a", "b") > 0
    wider = additive({"a": [0.9, 0.8, 0.7], "b": [(0.0, 1.0), 0.9, 0.9]})
    assert sureness(scenarios(wider, session(THREE))) == "close"


def test_an_unreviewed_raised_sign_of_the_leader_keeps_it_from_being_clear() -> None:
    catalog = additive({"a": [0.9], "b": [0.1]}, flags=[OLD])
    aged = tuple(replace(f, facts={**f.facts, "age": Fact(9.0)}) for f in catalog.frameworks)
    catalog = replace(catalog, frameworks=aged)
    assert sureness(scenarios(catalog, session([["c1"]]))) == "close"
    accepted = session([["c1"]], flags={"a": {"old": FlagVerdict("accept", reason="fine")}})
    assert sureness(scenarios(catalog, accepted)) == "clear"


def test_a_provisional_order_claims_no_sureness() -> None:
    start = session(priorities=Priorities((("c1",),)))
    assert sureness(scenarios(additive({"a": [0.9], "b": [0.1]}), start)) is None


def test_a_conditional_one_that_would_lead_keeps_the_lead_from_being_clear() -> None:
    docs = Requirement("docs", "Docs", capability="docs")
    catalog = additive({"p": [1.0], "q": [0.5]}, requirements=[docs])
    offered = (capable(docs="unknown"), capable(docs="built-in"))
    made = tuple(replace(f, capabilities=o) for f, o in zip(catalog.frameworks, offered, strict=True))
    answers = session([["c1"]], checklist={"docs": "must"})
    assert sureness(scenarios(replace(catalog, frameworks=made), answers)) == "close"


def test_where_only_conditional_ones_are_left_they_contest_the_lead() -> None:
    docs = Requirement("docs", "Docs", capability="docs")
    catalog = additive({"p": [0.9, 0.8, 0.7], "q": [0.1, 0.2, 0.3]}, requirements=[docs])
    made = tuple(replace(f, capabilities=capable(docs="unknown")) for f in catalog.frameworks)
    answers = session(THREE, checklist={"docs": "must"})
    evaluation = evaluate(replace(catalog, frameworks=made), answers)
    assert sureness(Scenarios(evaluation, Samples(100))) == "clear"
    assert all(survives(evaluation).values())


@settings(max_examples=25)
@given(decisions())
def test_every_pair_shares_one(decision: tuple[Catalog, Session]) -> None:
    found = robustness(scenarios(*decision, count=200))
    assert found is not None
    for a, row in found.pairwise.items():
        for b, share in row.items():
            assert share + found.pairwise[b][a] == pytest.approx(1, abs=1e-9)
            assert -1e-12 <= share <= 1 + 1e-12


def test_the_leader_survives_other_formulas_or_does_not() -> None:
    sure = additive({"a": [0.9, 0.8, 0.7], "b": [0.1, 0.2, 0.3]})
    assert survives(evaluate(sure, session(THREE))) == {
        "rank_sum": True,
        "rank_reciprocal": True,
        "sum_reciprocal": True,
        "equal": True,
    }
    steep = additive({"a": [0.6, 0.0, 0.0], "b": [0.0, 0.5, 0.6]})
    assert survives(evaluate(steep, session(THREE)))["equal"] is False
    nobody = session(THREE, project=Project(excluded={"a": "", "b": ""}))
    assert not any(survives(evaluate(sure, nobody)).values())


@pytest.mark.parametrize(("score", "word"), [(0.8, "strong"), (0.75, "strong"), (0.7, "fair"), (0.4, "poor")])
def test_quality_is_absolute(score: float, word: str) -> None:
    assert quality(score) == word


def test_what_runs_today_is_left_only_for_a_sure_and_large_lead() -> None:
    def moving(current: str, values: dict[str, list[float]]) -> bool | None:
        catalog = additive({k: list(v) for k, v in values.items()})
        return worth_moving(scenarios(catalog, session(THREE, project=Project(current=current))))

    assert moving("b", {"a": [0.9, 0.9, 0.9], "b": [0.5, 0.5, 0.5]}) is True
    assert moving("b", {"a": [0.55, 0.55, 0.55], "b": [0.5, 0.5, 0.5]}) is False
    assert moving("a", {"a": [0.9, 0.9, 0.9], "b": [0.5, 0.5, 0.5]}) is None
    assert moving("", {"a": [0.9, 0.9, 0.9], "b": [0.5, 0.5, 0.5]}) is None


def test_unknown_facts_are_asked_by_the_chance_that_they_decide() -> None:
    catalog = additive({"a": [0.6], "b": [(0.0, 1.0)], "c": [(0.2, 0.7)], "d": [(0.0, 0.5)]})
    asked = questions(evaluate(catalog, session([["c1"]])))
    assert [(q.framework, q.id) for q in asked] == [("b", "fact:c1"), ("c", "fact:c1")]
    assert [q.probability for q in asked] == pytest.approx([0.4, 0.2], abs=1e-6)


def test_an_unknown_of_the_leader_is_asked_too() -> None:
    catalog = additive({"a": [(0.4, 0.8)], "b": [0.5]})
    (question,) = questions(evaluate(catalog, session([["c1"]])))
    assert question.framework == "a"
    assert question.probability == pytest.approx(0.25, abs=1e-6)


def test_a_sign_that_is_unknown_for_all_stands_first_and_an_unknown_must_is_asked() -> None:
    docs = Requirement("docs", "Docs", capability="docs")
    catalog = additive({"a": [0.9], "b": [0.5]}, requirements=[docs], flags=[OLD])
    made: tuple[Framework, ...] = (
        replace(catalog.frameworks[0], capabilities=capable(docs="unknown")),
        replace(catalog.frameworks[1], capabilities=capable(docs="built-in")),
    )
    asked = questions(
        evaluate(replace(catalog, frameworks=made), session([["c1"]], checklist={"docs": "must"}))
    )
    assert [(q.kind, q.framework, q.id, q.probability) for q in asked] == [
        ("flag", "", "old", None),
        ("must", "a", "docs", 0.75),
    ]
