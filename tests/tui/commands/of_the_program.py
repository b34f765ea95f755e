"""What works nearly everywhere, what moves cursors, and what answers questions."""

from __future__ import annotations

from textual.command import CommandPalette
from textual.widgets import Input

from fwwizard.tui.screens.dialogs import ChoiceDialog, LineDialog
from fwwizard.tui.screens.help import HelpScreen
from fwwizard.tui.screens.jump import JumpScreen
from fwwizard.tui.screens.reading_dialog import ReadingDialog
from fwwizard.tui.screens.session_dialog import SessionDialog
from fwwizard.tui.screens.table import TableScreen
from fwwizard.tui.widgets.ranking_panel import RankingList
from fwwizard.tui.widgets.reading import Reading
from tests.tui.commands.recipes import does
from tests.tui.commands.stage import Stage
from tests.tui.wizard_app import evaluated, ready, wizard

# ── the program ──────────────────────────────────────────────────────────────


@does("app.help", "priorities")
async def help_begins_with_where_one_is(stage: Stage) -> None:
    await stage.brings("The order gives each factor its weight", "Show the keys of where you are")
    await stage.reaches(HelpScreen)


@does("app.help", "card")
@does("app.help", "columns")
async def help_is_had_in_front_of_a_screen(stage: Stage) -> None:
    behind = stage.app.screen
    await stage.brings("Show the keys of where you are")
    await stage.press("escape")
    await stage.until(lambda: stage.app.screen is behind, "what was there before")


@does("app.palette", "priorities")
async def the_palette_lists_what_is_possible(stage: Stage) -> None:
    await stage.brings("Rank the factor one place higher  (K)")
    await stage.reaches(CommandPalette)


@does("app.palette", "card")
async def the_palette_lists_what_the_card_can(stage: Stage) -> None:
    await stage.brings("To the next page of the card  (→)")


@does("app.jump", "priorities")
async def letters_lead_to_rows(stage: Stage) -> None:
    await stage.do()
    await stage.reaches(JumpScreen)
    await stage.press("c")
    await stage.until(lambda: stage.app.screen is wizard(stage.app), "the wizard")
    assert stage.row == "performance"


@does("jump.leave", "jump")
async def the_letters_go_and_nothing_moved(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.app.screen is wizard(stage.app), "the wizard")
    assert stage.row == "team"


@does("app.table", "priorities")
async def the_table_shows_who_is_in(stage: Stage) -> None:
    await stage.do()
    table = await stage.reaches(TableScreen)
    await stage.sees("comparison table", "6 of 12 frameworks")
    assert [row.framework.id for row in table.table.rows] == [
        s.framework for s in evaluated(stage.app).candidates
    ]


@does("app.table", "compare")
async def the_table_shows_those_of_side_a(stage: Stage) -> None:
    await stage.do()
    await stage.reaches(TableScreen)
    await stage.sees("fwwizard ─ Payments, Ann ", "comparison table", "Birch")


@does("app.table", "group")
async def the_table_shows_those_of_the_person(stage: Stage) -> None:
    await stage.to("person:1")
    await stage.do()
    await stage.reaches(TableScreen)
    await stage.sees("fwwizard ─ Payments, Bob ", "comparison table", "Willow")


@does("app.quit", "priorities", alone=True)
async def all_is_saved_and_the_program_ends(stage: Stage) -> None:
    await stage.press("J")
    await stage.until(lambda: stage.said.changes, "the change")
    mine = stage.said
    await stage.do()
    await stage.until(lambda: not stage.app.is_running or stage.app.return_code is not None, "the end")
    assert stage.app.return_code == 0
    assert mine in stage.store.sessions.values()


@does("help.close", "help")
async def the_help_closes(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.app.screen is wizard(stage.app), "the wizard")


# ── lists and texts ──────────────────────────────────────────────────────────


@does("list.down", "checklist")
async def one_row_down(stage: Stage) -> None:
    first, second, *_ = stage.rows
    assert stage.row == first
    await stage.do()
    assert stage.row == second


@does("list.up", "checklist")
async def one_row_up(stage: Stage) -> None:
    _, second, third, *_ = stage.rows
    await stage.to(third)
    await stage.do()
    assert stage.row == second


@does("list.first", "checklist")
async def to_the_first_row(stage: Stage) -> None:
    await stage.to(stage.rows[4])
    await stage.do()
    assert stage.row == stage.rows[0]


@does("list.last", "checklist")
async def to_the_last_row(stage: Stage) -> None:
    await stage.do()
    assert stage.row == stage.rows[-1]


@does("list.page-down", "columns")
async def a_screen_down(stage: Stage) -> None:
    before = stage.row_list.cursor_index
    await stage.do()
    assert abs(stage.row_list.cursor_index - before - (stage.row_list.size.height - 1)) <= 1
    assert stage.row not in {stage.rows[0], stage.rows[-1]}


@does("list.page-up", "columns")
async def a_screen_up(stage: Stage) -> None:
    await stage.to(stage.rows[-1])
    before = stage.row_list.cursor_index
    await stage.do()
    assert abs(before - stage.row_list.cursor_index - (stage.row_list.size.height - 1)) <= 1
    assert stage.row not in {stage.rows[0], stage.rows[-1]}


def _reading(stage: Stage) -> Reading:
    reading = stage.app.focused
    assert isinstance(reading, Reading)
    return reading


@does("list.down", "verdict")
async def a_line_down(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: _reading(stage).scroll_offset.y == 1, "one line down")


@does("list.up", "verdict")
async def a_line_up(stage: Stage) -> None:
    _reading(stage).scroll_to(y=5, animate=False, immediate=True)
    await stage.do()
    await stage.until(lambda: _reading(stage).scroll_offset.y == 4, "one line up")


@does("list.last", "verdict")
async def to_the_end(stage: Stage) -> None:
    reading = _reading(stage)
    assert reading.max_scroll_y > 0
    await stage.do()
    await stage.until(lambda: reading.scroll_offset.y == reading.max_scroll_y, "the end")


@does("list.first", "verdict")
async def to_the_beginning(stage: Stage) -> None:
    _reading(stage).scroll_end(animate=False, immediate=True)
    await stage.do()
    await stage.until(lambda: _reading(stage).scroll_offset.y == 0, "the beginning")


@does("list.page-down", "verdict")
async def a_screen_of_text_down(stage: Stage) -> None:
    reading = _reading(stage)
    await stage.do()
    height = min(reading.max_scroll_y, reading.size.height)
    await stage.until(lambda: abs(reading.scroll_offset.y - height) <= 1, "a screen down")


@does("list.page-up", "verdict")
async def a_screen_of_text_up(stage: Stage) -> None:
    reading = _reading(stage)
    reading.scroll_end(animate=False, immediate=True)
    before = reading.scroll_offset.y
    await stage.do()
    after = max(0, before - reading.size.height)
    await stage.until(lambda: abs(reading.scroll_offset.y - after) <= 1, "a screen up")


@does("detail.down", "explained")
async def the_explanation_goes_down(stage: Stage) -> None:
    await stage.brings("counts in    Time to market")
    await stage.misses("Sign-in: sessions, tokens, OAuth2.")


@does("detail.up", "explained")
async def the_explanation_goes_up(stage: Stage) -> None:
    await stage.press("J")
    await stage.sees("counts in    Time to market")
    await stage.brings("Sign-in: sessions, tokens, OAuth2.")


# ── questions, choices, filters ──────────────────────────────────────────────


@does("prompt.take", "question")
async def an_answer_is_taken(stage: Stage) -> None:
    await stage.press("ctrl+u", *"80")
    await stage.do()
    await stage.until(lambda: (stage.said.priorities.points or {}).get("team") == 80, "80 points")
    assert stage.row == "team"
    await stage.misses("from its worst to its best…")


@does("prompt.leave", "question")
async def a_question_is_left(stage: Stage) -> None:
    await stage.press("ctrl+u", *"80")
    await stage.takes_away("from its worst to its best…")
    assert stage.row == "team"
    assert stage.said.priorities.points is None


@does("prompt.take", "line", alone=True)
async def a_name_is_taken(stage: Stage) -> None:
    await stage.press(*"Shop")
    await stage.do()
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Shop", "the session")


@does("prompt.leave", "line")
async def a_name_is_not_given(stage: Stage) -> None:
    await stage.press(*"Shop")
    await stage.do()
    await stage.until(lambda: not isinstance(stage.app.screen, LineDialog), "the end of the question")
    assert len(stage.store.sessions) == 3


@does("choice.take", "choice")
@does("choice.take", "reading")
async def the_choice_under_the_cursor_is_taken(stage: Stage) -> None:
    dialog = stage.app.screen
    assert isinstance(dialog, ChoiceDialog | ReadingDialog)
    await stage.press("j")
    await stage.do()
    await stage.until(lambda: stage.chosen == ["two"], "the choice")
    assert stage.app.screen is wizard(stage.app)


@does("choice.leave", "choice")
@does("choice.leave", "reading")
async def nothing_is_chosen(stage: Stage) -> None:
    await stage.press("j")
    await stage.do()
    await stage.until(lambda: stage.chosen == [""], "the end of the choice")
    assert stage.app.screen is wizard(stage.app)


@does("choice.leave", "sessions")
async def no_session_is_chosen(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: not isinstance(stage.app.screen, SessionDialog), "the end of the choice")
    assert stage.app.screen is wizard(stage.app)


@does("reading.page-down", "reading")
async def the_text_of_a_choice_goes_on(stage: Stage) -> None:
    reading = stage.app.screen.query_one(Reading)
    await stage.do()
    await stage.until(lambda: reading.scroll_offset.y == reading.size.height // 2 * 2, "a screen down")


@does("reading.page-up", "reading")
async def the_text_of_a_choice_goes_back(stage: Stage) -> None:
    reading = stage.app.screen.query_one(Reading)
    reading.scroll_end(animate=False, immediate=True)
    before = reading.scroll_offset.y
    await stage.do()
    await stage.until(lambda: reading.scroll_offset.y == before - reading.size.height // 2 * 2, "a screen up")


@does("filter.keep", "ranking-filter")
async def the_ranking_stays_filtered(stage: Stage) -> None:
    await stage.press(*"ced")
    await stage.do()
    await stage.until(lambda: isinstance(stage.app.focused, RankingList), "the ranking")
    assert stage.rows == ["cedar"]
    await stage.sees("in, 6 out, filtered")
    await stage.press("slash", "escape")


@does("filter.keep", "home-filter")
async def the_list_stays_filtered(stage: Stage) -> None:
    await stage.press(*"bob")
    await stage.do()
    await stage.until(lambda: not isinstance(stage.app.focused, Input), "the list")
    assert stage.rows == ["/b3.toml"]


@does("filter.clear", "ranking-filter")
async def the_whole_ranking_is_shown_again(stage: Stage) -> None:
    await stage.press(*"ced")
    await stage.sees("in, 6 out, filtered")
    await stage.do()
    await stage.until(lambda: isinstance(stage.app.focused, RankingList), "the ranking")
    await stage.until(lambda: len(stage.rows) == 12, "all of them")
    await stage.misses("filtered")


@does("filter.clear", "home-filter")
async def the_whole_list_is_shown_again(stage: Stage) -> None:
    await stage.press(*"bob")
    await stage.do()
    await stage.until(lambda: not isinstance(stage.app.focused, Input), "the list")
    await stage.until(lambda: len(stage.rows) == 3, "all of them")
