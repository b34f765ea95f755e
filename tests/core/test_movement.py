"""What a change did, in ranks and in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.model import Catalog
from fwwizard.core.movement import Movement, lowered, movement
from fwwizard.core.session import Priorities, Project
from tests.core.build import additive, session

CATALOG = additive({"ash": (0.9, 0.2), "birch": (0.6, 0.8), "cedar": (0.1, 0.1)}, ["team", "speed"])


def moved(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], catalog: Catalog = CATALOG
) -> Movement:
    evaluator = Evaluator(catalog)
    return movement(evaluator.evaluate(session(before)), evaluator.evaluate(session(after)))


def without(*excluded: str) -> Evaluation:
    project = Project(excluded=dict.fromkeys(excluded, "no"))
    return Evaluator(CATALOG).evaluate(session([["team"]], project=project))


def test_places_won_and_lost() -> None:
    found = moved([["team"]], [["speed"]])
    assert found.ranks == {"birch": 1, "ash": -1}


def test_the_sentence_says_who_passed_whom_and_by_which_factors() -> None:
    assert moved([["team"]], [["speed"]]).sentence == "Birch passed Ash: speed +60.0, team +30.0"


def test_nothing_moved() -> None:
    evaluation = without()
    assert movement(evaluation, evaluation) == Movement({}, "no rank changed")


def test_a_score_that_moves_alone_is_told_in_tenths() -> None:
    near = additive({"ash": (0.9, 0.898), "birch": (0.1, 0.1)}, ["team", "speed"])
    assert moved([["team"]], [["team", "speed"]], near).sentence == "no rank changed; Ash -0.1"


def test_who_drops_out_is_named_with_the_reason() -> None:
    found = movement(without(), without("cedar"))
    assert found.sentence == "Cedar dropped out: left out: no"
    assert found.ranks == {}


def test_who_comes_back_is_named() -> None:
    assert movement(without("cedar"), without()).sentence == "Cedar came back"


def test_the_next_one_leads_where_the_leader_drops_out() -> None:
    found = movement(without(), without("ash"))
    assert found.sentence == "Ash dropped out: left out: no; Birch leads now"
    assert found.ranks == {"birch": 1, "cedar": 1}


def test_nobody_is_left() -> None:
    assert movement(without("ash"), without("ash", "birch", "cedar")).sentence == (
        "Birch and Cedar dropped out"
    )
    nobody = without("ash", "birch", "cedar")
    assert movement(nobody, nobody).sentence == "nobody passes"


def test_a_tied_start_tells_no_order() -> None:
    evaluator = Evaluator(CATALOG)
    tied = evaluator.evaluate(session(priorities=Priorities((("team", "speed"),))))
    assert movement(without(), tied).sentence == "every priority is tied: no order yet"


def test_more_that_moved_up_are_counted() -> None:
    catalog = additive({"a": (0.9, 0), "b": (0.8, 0.1), "c": (0.1, 0.8), "d": (0, 0.9)}, ["team", "speed"])
    assert moved([["team"]], [["speed"]], catalog).sentence.startswith("D passed A: ")
    found = moved([["team"], ["speed"]], [["speed"]], catalog)
    assert found.ranks == {"d": 3, "c": 1, "b": -1, "a": -3}


def test_names_within_a_sentence_begin_small_unless_they_are_abbreviations() -> None:
    assert lowered("Team expertise") == "team expertise"
    assert lowered("API design") == "API design"
    assert lowered("FastAPI") == "FastAPI"
