"""A list drawn line by line: one focus stop, a cursor that keeps its row when the rows change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.rows import CURSOR, GUTTER, Row, line

__all__ = ["CURSOR", "GUTTER", "Row", "RowList", "line"]


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. The rows are values: give it new ones and it keeps its cursor and place."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list", "choice.take")

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--row",
        "row-list--cursor",
        "row-list--heading",
        "row-list--hover",
        "row-list--muted",
    }

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;

        & > .row-list--heading {
            color: $text-muted;
            text-style: bold;
        }
        & > .row-list--muted {
            color: $text-muted;
        }
        & > .row-list--hover {
            background: $block-hover-background;
        }
        & > .row-list--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .row-list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        &:nocolor > .row-list--cursor {
            text-style: underline;
        }
        &:nocolor:focus > .row-list--cursor {
            text-style: bold reverse;
        }
    }
    """

    ALLOW_SELECT = False

    # Contents are equal when their texts are, whatever their styles: always assign.
    rows: reactive[tuple[Row, ...]] = reactive((), init=False, always_update=True)
    """What is shown, from top to bottom."""

    cursor_index: reactive[int] = reactive(-1, init=False)
    """The index of the row under the cursor, -1 where no row can hold it."""

    hovered: reactive[int] = reactive(-1, init=False)
    """The index of the row under the mouse, -1 for none."""

    class RowMessage(Message):
        """What the messages of a list have in common."""

        def __init__(self, row_list: RowList, row_id: str) -> None:
            self.list = row_list
            self.row_id = row_id
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list, for the selector of `on`."""
            return self.list

    class Highlighted(RowMessage):
        """The cursor came to a row with another id."""

    class Chosen(RowMessage):
        """Enter, a double click, or a click on the row that has the cursor."""

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  (Textual's own name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._strips: dict[tuple[int, bool, int, Style], Strip] = {}
        self._cursor_id = ""
        self._measured_for = Size()
        """The room at the last measuring, so that a resize knows what was in sight before it."""
        self._just_focused = False
        self._click_only_focuses = False
        self.set_reactive(RowList.rows, tuple(rows))
        self.set_reactive(RowList.cursor_index, self._nearest(0))

    # ── what others ask and tell ─────────────────────────────────────────────

    @property
    def cursor(self) -> Row | None:
        """The row under the cursor, None where no row can hold it."""
        return self.rows[self.cursor_index] if 0 <= self.cursor_index < len(self.rows) else None

    @property
    def cursor_id(self) -> str:
        """The id of the row under the cursor, empty where there is none."""
        return self.cursor.id if self.cursor else ""

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Shows other rows. The cursor stays on its id, else at the nearest row; so does the place."""
        self.rows = tuple(rows)

    def move_to(self, row_id: str) -> bool:
        """Puts the cursor on a row; False where there is no such row."""
        index = self._index_of(row_id)
        if index is None:
            return False
        self.cursor_index = index
        return True

    # ── what changes ─────────────────────────────────────────────────────────

    def on_mount(self) -> None:
        """Takes the first rows as if they had just come."""
        self._measure()
        self._tell()

    def watch_rows(self, rows: tuple[Row, ...]) -> None:
        """Keeps the cursor on its row."""
        was_in_sight = self._in_sight(self.cursor_index)
        index = self._index_of(self._cursor_id)
        self._measure()
        at = self._nearest(max(0, self.cursor_index)) if index is None else index
        moved = at != self.cursor_index
        # The watcher scrolls to the cursor, which nobody moved here.
        self.set_reactive(RowList.cursor_index, at if rows else -1)
        self._tell()
        if moved and was_in_sight and self.has_focus:
            self._scroll_to_cursor()

    def watch_cursor_index(self, before: int, now: int) -> None:
        """Draws the two rows anew and keeps the cursor in sight."""
        self.refresh_line(before)
        self.refresh_line(now)
        self._scroll_to_cursor()
        self._tell()

    def watch_hovered(self, before: int, now: int) -> None:
        """Draws the two rows anew."""
        self.refresh_line(before)
        self.refresh_line(now)

    def notify_style_update(self) -> None:
        """Forgets what was drawn with other styles."""
        self._forget()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Draws for the new width, where it is a new one, with the cursor still in sight."""
        if self.scrollable_content_region.size == self._measured_for:
            return
        in_sight = self._in_sight(self.cursor_index)
        self._measure()
        if in_sight:
            self._scroll_to_cursor()

    # ── drawing ──────────────────────────────────────────────────────────────

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= index < len(self.rows):
            return Strip.blank(width, self.rich_style)
        selected = index == self.cursor_index
        style = self.get_visual_style(*self._classes_of(index))
        key = (index, selected, width, style)
        if key not in self._strips:
            content = self.draw(self.rows[index], width, selected)
            self._strips[key] = Visual.to_strips(self, content, width, 1, style, pad=True)[0]
        return self._strips[key]

    def draw(self, row: Row, width: int, selected: bool) -> Content:
        """The row as one line; other lists draw theirs in other ways."""
        return line(row, width, selected)

    def _classes_of(self, index: int) -> list[str]:
        row = self.rows[index]
        classes = ["row-list--row"]
        if row.style_class:
            classes.append("row-list-" + row.style_class)
        if row.heading:
            classes.append("row-list--heading")
        elif index == self.cursor_index:
            classes.append("row-list--cursor")
        elif index == self.hovered:
            classes.append("row-list--hover")
        return classes

    # ── the mouse ────────────────────────────────────────────────────────────

    def on_focus(self) -> None:
        """Notes that a press of the mouse may be what focused it."""
        self._just_focused = True
        self.call_later(setattr, self, "_just_focused", False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click that gives the focus chooses nothing."""
        self._click_only_focuses = self._just_focused

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the row, or chooses the one that has it."""
        index = self.index_at(event)
        if index is None:
            return
        if index != self.cursor_index:
            self.cursor_index = index
        elif event.chain > 1 or not self._click_only_focuses:
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Marks the row under the mouse."""
        index = self.index_at(event)
        self.hovered = -1 if index is None else index

    def on_leave(self) -> None:
        """No row is under the mouse."""
        self.hovered = -1

    def index_at(self, event: events.MouseEvent) -> int | None:
        """The index of the row at the mouse, None where there is none or a heading."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        index = offset.y + self.scroll_offset.y
        return index if index < len(self.rows) and not self.rows[index].heading else None

    # ── keys ─────────────────────────────────────────────────────────────────

    def action_move_cursor(self, by: int) -> None:
        """Moves the cursor over rows, not headings; it stops at the ends."""
        index = self.cursor_index + by
        while 0 <= index < len(self.rows) and self.rows[index].heading:
            index += by
        if 0 <= index < len(self.rows):
            self.cursor_index = index

    def action_first(self) -> None:
        """To the first row."""
        self.cursor_index = self._nearest(0)

    def action_last(self) -> None:
        """To the last row."""
        self.cursor_index = self._nearest(len(self.rows) - 1)

    def action_page_up(self) -> None:
        """A screen up."""
        self.cursor_index = self._nearest(max(0, self.cursor_index - self._page))

    def action_page_down(self) -> None:
        """A screen down."""
        self.cursor_index = self._nearest(min(len(self.rows) - 1, self.cursor_index + self._page))

    def action_choose(self) -> None:
        """Chooses the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor_id))

    # ── within ───────────────────────────────────────────────────────────────

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def _index_of(self, row_id: str) -> int | None:
        if not row_id:
            return None
        return next((i for i, row in enumerate(self.rows) if row.id == row_id and not row.heading), None)

    def _nearest(self, to: int) -> int:
        """The index of the row nearest to an index, -1 where all are headings."""
        indices = (i for i, row in enumerate(self.rows) if not row.heading)
        return min(indices, key=lambda i: abs(i - to), default=-1)

    def _in_sight(self, index: int) -> bool:
        return 0 <= index - self.scroll_offset.y < self._measured_for.height

    def _measure(self) -> None:
        self._forget()
        self._measured_for = self.scrollable_content_region.size
        self.virtual_size = Size(self._measured_for.width, len(self.rows))
        self.refresh()

    def _forget(self) -> None:
        self._strips.clear()

    def _scroll_to_cursor(self) -> None:
        """Brings the cursor into sight, and with it the headings right above it."""
        index = self.cursor_index
        if index < 0:
            return
        top = index
        while top > 0 and self.rows[top - 1].heading:
            top -= 1
        if index - top + 1 > self.scrollable_content_region.height:
            top = index
        region = Region(0, top, self.scrollable_content_region.width, index - top + 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _tell(self) -> None:
        """Tells who listens that another row has the cursor."""
        if self.is_attached and self.cursor_id != self._cursor_id:
            self._cursor_id = self.cursor_id
            self.post_message(self.Highlighted(self, self._cursor_id))
