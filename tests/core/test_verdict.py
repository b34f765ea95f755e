"""What the verdict says of a decision that is on record."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.session import Decision
from fwwizard.core.verdict import decided
from tests.catalogs import invented
from tests.core.build import session

RANKED = [["team"], ["performance"]]


def evaluation(chosen: str = "", **more: object) -> Evaluation:
    answers = session(RANKED, **more)  # type: ignore[arg-type]  # fields of a session
    return evaluate(invented(), replace(answers, decision=Decision("accepted", chosen)))


def test_nothing_is_said_where_nothing_was_chosen() -> None:
    assert decided(evaluation()) == ""


def test_a_choice_that_leads_is_said_to_lead() -> None:
    leader = evaluation().leader
    assert leader is not None
    assert decided(evaluation(leader.framework)) == f"{leader.name} is accepted on record, and leads."


def test_a_choice_that_was_overtaken_says_by_whom() -> None:
    leader, other = evaluation().passing[:2]
    text = decided(evaluation(other.framework))
    assert text.startswith(f"{other.name} is accepted on record; now {leader.name} leads")
    assert f"rank {other.rank}" in text


def test_a_choice_that_is_out_says_why() -> None:
    out = evaluation(checklist={"authentication": "must"}).excluded[0]
    text = decided(evaluation(out.framework, checklist={"authentication": "must"}))
    assert text.startswith(f"{out.name} is accepted on record, and out now: ")
    assert out.reasons[0].text in text


def test_a_choice_that_the_catalog_lacks_is_said_to_be_lacking() -> None:
    assert decided(evaluation("gone")) == "gone is accepted on record; this catalog does not have it."
