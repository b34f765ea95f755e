"""The steps in one line: which there are, where one is, which are answered."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.core.session import STEPS, Step

TITLES: dict[Step, str] = {step: step.capitalize() for step in STEPS}
HERE, ANSWERED, OPEN = "▸", "■", "□"


def labels(current: Step, done: AbstractSet[Step], *, dense: bool) -> list[Content]:
    """One label a step; dense: the mark stands between number and name, where the space was."""
    found = []
    for number, step in enumerate(STEPS, start=1):
        mark = HERE if step == current else ANSWERED if step in done else OPEN
        mark_style = "$accent" if step == current else "$gain" if step in done else "$text-muted"
        style = "bold underline" if step == current else ""
        number_style = "bold" if step == current else "$text-muted"
        parts = [(mark, mark_style), (f" {number} ", number_style)]
        if dense:
            parts = [(str(number), number_style), (mark, mark_style)]
        found.append(Content.assemble(*parts, (TITLES[step], style)))
    return found


class StepRail(Widget):
    """Six labels that can be clicked."""

    DEFAULT_CSS = """
    StepRail {
        height: 1;
        width: 1fr;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    current: reactive[Step] = reactive[Step]("project")
    """The step one is at."""

    done: reactive[frozenset[Step]] = reactive(frozenset[Step]())
    """The steps that are answered."""

    class Chosen(Message):
        """A step was clicked."""

        def __init__(self, step: Step) -> None:
            self.step = step
            super().__init__()

    def render(self) -> Content:
        """The labels, as far apart as the width allows."""
        found, gap = self._labels()
        return Content(gap).join(found)

    def on_click(self, event: events.Click) -> None:
        """Tells which step lies under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        found, gap = self._labels()
        start = 0
        for step, label in zip(STEPS, found, strict=True):
            if start <= offset.x < start + label.cell_length:
                self.post_message(self.Chosen(step))
                return
            start += label.cell_length + len(gap)

    def _labels(self) -> tuple[list[Content], str]:
        width = self.content_size.width
        for dense, gap in ((False, "   "), (False, "  "), (True, "  "), (True, " ")):
            found = labels(self.current, self.done, dense=dense)
            if sum(label.cell_length for label in found) + len(gap) * (len(found) - 1) <= width:
                return found, gap
        return labels(self.current, self.done, dense=True), " "
