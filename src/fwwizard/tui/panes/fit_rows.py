"""The rows of the fit, and the categories that the ticked needs speak for."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.fit import CategoryMatch
from fwwizard.errors import printable
from fwwizard.tui.panes.project_rows import heading, need_row
from fwwizard.tui.widgets.marks import EMPTY, FULL, MUTED, column
from fwwizard.tui.widgets.row_list import Row, line

SCALE = 5
NAMES = 17
TIGHT = 56
"""The cells below which a category has to do with fewer words."""


def fit_rows(evaluation: Evaluation) -> list[Row]:
    """All needs under the headings of their groups."""
    session, rows, group = evaluation.session, [], None
    for need in evaluation.catalog.model.needs:
        if need.group != group:
            group = need.group
            rows.append(heading(group))
        rows.append(need_row(need, session))
    return rows


def matches_shown(
    matches: Sequence[CategoryMatch], ticked: int, width: int, height: int, current: str = ""
) -> Content:
    """The categories with their count, their candidates and what they are; as much as there is room for.

    Args:
        matches: the categories, best first.
        ticked: how many needs are ticked.
        width: the cells of a line.
        height: the lines that there is room for; the shortest form may need more.
        current: the category of the need under the cursor, which is marked.
    """
    title = Row("", Content("Category match"), heading=True)
    head = line(title, width, False).stylize_before(f"bold {MUTED}")
    lines: list[Content] = []
    for form in _FORMS:
        lines = [one for match in matches for one in form(match, ticked, width, match.category.id == current)]
        if len(lines) < height:
            break
    return Content("\n").join([head, *(one.truncate(width, ellipsis=True) for one in lines)])


def _at_length(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """Title, candidates, and what the category is."""
    about = Content.styled(printable(match.category.about), MUTED)
    return [*_with_candidates(match, ticked, width, current), *_indented(about, width)]


def _with_candidates(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """Title and candidates."""
    return [_title(match, ticked, current, width), *_indented(_frameworks(match, 5), width)]


def _where_it_matters(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """At length where a ticked need or the cursor speaks for it, else one line."""
    at_length = bool(match.needs) or current
    return (_at_length if at_length else _in_one_line)(match, ticked, width, current)


def _in_one_line(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """Title and as many of the best candidates as there is room for; where it is tight in fewer words."""
    title = _title(match, ticked, current, width, scale=width >= TIGHT)
    gap = Content(" " if width < TIGHT else "  ")
    return [Content.assemble(title, gap, _fitting(match, width - title.cell_length - gap.cell_length))]


_FORMS = (_at_length, _where_it_matters, _with_candidates, _in_one_line)
"""The forms of a category, the fullest first."""


def _indented(text: Content, width: int) -> list[Content]:
    return [Content.assemble("  ", part) for part in text.wrap(max(8, width - 2))] if text else []


def _title(match: CategoryMatch, ticked: int, current: bool, width: int, scale: bool = True) -> Content:
    count = len(match.needs)
    mark = Content.styled("▸ ", "$text-accent") if current else Content("  ")
    style = "bold" if count else MUTED
    name = column(Content.styled(printable(match.category.name), style), NAMES)
    if not ticked:
        return Content.assemble(mark, name)
    share = Content.assemble(_share(count, ticked), " ") if scale else Content("")
    counted = f"{count}/{ticked}" if width < TIGHT else f"{count} of {ticked}"
    return Content.assemble(mark, name, share, (counted, style))


def _share(count: int, of: int) -> Content:
    filled = 0 if not count else max(1, round(SCALE * count / of))
    return Content.assemble((FULL * filled, "$text-accent"), (EMPTY * (SCALE - filled), MUTED))


def _fitting(match: CategoryMatch, room: int) -> Content:
    """The best candidates as far as they are shown whole; of the first at least its name."""
    if not match.frameworks:
        return _frameworks(match, 0)
    for count in (3, 2, 1):
        shown = _frameworks(match, count, more=False)
        if shown.cell_length <= room:
            return shown
    first = match.frameworks[0][0].name
    return Content.styled(printable(first), "" if match.needs else MUTED).truncate(room, ellipsis=True)


def _frameworks(match: CategoryMatch, at_most: int, more: bool = True) -> Content:
    """The candidates of a category with their fit."""
    if not match.frameworks:
        return Content.styled("no candidate", MUTED)
    shown = [
        printable(standing.name) + ("" if value is None else f" {value.mid * 100:.0f}")
        for standing, value in match.frameworks[:at_most]
    ]
    rest = len(match.frameworks) - at_most
    others = f", {rest} more" if more and rest > 0 else ""
    return Content.styled(", ".join(shown) + others, "" if match.needs else MUTED)
