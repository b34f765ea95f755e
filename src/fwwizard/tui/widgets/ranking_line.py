"""One line of the ranking: a pure function of a standing and a width."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from fwwizard.core.evaluation import Standing
from fwwizard.core.rounding import points
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import own_mark
from fwwizard.tui.widgets.score_bar import score_bar

UP, DOWN, CURRENT, OUT = "▲", "▼", "●", "×"
UNREVIEWED, REVIEWED = "⚑", "⚐"
OLD = "◷"
FIRST = 7
"""The columns before the name: rank, movement, mark of what runs today."""
SCORE = 4
FLAGS = 3
SHARE = 5


@dataclass(frozen=True, slots=True)
class Place:
    """What a line of the ranking shows."""

    standing: Standing
    move: int = 0
    """Places won or lost by the last change."""
    current: bool = False
    """Whether the team runs it today."""
    ranked: bool = True
    """False where the order means nothing yet."""
    share: float | None = None
    """How often it is first under the weightings that the ranking allows, 0 to 1; None: not drawn yet."""
    old: bool = False
    """Whether most of what is known of it is old."""
    own: bool = False
    """Whether something of it comes from the user's overlay."""


def ranking_line(place: Place, width: int) -> Content:
    """The line of a candidate: rank, movement, name, score with its band, raised flags."""
    standing = place.standing
    bar_width, share_width = bar_columns(width), share_columns(width)
    name_width = max(4, width - FIRST - SCORE - FLAGS - share_width - bar_width - (1 if bar_width else 0))
    low, high = standing.band
    return Content.assemble(
        f"{standing.rank if place.ranked else '·':>2} ",
        movement_mark(place.move),
        (CURRENT, "$accent") if place.current else " ",
        _name(standing, name_width, old=place.old, own=place.own),
        _score(standing),
        " " if bar_width else "",
        score_bar(low, high, bar_width) if bar_width else "",
        (short_share(place.share).rjust(share_width), "$text-muted") if share_width else "",
        flags_mark(standing),
    )


def excluded_line(place: Place, width: int) -> Content:
    """The line of an excluded one: name and reason."""
    reasons = [r.text for r in place.standing.reasons if r.status == "excluded"]
    more = f" (+{len(reasons) - 1})" if len(reasons) > 1 else ""
    name_width = max(6, min(16, width // 3))
    own = own_mark(place.own)
    name = Content(printable(place.standing.name)).truncate(name_width - 1 - own.cell_length, ellipsis=True)
    name = Content.assemble(name, own)
    return Content.assemble(
        f" {OUT} ",
        (CURRENT, "$accent") if place.current else " ",
        name.pad_right(name_width - name.cell_length),
        (printable(reasons[0] if reasons else "") + more, "$text-muted"),
    )


def bar_columns(width: int) -> int:
    """How many columns the bar takes at a width; 0 where there is no room."""
    for least, columns in ((64, 24), (54, 14), (47, 10), (32, 6)):
        if width >= least:
            return columns
    return 0


def share_columns(width: int) -> int:
    """How many columns the first-rank share takes at a width; 0 where there is no room."""
    return SHARE if width >= 42 else 0


def short_share(share: float | None) -> str:
    """A share in at most four columns; never 0 or 100 for what is not exactly so."""
    if not share:
        return ""
    whole = round(share * 100)
    if whole == 0:
        return "<1%"
    return ">99%" if whole == 100 and share < 1 else f"{whole}%"


def movement_mark(move: int) -> Content:
    """Three columns: the places won or lost."""
    if not move:
        return Content("   ")
    places = str(abs(move)) if abs(move) < 10 else str(abs(move))[:2]
    glyph, style = (UP, "$gain") if move > 0 else (DOWN, "$loss")
    return Content.styled(f"{glyph}{places}".ljust(3), style)


def flags_mark(standing: Standing) -> Content:
    """Three columns: how many signs are raised, and whether the team has looked at them."""
    flags = standing.flags
    if not flags.raised:
        return Content("   ")
    if flags.open:
        return Content.styled(f" {UNREVIEWED}{flags.raised}", "$text-error")
    return Content.styled(f" {REVIEWED}{flags.raised}", "$text-muted")


def _name(standing: Standing, width: int, *, old: bool, own: bool) -> Content:
    mark = Content.assemble(
        own_mark(own),
        (" ?", "bold $text-warning") if standing.status == "conditional" else "",
        (f" {OLD}", "$text-muted") if old else "",
    )
    name = Content(printable(standing.name)).truncate(max(1, width - mark.cell_length - 1), ellipsis=True)
    whole = Content.assemble(name, mark)
    return whole.pad_right(max(0, width - whole.cell_length))


def shown_score(standing: Standing) -> str:
    """The points of 100, with a ~ where unknown facts could change them."""
    low, high = (points(end) for end in standing.band)
    return f"{'~' if low < high else ''}{points(standing.score)}"


def _score(standing: Standing) -> Content:
    shown = shown_score(standing)
    return Content.styled(shown.rjust(SCORE), "bold" if standing.rank == 1 else "")
