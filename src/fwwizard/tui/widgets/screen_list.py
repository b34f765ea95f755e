"""A list whose enter belongs to the screen around it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.row_list import RowList


class ScreenList(RowList, inherit_bindings=False):
    """Moves its cursor by keys; what enter does, if anything, the screen says and its footer shows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
