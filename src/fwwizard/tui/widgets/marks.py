"""The glyphs of answers and states, each with its word: nothing is told by color alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from fwwizard.errors import printable

if TYPE_CHECKING:  # the list of sessions, the first thing to be painted, needs no rules
    from fwwizard.core.flags import State
    from fwwizard.core.session import FlagVerdict

MUTED = "$text-muted"
TICKED, OPEN_TICK = "■", "□"
MUST, WANT, NONE = "●", "○", "·"
DEFAULT = "◦"
"""Marks a requirement that counts because nothing is wished."""
FULL, EMPTY = "▰", "▱"
OWN = "◈"

STATES: dict[State, tuple[str, str]] = {
    "clear": ("·", MUTED),
    "watch": ("▵", "$text-warning"),
    "raised": ("▲", "bold $text-error"),
    "unknown": ("?", MUTED),
}
"""Glyph and style of the states of a flag."""


def state_mark(state: State) -> Content:
    """A flag's state as glyph and word."""
    glyph, style = STATES[state]
    return Content.styled(f"{glyph} {state}", style)


def signs_counted(states: Sequence[State]) -> str:
    """How many signs are raised, and of how many nobody knows: no sign raised is no all-clear."""
    raised, unknown = states.count("raised"), states.count("unknown")
    first = f"{raised} of {len(states)} signs raised" if raised else "No sign is raised"
    return f"{first}, {unknown} of {len(states)} not known." if unknown else f"{first}."


def own_mark(own: bool) -> Content:
    """A space and the mark of what comes from the user's overlay, or nothing."""
    return Content.styled(f" {OWN}", "$text-accent") if own else Content("")


def verdict_letter(said: FlagVerdict | None) -> str:
    """The team's verdict on a sign as one letter: a, c or C (major), x; empty without one."""
    if said is None:
        return ""
    if said.verdict == "concern":
        return "C" if said.severity == "major" else "c"
    return "a" if said.verdict == "accept" else "x"


def tick(on: bool) -> Content:
    """A box, ticked or not."""
    return Content.styled(TICKED, "$text-accent") if on else Content.styled(OPEN_TICK, MUTED)


def scale(filled: int, of: int) -> Content:
    """A short scale, `filled` parts of `of`."""
    return Content.assemble((FULL * filled, "$text-accent"), (EMPTY * (of - filled), MUTED))


def column(text: str | Content, width: int) -> Content:
    """The text in a column of just that width, cropped with an ellipsis or filled up."""
    content = Content(printable(text)) if isinstance(text, str) else text
    return content.truncate(width, ellipsis=True).pad_right(max(0, width - content.cell_length))


def names(of: tuple[str, ...] | list[str], at_most: int = 12) -> str:
    """Names in a row; beyond `at_most` how many more there are."""
    shown = [printable(name) for name in of[:at_most]]
    if len(of) > at_most:
        shown.append(f"{len(of) - at_most} more")
    return ", ".join(shown)


def joined(of: tuple[str, ...] | list[str], at_most: int = 6) -> str:
    """Names as a sentence takes them: `A, B and C`, or `A, B and 7 more`."""
    shown = [printable(name) for name in of[:at_most]]
    if len(of) > at_most:
        shown.append(f"{len(of) - at_most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "none"
