"""The documents of three decisions, byte for byte; `make golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.golden import GOLDEN, documents

TEXTS = dict(documents())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    assert TEXTS[path] == path.read_text(encoding="utf-8"), "if this is meant: make golden"


def test_there_are_no_others() -> None:
    assert set(GOLDEN.iterdir()) == set(TEXTS)


def test_the_same_session_gives_the_same_bytes() -> None:
    assert dict(documents()) == TEXTS
