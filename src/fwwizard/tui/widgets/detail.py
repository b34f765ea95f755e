"""The explanation of the row under the cursor: a title and labeled entries with a hanging indent."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from fwwizard.tui.widgets.marks import MUTED, column


@dataclass(frozen=True, slots=True)
class Entry:
    """One labeled piece of an explanation."""

    label: str
    """A word before the text; empty: the text begins at the left."""
    text: Content


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a detail area says about a row."""

    title: Content
    entries: tuple[Entry, ...] = ()
    key: str = ""
    """The row that it is about; the place is kept while it stays the same."""


NOTHING = Explanation(Content(""))


def said(label: str, text: str | Content, style: str = "") -> Entry:
    """An entry of plain text or content."""
    return Entry(label, Content.styled(text, style) if isinstance(text, str) else text)


def laid_out(explanation: Explanation, width: int) -> list[Content]:
    """The explanation as lines of at most `width` cells, texts aligned behind their labels."""
    labels = [len(entry.label) for entry in explanation.entries if entry.label]
    indent = min(max(12, width // 3), max(labels, default=-2) + 2)
    lines = list(explanation.title.wrap(max(1, width)))
    for entry in explanation.entries:
        before = indent if entry.label else 0
        for number, part in enumerate(entry.text.wrap(max(8, width - before))):
            label = column(
                Content.styled(entry.label if number == 0 else "", MUTED), before - 1 if before else 0
            )
            lines.append(Content.assemble(label, " " if before else "", part))
    return lines


class DetailArea(ScrollView, can_focus=False):
    """Explains a row. It has a height of its own, so that its text never moves the list.

    Its lines are drawn without children: another explanation of the height that fits lays nothing
    out anew, and the cursor of the list does not wait for it.
    """

    DEFAULT_CSS = """
    DetailArea {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = NOTHING
        self._lines: list[Content] = []
        self._laid_out_for = Size()

    def show(self, explanation: Explanation) -> None:
        """Explains something else, or the same anew."""
        if explanation.key != self._shown.key:
            self.scroll_home(animate=False, immediate=True)
        self._shown = explanation
        self._lay_out()

    def scroll_by(self, pages: int) -> None:
        """Scrolls by halves of its height."""
        step = max(1, self.size.height // 2)
        self.scroll_relative(y=pages * step, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wraps for the new width, where it is a new one."""
        if self.scrollable_content_region.size != self._laid_out_for:
            self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= index < len(self._lines):
            return Strip.blank(width, self.rich_style)
        return Visual.to_strips(self, self._lines[index], width, 1, self.visual_style, pad=True)[0]

    def _lay_out(self) -> None:
        region = self.scrollable_content_region
        self._laid_out_for = region.size
        self._lines = laid_out(self._shown, region.width)
        # As high as the area at least: so its size, and with it the layout, seldom changes.
        self.virtual_size = Size(region.width, max(region.height, len(self._lines)))
        self.refresh()
