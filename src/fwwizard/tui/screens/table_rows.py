"""How the comparison table looks: rows, columns, the line above it, and what explains a cell."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from fwwizard.core.cell import Cell
from fwwizard.core.cells import Cells
from fwwizard.core.columns import Column
from fwwizard.core.comparison_table import Table, TableRow, TableView
from fwwizard.errors import printable
from fwwizard.tui.widgets.detail import NOTHING, Explanation, said
from fwwizard.tui.widgets.grid import GridCell, GridColumn, GridRow
from fwwizard.tui.widgets.marks import MUTED, TICKED

WIDEST, NARROWEST = 30, 4
"""The cells of a column's texts; longer ones are read below the table."""
UP, DOWN = "▴", "▾"
OWN = "◆"
OUT, CONDITIONAL = "×", "?"
UNKNOWN = "?"
LEGEND = (
    (UNKNOWN, "not known"),
    (OWN, "your own fact"),
    ("~", "a range"),
    (OUT, "out"),
    (TICKED, "marked"),
)


def grid_columns(table: Table, view: TableView) -> list[GridColumn]:
    """The columns, each as wide as its texts and name need."""
    found = []
    for index, column in enumerate(table.columns):
        mark = (DOWN if view.descending else UP) if view.sorted_by == column.id else ""
        longest = max((cell_len(_text(row.cells[index])) for row in table.rows), default=0)
        name = printable(column.name)
        words = max((cell_len(word) for word in name.split()), default=0)
        wanted = max(longest, words, (cell_len(name) + 3) // 2) + (2 if mark else 0)
        found.append(GridColumn(column.id, name, mark, max(NARROWEST, min(WIDEST, wanted))))
    return found


def grid_rows(table: Table) -> list[GridRow]:
    """The frameworks with their cells."""
    return [
        GridRow(row.framework.id, _label(row), cells=tuple(_cell(cell) for cell in row.cells))
        for row in table.rows
    ]


def label_width(table: Table, width: int) -> int:
    """The column of the names: as wide as the longest, within a quarter of the width."""
    longest = max(
        (cell_len(row.framework.name) + (2 if row.framework.own else 0) for row in table.rows), default=9
    )
    return max(13, min(longest + 4, max(17, width // 4)))


def _label(row: TableRow) -> Content:
    out = row.status == "excluded"
    status = {"excluded": OUT, "conditional": CONDITIONAL, "passes": " "}[row.status]
    own = Content.styled(f" {OWN}", "$text-accent") if row.framework.own else Content("")
    mark = (TICKED if row.marked else " ", "$text-accent")
    return Content.assemble(mark, (status, MUTED), (printable(row.framework.name), MUTED if out else ""), own)


def _text(cell: Cell) -> str:
    """The text as it is drawn, with its marks."""
    return printable(cell.text if cell.known else f"{UNKNOWN} {cell.text}") + (f" {OWN}" if cell.own else "")


def _cell(cell: Cell) -> GridCell:
    if not cell.known:
        return GridCell(printable(f"{UNKNOWN} {cell.text}"), MUTED)
    return GridCell(printable(cell.text), "", OWN if cell.own else "")


def summed_up(table: Table, view: TableView, every: dict[str, Column], shown: tuple[int, int]) -> Content:
    """How much of everything is shown, and why not more.

    Args:
        table: what is shown.
        view: what is wanted.
        every: all columns by their ids.
        shown: the numbers of the first and last column in sight, from 1.
    """
    parts = [f"{len(table.rows)} of {table.total} frameworks"]
    if view.only_marked:
        parts.append("marked ones only")
    elif view.marked:
        parts.append(f"{len(view.marked)} marked")
    if view.only_in:
        parts.append("only those still in")
    if view.text:
        parts.append(f"with “{view.text}”")
    if view.sorted_by in every:
        parts.append(f"by {every[view.sorted_by].name} {DOWN if view.descending else UP}")
    first, last = shown
    if table.columns and (first > 1 or last < len(table.columns)):
        parts.append(f"columns {first} to {last} of {len(table.columns)}")
    if view.only_differences:
        alike = ", ".join(column.name for column in table.alike)
        parts.append(f"all agree in {alike}" if alike else "no column in which all agree")
    return Content.styled(printable(" · ".join(parts)), MUTED)


def legend() -> Content:
    """What the marks mean."""
    parts = [Content.assemble((mark, "bold $text-accent"), (f" {words}", MUTED)) for mark, words in LEGEND]
    return Content("   ").join(parts)


def nothing_shown(view: TableView) -> str:
    """Why there is no row, and what to do."""
    if view.text:
        return "Nothing fits: / looks for something else, and for everything where it is left empty."
    return "Nobody is still in: f shows all frameworks." if view.only_in else "There is nothing to show."


def cell_explained(cells: Cells, row: TableRow, column: Column) -> Explanation:
    """A cell at length, with its source, day and ground."""
    told = cells.told(column, row.framework)
    title = Content.assemble(
        (printable(row.framework.name), "bold"), (f" · {printable(column.name)}", "bold"),
        (f"  {printable(column.group)}", MUTED),
    )  # fmt: skip
    on = f", as of {told.as_of.isoformat()}" if told.as_of else ""
    own = ", your own" if told.own else ""
    rests = f"{told.ground}{on}{own}".lstrip(", ")
    entries = [said("", printable(told.text))]
    if told.source:
        entries.append(said("source", printable(told.source)))
    if rests:
        entries.append(said("rests on", printable(rests), MUTED))
    return Explanation(title, tuple(entries), f"{row.framework.id}:{column.id}")


def row_explained(row: TableRow | None, view: TableView) -> Explanation:
    """What is said where there is no cell under the cursor."""
    if row is None:
        return Explanation(Content.styled(nothing_shown(view), "bold"))
    text = "All that are shown agree in every column: d shows them again." if view.only_differences else ""
    return Explanation(Content.styled(text, "bold")) if text else NOTHING
