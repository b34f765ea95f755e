"""Letters that lead to rows and places."""

from __future__ import annotations

from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.jump import JumpScreen
from fwwizard.tui.widgets.ranking_panel import RankingList
from fwwizard.tui.widgets.row_list import RowList
from tests.tui.waiting import screen_lines, settled
from tests.tui.wizard_app import opened, ranked, wizard


def letters(app: WizardApp) -> dict[str, tuple[int, int]]:
    """Where each letter stands."""
    shown = app.screen.query(".jump--letter")
    return {str(label.render()): (label.region.x, label.region.y) for label in shown if label.region.area}


async def test_a_letter_leads_to_the_row_beside_it() -> None:
    async with opened(ranked(step="checklist")) as (app, pilot, _):
        focused = app.focused
        assert isinstance(focused, RowList)
        before = screen_lines(app)
        await pilot.press("apostrophe")
        await settled(pilot, lambda: isinstance(app.screen, JumpScreen) and len(letters(app)) > 5)
        third = [row for row in focused.rows if not row.heading][2]
        x, y = letters(app)["c"]
        assert third.content.plain in before[y]
        assert third.content.plain in screen_lines(app)[y], "the screen below stays in sight"
        assert x == focused.region.x
        await pilot.press("c")
        await settled(pilot, lambda: app.screen is wizard(app))
        assert focused.cursor_id == third.id


async def test_the_other_list_has_one_letter() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("ctrl+o")
        await settled(pilot, lambda: isinstance(app.screen, JumpScreen) and letters(app))
        ranking = wizard(app).panel.ranking
        (letter,) = [name for name, (x, _) in letters(app).items() if x >= ranking.region.x]
        await pilot.press(letter)
        await settled(pilot, lambda: isinstance(app.focused, RankingList))


async def test_any_other_key_and_a_resize_take_the_letters_away() -> None:
    async with opened(ranked()) as (app, pilot, _):
        for leave in ("escape", "full_stop"):
            await pilot.press("apostrophe")
            await settled(pilot, lambda: isinstance(app.screen, JumpScreen))
            await pilot.press(leave)
            await settled(pilot, lambda: app.screen is wizard(app))
        await pilot.press("apostrophe")
        await settled(pilot, lambda: isinstance(app.screen, JumpScreen) and letters(app))
        await pilot.resize_terminal(100, 30)
        await settled(pilot, lambda: app.screen is wizard(app))
