"""A text of passages, each of which may name a source: the cursor goes from passage to passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from fwwizard.tui.widgets.row_list import CURSOR, GUTTER, Row
from fwwizard.tui.widgets.screen_list import ScreenList

WIDEST = 110
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines that belong together."""

    lines: tuple[Content, ...]
    source: str = ""
    """Where it is written, in words; empty where no source is named."""
    link: str = ""
    """The web address of the source, empty where it has none."""
    heading: bool = False
    """Whether the cursor passes it over."""


NOTHING = Passage(())
LayOut = Callable[[int], Iterable[Passage]]
"""Lays the passages out for a width."""


def text(lines: Sequence[Content], source: str = "", link: str = "") -> Passage:
    """A passage of lines."""
    return Passage(tuple(lines), source, link)


def title(lines: Sequence[Content]) -> Passage:
    """A heading."""
    return Passage(tuple(lines), heading=True)


def lines_of(passages: Iterable[Passage]) -> list[Content]:
    """All lines, one below the other."""
    return [line for passage in passages for line in passage.lines]


class PassageList(ScreenList):
    """Shows passages; the one under the cursor stands out as a whole."""

    DEFAULT_CSS = """
    PassageList {
        scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lay_out: LayOut = lambda _: ()
        self._passages: tuple[Passage, ...] = ()
        self._owners: list[int] = []
        """The passage of each row."""

    @property
    def passage(self) -> Passage:
        """The passage under the cursor."""
        return self._passages[self._owners[self.cursor_index]] if self.cursor is not None else NOTHING

    def show(self, lay_out: LayOut) -> None:
        """Shows other passages from the top."""
        self._lay_out = lay_out
        self._draw_all()
        self.action_first()
        self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lays out for the new width; the cursor stays on its passage."""
        self._draw_all()

    def _draw_all(self) -> None:
        width = self.scrollable_content_region.width
        if width <= GUTTER:
            return
        self._passages = tuple(self._lay_out(min(WIDEST, width - GUTTER)))
        self._owners, rows = [], []
        for index, passage in enumerate(self._passages):
            for number, content in enumerate(passage.lines):
                begins = number == 0 and not passage.heading
                rows.append(Row(str(index) if begins else "", content, heading=not begins))
                self._owners.append(index)
        self.set_rows(rows)

    def watch_cursor_index(self, before: int, now: int) -> None:
        """Draws both passages anew and keeps the cursor in sight."""
        super().watch_cursor_index(before, now)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= index < len(self.rows):
            return Strip.blank(width, self.rich_style)
        style: Style = self.get_visual_style(*self._classes_of(index))
        glyph = CURSOR if index == self.cursor_index else " "
        shown = Content.assemble(glyph.ljust(GUTTER), self.rows[index].content)
        return Visual.to_strips(self, shown.truncate(width, pad=True), width, 1, style, pad=True)[0]

    def _classes_of(self, index: int) -> list[str]:
        classes = ["row-list--row"]
        if self.cursor is not None and self._owners[index] == self._owners[self.cursor_index]:
            classes.append("row-list--cursor")
        return classes

    def _scroll_to_cursor(self) -> None:
        """Brings the whole passage into sight, with the headings right above it where they fit."""
        index = self.cursor_index
        if index < 0:
            return
        height = self.scrollable_content_region.height
        last = index
        while last + 1 < len(self._owners) and self._owners[last + 1] == self._owners[index]:
            last += 1
        top = index
        while top > 0 and self._passages[self._owners[top - 1]].heading and last - top + 1 < height:
            top -= 1
        lines = min(height, last - top + 1)
        region = Region(0, top, self.scrollable_content_region.width, lines)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
