"""Which answers differ between two sessions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from fwwizard.core.answers_diff import Difference, differences
from fwwizard.core.session import FlagVerdict, MustLevel, Priorities, Project, Session
from tests.core.build import NOON, session
from tests.storage.strategies import sessions


def test_each_answer_is_named_by_its_key_in_words() -> None:
    mine = session(
        priorities=Priorities((("team",), ("fit", "budget")), True),
        project=Project(needs=("api",), concurrent_users=40, excluded={"flask": ""}),
        checklist={"docs": MustLevel("official"), "auth": "want"},
        flags={"flask": {"old": FlagVerdict("concern", "major", "we know")}},
        targets={"memory": 64.0},
    )
    theirs = replace(
        mine,
        priorities=Priorities((("budget", "fit"), ("team",))),
        project=Project(concurrent_users=400),
        checklist={"docs": "must", "auth": "want"},
        flags={"flask": {"old": FlagVerdict("accept", "major", "we know")}},
        targets={},
    )
    assert differences(mine, theirs) == (
        Difference("project.needs.api", "yes", ""),
        Difference("project.concurrent_users", "40", "400"),
        Difference("project.excluded.flask", "left out", ""),
        Difference("priorities.ranking", "team > budget = fit", "budget = fit > team"),
        Difference("priorities.confirmed", "yes", "no"),
        Difference("checklist.docs", "must, at least official", "must"),
        Difference("targets.memory", "64", ""),
        Difference("flags.flask.old", "concern, major: we know", "accept: we know"),
    )


def test_ids_times_step_and_log_are_no_answers() -> None:
    mine = session([["team"]])
    assert differences(mine, replace(mine, id="other", updated=NOON.replace(year=2027), step="verdict")) == ()


@given(sessions)
def test_a_session_does_not_differ_from_itself(one: Session) -> None:
    assert differences(one, one) == ()


@given(sessions, sessions)
def test_the_other_way_round_the_sides_change(one: Session, other: Session) -> None:
    there = {(d.key, d.mine, d.theirs) for d in differences(one, other)}
    assert {(d.key, d.theirs, d.mine) for d in differences(other, one)} == there
