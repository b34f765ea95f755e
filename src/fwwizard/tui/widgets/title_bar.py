"""The first line: the program, what is open, and whether it is on the disk."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.errors import printable

PROGRAM = "fwwizard"


class TitleBar(Widget):
    """Program and title at the left, a state at the right."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    subject: reactive[str] = reactive("")
    """What is open."""

    state: reactive[str] = reactive("")
    """Whether it is saved."""

    warning: reactive[bool] = reactive(False)
    """Whether the state needs attention."""

    def render(self) -> Content:
        """Both ends; the subject gives way to the state."""
        width = self.content_size.width
        state = Content.styled(printable(self.state), "bold $text-error" if self.warning else "$text-muted")
        state = state.truncate(max(0, width - len(PROGRAM) - 2), ellipsis=True)
        left = Content.assemble((PROGRAM, "bold $primary"))
        if self.subject:
            left = Content.assemble(left, (" ─ ", "$text-muted"), (printable(self.subject), "bold"))
        left = left.truncate(max(0, width - state.cell_length - 2), ellipsis=True)
        return Content.assemble(left, " " * max(0, width - left.cell_length - state.cell_length), state)
