"""A catalog may lack needs, checklist, flags and languages: the panes are then empty, not broken."""

from __future__ import annotations

import pytest

from fwwizard.core.session import Project
from fwwizard.tui.panes.checklist import ChecklistPane
from fwwizard.tui.panes.fit import FitPane
from fwwizard.tui.panes.flags import FlagsPane
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.panes.project import ProjectPane
from tests.core.build import additive, session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_text, settled

EVERY_KEY = (
    "space", "enter", "l", "h", "right", "left", "backspace", "m", "w", "e", "a", "c", "f", "t", "J", "K", "G"
)  # fmt: skip


@pytest.mark.parametrize("pane", [ProjectPane, FitPane, ChecklistPane, FlagsPane])
async def test_every_key_is_harmless(pane: type[ListPane]) -> None:
    answers = session([["c1"]], project=Project(needs=("gone",), experience={"gone": "tried"}))
    app = PaneApp(additive({"a": [0.5], "b": [0.7]}), answers, pane())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: pane.QUESTION in screen_text(app))
        for key in EVERY_KEY:
            await pilot.press(key, "escape")
        assert pane.QUESTION in screen_text(app)


async def test_an_empty_explanation_has_no_row_to_explain() -> None:
    app = PaneApp(additive({"a": [0.5]}), session([["c1"]]), ChecklistPane())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "0 must, 0 want" in screen_text(app))
        assert app.list.cursor is None
