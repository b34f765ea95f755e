"""Whatever is pressed in whatever order: nothing breaks, and what is saved can be read."""

from __future__ import annotations

from random import Random

import pytest

from fwwizard.storage.session_text import dump
from tests.tui.waiting import settled
from tests.tui.wizard_app import opened, ranked, ready, said

KEYS = (
    *"123456jkJKtxgGnpruolmwfchaesTdy",
    *("space", "enter", "escape", "tab", "shift+tab", "up", "down", "pagedown", "pageup", "left", "right"),
    *("ctrl+r", "backspace", "question_mark", "home", "end"),
)
SIZES = ((80, 24), (120, 40), (60, 18), (50, 10))


@pytest.mark.parametrize("seed", range(4))
async def test_no_sequence_of_keys_breaks_it(seed: int) -> None:
    random = Random(seed)
    async with opened(ranked(), SIZES[seed % len(SIZES)]) as (app, pilot, _):
        for number in range(120):
            app.simulate_key(random.choice(KEYS))
            if number % 8 == 0:
                await pilot.pause()
            if number % 40 == 0:
                await pilot.resize_terminal(*random.choice(SIZES))
        for _ in range(4):
            await pilot.press("escape")
        await settled(pilot, lambda: app.is_running)
        if ready(app):
            assert dump(said(app))
