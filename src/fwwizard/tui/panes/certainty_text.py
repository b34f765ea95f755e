"""How sure the verdict is, as lines of the verdict's text."""

from __future__ import annotations

from textual.content import Content

from fwwizard.core.certainty import Certainty, percent
from fwwizard.errors import printable
from fwwizard.tui.widgets.paragraphs import MUTED, bullets, entry, paragraph, section
from fwwizard.tui.widgets.score_bar import share_bar

BAR = 20
"""The cells of a bar that stands for all weightings."""


def sure_lines(certainty: Certainty | None, width: int) -> list[Content]:
    """How sure the lead is; what is being done while it is not known yet."""
    if certainty is None:
        return paragraph("How sure that is: being computed…", width, MUTED)
    return paragraph(certainty.sure, width)


def robustness_lines(certainty: Certainty, width: int) -> list[Content]:
    """Who is first how often, who would pick the leader, and other weight formulas."""
    lines = section("First place", width)
    label = max((len(name) for name, _ in certainty.first), default=0) + 2
    for name, share in certainty.first:
        bar = share_bar(share, BAR)
        line = Content.assemble(printable(name).ljust(label), bar, "  ", (percent(share), "bold"))
        lines.append(line.truncate(width, ellipsis=True))
    lines += paragraph(certainty.first_note, width, MUTED)
    for sentence in (certainty.picked_by, certainty.survival):
        lines += paragraph(sentence, width) if sentence else []
    return lines


def change_lines(certainty: Certainty, width: int) -> list[Content]:
    """What would change the winner, and what to find out."""
    lines = section("What would change it", width) + bullets(list(certainty.flips), width)
    if certainty.questions:
        lines += section("What to find out", width)
        for number, question in enumerate(certainty.questions, start=1):
            lines += entry(f"{number}", question, width, 3)
    return lines


def staying_lines(certainty: Certainty, width: int) -> list[Content]:
    """Whether to stay with what runs today; nothing where nothing runs."""
    return paragraph(certainty.staying, width) if certainty.staying else []
