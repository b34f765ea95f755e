"""Flips: applied, they change the winner, and no smaller one does."""

from __future__ import annotations

import json
from dataclasses import replace
from math import fsum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fwwizard.core.catalog import Fact
from fwwizard.core.evaluation import Evaluation, Evaluator, evaluate
from fwwizard.core.flips import Flip, apply, flips
from fwwizard.core.model import Catalog, Condition, Evidence, FlagRule, Need, Requirement
from fwwizard.core.nearby import neighbors
from fwwizard.core.session import FlagVerdict, Priorities, Ranking, Session
from fwwizard.core.value_functions import Needs
from tests.core.build import additive, capable, framework, session
from tests.core.test_evaluation import decisions

CASES = Path(__file__).parents[1] / "data" / "cases"


def of_kind(evaluation: Evaluation, kind: str) -> list[Flip]:
    return [flip for flip in flips(evaluation) if flip.kind == kind]


def winner(catalog: Catalog, answers: Session) -> str:
    return evaluate(catalog, answers).passing[0].framework


def same_place(ranking: Ranking) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in ranking)


@settings(max_examples=60)
@given(decisions())
def test_a_ranking_flip_changes_the_winner_and_no_nearer_one_does(
    decision: tuple[Catalog, Session],
) -> None:
    catalog, answers = decision
    evaluation = evaluate(catalog, answers)
    leader = evaluation.passing[0]
    found = of_kind(evaluation, "ranking")
    for flip in found:
        changed = evaluate(catalog, apply(answers, flip))
        assert changed.standing(flip.winner).score > changed.standing(leader.framework).score
        assert changed.passing[0].score == changed.standing(flip.winner).score
    distance = found[0].swaps if found else 4
    by_brute_force: set[tuple[frozenset[str], ...]] = set()
    edge, seen = [evaluation.ranking], {same_place(evaluation.ranking)}
    for swaps in range(1, min(distance, 3) + 1):
        beside = {same_place(n): n for ranking in edge for n in neighbors(ranking)}
        edge = [ranking for place, ranking in beside.items() if place not in seen]
        seen |= set(beside)
        for ranking in edge:
            other = replace(answers, priorities=Priorities(ranking, confirmed=True))
            ahead = evaluate(catalog, other)
            if ahead.passing[0].score > ahead.standing(leader.framework).score + 1e-9:
                assert swaps == distance
                by_brute_force.add(same_place(ranking))
    assert {same_place(flip.ranking) for flip in found} == by_brute_force


@settings(max_examples=60)
@given(decisions())
def test_at_a_weight_flip_two_scores_meet_and_beyond_it_the_winner_is_another(
    decision: tuple[Catalog, Session],
) -> None:
    catalog, answers = decision
    evaluation = evaluate(catalog, answers)
    leader = evaluation.passing[0].framework
    values = {s.framework: evaluation.scored_values(s.framework) for s in evaluation.passing}

    def score(framework_id: str, factor: str, at: float) -> float:
        rest = 1 - evaluation.weights[factor]
        return fsum(
            (at if f == factor else w * (1 - at) / rest) * values[framework_id][f]
            for f, w in evaluation.weights.items()
        )

    found = of_kind(evaluation, "weight")
    for flip in found:
        assert flip.weight is not None
        assert 0 < flip.weight < 1
        meet = [score(name, flip.factor, flip.weight) for name in (leader, flip.winner)]
        assert meet[0] == pytest.approx(meet[1], abs=1e-9)
        assert meet[1] == pytest.approx(max(score(n, flip.factor, flip.weight) for n in values), abs=1e-9)
    for factor, weight in evaluation.weights.items():
        if weight < 1:
            crossings = [f.weight for f in found if f.factor == factor and f.weight is not None]
            if any(abs(c - weight) <= 1e-9 for c in crossings):
                continue  # leaders that are tied: there is no room on that side
            low = max((c for c in crossings if c < weight), default=0.0)
            high = min((c for c in crossings if c >= weight), default=1.0)
            for at in (low + (weight - low) * x for x in (0.1, 0.5, 0.9)):
                assert score(leader, factor, at) >= max(score(n, factor, at) for n in values) - 1e-9
            for at in (weight + (high - weight) * x for x in (0.1, 0.5, 0.9)):
                assert score(leader, factor, at) >= max(score(n, factor, at) for n in values) - 1e-9


def test_the_office_case_flips_at_the_published_weights() -> None:
    """Goodwin and Wright, chapter 3; where the two are equal in a factor there is no flip."""
    case = json.loads((CASES / "additive_office_location.json").read_text())
    given_ = case["input"]
    values = {n: [v / 100 for v in c] for n, c in given_["values_0_100"].items() if n[0] in "AE"}
    points = dict(zip(given_["criteria"], given_["weights_percent_printed"], strict=True))
    ranking = tuple((c,) for c in given_["criteria"])
    answers = session(priorities=Priorities(ranking, confirmed=True, points=points))
    found = of_kind(evaluate(additive(values, given_["criteria"]), answers), "weight")
    expected = case["expected"]["flip_to_Elton_one_weight_others_proportional"]
    assert {flip.factor: flip.weight for flip in found} == pytest.approx(
        {factor: at for factor, at in expected.items() if at is not None}, abs=1e-9
    )
    assert {flip.winner for flip in found} == {"Elton Street"}


def test_leaders_that_are_tied_flip_at_the_present_weight_to_who_leads_beyond() -> None:
    catalog = additive({"p": [1.0, 0.25], "q": [0.75, 1.0], "r": [0.5, 0.75]})
    evaluation = evaluate(catalog, session([["c1"], ["c2"]]))
    assert evaluation.standing("p").score == evaluation.standing("q").score
    found = {(f.factor, f.winner): f.weight for f in of_kind(evaluation, "weight")}
    assert found == {("c1", "q"): pytest.approx(0.75), ("c2", "q"): pytest.approx(0.25)}


DOCS = Requirement("docs", "API documentation", capability="docs")
OLD = FlagRule("old", "Old", raised=((Condition("age", at_least=5),),))


def test_a_must_that_keeps_a_better_one_out_is_named() -> None:
    catalog = additive(
        {"a": [0.5], "b": [0.9], "c": [0.95]}, requirements=[DOCS, Requirement("x", "X", capability="x")]
    )
    offered = (
        capable(docs="built-in", x="built-in"),
        capable(docs="manual", x="built-in"),
        capable(docs="manual", x="manual"),
    )
    pairs = zip(catalog.frameworks, offered, strict=True)
    made = tuple(replace(f, capabilities=has) for f, has in pairs)
    catalog = replace(catalog, frameworks=made)
    answers = session([["c1"]], checklist={"docs": "must", "x": "must"})
    (flip,) = of_kind(evaluate(catalog, answers), "must")
    assert (flip.requirement, flip.winner) == ("docs", "b")
    assert winner(catalog, apply(answers, flip)) == "b"


def test_a_concern_that_decides_and_one_that_would() -> None:
    catalog = additive({"a": [0.5], "b": [0.45]}, flags=[OLD])
    raised = tuple(replace(f, facts={**f.facts, "age": Fact(9.0)}) for f in catalog.frameworks)
    catalog = replace(catalog, frameworks=raised)
    (flip,) = of_kind(evaluate(catalog, session([["c1"]])), "flag")
    assert (flip.framework, flip.id, flip.change, flip.winner) == ("a", "old", "concern", "b")
    assert winner(catalog, apply(session([["c1"]]), flip)) == "b"
    ruled_out = session([["c1"]], flags={"a": {"old": FlagVerdict("rule-out", reason="no")}})
    (flip,) = of_kind(evaluate(catalog, ruled_out), "flag")
    assert (flip.framework, flip.change, flip.winner) == ("a", "none", "a")
    assert winner(catalog, apply(ruled_out, flip)) == "a"


def test_a_need_that_decides() -> None:
    catalog = additive(
        {"a": [0.6, 0.0], "b": [0.5, 0.0]}, needs=[Need("web", "Web", evidence=(Evidence("html"),))]
    )
    attributes = (catalog.model.attributes[0], replace(catalog.model.attributes[1], value=Needs()))
    made = (
        framework("a", {"c1": 0.6}, capabilities=capable(html="manual")),
        framework("b", {"c1": 0.5}, capabilities=capable(html="built-in")),
    )
    catalog = replace(catalog, model=replace(catalog.model, attributes=attributes), frameworks=made)
    answers = session([["c1", "c2"]])
    (flip,) = of_kind(evaluate(catalog, answers), "need")
    assert (flip.id, flip.change, flip.winner) == ("web", "tick", "b")
    ticked = apply(answers, flip)
    assert winner(catalog, ticked) == "b"
    (back,) = of_kind(evaluate(catalog, ticked), "need")
    assert back.change == "untick"
    assert apply(ticked, back).project.needs == ()


def test_an_unknown_fact_that_decides_alone() -> None:
    catalog = additive({"a": [(0.4, 0.8)], "b": [0.5], "c": [(0.0, 0.7)]})
    found = of_kind(evaluate(catalog, session([["c1"]])), "fact")
    assert {(f.framework, f.id, f.change, f.winner) for f in found} == {
        ("a", "fact:c1", "lowest", "b"),
        ("c", "fact:c1", "highest", "c"),
    }
    with pytest.raises(ValueError, match="no answer"):
        apply(session([["c1"]]), found[0])


def test_what_always_leads_has_no_flip() -> None:
    catalog = additive({"a": [0.9, 0.8, 0.7], "b": [0.1, 0.2, 0.3]})
    assert flips(evaluate(catalog, session([["c1"], ["c2"], ["c3"]]))) == ()


def test_nobody_passing_has_no_flip_and_stopped_work_gives_what_it_has() -> None:
    catalog = additive({"a": [0.9, 0.1], "b": [0.1, 0.9]})
    out = session([["c1"], ["c2"]], project=replace(session().project, excluded={"a": "", "b": ""}))
    assert flips(evaluate(catalog, out)) == ()
    assert flips(Evaluator(catalog).evaluate(session([["c1"], ["c2"]])), lambda: True) == ()


@given(st.integers(1, 5))
def test_a_strict_ranking_has_only_exchanges_as_neighbors(n: int) -> None:
    ranking: Ranking = tuple((f"f{i}",) for i in range(n))
    assert len(list(neighbors(ranking))) == n - 1


def test_a_tied_ranking_moves_factors_in_and_out_of_groups() -> None:
    found = {same_place(r) for r in neighbors((("a", "b"), ("c",)))}
    expected: list[Ranking] = [
        (("c",), ("a", "b")),
        (("b",), ("a", "c")),
        (("a",), ("b", "c")),
        (("a",), ("b",), ("c",)),
        (("b",), ("a",), ("c",)),
        (("a", "b", "c"),),
    ]
    assert found == {same_place(r) for r in expected}
