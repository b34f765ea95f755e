"""Advice: each rule speaks where it applies and keeps silent where it does not; few speak at once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.advice import MOST, Advice, advice
from fwwizard.core.advice_rules import AdviceRule, AnswerRead, FactRead
from fwwizard.core.catalog import Capability, Fact, Framework
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.session import Priorities, Project
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from tests.core.advice_cases import CASES, Case
from tests.core.build import additive, session


@cache
def shipped() -> Catalog:
    return load_catalog(shipped_catalog())


RULES = [rule.id for rule in shipped().advice]


def invented(case: Case) -> Catalog:
    """The shipped rules over a leader, what runs today, and one that is out."""
    facts = {key: Fact(value) for key, value in case.leader.items() if value != "unknown"}  # type: ignore[arg-type]  # values of facts
    levels = {key: Capability(level) for key, level in case.levels.items()}
    best = Framework("best", "Best", categories=case.categories, facts=facts, capabilities=levels)
    before = {key: Fact(value) for key, value in case.today.items()}  # type: ignore[arg-type]  # values of facts
    return replace(
        shipped(), frameworks=(best, Framework("today", "Today", facts=before), Framework("out", "Out"))
    )


def decided(case: Case, catalog: Catalog) -> Evaluation:
    """The leader is the one that is meant, whatever the values: the others are left out."""
    project = replace(case.project, excluded={"out": "no", "today": "no"})
    return evaluate(catalog, session(case.ranking, project=project, checklist=case.checklist))


def speaking(case: Case, rule_id: str) -> list[Advice]:
    catalog = invented(case)
    rule = next(rule for rule in catalog.advice if rule.id == rule_id)
    return list(advice(decided(case, replace(catalog, advice=(rule,)))))


def test_every_rule_has_a_case_that_speaks_and_one_that_does_not() -> None:
    assert set(CASES) == set(RULES)
    assert len(RULES) >= 25


@pytest.mark.parametrize("rule_id", RULES)
def test_it_speaks(rule_id: str) -> None:
    (spoken,) = speaking(CASES[rule_id][0], rule_id)
    assert spoken.id == rule_id
    assert spoken.reads
    assert spoken.source.startswith(("Article ", "https://", "endoflife"))
    assert "{" not in spoken.text


@pytest.mark.parametrize("rule_id", RULES)
def test_it_keeps_silent(rule_id: str) -> None:
    assert speaking(CASES[rule_id][1], rule_id) == []


@pytest.mark.parametrize("rule_id", RULES)
def test_it_says_nothing_to_a_session_without_answers(rule_id: str) -> None:
    start = Priorities((tuple(factor.id for factor in shipped().model.factors),))
    empty = evaluate(shipped(), replace(session((("team",),)), priorities=start))
    assert rule_id not in {spoken.id for spoken in advice(empty)}


def test_texts_fill_in_names_and_numbers() -> None:
    (spoken,) = speaking(CASES["many_connections"][0], "many_connections")
    assert "Best holds a worker" in spoken.text
    assert "you expect 5,000 users" in spoken.text
    assert spoken.reads == ("project.concurrent_users",)
    (spoken,) = speaking(CASES["async_solves_waiting"][0], "async_solves_waiting")
    assert spoken.text.startswith("Going from Today to Best")


def rule(rule_id: str, *answers: AnswerRead, topic: str = "", **more: object) -> AdviceRule:
    fields: dict[str, object] = {"text": f"{rule_id} speaks.", "source": "us", **more}
    return AdviceRule(rule_id, answers=(answers,), topic=topic, **fields)  # type: ignore[arg-type]  # as given


CPU, USERS = AnswerRead(conditions=("cpu_bound",)), AnswerRead(users_below=50)
BUSY = Project(conditions=("cpu_bound",), concurrent_users=10)
LINE = additive({"a": [0.9, 0.1], "b": [0.5, 0.5], "c": [0.1, 0.2]})


def heard(*rules: AdviceRule, project: Project = BUSY, catalog: Catalog = LINE) -> list[str]:
    found = evaluate(replace(catalog, advice=rules), session([["c1"], ["c2"]], project=project))
    return [spoken.id for spoken in advice(found)]


def test_the_most_specific_comes_first_then_the_order_of_the_catalog() -> None:
    assert heard(rule("one", CPU), rule("two", USERS), rule("both", CPU, USERS)) == ["both", "one", "two"]


def test_of_one_topic_only_the_most_specific_speaks() -> None:
    rules = (rule("one", CPU, topic="x"), rule("both", CPU, USERS, topic="x"), rule("other", USERS))
    assert heard(*rules) == ["both", "other"]
    assert heard(*rules, project=Project(conditions=("cpu_bound",))) == ["one"]


def test_no_more_speak_at_once_than_anyone_reads() -> None:
    assert len(heard(*(rule(f"r{n}", CPU) for n in range(20)))) == MOST


def test_unless_silences() -> None:
    silent = rule("one", CPU, unless=((USERS,),))
    assert heard(silent) == []
    assert heard(silent, project=Project(conditions=("cpu_bound",))) == ["one"]


def test_all_conditions_on_candidates_hold_for_one_and_the_same() -> None:
    both = (FactRead("candidates", "c1", at_least=0.8), FactRead("candidates", "c2", at_least=0.5))
    one = (FactRead("candidates", "c1", at_least=0.8), FactRead("candidates", "c2", below=0.5))
    assert heard(rule("never", CPU, facts=(both,))) == []
    named = rule("named", CPU, facts=(one,), text="Look at {candidates}.")
    assert heard(named) == ["named"]
    found = evaluate(replace(LINE, advice=(named,)), session([["c1"], ["c2"]], project=BUSY))
    assert [spoken.text for spoken in advice(found)] == ["Look at A."]


def test_rules_about_the_leader_wait_for_one() -> None:
    about = rule("about", CPU, text="{leader} leads.")
    tied = evaluate(replace(LINE, advice=(about,)), session([["c1", "c2"]], project=BUSY))
    unconfirmed = replace(tied.session, priorities=Priorities((("c1", "c2"),)))
    assert advice(evaluate(tied.catalog, unconfirmed)) == ()
    out = replace(BUSY, excluded={"a": "", "b": "", "c": ""})
    assert heard(about, project=out) == []


def test_an_unknown_fact_is_no_reason_to_speak() -> None:
    unknown = additive({"a": [0.9, None], "b": [0.1, None]})
    low = rule("low", CPU, facts=((FactRead("leader", "c2", below=0.5),),))
    high = rule("high", CPU, facts=((FactRead("leader", "c2", at_least=0.5),),))
    assert heard(low, high, catalog=unknown) == []


@given(
    conditions=st.sets(st.sampled_from([c.id for c in shipped().model.conditions])),
    needs=st.sets(st.sampled_from([n.id for n in shipped().model.needs])),
    wishes=st.sets(st.sampled_from([r.id for r in shipped().model.requirements])),
    users=st.none() | st.integers(0, 10_000),
)
def test_whatever_is_answered_few_speak_each_topic_once(
    conditions: set[str], needs: set[str], wishes: set[str], users: int | None
) -> None:
    project = Project(conditions=tuple(conditions), needs=tuple(needs), concurrent_users=users)
    case = Case(project, tuple(sorted(wishes)), leader={"concurrency": "async-native"})
    found = advice(decided(case, invented(case)))
    assert len(found) <= MOST
    topics = [next(r.topic for r in shipped().advice if r.id == spoken.id) for spoken in found]
    assert len(set(topics)) == len(topics)
