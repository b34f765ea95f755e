"""Edits: what they change, what they leave alone, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core import edits, ranking
from fwwizard.core.history import DEPTH, History
from fwwizard.core.model import Attribute, Factor, FlagRule, Named, Need, Requirement
from fwwizard.core.session import FlagVerdict, MustLevel, Priorities, Session
from fwwizard.core.value_functions import Direct
from tests.core.build import NOON, framework, session

FACTORS = ("a", "b", "c", "d", "e")
TEAM = Factor("a", "Team expertise")


def priorities(*groups: str, ignored: str = "") -> Priorities:
    return Priorities(tuple(tuple(g) for g in groups), confirmed=True, ignored=tuple(ignored))


@pytest.mark.parametrize(
    ("before", "factor", "by", "after"),
    [
        (priorities("a", "b", "c"), "b", -1, priorities("b", "a", "c")),
        (priorities("a", "b", "c"), "b", 1, priorities("a", "c", "b")),
        (priorities("a", "b"), "a", -1, priorities("a", "b")),
        (priorities("a", "bc", "d"), "b", -1, priorities("a", "b", "c", "d")),
        (priorities("a", "bc", "d"), "b", 1, priorities("a", "c", "b", "d")),
        (priorities("ab", "c"), "c", -1, priorities("c", "ab")),
        (priorities("a", "b"), "b", 1, priorities("a", ignored="b")),
        (priorities("a"), "a", 1, priorities("a")),
        (priorities("a", ignored="bc"), "b", -1, priorities("a", "b", ignored="c")),
        (priorities("a", ignored="bc"), "c", -1, priorities("a", ignored="cb")),
        (priorities("a", ignored="bc"), "b", 1, priorities("a", ignored="cb")),
        (priorities("a", ignored="bc"), "c", 1, priorities("a", ignored="bc")),
    ],
)
def test_a_factor_moves_one_place(before: Priorities, factor: str, by: int, after: Priorities) -> None:
    assert ranking.moved(before, factor, by) == after


@pytest.mark.parametrize(
    ("before", "factor", "after"),
    [
        (priorities("a", "b"), "b", priorities("ab")),
        (priorities("ab", "c"), "a", priorities("b", "a", "c")),
        (priorities("a", "b"), "a", priorities("a", "b")),
        (priorities("a", ignored="b"), "b", priorities("a", ignored="b")),
    ],
)
def test_a_tie_is_made_and_taken_back(before: Priorities, factor: str, after: Priorities) -> None:
    assert ranking.tie_toggled(before, factor) == after


def test_a_factor_is_dropped_before_another() -> None:
    assert ranking.placed(priorities("a", "bc", "d"), "d", "c") == priorities("a", "d", "bc")
    assert ranking.placed(priorities("a", "b", ignored="c"), "c", None) == priorities("a", "b", "c")
    assert ranking.placed(priorities("a", "b"), "a", "a") == priorities("a", "b")


moves = st.tuples(st.sampled_from(FACTORS), st.sampled_from(["up", "down", "tie", "ignore"]))


@given(st.lists(moves, max_size=40))
def test_no_sequence_of_moves_loses_a_factor_or_ranks_none(sequence: list[tuple[str, str]]) -> None:
    now = ranking.start(FACTORS)
    for factor, move in sequence:
        if move == "tie":
            now = ranking.tie_toggled(now, factor)
        elif move == "ignore" and ranking.position(now, factor) is not None:
            now = ranking.ignored(now, factor)
        elif move == "ignore":
            now = ranking.restored(now, factor)
        else:
            now = ranking.moved(now, factor, -1 if move == "up" else 1)
        assert sorted(ranking.flat(now, FACTORS)) == sorted(FACTORS)
        assert sum(len(g) for g in now.ranking) >= 1
        assert all(now.ranking)


def test_a_new_order_keeps_the_swing_points_that_were_given() -> None:
    given_ = replace(priorities("a", "b"), points={"a": 100.0, "b": 50.0})
    assert ranking.moved(given_, "b", -1) == replace(given_, ranking=(("b",), ("a",)))
    assert ranking.tie_toggled(given_, "b").points == given_.points


def test_points_follow_who_is_ranked() -> None:
    given_ = replace(priorities("a", "b"), points={"a": 100.0, "b": 50.0})
    without = ranking.ignored(given_, "b")
    assert without.points == {"a": 100.0}
    assert ranking.restored(without, "b").points == {"a": 100.0, "b": 0.0}
    assert ranking.ignored(replace(given_, points={"a": 100.0, "b": 0.0}), "a").points is None


def test_touching_the_ranking_confirms_it() -> None:
    start = session(priorities=ranking.start(FACTORS))
    assert not start.priorities.confirmed
    assert edits.move_factor(start, TEAM, -1).session.priorities.confirmed
    assert edits.accept_ranking(start).session.priorities.confirmed


def test_edits_say_what_they_did() -> None:
    now = session([["b"], ["a"]])
    django = framework("django", name="Django")
    docs = FlagRule("docs", "Outdated documentation")
    auth = Requirement("auth", "Authentication", capability="auth")
    said = [
        edits.move_factor(now, TEAM, -1),
        edits.toggle_ignored(now, TEAM),
        edits.set_language(now, Named("go", "Go"), "expert"),
        edits.toggle_other_languages(now),
        edits.set_experience(now, django, "production"),
        edits.set_current(now, django),
        edits.toggle_need(now, Need("api", "A JSON API")),
        edits.set_concurrent_users(now, 40),
        edits.set_runtime(now, "python", "3.11"),
        edits.leave_out(now, django, "too large"),
        edits.set_wish(now, auth, MustLevel("official")),
        edits.set_target(now, Attribute("rps", "c", Direct(), name="Capacity", unit="req/s"), 5000),
        edits.set_flag_verdict(now, django, docs, FlagVerdict("accept", reason="fine")),
    ]
    assert [edit.sentence for edit in said] == [
        "moved Team expertise up",
        "ignored Team expertise",
        "Go: expert",
        "considered other languages",
        "experience with Django: production",
        "Django runs today",
        "ticked A JSON API",
        "40 users at once",
        "must run on python 3.11",
        "left Django out",
        "Authentication: must (official)",
        "Capacity: 5,000 req/s is enough",
        "Django, outdated documentation: accept",
    ]
    assert len({repr(edit.session) for edit in said}) == len(said)


def test_taking_an_answer_back_leaves_no_trace() -> None:
    now = session([["a"]])
    django, auth = framework("django"), Requirement("auth", "Authentication", capability="auth")
    flag = FlagRule("docs", "Docs")
    there = edits.set_wish(now, auth, "must").session
    assert edits.set_wish(there, auth, None).session == now
    there = edits.set_flag_verdict(now, django, flag, FlagVerdict("accept")).session
    assert edits.set_flag_verdict(there, django, flag, None).session == now
    there = edits.leave_out(now, django, "why").session
    assert edits.leave_out(there, django, None).session == now


def test_the_log_keeps_the_newest_changes_and_who_led() -> None:
    now = session([["a"]])
    for i in range(edits.LOG_LENGTH + 5):
        edit = edits.Edit(now, f"change {i}")
        now = edits.logged(edit, NOON + timedelta(seconds=i), "django")
    assert len(now.changes) == edits.LOG_LENGTH
    assert now.changes[-1].edit == f"change {edits.LOG_LENGTH + 4}"
    assert now.changes[-1].leader == "django"
    assert now.updated == NOON + timedelta(seconds=edits.LOG_LENGTH + 4)


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=60))
def test_undo_and_redo_walk_the_states_that_were(steps: list[str]) -> None:
    history, trail, at = History.of(named(0)), [named(0)], 0
    for i, step in enumerate(steps, start=1):
        if step == "edit":
            history, trail = history.after(named(i), f"edit {i}"), [*trail[: at + 1], named(i)]
            at += 1
        elif step == "undo":
            history, at = history.undone(), max(0, at - 1)
        else:
            history, at = history.redone(), min(len(trail) - 1, at + 1)
        assert history.present.session == trail[at]


def named(i: int) -> Session:
    return session([["a"]], name=str(i))


def test_history_is_bounded() -> None:
    history = History.of(named(0))
    for i in range(DEPTH + 10):
        history = history.after(named(i), "")
    assert len(history.past) == DEPTH
