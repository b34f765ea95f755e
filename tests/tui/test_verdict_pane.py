"""The verdict as a text that can be read aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from fwwizard.core.advice_rules import AdviceRule, AnswerRead
from fwwizard.core.certainty import certainty
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.explanation import explain
from fwwizard.core.samples import Samples
from fwwizard.core.session import Priorities, Project
from fwwizard.tui.panes.verdict import VerdictPane
from fwwizard.tui.panes.verdict_text import verdict_text
from tests.catalogs import invented
from tests.core.build import NOON, session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import opened, ranked, wizard

RANKED = [["team"], ["time_to_market"], ["performance"], ["future"]]
WIDTH = 80


def evaluation(**more: Any) -> Evaluation:
    return evaluate(invented(), session(RANKED, **more))


def words(of: Evaluation, width: int = WIDTH) -> str:
    """The verdict with single spaces."""
    return " ".join(verdict_text(of, certainty(of, Samples(300)), width).plain.split())


def test_it_names_the_leader_and_why() -> None:
    found = evaluation()
    leader, second = found.leader, found.runner_up
    assert leader is not None
    assert second is not None
    text = words(found)
    assert text.startswith(f"{leader.name} leads with ")
    assert f"Why {leader.name} and not {second.name}" in text
    assert "The difference rests " in text
    assert f"read everything about {leader.name}" in text


def test_the_shown_parts_add_up_to_the_shown_whole() -> None:
    found = evaluation()
    leader, second = found.leader, found.runner_up
    assert leader is not None
    assert second is not None
    lines = verdict_text(found, None, WIDTH).plain.split("\n")
    names = {factor.name for factor in found.catalog.model.factors}
    parts = [float(line.split()[0]) for line in lines if any(line.endswith(name) for name in names)]
    whole = next(float(line.split()[0]) for line in lines if "  in all" in line)
    assert round(sum(parts), 1) == whole
    assert whole == round(explain(found, leader.framework, second.framework).total * 100, 1)


def test_no_line_is_longer_than_the_width() -> None:
    for width in (40, 60, 80, 110):
        text = verdict_text(evaluation(project=Project(current="oak")), None, width)
        assert all(line.cell_length <= width for line in text.split("\n"))


def test_a_tied_start_says_what_to_do_and_names_nobody() -> None:
    tied = evaluation(priorities=Priorities((("team", "performance", "time_to_market", "future"),)))
    text = words(tied)
    assert text.startswith("No winner yet")
    assert "2 rank your priorities and confirm them" in text
    assert not any(f.name in text for f in invented().frameworks)


def test_an_unconfirmed_ranking_is_provisional() -> None:
    unconfirmed = evaluation(priorities=Priorities((("team",), ("performance",))))
    assert words(unconfirmed).startswith("Provisional")


def test_where_nobody_passes_the_nearest_are_named_with_what_to_relax() -> None:
    left_out = {f.id: "no" for f in invented().frameworks}
    text = words(evaluation(project=Project(excluded=left_out)))
    assert text.startswith("No framework meets every must.")
    assert "Nearest, if you relax" in text
    assert "left out: no" in text


def test_what_runs_today_is_compared() -> None:
    found = evaluation()
    leader, last = found.leader, found.candidates[-1]
    assert leader is not None
    text = words(evaluation(project=Project(current=last.framework)))
    assert f"{last.name} runs today and scores" in text
    assert f"behind {leader.name}: worth a move. The move costs" in text
    stays = evaluation(project=Project(current=leader.framework))
    assert f"{leader.name} runs today and leads: stay." in words(stays)
    out = Project(current=last.framework, excluded={last.framework: "end of life"})
    assert f"{last.name}, which runs today, is out: left out: end of life." in words(evaluation(project=out))


def test_it_says_how_sure_what_would_change_it_and_what_to_find_out() -> None:
    found = evaluation()
    text = words(found)
    assert re.search(r"(Clear|Close|Too close to call): \w+ (beats|is ahead)", text)
    assert "in what you ranked" in text
    assert "First place" in text
    assert "of the weightings your ranking allows" in text
    assert "What would change it" in text
    assert re.search(r"leads after \d swaps?:", text)


def test_until_it_is_computed_it_says_so() -> None:
    text = verdict_text(evaluation(), None, WIDTH).plain
    assert "How sure that is: being computed…" in text
    assert "First place" not in text


def test_raised_signs_of_the_leader_are_named_until_reviewed() -> None:
    only_oak = Project(excluded={f.id: "" for f in invented().frameworks if f.id != "oak"})
    text = words(evaluation(project=only_oak))
    assert "Watch out with Oak" in text
    assert "not reviewed" in text
    assert "5 review 5 raised signs of Oak" in text


def test_names_and_texts_are_data() -> None:
    catalog = invented()
    first = evaluation().leader
    assert first is not None
    frameworks = tuple(
        replace(f, name="[red]\x1b[31m", watchouts=("[b]x[/]\x07",)) if f.id == first.framework else f
        for f in catalog.frameworks
    )
    text = verdict_text(evaluate(replace(catalog, frameworks=frameworks), session(RANKED)), None, WIDTH).plain
    assert "[red]" in text
    assert "[b]x[/]" in text
    assert "\x1b" not in text
    assert "\x07" not in text


def test_advice_that_applies_stands_with_its_source() -> None:
    rule = AdviceRule(
        "queue",
        "Hand busy work of {leader} to a queue.",
        "ref:handbook",
        answers=((AnswerRead(conditions=("cpu_bound",)),),),
        own=True,
    )
    catalog = replace(invented(), advice=(rule,))
    asked = session(RANKED, project=Project(conditions=("cpu_bound",)))
    found = evaluate(catalog, asked)
    assert found.leader is not None
    text = words(found)
    assert f"Advice that applies · Hand busy work of {found.leader.name} to a queue." in re.sub(
        "─+ ?", "", text
    )
    assert "The handbook of trees (https://example.org/handbook), yours" in text
    assert "Advice that applies" not in words(evaluate(catalog, session(RANKED)))


async def test_the_pane_scrolls_and_opens_cards() -> None:
    app = PaneApp(invented(), session(RANKED), VerdictPane())
    leader, second = app.evaluation.leader, app.evaluation.runner_up
    assert leader is not None
    assert second is not None
    async with app.run_test(size=(80, 12)) as pilot:
        await settled(pilot, lambda: f"{leader.name} leads with" in screen_text(app))
        await pilot.press("G")
        await settled(pilot, lambda: "go through the whole ranking" in screen_text(app))
        await pilot.press("g", "j")
        await settled(pilot, lambda: "leads with" not in screen_text(app).splitlines()[0])
        await pilot.press("enter", "o")
        assert app.opened == [leader.framework, second.framework]


async def test_the_pane_follows_the_answers_and_keeps_its_place() -> None:
    app = PaneApp(invented(), session(RANKED), VerdictPane())
    async with app.run_test(size=(80, 12)) as pilot:
        reading = app.screen.query_one("Reading")
        await settled(pilot, lambda: reading.max_scroll_y > 2)
        await pilot.press("j", "j")
        app.show(session([["performance"], ["team"]]))
        await pilot.pause()
        assert reading.scroll_offset.y == 2


def test_an_old_catalog_says_so_below_the_outcome() -> None:
    found = evaluation()
    old = verdict_text(found, None, WIDTH, date(2028, 2, 1)).plain
    assert "The catalog describes 2026-11-01, 15 months ago" in " ".join(old.split())
    fresh = verdict_text(found, None, WIDTH, date(2027, 1, 1)).plain
    assert "The catalog describes" not in fresh
    assert fresh == verdict_text(found, None, WIDTH).plain


async def test_the_pane_takes_the_day_from_the_wizard() -> None:
    pane = VerdictPane()
    pane.today = date(2028, 2, 1)
    app = PaneApp(invented(), session(RANKED), pane)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "15 months ago" in screen_text(app))


async def test_the_wizard_gives_the_day_of_its_clock() -> None:
    async with opened(ranked(step="verdict")) as (app, pilot, _):
        panes = wizard(app).panes
        await settled(pilot, lambda: panes.pane("verdict") is not None)
        pane = panes.pane("verdict")
        assert pane is not None
        assert pane.today == NOON.date()
