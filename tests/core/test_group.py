"""Several people: winners, mixture, agreement, regret, splits."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fwwizard.core.acceptability import FULL, Shares, first_ranks
from fwwizard.core.evaluation import Evaluation, Evaluator, evaluate
from fwwizard.core.group import Group, group, kendall_w, positions
from fwwizard.core.model import Catalog
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import Project, Session
from tests.core.build import additive, session

CASES = Path(__file__).parents[1] / "data" / "cases"

# Of the cases of group decisions these are not built, because fwwizard does not offer the methods:
# Borda points, Condorcet and Kemeny rankings, plurality (group_tennessee, and the Borda points of
# group_three_stakeholders) aggregate ranks, which the design rules out: "never an average of ranks".
# Kendall's tau and Spearman's rho (kendall_w_and_tau) compare two rankings; the group view uses W.


def together(catalog: Catalog, answers: list[Session]) -> tuple[Group, list[Evaluation], list[Shares]]:
    evaluator = Evaluator(catalog)
    evaluations = [evaluator.evaluate(a) for a in answers]
    shares = [first_ranks(Scenarios(e, evaluator.samples(FULL))) for e in evaluations]
    found = [s for s in shares if s is not None]
    return group(evaluations, found), evaluations, found


def test_the_case_of_three_stakeholders() -> None:
    """Averaged weights, mixtures and Kendall's W, derived from exact areas."""
    case = json.loads((CASES / "group_three_stakeholders.json").read_text())
    catalog = additive(case["input"]["values"])
    people = case["input"]["rankings"]
    answers = [session([[f] for f in ranking], name=name) for name, ranking in people.items()]
    found, evaluations, shares = together(catalog, answers)
    expected = case["expected"]
    for name, evaluation, share in zip(people, evaluations, shares, strict=True):
        own = expected["individual"][name]
        for framework, score in own["scores"].items():
            assert evaluation.standing(framework).score == pytest.approx(score, abs=1e-12)
        for framework, first in own["first_rank_acceptability"].items():
            assert share.first[framework] == pytest.approx(first, abs=case["tolerance"]["monte_carlo_abs"])
        weights = [evaluation.weights[f"c{i}"] for i in (1, 2, 3)]
        assert weights == pytest.approx(own["roc_weights_c1_c2_c3"], abs=1e-12)
    for framework, first in expected["mixture_first_rank_acceptability"].items():
        assert found.first[framework] == pytest.approx(first, abs=case["tolerance"]["monte_carlo_abs"])
    assert found.kendall_w == pytest.approx(expected["kendall_W_of_criterion_rankings"], abs=1e-12)
    mean = [sum(e.weights[f"c{i}"] for e in evaluations) / 3 for i in (1, 2, 3)]
    assert mean == pytest.approx(expected["mean_weights"], abs=1e-12)
    for framework, score in expected["group_scores_mean_weights"].items():
        averaged = sum(e.standing(framework).score for e in evaluations) / 3
        assert averaged == pytest.approx(score, abs=1e-12)
    assert dict(found.winners) == {"ann": "P", "bob": "Q", "cem": "P"}


def test_the_case_of_kendalls_w() -> None:
    """ProofWiki, Kendall's Coefficient of Concordance, Arbitrary Example 1."""
    case = json.loads((CASES / "kendall_w_and_tau.json").read_text())
    judges = case["input"]["judges_x_items"]
    assert kendall_w(judges) == pytest.approx(case["expected"]["W"], abs=1e-12)
    assert kendall_w([judges[0]] * 3) == case["expected"]["identical_rankings_W"]
    assert kendall_w([[1, 2, 3], [3, 2, 1]]) == case["expected"]["two_opposite_rankings_W"]


def test_ties_are_corrected_for() -> None:
    assert kendall_w([[1.5, 1.5, 3.0], [1.5, 1.5, 3.0]]) == pytest.approx(1)
    assert kendall_w([[1.0]]) is None
    assert kendall_w([[1.5, 1.5], [1.5, 1.5]]) is None
    assert positions((("a", "b"), ("c",)), ["a", "b", "c", "d", "e"]) == [1.5, 1.5, 3.0, 4.5, 4.5]


def test_gates_are_united_and_keep_their_owners() -> None:
    catalog = additive({"a": [0.9, 0.1], "b": [0.2, 0.8], "c": [0.5, 0.5]})
    ann = session([["c1"], ["c2"]], name="ann", project=Project(excluded={"b": "no licence"}))
    bob = session([["c2"], ["c1"]], name="bob")
    found, _, _ = together(catalog, [ann, bob])
    assert [(o.owner, o.reason.text) for o in found.excluded["b"]] == [("ann", "left out: no licence")]
    assert set(found.first) == set(found.regret) == {"a", "c"}
    assert sum(found.first.values()) == pytest.approx(1)
    assert found.regret["a"] == pytest.approx(0.5 - 0.3)
    assert found.regret["c"] == pytest.approx(0.7 - 0.5)


def test_the_pair_of_factors_that_splits_most_evenly_is_named() -> None:
    catalog = additive({"a": [0.9, 0.1, 0.5], "b": [0.2, 0.8, 0.5]})
    names = ["ann", "bob", "cem"]
    orders = [["c1", "c2", "c3"], ["c1", "c2", "c3"], ["c2", "c1", "c3"]]
    answers = [session([[f] for f in order], name=n) for n, order in zip(names, orders, strict=True)]
    found, _, _ = together(catalog, answers)
    assert found.split is not None
    assert (found.split.first, found.split.second) == ("c1", "c2")
    assert (found.split.for_first, found.split.for_second) == (("ann", "bob"), ("cem",))
    agreed, _, _ = together(catalog, answers[:2])
    assert agreed.split is None
    assert agreed.kendall_w == 1.0


def test_a_group_needs_two_of_one_catalog() -> None:
    catalog = additive({"a": [0.5]})
    one = evaluate(catalog, session([["c1"]]))
    other = evaluate(replace(catalog, digest="sha256:other"), session([["c1"]]))
    shares = Shares({"a": 1.0}, {}, 0)
    with pytest.raises(ValueError, match="two or more"):
        group([one], [shares])
    with pytest.raises(ValueError, match="one catalog"):
        group([one, other], [shares, shares])
