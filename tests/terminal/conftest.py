"""Terminals that are closed whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    opened: list[Terminal] = []

    def started(*arguments: str, columns: int = 120, rows: int = 40, before: str = "") -> Terminal:
        opened.append(Terminal(*arguments, home=home, columns=columns, rows=rows, before=before))
        return opened[-1]

    yield started
    for terminal in opened:
        terminal.close()
