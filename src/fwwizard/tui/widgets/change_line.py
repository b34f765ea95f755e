"""The line that says what the last change did."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.core.movement import Movement
from fwwizard.errors import printable


class ChangeLine(Widget):
    """What was done, and behind it, where it may be cropped, what that did to the ranking."""

    DEFAULT_CSS = """
    ChangeLine {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    edit: reactive[str] = reactive("")
    """What was done, in the past tense."""

    movement: reactive[Movement] = reactive(Movement())
    """What it did."""

    def render(self) -> Content:
        """Both, or what one may do at first."""
        if not self.edit:
            return Content.styled("what changed: nothing yet", "$text-disabled")
        done = Content.styled(f"{printable(self.edit)}: ", "$text-muted")
        return Content.assemble(done, printable(self.movement.sentence))
