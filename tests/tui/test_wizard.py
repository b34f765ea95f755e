"""The wizard: steps, changes, undo, the ranking beside the pane, small and large terminals."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from fwwizard.core.session import STEPS
from fwwizard.tui.panes.priorities import PrioritiesPane
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.widgets.ranking_panel import RankingList, RankingPanel
from fwwizard.tui.widgets.ranking_strip import RankingStrip
from fwwizard.tui.widgets.row_list import RowList
from fwwizard.tui.widgets.step_rail import StepRail
from tests.core.build import NOON
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import MEDIUM, RANKED, evaluated, opened, ranked, said, tied, wizard


async def test_numbers_go_to_the_steps() -> None:
    async with opened(ranked()) as (app, pilot, _):
        for number, step in enumerate(STEPS, start=1):
            await pilot.press(str(number))
            await settled(pilot, lambda step=step: wizard(app).step == step)  # type: ignore[misc]
            assert wizard(app).panes.current == step
            assert said(app).step == step
        assert f"▸ 6 {'Verdict'}" in screen_lines(app)[1]


async def test_next_and_previous_stop_at_the_ends() -> None:
    async with opened(ranked(step="flags")) as (app, pilot, _):
        await pilot.press("n", "n", "right_square_bracket")
        await settled(pilot, lambda: wizard(app).step == "verdict")
        for _ in range(7):
            await pilot.press("p")
        await settled(pilot, lambda: wizard(app).step == "project")


async def test_a_click_on_the_rail_goes_there() -> None:
    async with opened(ranked()) as (app, pilot, _):
        x = screen_lines(app)[1].index("Checklist")
        await pilot.click(StepRail, offset=(x + 2, 0))
        await settled(pilot, lambda: wizard(app).step == "checklist")


async def test_it_opens_where_it_was_left() -> None:
    async with opened(ranked(step="verdict")) as (app, _, _store):
        assert wizard(app).step == "verdict"
        assert "leads with" in screen_text(app)


async def test_a_step_keeps_its_cursor_and_focus() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("j", "j")
        before = app.focused
        await pilot.press("3", "2")
        await settled(pilot, lambda: wizard(app).step == "priorities" and app.focused is before)
        assert app.screen.query_one(PrioritiesPane).row_list.cursor_id == "performance"


async def test_a_change_is_applied_evaluated_logged_and_explained() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J")
        await settled(pilot, lambda: said(app).changes)
        assert said(app).priorities.ranking[0] == ("time_to_market",)
        change = said(app).changes[-1]
        assert change.edit == "moved Team expertise down"
        assert change.leader == evaluated(app).leader.framework  # type: ignore[union-attr]  # somebody leads
        assert said(app).updated > NOON
        line = next(line for line in screen_lines(app) if "moved Team expertise down" in line)
        assert wizard(app).movement.sentence in line


async def test_what_changes_nothing_is_no_change() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("K")
        await pilot.pause()
        assert said(app).changes == ()
        assert not wizard(app).check_action("undo", ())


async def test_undo_and_redo() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J", "x")
        await settled(pilot, lambda: len(said(app).changes) == 2)
        await pilot.press("u")
        assert said(app).priorities.ignored == ()
        assert "took back" in screen_text(app)
        await pilot.press("u")
        assert said(app).priorities.ranking == RANKED
        assert said(app).changes == ()
        await pilot.press("u")
        assert said(app).priorities.ranking == RANKED
        await pilot.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert said(app).priorities.ignored == ("team",)
        assert evaluated(app).session.priorities == said(app).priorities


async def test_undo_stays_at_the_step() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J", "6", "u")
        await settled(pilot, lambda: said(app).priorities.ranking == RANKED)
        assert wizard(app).step == said(app).step == "verdict"


async def test_a_change_of_one_step_shows_in_another() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("6", "2", "J", "6")
        await settled(pilot, lambda: wizard(app).step == "verdict")
        leader = evaluated(app).leader
        assert leader is not None
        await settled(pilot, lambda: f"{leader.name} leads with" in screen_text(app))


async def test_the_panel_shows_every_framework_once_in_order() -> None:
    async with opened(ranked()) as (app, _, _store):
        shown = [row.id for row in app.screen.query_one(RankingList).rows if not row.heading]
        assert shown == [standing.framework for standing in evaluated(app).standings]
        text = screen_text(app)
        assert "RANKING  12 in" in text


async def test_the_panel_marks_who_moved_by_the_last_change() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J")
        await settled(pilot, lambda: wizard(app).movement.ranks)
        panel = app.screen.query_one(RankingList)
        for framework, places in wizard(app).movement.ranks.items():
            assert panel.places[framework].move == places
        assert "▲" in screen_text(app)


async def test_a_tied_start_tells_no_winner() -> None:
    async with opened(tied()) as (app, _, _store):
        text = screen_text(app)
        assert "rank your priorities to see a winner" in text
        assert " leads by" not in text


async def test_r_goes_into_the_ranking_and_back() -> None:
    async with opened(ranked()) as (app, pilot, _):
        before = app.focused
        await pilot.press("r")
        await settled(pilot, lambda: isinstance(app.focused, RankingList))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))
        second = evaluated(app).standings[1]
        assert second.name in screen_text(app)
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.focused, RankingList))
        await pilot.press("escape")
        await settled(pilot, lambda: app.focused is before)


async def test_narrow_the_ranking_is_a_strip_that_opens() -> None:
    async with opened(ranked(), (80, 24)) as (app, pilot, _):
        leader = evaluated(app).leader
        assert leader is not None
        strip = app.screen.query_one(RankingStrip)
        assert not app.screen.query_one(RankingPanel).display
        assert f"1 {leader.name} " in screen_lines(app)[strip.region.y]
        await pilot.click(RankingStrip, offset=(3, 0))
        await settled(pilot, lambda: isinstance(app.focused, RankingList))
        assert "RANKING  12 in" in screen_text(app)
        await pilot.press("r")
        await settled(pilot, lambda: not app.screen.query_one(RankingPanel).display)


async def test_a_resize_loses_nothing() -> None:
    async with opened(ranked(), MEDIUM) as (app, pilot, _):
        await pilot.press("j", "J")
        before = said(app)
        for size in ((80, 24), (59, 17), (200, 60), (60, 18), MEDIUM):
            await pilot.resize_terminal(*size)
            await settled(pilot, lambda size=size: app.size == size)  # type: ignore[misc]
        assert said(app) == before
        assert app.screen.query_one(PrioritiesPane).row_list.cursor_id == "time_to_market"
        await settled(pilot, lambda: "RANKING" in screen_text(app))


async def test_too_small_says_what_is_needed_and_the_other_way() -> None:
    async with opened(ranked(), (58, 16)) as (app, pilot, _):
        assert "needs 60 columns and 18 lines" in screen_text(app)
        assert "fwwizard rank SESSION" in screen_text(app)
        await pilot.resize_terminal(60, 18)
        await settled(pilot, lambda: "What matters most?" in screen_text(app))


async def test_every_size_names_steps_and_leader() -> None:
    for size in ((60, 18), (80, 24), (100, 30), (140, 45), (200, 60)):
        async with opened(ranked(), size) as (app, _, _store):
            leader = evaluated(app).leader
            assert leader is not None
            lines = screen_lines(app)
            for step in STEPS:
                assert step.capitalize() in lines[1]
            assert any(leader.name in line for line in lines)


async def test_names_are_never_markup() -> None:
    async with opened(ranked("a [red]b[/] \x1b[31mc")) as (app, _, _store):
        assert "a [red]b[/] \N{REPLACEMENT CHARACTER}[31mc" in screen_lines(app)[0]


async def test_keys_pressed_at_once_are_all_applied() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await press_at_once(pilot, "J", "J", "J")
        await settled(pilot, lambda: len(said(app).changes) == 3)
        assert said(app).priorities.ranking[-1] == ("team",)
        assert app.screen.query_one(PrioritiesPane).query_one(RowList).cursor_id == "team"


async def test_keys_of_pane_and_screen_keep_their_order() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("J")
        await press_at_once(pilot, "J", "u", "x", "6")
        await settled(pilot, lambda: wizard(app).step == "verdict")
        edits = [change.edit for change in said(app).changes]
        assert edits == ["moved Team expertise down", "ignored Team expertise"]


async def press_at_once(pilot: Pilot[int], *keys: str) -> None:
    """Keys without a pause between them."""
    for key in keys:
        pilot.app.simulate_key(key)
    await pilot.pause()


async def test_steps_are_prepared_while_nothing_happens() -> None:
    prepared: list[str] = []
    more: dict[str, Any] = {"prepare_after": 0.01, "settled": lambda: prepared.append("all")}
    async with opened(ranked(), **more) as (app, pilot, _):
        await settled(pilot, lambda: prepared, "all steps")
        shown = wizard(app).panes
        assert [pane.id for pane in shown.children if pane.display] == ["priorities"]
        assert {pane.id for pane in shown.children} == set(STEPS)
        assert "What matters most?" in screen_text(app)
        await pilot.press("4")
        await settled(pilot, lambda: "Must, want" in screen_text(app))
        assert app.focused is not None
        assert "checklist" in {node.id for node in app.focused.ancestors}


async def test_leaving_while_a_session_opens_is_no_defect() -> None:
    async with opened(ranked()) as (app, _, _):
        screen = wizard(app)
        panes = screen.panes
        await screen.remove()
        await screen.go_to("verdict")
        assert await panes.show("verdict") is None
