"""The verdict's end with advice, and a ranking in which something is from an overlay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot

from fwwizard.core.advice_rules import AdviceRule, AnswerRead
from fwwizard.core.catalog import Fact
from fwwizard.core.model import Catalog
from tests.catalogs import invented
from tests.scenes import Scene, app_of, play

VERDICT_END = Scene("verdict-end", "verdict", keys=("G",))


def advised() -> Catalog:
    """Two rules that speak to the scene's answers, one of them the user's, and a fact of theirs."""
    users = ((AnswerRead(users_at_least=100),),)
    moving = ((AnswerRead(moving=True), AnswerRead(users_at_least=100)),)
    staying = ((AnswerRead(moving=False), AnswerRead(users_at_least=100)),)
    rules = (
        AdviceRule("pools", "Take connections for {users} users from a pool.", "ref:handbook", users),
        AdviceRule(
            "move", "Leave {current} only for a bottleneck that you measured.", "our wiki", moving, own=True
        ),
        AdviceRule("stay", "{current} leads already: mend it first.", "our wiki", staying, own=True),
    )
    catalog = invented()
    frameworks = tuple(
        replace(f, facts={**f.facts, "learning_curve": Fact(1, source="our wiki", own=True)}) if n == 1 else f
        for n, f in enumerate(catalog.frameworks)
    )
    return replace(catalog, advice=rules, frameworks=frameworks)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_verdict_with_advice(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    lead: Callable[[Pilot[Any]], Any] = partial(play, VERDICT_END)
    assert snap_compare(app_of(VERDICT_END, advised()), terminal_size=size, run_before=lead)
