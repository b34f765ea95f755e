"""The list that every pane is built on."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.content import Content

from fwwizard.tui.widgets.row_list import Row, RowList, line
from tests.tui.waiting import screen_lines, screen_text, settled


def rows(ids: Iterable[str]) -> list[Row]:
    """Rows by their ids; those in capitals are headings."""
    return [Row("" if i.isupper() else i, Content(f"row {i}"), heading=i.isupper()) for i in ids]


class ListApp(App[None]):
    """A list alone, that notes what it is told."""

    def __init__(self, ids: Iterable[str]) -> None:
        super().__init__()
        self.list = RowList(rows(ids))
        self.highlighted: list[str] = []
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.list

    @on(RowList.Highlighted)
    def note_highlighted(self, event: RowList.Highlighted) -> None:
        self.highlighted.append(event.row_id)

    @on(RowList.Chosen)
    def note_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.row_id)


async def test_the_cursor_starts_on_the_first_row_that_is_no_heading() -> None:
    app = ListApp("Aab")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.list.cursor_id == "a"
        assert app.highlighted == ["a"]


async def test_keys_skip_headings_and_stop_at_the_ends() -> None:
    app = ListApp("AabBc")
    async with app.run_test() as pilot:
        await pilot.press("j", "down")
        assert app.list.cursor_id == "c"
        await pilot.press("j")
        assert app.list.cursor_id == "c"
        await pilot.press("g", "k")
        assert app.list.cursor_id == "a"
        await pilot.press("G")
        assert app.list.cursor_id == "c"
        assert app.highlighted == ["a", "b", "c", "a", "c"]


async def test_page_keys_move_by_a_screen() -> None:
    app = ListApp([f"n{i}" for i in range(30)])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("pagedown")
        assert app.list.cursor_id == "n9"
        await pilot.press("pagedown", "pagedown", "pagedown")
        assert app.list.cursor_id == "n29"
        assert "row n29" in screen_text(app)
        await pilot.press("pageup")
        assert app.list.cursor_id == "n20"


async def test_enter_chooses() -> None:
    app = ListApp("ab")
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        assert app.chosen == ["b"]


async def test_a_click_moves_the_cursor_and_another_chooses() -> None:
    app = ListApp("aAbc")
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(5, 2))
        assert app.list.cursor_id == "b"
        assert app.chosen == []
        await pilot.click(RowList, offset=(5, 2))
        assert app.chosen == ["b"]
        await pilot.click(RowList, offset=(5, 1))
        await pilot.click(RowList, offset=(5, 20))
        assert app.list.cursor_id == "b"


async def test_the_click_that_gives_the_focus_chooses_nothing() -> None:
    app = ListApp("ab")
    async with app.run_test() as pilot:
        app.set_focus(None)
        await pilot.click(RowList, offset=(5, 0))
        assert app.chosen == []
        assert app.list.has_focus


async def test_new_rows_keep_the_cursor_on_its_row() -> None:
    app = ListApp("abc")
    async with app.run_test() as pilot:
        await pilot.press("j")
        app.list.set_rows(rows("cAab"))
        await pilot.pause()
        assert app.list.cursor_id == "b"
        assert app.highlighted == ["a", "b"]
        assert "› row b" in screen_text(app)


async def test_where_the_row_is_gone_the_nearest_one_has_the_cursor() -> None:
    app = ListApp("abcd")
    async with app.run_test() as pilot:
        await pilot.press("G")
        app.list.set_rows(rows("abB"))
        await pilot.pause()
        assert app.list.cursor_id == "b"
        assert app.highlighted == ["a", "d", "b"]


async def test_no_rows_are_no_trouble() -> None:
    app = ListApp("")
    async with app.run_test() as pilot:
        await pilot.press("j", "k", "g", "G", "enter", "pagedown", "pageup")
        assert app.list.cursor is None
        app.list.set_rows(rows("ab"))
        await pilot.pause()
        assert app.list.cursor_id == "a"
        app.list.set_rows([])
        await pilot.pause()
        assert app.list.cursor_id == ""
        assert app.highlighted == ["a", ""]


async def test_new_rows_keep_the_place() -> None:
    ids = [f"n{i}" for i in range(40)]
    app = ListApp(ids)
    async with app.run_test(size=(40, 10)) as pilot:
        app.list.scroll_to(y=15, animate=False)
        await settled(pilot, lambda: app.list.scroll_offset.y == 15)
        app.list.set_rows(rows(ids[:35]))
        await pilot.pause()
        assert app.list.scroll_offset.y == 15
        assert screen_lines(app)[0].strip() == "row n15"


async def test_a_moved_row_stays_in_sight() -> None:
    ids = [f"n{i}" for i in range(40)]
    app = ListApp(ids)
    async with app.run_test(size=(40, 10)) as pilot:
        app.list.set_rows(rows([*ids[1:], "n0"]))
        await settled(pilot, lambda: "› row n0" in screen_text(app))


async def test_a_heading_above_the_cursor_comes_into_sight() -> None:
    app = ListApp(["A", *(f"n{i}" for i in range(20))])
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press("G", "g")
        assert "row A" in screen_text(app)


async def test_move_to_says_whether_there_is_such_a_row() -> None:
    app = ListApp("ab")
    async with app.run_test():
        assert app.list.move_to("b")
        assert not app.list.move_to("z")
        assert app.list.cursor_id == "b"


async def test_same_text_in_another_style_is_drawn_anew() -> None:
    app = ListApp("a")
    async with app.run_test() as pilot:
        app.list.set_rows([Row("a", Content.styled("row a", "bold italic"))])
        await pilot.pause()
        segments = [s for s in app.list.render_line(0) if "row" in s.text]
        assert segments[0].style is not None
        assert segments[0].style.italic


async def test_a_resize_keeps_the_cursor_in_sight() -> None:
    app = ListApp([f"n{i}" for i in range(40)])
    async with app.run_test(size=(40, 20)) as pilot:
        for _ in range(15):
            await pilot.press("j")
        await pilot.resize_terminal(30, 8)
        await settled(pilot, lambda: "› row n15" in screen_text(app))


@pytest.mark.parametrize("width", [0, 1, 2, 3, 5, 10, 40])
def test_a_line_is_as_wide_as_asked(width: int) -> None:
    for row in (
        Row("a", Content("a long content 漢字 with wide characters"), right=Content("12")),
        Row("a", Content("short")),
        Row("", Content("Heading"), heading=True, right=Content("3 of 7")),
    ):
        assert line(row, width, selected=True).cell_length == width


def test_what_stands_at_the_right_is_not_cropped() -> None:
    row = Row("a", Content("a name that is long"), right=Content("100 %"))
    assert line(row, 16, selected=False).plain == "  a name… 100 %"[:2] + "a name … 100 %"


def test_a_heading_ends_in_a_rule() -> None:
    assert line(Row("", Content("Languages"), heading=True), 14, selected=False).plain == "Languages ────"
