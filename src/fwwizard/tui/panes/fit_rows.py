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
    return [_title(match, ticked, current), *_indented(_frameworks(match, 5), width)]


def _where_it_matters(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """At length where a ticked need or the cursor speaks for it, else one line."""
    at_length = bool(match.needs) or current
    return (_at_length if at_length else _in_one_line)(match, ticked, width, current)


def _in_one_line(match: CategoryMatch, ticked: int, width: int, current: bool) -> list[Content]:
    """Title and the best candidates; where it is tight without the scale."""
    title = _title(match, ticked, current, scale=width >= 56)
    return [Content.assemble(title, "  ", _frameworks(match, 3))]


_FORMS = (_at_length, _where_it_matters, _with_candidates, _in_one_line)
"""The forms of a category, the fullest first."""


def _indented(text: Content, width: int) -> list[Content]:
    return [Content.assemble("  ", part) for part in text.wrap(max(8, width - 2))] if text else []


def _title(match: CategoryMatch, ticked: int, current: bool, scale: bool = True) -> Content:
    count = len(match.needs)
    mark = Content.styled("▸ ", "$text-accent") if current else Content("  ")
    style = "bold" if count else MUTED
    name = column(Content.styled(printable(match.category.name), style), NAMES)
    if not ticked:
        return Content.assemble(mark, name)
    share = Content.assemble(_share(count, ticked), " ") if scale else Content("")
    return Content.assemble(mark, name, share, (f"{count} of {ticked}", style))


def _share(count: int, of: int) -> Content:
    filled = 0 if not count else max(1, round(SCALE * count / of))
    return Content.assemble((FULL * filled, "$text-accent"), (EMPTY * (SCALE - filled), MUTED))


def _frameworks(match: CategoryMatch, at_most: int) -> Content:
    """The candidates of a category with their fit."""
    if not match.frameworks:
        return Content.styled("no candidate", MUTED)
    shown = [
        printable(standing.name) + ("" if value is None else f" {value.mid * 100:.0f}")
        for standing, value in match.frameworks[:at_most]
    ]
    more = len(match.frameworks) - at_most
    return Content.styled(
        ", ".join(shown) + (f", {more} more" if more > 0 else ""), MUTED if not match.needs else ""
    )
