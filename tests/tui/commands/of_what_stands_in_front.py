"""What works in the card of a framework, in the comparison table, and where its columns are chosen."""

from __future__ import annotations

from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.column_picker import ColumnPicker
from fwwizard.tui.screens.table import TableScreen
from fwwizard.tui.widgets.grid import Grid
from tests.catalogs import invented
from tests.tui.commands.recipes import does
from tests.tui.commands.stage import Stage
from tests.tui.waiting import handled
from tests.tui.wizard_app import evaluated, wizard

PAGES = ["Score", "Capabilities", "Facts", "Figures", "Flags", "Articles"]
COLUMNS = list(invented().model.columns)

# ── the card ─────────────────────────────────────────────────────────────────


def _card(stage: Stage) -> FrameworkCard:
    card = stage.app.screen
    assert isinstance(card, FrameworkCard)
    return card


@does("card.next", "card")
async def the_next_page(stage: Stage) -> None:
    assert _card(stage).page == PAGES[0]
    await stage.brings("■■■ built-in  (5)")
    assert _card(stage).page == PAGES[1]


@does("card.previous", "card")
async def the_page_before(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: _card(stage).page == PAGES[-1], "the last page")
    await stage.do()
    await stage.until(lambda: _card(stage).page == PAGES[-2], "the one before")


@does("card.open", "card")
async def the_source_of_the_passage_in_the_browser(stage: Stage) -> None:
    await stage.press("l")
    await stage.do()
    await stage.until(lambda: stage.browser, "the browser")
    assert stage.browser == ["https://github.com/trees/birch/blob/HEAD/docs/api_docs.md"]


@does("card.copy", "card")
async def the_source_of_the_passage_copied(stage: Stage) -> None:
    await stage.press("l")
    await stage.do()
    await stage.until(lambda: stage.app.clipboard, "the copy")
    assert stage.app.clipboard == "https://github.com/trees/birch/blob/HEAD/docs/api_docs.md"


@does("card.close", "card")
async def back_from_the_card(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.app.screen is wizard(stage.app), "the wizard")


# ── the table ────────────────────────────────────────────────────────────────


def _table(stage: Stage) -> TableScreen:
    table = stage.app.screen
    assert isinstance(table, TableScreen)
    return table


def _columns(stage: Stage) -> list[str]:
    return [column.id for column in _table(stage).grid.columns]


def _at(stage: Stage) -> str:
    """The column under the cursor."""
    return _columns(stage)[_table(stage).grid.at]


async def _to_column(stage: Stage, column: str) -> None:
    _table(stage).grid.at = _columns(stage).index(column)
    await handled(stage.pilot)


@does("table.card", "table")
async def the_card_of_a_framework(stage: Stage) -> None:
    await stage.to("cedar")
    await stage.do()
    await stage.reaches(FrameworkCard)
    await stage.sees("│  Cedar  ")


@does("table.columns", "table")
async def all_columns_to_choose_from(stage: Stage) -> None:
    await stage.brings("Columns  7 of")
    await stage.reaches(ColumnPicker)


@does("table.sort", "table")
async def sorted_both_ways_and_by_rank(stage: Stage) -> None:
    ranked = stage.rows
    await _to_column(stage, "score")
    await stage.do()
    await stage.sees("by Score ▾")
    await stage.do()
    await stage.sees("by Score ▴")
    assert stage.rows == ranked[::-1]
    await stage.do()
    assert stage.rows == ranked


@does("table.filter", "table")
async def only_frameworks_with_a_text(stage: Stage) -> None:
    grid = _table(stage).grid
    await stage.do()
    await stage.press(*"ced")
    await stage.until(lambda: [row.id for row in grid.rows] == ["cedar"], "Cedar alone")


@does("table.close", "table")
async def back_from_the_table(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.app.screen is wizard(stage.app), "the wizard")


@does("table.differences", "table")
async def only_columns_that_differ(stage: Stage) -> None:
    await stage.press("slash", *"async-native", "enter")
    await stage.until(lambda: len(stage.rows) == 2, "two that are async-native")
    assert "fact.concurrency" in _columns(stage)
    await stage.do()
    assert "fact.concurrency" not in _columns(stage)
    await stage.do()
    assert _columns(stage) == COLUMNS


@does("table.mark", "table")
async def marked_or_no_longer(stage: Stage) -> None:
    await stage.to("cedar")
    await stage.brings("1 marked")
    assert _table(stage).view.marked == {"cedar"}
    await stage.do()
    assert not _table(stage).view.marked


@does("table.marked", "table")
async def only_the_marked_or_all(stage: Stage) -> None:
    every = stage.rows
    for one in ("cedar", "birch"):
        await stage.to(one)
        await stage.press("space")
    await stage.do()
    assert stage.rows == ["birch", "cedar"]
    await stage.do()
    assert stage.rows == every


@does("table.all", "table")
async def those_in_or_all(stage: Stage) -> None:
    assert stage.rows == [s.framework for s in evaluated(stage.app).candidates]
    await stage.do()
    assert stage.rows == [s.framework for s in evaluated(stage.app).standings]
    await stage.do()
    assert stage.rows == [s.framework for s in evaluated(stage.app).candidates]


@does("table.right", "table")
async def the_column_on_the_right(stage: Stage) -> None:
    assert _at(stage) == "rank"
    await stage.do()
    assert _at(stage) == "score"


@does("table.left", "table")
async def the_column_on_the_left(stage: Stage) -> None:
    await _to_column(stage, "score")
    await stage.do()
    assert _at(stage) == "rank"


@does("table.shift-right", "table")
async def it_moves_to_the_right(stage: Stage) -> None:
    await stage.do()
    assert _columns(stage) == ["score", "rank", *COLUMNS[2:]]
    assert _at(stage) == "rank"


@does("table.shift-left", "table")
async def it_moves_to_the_left(stage: Stage) -> None:
    await _to_column(stage, "score")
    await stage.do()
    assert _columns(stage) == ["score", "rank", *COLUMNS[2:]]
    assert _at(stage) == "score"


@does("table.remove", "table")
async def the_column_goes(stage: Stage) -> None:
    await _to_column(stage, "categories")
    await stage.do()
    assert _columns(stage) == [one for one in COLUMNS if one != "categories"]


@does("table.open", "table")
async def the_source_of_the_cell_in_the_browser(stage: Stage) -> None:
    await _to_column(stage, "fact.concurrency")
    await stage.do()
    await stage.until(lambda: stage.browser, "the browser")
    assert stage.browser == ["https://github.com/trees/birch/blob/HEAD/docs/index.md"]


@does("table.copy", "table")
async def the_source_of_the_cell_copied(stage: Stage) -> None:
    await _to_column(stage, "fact.concurrency")
    await stage.do()
    await stage.until(lambda: stage.app.clipboard, "the copy")
    assert stage.app.clipboard == "https://github.com/trees/birch/blob/HEAD/docs/index.md"


# ── its columns ──────────────────────────────────────────────────────────────


def _picker(stage: Stage) -> ColumnPicker:
    picker = stage.app.screen
    assert isinstance(picker, ColumnPicker)
    return picker


async def _back_in_the_table(stage: Stage) -> Grid:
    table = await stage.reaches(TableScreen)
    await stage.until(lambda: table.grid.has_focus, "the table")
    return table.grid


@does("columns.take", "columns")
async def the_ticked_columns_are_shown(stage: Stage) -> None:
    await stage.to("fact.backing")
    await stage.press("space")
    await stage.do()
    await _back_in_the_table(stage)
    await stage.until(lambda: _columns(stage) == [*COLUMNS, "fact.backing"], "one column more")


@does("columns.tick", "columns")
async def a_column_is_ticked_or_not(stage: Stage) -> None:
    await stage.to("fact.backing")
    await stage.brings("Columns  8 of")
    assert "fact.backing" in _picker(stage).chosen
    await stage.do()
    await stage.sees("Columns  7 of")
    assert "fact.backing" not in _picker(stage).chosen


@does("columns.filter", "columns")
async def only_columns_with_a_text(stage: Stage) -> None:
    await stage.do()
    await stage.press(*"websock")
    rows = _picker(stage).rows
    await stage.until(lambda: [r.id for r in rows.rows if not r.heading] == ["capability.websockets"], "one")


@does("columns.reset", "columns")
async def the_first_columns_again(stage: Stage) -> None:
    await stage.press("space")
    await stage.sees("Columns  6 of")
    await stage.brings("Columns  7 of")
    assert sorted(_picker(stage).chosen) == sorted(COLUMNS)


@does("columns.leave", "columns")
async def the_columns_stay_as_they_were(stage: Stage) -> None:
    await stage.press("space")
    await stage.sees("Columns  6 of")
    await stage.do()
    await _back_in_the_table(stage)
    assert _columns(stage) == COLUMNS
