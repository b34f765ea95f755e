"""Every screen as a picture, over the invented catalog, at a small and a large size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.catalogs import invented
from tests.scenes import SCENES, Scene, app_of, play

Compare = Callable[..., bool]
SMALL, LARGE = (80, 24), (140, 45)
BY_NAME = {scene.name: scene for scene in SCENES}


def same(snap_compare: Compare, scene: Scene, size: tuple[int, int], theme: str = "") -> bool:
    lead: Callable[[Pilot[Any]], Any] = partial(play, scene)
    return snap_compare(app_of(scene, invented(), theme), terminal_size=size, run_before=lead)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_screen(snap_compare: Compare, scene: Scene, size: tuple[int, int]) -> None:
    assert same(snap_compare, scene, size)


@pytest.mark.parametrize("name", ["priorities", "verdict"])
def test_light_theme(snap_compare: Compare, name: str) -> None:
    assert same(snap_compare, BY_NAME[name], (120, 40), "fwwizard-light")


def test_no_color(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert same(snap_compare, BY_NAME["flags"], (120, 40))


def test_a_terminal_that_is_too_small(snap_compare: Compare) -> None:
    assert same(snap_compare, BY_NAME["priorities"], (58, 16))
