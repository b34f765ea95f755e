"""`fwwizard merge`: several people as a group."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.running import Commands

ORDERS = {
    "Ann": '[["team"],["time_to_market"],["performance"],["future"]]',
    "Bob": '[["performance"],["future"],["team"],["time_to_market"]]',
    "Cem": '[["time_to_market"],["team"],["future"],["performance"]]',
}


def three(fwwizard: Commands) -> None:
    for name, order in ORDERS.items():
        more = ["checklist.websockets=must"] if name == "Bob" else []
        fwwizard.new(name, f"priorities.ranking={order}", 'project.needs=["json_api"]', *more)


def merged(fwwizard: Commands, *names: str) -> dict[str, Any]:
    result = fwwizard("merge", *(names or ORDERS), "--json")
    assert result.code == 0, result.err
    found: dict[str, Any] = json.loads(result.out)
    return found


def test_json_has_winners_agreement_shares_gates_and_topics(fwwizard: Commands) -> None:
    three(fwwizard)
    found = merged(fwwizard)
    for person in found["sessions"]:
        ranking = json.loads(fwwizard("rank", person["name"], "--json", "--samples", "0").out)["ranking"]
        assert person["winner"] == next(row["id"] for row in ranking if row["status"] == "passes")
    assert 0 < found["kendall_w"] < 1
    assert sum(found["mixture"]["first"].values()) == pytest.approx(1)
    assert found["mixture"]["samples"] == 10_000
    assert set(found["mixture"]["first"]) == set(found["regret"])
    assert not set(found["regret"]) & set(found["excluded"])
    owners = {one["owner"] for reasons in found["excluded"].values() for one in reasons}
    assert owners == {"Bob"}
    assert found["split"]["for_first"]
    assert found["shared"]["needs"] == ["json_api"]
    assert {topic["key"] for topic in found["talk_about"]} <= {"priorities", "checklist.websockets"}
    assert not {"rank", "mean_rank", "borda"} & set(json.dumps(found).replace('"', " ").split())


def test_text_and_markdown_have_every_section(fwwizard: Commands) -> None:
    three(fwwizard)
    for form in ("text", "markdown"):
        printed = fwwizard("merge", *ORDERS, "--format", form).out
        for text in ("A group of 3", "Who leads for whom", "Talk about first", "Shared ground", "by whom"):
            assert text in printed
        assert "Kendall's W" in printed
        assert "(Bob)" in printed


def test_two_people_are_a_group_and_one_is_none(fwwizard: Commands) -> None:
    three(fwwizard)
    assert len(merged(fwwizard, "Ann", "Bob")["sessions"]) == 2
    result = fwwizard("merge", "Ann")
    assert (result.code, result.out) == (2, "")
    assert "at least 2 sessions" in result.err


def test_more_than_twenty_are_refused(fwwizard: Commands) -> None:
    result = fwwizard("merge", *(f"P{i}" for i in range(21)))
    assert result.code == 2
    assert "at most 20 sessions, and these are 21" in result.err


def test_nobody_counts_twice(fwwizard: Commands) -> None:
    three(fwwizard)
    result = fwwizard("merge", "Ann", "Bob", "Ann")
    assert result.code == 2
    assert "named twice" in result.err


def test_people_of_one_name_are_told_apart(fwwizard: Commands) -> None:
    paths = [fwwizard.new("API", f"priorities.ranking={order}") for order in ORDERS.values()]
    names = {person["name"] for person in merged(fwwizard, *map(str, paths))["sessions"]}
    assert len(names) == 3
    assert all(name.startswith("API (") for name in names)


def test_gates_that_leave_nobody_are_the_answer_none(fwwizard: Commands) -> None:
    everyone = [row["id"] for row in json.loads(fwwizard_rank(fwwizard))["ranking"]]
    half = len(everyone) // 2
    for name, out in (("Ann", everyone[:half]), ("Bob", everyone[half:])):
        fwwizard.new(name, *(f"project.excluded.{one}=no" for one in out))
    result = fwwizard("merge", "Ann", "Bob")
    assert result.code == 1
    assert "exclude every framework" in result.out


def fwwizard_rank(fwwizard: Commands) -> str:
    fwwizard.new("Any")
    return fwwizard("rank", "Any", "--json", "--samples", "0").out
