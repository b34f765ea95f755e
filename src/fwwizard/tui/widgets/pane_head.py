"""The first line of a pane: what it asks, and at the right what was said so far."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.tui.widgets.marks import MUTED, column


class PaneHead(Widget):
    """One line that is drawn, not laid out: another summary moves nothing."""

    DEFAULT_CSS = """
    PaneHead {
        height: 1;
        color: $text-muted;
        text-wrap: nowrap;
    }
    """

    summary: reactive[Content] = reactive(Content(""))
    """What was said so far; never cropped."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def render(self) -> Content:
        """The question, cropped to what the summary leaves."""
        width = self.content_size.width
        summary = self.summary.stylize_before(f"{MUTED} not bold")
        room = max(0, width - summary.cell_length - 1)
        return Content.assemble(column(self._question, room), " ", summary).truncate(width)
