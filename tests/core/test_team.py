"""A team: who leads for whom, what everyone shares, what to talk about first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.mixing import mixed
from fwwizard.core.session import FlagVerdict, Priorities, Project, Session
from fwwizard.core.shared_ground import named_apart
from fwwizard.core.team import Team, size_problem, team
from fwwizard.core.team_words import (
    agreement,
    excluded_by_some,
    ground,
    headline,
    notes,
    out_for_everyone,
    person_outcome,
    split,
    topic_effect,
)
from tests.catalogs import invented
from tests.core.answered import answered
from tests.core.build import session

EVALUATOR = Evaluator(invented())
UP = (("team",), ("time_to_market",), ("performance",), ("future",))
DOWN = UP[::-1]


def person(name: str, ranking: tuple[tuple[str, ...], ...] = UP, **more: Any) -> Session:
    return session(ranking, name=name, id=name.lower(), **more)


def of(*people: Session) -> Team:
    found = team(people, EVALUATOR, 400)
    assert found is not None
    return found


def leader_of(evaluation: Evaluation) -> str:
    return evaluation.leader.framework if evaluation.leader else ""


@settings(max_examples=20)
@given(st.lists(answered(), min_size=2, max_size=4))
def test_topics_turn_whom_a_whole_evaluation_turns(people: list[Session]) -> None:
    """For two people the other camp is the other person: each topic is tried by evaluating anew."""
    pair = [replace(one, name=name, id=name) for one, name in zip(people, ("Ann", "Bob"), strict=False)]
    found = of(*pair)
    for topic in found.topics:
        if topic.kind == "unranked":
            continue
        path = next(path for path in [("priorities",), *_paths(pair)] if ".".join(path) == topic.key)
        turned, effect = [], 0.0
        for mine, other, evaluation in zip(pair, pair[::-1], found.evaluations, strict=True):
            theirs = next(e for e in found.evaluations if e.session.name == other.name)
            if topic.kind == "order" and not theirs.tells_winner:
                continue
            tried = EVALUATOR.evaluate(mixed(mine, other, {path}))
            scores = [(tried.standing(s.framework).score, s.score) for s in evaluation.standings]
            effect = max(effect, *(abs(x - y) for x, y in scores))
            if evaluation.tells_winner and evaluation.leader and leader_of(tried) != leader_of(evaluation):
                turned.append(mine.name)
        assert list(topic.turns) == turned
        assert topic.effect == pytest.approx(effect, abs=1e-9)


def _paths(people: list[Session]) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = [("project", "other_languages")]
    for one in people:
        for part in ("languages", "experience", "runtimes", "excluded"):
            paths += [("project", part, key) for key in getattr(one.project, part)]
        paths += [("project", "needs", key) for key in one.project.needs]
        paths += [("checklist", key) for key in one.checklist]
        paths += [("targets", key) for key in one.targets]
        paths += [("flags", f, flag) for f, said in one.flags.items() for flag in said]
    return paths


@settings(max_examples=15)
@given(st.lists(answered(), min_size=2, max_size=4))
def test_every_group_has_its_words(people: list[Session]) -> None:
    found = of(*(replace(one, name=f"P{i}", id=f"{i}") for i, one in enumerate(people)))
    assert headline(found)
    assert agreement(found)
    assert sum(found.group.first.values()) == pytest.approx(1 if found.by_regret else 0, abs=1e-9)
    for topic in found.topics:
        assert topic_effect(found, topic) or topic.kind == "unranked"
    some = {name for name, _ in excluded_by_some(found)}
    assert not some & set(out_for_everyone(found))
    assert len(some) + len(out_for_everyone(found)) == len(found.group.excluded)


def test_a_team_of_one_mind() -> None:
    found = of(person("Ann"), person("Bob"))
    name = person_outcome(found.evaluations[0]).rsplit(" ", 1)[0]
    assert headline(found) == f"{name} leads for everyone."
    assert found.topics == ()
    assert split(found) == ""
    assert found.ground.frameworks[0] == leader_of(found.evaluations[0])


def test_gates_keep_their_owners_and_turn_leaders() -> None:
    leader = leader_of(of(person("Ann"), person("Bob")).evaluations[0])
    said = {leader: {"outdated_docs": FlagVerdict("rule-out", reason="no")}}
    found = of(person("Ann"), person("Bob"), person("Cem", flags=said))
    name = found.evaluations[0].standing(leader).name
    assert f"{name} is out for Cem." in headline(found)
    assert excluded_by_some(found) == [(name, "ruled out for outdated documentation: no (Cem)")]
    (topic,) = found.topics
    assert (topic.kind, topic.key) == ("gate", f"flags.{leader}.outdated_docs")
    assert topic.turns == ("Ann", "Bob", "Cem")
    assert topic.between == (0, 2)
    assert topic_effect(found, topic) == "Settling it can turn the leader of Ann, Bob and Cem."


def test_the_order_of_priorities_is_a_topic_with_its_camps() -> None:
    found = of(person("Ann"), person("Bob", DOWN), person("Cem", DOWN))
    assert [topic.kind for topic in found.topics] == ["order"]
    assert "Ann for " in found.topics[0].text
    assert "Bob and Cem for " in found.topics[0].text
    assert "agree little" in agreement(found)


def test_who_has_not_ranked_is_the_first_topic() -> None:
    tied = Priorities((tuple(f for group in UP for f in group),))
    found = of(person("Ann"), person("Bob", priorities=tied))
    assert (found.topics[0].kind, found.topics[0].text) == (
        "unranked",
        "Bob has not ranked the priorities yet",
    )
    assert "priorities" in {topic.key for topic in found.topics}
    assert found.ground.frameworks == ()
    assert person_outcome(found.evaluations[1]) == "not ranked yet"


def test_what_everyone_says_is_shared() -> None:
    project = Project(needs=("json_api", "real_time"))
    both = {"testing": "must", "websockets": "want"}
    found = of(
        person("Ann", project=project, checklist=both),
        person("Bob", project=replace(project, needs=("real_time",)), checklist={"testing": "must"}),
    )
    assert (found.ground.musts, found.ground.needs) == (("testing",), ("real_time",))
    assert "Musts of everyone: Testing support" in ground(found)
    assert "Needed by everyone: Real-time features" in ground(found)


def test_many_people_are_counted() -> None:
    people = [person(f"P{i}", UP if i % 2 else DOWN) for i in range(20)]
    (topic,) = of(*people).topics
    assert "10 of 20 for" in topic.text


def test_sizes() -> None:
    assert size_problem(1)
    assert size_problem(21)
    assert not size_problem(2)
    assert not size_problem(20)
    with pytest.raises(ValueError, match="at least 2"):
        team([person("Ann")], EVALUATOR, 100)


def test_names_that_are_equal_are_told_apart() -> None:
    people = [replace(person("API"), id=some_id) for some_id in ("aaaaaaaa-1", "bbbbbbbb-2")]
    assert [s.name for s in named_apart([*people, person("Other")])] == [
        "API (aaaaaaaa)",
        "API (bbbbbbbb)",
        "Other",
    ]


def test_other_catalogs_are_noted() -> None:
    other = person("Bob", catalog=replace(person("Ann").catalog, digest="sha256:other"))
    assert "Bob was made with another catalog" in notes(of(person("Ann"), other))[0]
    assert notes(of(person("Ann"), person("Cem"))) == []


def test_the_work_can_be_given_up() -> None:
    assert team([person("Ann"), person("Bob")], EVALUATOR, 100, lambda: True) is None
