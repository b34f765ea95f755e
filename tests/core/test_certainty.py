"""How sure a verdict is, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fwwizard.core.catalog import Fact
from fwwizard.core.certainty import certainty, percent
from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog, Condition, FlagRule
from fwwizard.core.samples import Samples
from fwwizard.core.session import Priorities, Session
from tests.core.build import additive, session

THREE = [["c1"], ["c2"], ["c3"]]


def sure(catalog: Catalog, answers: Session) -> str:
    found = certainty(evaluate(catalog, answers), Samples(500))
    assert found is not None
    return found.sure


def test_a_clear_lead_says_over_whom() -> None:
    catalog = additive({"a": [0.9, 0.8, 0.7], "b": [0.1, 0.2, 0.3]})
    assert sure(catalog, session(THREE)) == (
        "Clear: A is ahead of every rival that passes, whatever the weights your ranking allows. "
        "It is strong in what you ranked."
    )


def test_a_close_lead_in_nearly_all_weightings_says_what_keeps_it_from_being_clear() -> None:
    wide = additive({"a": [0.9, 0.8, 0.7], "b": [(0.6, 0.91), 0.79, 0.69]})
    assert "but unknown facts could still put B ahead" in sure(wide, session(THREE))
    old = FlagRule("old", "Old", raised=((Condition("age", at_least=5),),))
    catalog = additive({"a": [0.9], "b": [0.1]}, flags=[old])
    aged = tuple(replace(f, facts={**f.facts, "age": Fact(9.0)}) for f in catalog.frameworks)
    said = sure(replace(catalog, frameworks=aged), session([["c1"]]))
    assert said.startswith("Close: ")
    assert "but a raised sign of A is not reviewed" in said


def test_the_shares_are_sorted_and_the_hardly_ever_left_out() -> None:
    found = certainty(
        evaluate(additive({"a": [0.9, 0.1], "b": [0.1, 0.9], "c": [0.0, 0.0]}), session([["c1"], ["c2"]])),
        Samples(500),
    )
    assert found is not None
    assert [name for name, _ in found.first] == ["A"]
    assert found.first_note == "of the weightings your ranking allows, exactly"
    assert found.flips[0].startswith("B leads after 1 swap: c2 > c1")


def test_no_winner_no_certainty() -> None:
    catalog = additive({"a": [0.9, 0.1], "b": [0.1, 0.9]})
    tied = session(priorities=Priorities((("c1", "c2"),)))
    assert certainty(evaluate(catalog, tied), Samples(50)) is None


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0 %"), (0.001, "under 1 %"), (0.5, "50 %"), (0.999, "over 99 %"), (1.0, "100 %")],
)
def test_a_share_is_never_shown_as_none_or_all_unless_it_is(share: float, shown: str) -> None:
    assert percent(share) == shown
