"""The properties of the case `metamorphic_properties`, as far as no other test has them already.

Standard consequences of the additive model: Keeney and Raiffa 1976; Wang and Triantaphyllou 2008,
tests 1 to 3; the definitions of SMAA.
"""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fwwizard.core.acceptability import first_ranks, index_against
from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog, Requirement
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import FlagVerdict, Session
from fwwizard.core.weights import from_points, from_ranking
from tests.core.build import additive, capable, framework, session
from tests.core.test_evaluation import decisions, scores
from tests.core.test_weights import rankings

CASES = Path(__file__).parents[1] / "data" / "cases"


def test_every_case_is_named_by_a_test() -> None:
    """A case is either tested or left out with a reason in words beside the tests of its kind."""
    written = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    assert [path.stem for path in CASES.glob("*.json") if path.stem not in written] == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 100), min_size=1), st.floats(0.01, 100))
def test_scaling_all_points_changes_nothing(points: dict[str, float], k: float) -> None:
    scaled = from_points({f: k * p for f, p in points.items()})
    assert scaled == pytest.approx(from_points(points), abs=1e-12)


@given(rankings(), st.randoms(use_true_random=False))
def test_renaming_factors_renames_weights(ranking: tuple[tuple[str, ...], ...], random: object) -> None:
    names = {f: f"other-{f}" for group in ranking for f in group}
    renamed = tuple(tuple(names[f] for f in group) for group in ranking)
    assert from_ranking(renamed) == {names[f]: w for f, w in from_ranking(ranking).items()}


@given(decisions())
def test_a_duplicate_ties_exactly(decision: tuple[Catalog, Session]) -> None:
    catalog, answers = decision
    copy = replace(catalog.frameworks[0], id="copy", name="Copy")
    evaluation = evaluate(replace(catalog, frameworks=(*catalog.frameworks, copy)), answers)
    original = evaluation.standing(catalog.frameworks[0].id)
    assert evaluation.standing("copy").score == original.score
    assert evaluation.standing("copy").rank == original.rank


@given(decisions(), st.floats(0.1, 0.9))
def test_splitting_an_attribute_into_two_identical_ones_leaves_every_score(
    decision: tuple[Catalog, Session], part: float
) -> None:
    catalog, answers = decision
    first, *rest = catalog.model.attributes
    twins = (replace(first, share=part), replace(first, id="twin", fact=first.id, share=1 - part))
    split = replace(catalog, model=replace(catalog.model, attributes=(*twins, *rest)))
    assert scores(split, answers) == pytest.approx(scores(catalog, answers), abs=1e-12)


@settings(max_examples=30)
@given(decisions())
def test_nobody_is_first_more_often_than_it_beats_any_other(decision: tuple[Catalog, Session]) -> None:
    made = Scenarios(evaluate(*decision), Samples(400))
    shares = first_ranks(made)
    assert shares is not None
    for a in made.candidates:
        for b in made.candidates:
            if a != b:
                index = index_against(made, a, b)
                slack = 5 * sqrt(max(index * (1 - index), 1 / 400) / 400)
                assert shares.first[a] <= index + slack


def test_a_dominated_one_is_never_first() -> None:
    made = Scenarios(
        evaluate(additive({"a": [0.5, 0.5, 0.5], "b": [0.4, 0.5, 0.4]}), session([["c1"], ["c2"], ["c3"]])),
        Samples(400),
    )
    shares = first_ranks(made)
    assert shares is not None
    assert shares.first == {"a": 1.0, "b": 0.0}


@given(rankings())
@settings(max_examples=30)
def test_the_mean_of_the_sampled_weights_is_the_shown_weight(ranking: tuple[tuple[str, ...], ...]) -> None:
    shown = from_ranking(ranking)
    for factor, column in Samples(2000).weights(ranking).items():
        assert sum(column) / 2000 == pytest.approx(shown[factor], abs=0.025)


@given(
    st.lists(
        st.sampled_from(["built-in", "official", "ecosystem", "manual", "unknown"]), min_size=1, max_size=6
    )
)
def test_a_must_turned_into_a_want_only_lets_more_in(levels: list[str]) -> None:
    docs = Requirement("docs", "Docs", capability="docs")
    catalog = replace(
        additive({"x": [0.5]}, requirements=[docs]),
        frameworks=tuple(
            framework(f"f{i}", {"c1": 0.5}, capabilities=capable(docs=level))  # type: ignore[arg-type]  # levels
            for i, level in enumerate(levels)
        ),
    )
    must = {s.framework for s in evaluate(catalog, session([["c1"]], checklist={"docs": "must"})).passing}
    want = {s.framework for s in evaluate(catalog, session([["c1"]], checklist={"docs": "want"})).passing}
    assert must <= want == {f.id for f in catalog.frameworks}


def test_no_concern_is_identity_and_concerns_add_up_on_a_line_of_their_own() -> None:
    catalog = additive({"a": [0.5, 0.7]})
    plain = evaluate(catalog, session([["c1"], ["c2"]])).standing("a")
    accepted = session([["c1"], ["c2"]], flags={"a": {"x": FlagVerdict("accept", reason="fine")}})
    assert evaluate(catalog, accepted).standing("a") == plain
    said = {
        "a": {"x": FlagVerdict("concern"), "y": FlagVerdict("concern"), "z": FlagVerdict("concern", "major")}
    }
    concerned = evaluate(catalog, session([["c1"], ["c2"]], flags=said)).standing("a")
    assert concerned.score == pytest.approx(plain.score - 0.14)
    assert {**concerned.contributions, "flags": 0} == {**plain.contributions, "flags": 0}
