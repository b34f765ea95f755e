"""What every test of the wizard has in common: no browser is ever opened."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser would have been given."""
    given: list[str] = []

    def note(url: str, new: int = 0, autoraise: bool = True) -> bool:
        given.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", note)
    return given
