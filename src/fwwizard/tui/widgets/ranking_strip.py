"""The ranking in a line or more, where there is no room for the panel."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.movement import Movement
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import own_mark
from fwwizard.tui.widgets.ranking_line import CURRENT, DOWN, UP, Place, shown_score

GAP = 2
LONGEST_NAME = 20


class RankingStrip(Widget):
    """As many of the best as fit; a click opens the whole ranking."""

    DEFAULT_CSS = """
    RankingStrip {
        height: 2;
        padding: 0 1;
        background: $surface;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    evaluation: reactive[Evaluation | None] = reactive(None)
    """What is shown."""

    movement: reactive[Movement] = reactive(Movement())
    """What the last change did."""

    class Clicked(Message):
        """The person wants to see the whole ranking."""

    def on_click(self) -> None:
        """Asks for the whole ranking."""
        self.post_message(self.Clicked())

    def render(self) -> Content:
        """The best ones, line by line."""
        if self.evaluation is None:
            return Content("")
        return strip(self.evaluation, self.movement, self.content_size.width, self.content_size.height)


def strip(evaluation: Evaluation, movement: Movement, width: int, height: int) -> Content:
    """The best frameworks in `height` lines of `width` cells; the last says how many there are."""
    count = f"r: all {len(evaluation.standings)}"
    if not evaluation.candidates:
        return Content(f"no framework meets every must   {count}").truncate(width, ellipsis=True)
    current = evaluation.session.project.current
    ranked, own = evaluation.tells_winner, evaluation.evaluator.overlaid
    entries = [
        _entry(
            Place(
                s, movement.ranks.get(s.framework, 0), s.framework == current, ranked, own=s.framework in own
            )
        )
        for s in evaluation.candidates
    ]
    lines: list[Content] = []
    for number in range(height):
        last = number == height - 1
        room = width - (len(count) + GAP if last else 0)
        filled = Content("")
        while entries and (filled.cell_length + GAP if filled else 0) + entries[0].cell_length <= room:
            filled = Content.assemble(filled, " " * GAP if filled else "", entries.pop(0))
        if last:
            space = " " * max(GAP, width - filled.cell_length - len(count))
            filled = Content.assemble(filled, space, (count, "$text-muted"))
        lines.append(filled)
    return Content("\n").join(lines)


def _entry(place: Place) -> Content:
    standing, move = place.standing, place.move
    name = Content(printable(standing.name)).truncate(LONGEST_NAME, ellipsis=True)
    mark, style = ("", "") if not move else (UP, "$gain") if move > 0 else (DOWN, "$loss")
    return Content.assemble(
        (f"{standing.rank if place.ranked else '·'} ", "$text-muted"),
        (CURRENT, "$accent") if place.current else "",
        name,
        own_mark(place.own),
        (" ?", "bold $text-warning") if standing.status == "conditional" else "",
        (f" {shown_score(standing)}", "bold"),
        (f" {mark}{abs(move)}", style) if mark else "",
    )
