"""What a decision record says, over the invented catalog."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from fwwizard.core.advice_rules import AdviceRule, AnswerRead
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.model import Requirement
from fwwizard.core.session import Decision, FlagVerdict, Priorities, Project, ProofOfConcept
from fwwizard.report.documents import document
from fwwizard.report.record.build import decision_record
from fwwizard.report.record.decision import DecisionRecord
from fwwizard.report.rendering import render
from fwwizard.report.weighing import weigh
from tests.catalogs import invented
from tests.core.build import additive, session
from tests.report.parsing import sections

RANKED = [["team"], ["time_to_market", "performance"], ["future"]]


def evaluation(**more: Any) -> Evaluation:
    return evaluate(invented(), session(RANKED, **more))


def record(**more: Any) -> DecisionRecord:
    found = evaluation(**more)
    return decision_record(found, weigh(found))


def text(**more: Any) -> str:
    found = document(evaluation(**more), "record", "markdown")
    assert found is not None
    return found


def second() -> str:
    found = evaluation().runner_up
    assert found is not None
    return found.framework


def test_head_and_date_come_from_the_session_alone() -> None:
    said = Decision("accepted", "", ("Ada", "Jun"), review_on=date(2027, 5, 1))
    head = text(decision=said, name="Payments").split("##")[0]
    leader = evaluation().leader
    assert leader is not None
    assert head.splitlines() == [
        f"# Choose {leader.name} for Payments",
        "",
        "- Status: accepted",
        "- Date: 2026-11-21",
        "- Deciders: Ada, Jun",
        "- To be looked at again: 2027-05-01",
        "",
    ]


def test_nobody_is_called_you() -> None:
    said = record(
        project=Project(languages={"python": "expert"}, current="oak", runtimes={"python": "3.0"}),
        flags={second(): {invented().model.flags[0].id: FlagVerdict("concern", "major")}},
    )
    ours = [said.question, said.shares_note, said.outcome.because, *said.outcome.sentences, *said.changes]
    ours += [entry.reason for entry in said.excluded] + [option.condition for option in said.options]
    ours += [one.text for one in said.context] + list(said.notes)
    words = {word.strip(",.;:()").lower() for text in ours for word in text.split()}
    assert "team" in words
    assert not {"you", "your", "yours"} & words


def test_the_drivers_have_ranks_and_weights_and_ties_share_one() -> None:
    found = record()
    assert [(d.rank, d.factor) for d in found.drivers] == [
        (1, "team"),
        (2, "time_to_market"),
        (2, "performance"),
        (4, "future"),
    ]
    assert abs(sum(d.weight for d in found.drivers) - 1) < 1e-12


def test_the_shown_differences_sum_to_the_shown_lead() -> None:
    found = record().outcome
    assert round(sum(d.points for d in found.differences), 1) == found.total
    assert f"{abs(found.total):.1f}" in found.because


def test_the_leader_stands_in_until_something_is_chosen() -> None:
    found = evaluation()
    assert found.leader is not None
    assert record().outcome.verb == "Leading option, nothing is chosen yet"
    chosen = record(decision=Decision("accepted", found.leader.framework)).outcome
    assert (chosen.verb, chosen.option) == ("Chosen option", found.leader.name)


def test_a_choice_against_the_leader_is_said_to_be_one() -> None:
    found = evaluation()
    assert found.leader is not None
    said = record(decision=Decision("accepted", second(), notes="we know it")).outcome
    assert said.option == found.standing(second()).name
    assert said.rival == found.leader.name
    assert "the team preferred it" in said.because
    assert "which leads" in said.because
    assert said.total < 0
    assert said.notes == "we know it"


def test_a_choice_that_the_answers_exclude_is_said_to_be_one() -> None:
    said = record(
        project=Project(excluded={second(): "end of life"}), decision=Decision("accepted", second())
    )
    assert "although its own answers exclude it: left out: end of life" in said.outcome.because


def test_the_excluded_stay_with_reason_and_rank() -> None:
    said = record(project=Project(languages={"go": "expert"}, excluded={"oak": "no thanks"}))
    reasons = {entry.reason: entry.names for entry in said.excluded}
    assert re.fullmatch(r"Oak \(\d+(st|nd|rd|th)\)", reasons["left out: no thanks"])
    foreign = reasons["Written in a language that the team does not use"]
    shown = [option.name for option in said.options] + ["Oak"]
    for framework in invented().frameworks:
        entry = re.search(rf"\b{framework.name} \(([^)]*)\)", foreign)
        assert (entry is not None) == (framework.name not in shown)
        if entry is not None:
            assert re.fullmatch(r"[A-Z]\w+( or [A-Z]\w+)*, \d+(st|nd|rd|th)", entry[1])


def test_where_all_are_out_the_nearest_are_named_and_nothing_is_invented() -> None:
    everybody = {framework.id: "no" for framework in invented().frameworks}
    said = text(project=Project(excluded=everybody))
    parts = sections(said)
    assert said.startswith("# No option meets every must of Test\n")
    assert "No option can be named, because no option meets every must." in parts["Decision outcome"]
    assert "what they miss" in parts["Decision outcome"]
    assert "left out: no" in parts["Decision outcome"]
    assert "Consequences" not in parts
    assert "Confirmation" not in parts


def test_a_tie_names_nobody() -> None:
    tied = Priorities((("team", "time_to_market", "performance", "future"),))
    said = text(priorities=tied)
    assert said.startswith("# No decision yet for Test\n")
    assert "everything below is provisional" in said
    assert "every driver is tied or not confirmed" in said


def test_risks_come_with_the_verdict_and_its_reason() -> None:
    found = evaluation()
    assert found.leader is not None
    flag = invented().model.flags[0]
    accepted = FlagVerdict("accept", reason="we pin versions")
    concern = FlagVerdict("concern", "major", "it hurt us")
    said = record(flags={found.leader.framework: {flag.id: accepted}, second(): {flag.id: concern}})
    risk = next(r for r in said.risks if r.sign == flag.name)
    assert risk.verdict == "accepted (“we pin versions”)"
    assert [r.verdict for r in said.other_risks] == ["a major concern, which costs points (“it hurt us”)"]


def test_numbers_are_those_agreed_and_the_others_are_asked_for() -> None:
    said = record(targets={"request_capacity": 5000.0}, poc=ProofOfConcept(numbers={"p95": 120}))
    assert [(n.id, n.bound, n.value) for n in said.numbers] == [
        ("capacity", "at least", "5,000 req/s"),
        ("p95", "at most", "120 ms"),
    ]
    assert [n.value for n in record().numbers] == ["", ""]
    assert "Still to be agreed: requests that one instance must answer" in sections(text())["Confirmation"]


def test_a_number_of_the_plan_moves_no_score() -> None:
    scores = [s.score for s in evaluation().standings]
    agreed = evaluation(poc=ProofOfConcept(numbers={"capacity": 9000, "p95": 5}))
    assert [s.score for s in agreed.standings] == scores


def test_every_cited_number_is_a_source_and_every_source_is_cited() -> None:
    said = record(checklist={"authentication": "must"})
    cited = {number for ground in said.grounds for number in ground.sources}
    assert cited == {source.number for source in said.sources}
    assert [source.number for source in said.sources] == list(range(1, len(said.sources) + 1))
    assert any(ground.about == "Authentication" for ground in said.grounds)


def test_another_catalog_than_the_answers_were_given_with_is_named() -> None:
    other = evaluation()
    changed = replace(
        other.session, catalog=replace(other.session.catalog, version="2020.1", digest="sha256:0")
    )
    found = evaluate(invented(), changed)
    labels = {said.label: said.text for said in decision_record(found, None).made_with}
    assert labels["Answers given with"] == "catalog 2020.1 (sha256:0)"


def test_advice_has_a_section_where_there_is_some() -> None:
    found = evaluation()
    assert "Advice" not in sections(text())
    rule = AdviceRule("any", "Keep it small.", "our wiki", ((AnswerRead(languages_at_least=0),),), own=True)
    advised = evaluate(replace(found.catalog, advice=(rule,)), found.session)
    parts = sections(render("record.md.jinja", record=decision_record(advised, weigh(advised))))
    assert parts["Advice"] == "- Keep it small. (our wiki, your own)"


def test_one_option_alone_is_not_compared_with_anything() -> None:
    only = additive({"alone": [0.8]})
    found = evaluate(only, session([["c1"]], name="Move"))
    said = document(found, "record", "markdown")
    assert said is not None
    parts = sections(said)
    assert parts["Context and problem statement"].startswith("Does the one option of the catalog fit Move?")
    assert "it is the only option that meets every must; it scores 80 of 100" in parts["Decision outcome"]
    assert "Confirmation" not in parts
    assert "also leads" not in said


def test_what_must_be_confirmed_stands_beside_the_option() -> None:
    asked = Requirement("sso", "Single sign-on", capability="sso")
    only = additive({"alone": [0.8]}, requirements=[asked])
    found = evaluate(only, session([["c1"]], checklist={"sso": "must"}))
    said = decision_record(found, weigh(found))
    assert said.options[0].condition == "Single sign-on: not known"
    assert "the only option left, and that only if confirmed" in said.outcome.because
    assert "To be confirmed of Alone: Single sign-on: not known." in said.outcome.sentences
