"""The plan of a proof of concept, over the invented catalog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.evaluation import Evaluation, Standing, evaluate
from fwwizard.core.finalists import finalists
from fwwizard.core.plan import working_day
from fwwizard.core.session import Decision, Priorities, Project, ProofOfConcept
from fwwizard.errors import InputError
from fwwizard.report.documents import document
from fwwizard.report.plan.build import plan_content
from fwwizard.report.plan.content import PlanContent
from fwwizard.report.weighing import weigh
from tests.catalogs import invented
from tests.core.build import session
from tests.report.parsing import sections

RANKED = [["team"], ["future"]]
TUESDAY = date(2026, 12, 1)


def evaluation(**more: Any) -> Evaluation:
    return evaluate(invented(), session(RANKED, **more))


def plan(**more: Any) -> PlanContent:
    found = evaluation(**more)
    content = plan_content(found, weigh(found))
    assert content is not None
    return content


def tried(of: Evaluation) -> tuple[Standing, ...]:
    weighing = weigh(of)
    assert weighing is not None
    return finalists(of, weighing.table.shares.first)


def markdown(**more: Any) -> str:
    text = document(evaluation(**more), "plan", "markdown")
    assert text is not None
    return text


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 100))
def test_working_days_are_counted_one_by_one(start: date, number: int) -> None:
    day, left = start, number
    while True:
        if day.weekday() < 5:
            left -= 1
        if not left:
            break
        day += timedelta(days=1)
    assert working_day(start, number) == day


def test_the_calendar_ends() -> None:
    assert working_day(date.max, 1) == date.max
    assert working_day(date.max, 2) is None
    assert "beyond the calendar" in plan(poc=ProofOfConcept(start=date.max)).span


def test_days_are_dated_over_working_days() -> None:
    days = plan(poc=ProofOfConcept(start=date(2026, 11, 28))).days
    assert [day.when for day in days] == [
        "Day 1, Mon 2026-11-30",
        "Days 2 to 4, Tue 2026-12-01 to Thu 2026-12-03",
        "Day 5, Fri 2026-12-04",
    ]
    assert [day.when for day in plan().days] == ["Day 1", "Days 2 to 4", "Day 5"]


def test_what_is_missing_is_asked_for_with_its_key() -> None:
    found = evaluation()
    first, second = tried(found)
    assert plan().missing == (
        "Name 2 user flows that the result must serve (poc.flows)",
        "Set the first day (poc.start)",
        f"Say who builds it with {first.name} (poc.owners.{first.framework})",
        f"Say who builds it with {second.name} (poc.owners.{second.framework})",
        "Agree on: Requests that one instance must answer (poc.numbers.capacity)",
        "Agree on: 95th percentile of response time (poc.numbers.p95)",
    )
    owners = {first.framework: "Ada", second.framework: "Jun"}
    said = ProofOfConcept(TUESDAY, ("search", "checkout"), owners, {"p95": 100, "capacity": 900})
    whole = plan(poc=said)
    assert whole.missing == ()
    assert whole.flows == ("search", "checkout")
    assert [f.owner for f in whole.finalists] == ["Ada", "Jun"]
    assert "Before the first day" not in markdown(poc=said)


def test_each_day_says_what_each_finalist_has_from_its_own_facts() -> None:
    found = evaluation()
    first, second = tried(found)
    build = plan().days[1]
    assert [has.finalist for has in build.has] == [first.name, second.name]
    words = {"built-in": "built in", "official": "official package", "ecosystem": "third-party package"}
    words |= {"manual": "build it yourselves", "unknown": "not known, find out first"}
    for has, standing in zip(build.has, (first, second), strict=True):
        framework = invented().framework(standing.framework)
        assert framework is not None
        level = framework.capability("testing").level
        assert any(line.startswith(f"Testing support: {words[level]}") for line in has.lines)
        assert len(has.lines) == 4


def test_only_who_replaces_something_plans_a_migration() -> None:
    assert "Write the migration plan" not in markdown()
    last = evaluation().candidates[-1]
    replacing = markdown(project=Project(current=last.framework))
    assert "- [ ] Write the migration plan" in replacing
    assert f"- {last.name} runs today, and is measured beside them" in replacing
    leader = evaluation().leader
    assert leader is not None
    assert "measured beside them" not in markdown(project=Project(current=leader.framework))


def test_finalists_are_two_or_three_and_what_was_chosen_is_one() -> None:
    found = evaluation()
    ranked = [s.framework for s in found.candidates]
    assert [s.framework for s in finalists(found, {})] == ranked[:2]
    assert [s.framework for s in finalists(found, {ranked[4]: 0.1})] == [*ranked[:2], ranked[4]]
    assert [s.framework for s in finalists(found, {ranked[4]: 0.099})] == ranked[:2]
    chosen = evaluation(decision=Decision(chosen=ranked[3]))
    assert [s.framework for s in finalists(chosen, {})] == [ranked[3], ranked[0]]


def test_every_task_is_a_box_to_tick_and_the_sheet_has_a_column_for_each() -> None:
    text = markdown()
    parts = sections(text)
    first, second = (f.name for f in plan().finalists)
    assert f"| | {first} | {second} |" in parts["Feedback sheet"]
    assert "| Number | Agreed |" in parts["What must be reached"]
    assert text.count("- [ ] Build the flows") == 2
    assert "- [ ] Security" in parts["Hardening, before real users"]


def test_there_is_no_plan_without_a_catalog_that_has_one_or_an_order() -> None:
    found = evaluate(replace(invented(), plan=None), session(RANKED))
    with pytest.raises(InputError, match="proposes no proof of concept"):
        document(found, "plan", "markdown")
    tied = evaluation(priorities=Priorities((("team", "performance", "time_to_market", "future"),)))
    with pytest.raises(InputError, match="no finalists yet"):
        document(tied, "plan", "markdown")
    nobody = evaluation(project=Project(excluded={f.id: "" for f in invented().frameworks}))
    assert document(nobody, "plan", "markdown") is None
