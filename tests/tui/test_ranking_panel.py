"""The ranking beside the panes: first-rank shares and the filter."""

from __future__ import annotations

import pytest

from fwwizard.core.acceptability import FULL, LIVE, first_ranks
from fwwizard.core.scenarios import Scenarios
from fwwizard.tui.widgets.filter_line import FilterLine
from fwwizard.tui.widgets.ranking_line import short_share
from fwwizard.tui.widgets.ranking_panel import RankingList
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import evaluated, opened, ranked, tied, wizard


def shown_names(app: object) -> list[str]:
    ranking = wizard(app).panel.ranking  # type: ignore[arg-type]  # the app of the test
    return [ranking.places[row.id].standing.name for row in ranking.rows if row.id]


@pytest.mark.parametrize("size", [(120, 40), (140, 45), (200, 60)])
async def test_first_rank_shares_are_those_of_the_core(size: tuple[int, int]) -> None:
    async with opened(ranked(), size) as (app, pilot, _):
        ranking = wizard(app).panel.ranking
        await settled(pilot, lambda: any(place.share for place in ranking.places.values()), "the shares")
        evaluation = evaluated(app)
        wanted = first_ranks(Scenarios(evaluation, evaluation.evaluator.samples(LIVE)))
        assert wanted is not None
        assert {f: p.share for f, p in ranking.places.items() if p.share is not None} == wanted.first
        first = max(wanted.first.values())
        await settled(pilot, lambda: short_share(first) in screen_text(app))
        assert "first in" in screen_text(app)


async def test_the_panel_says_what_the_verdict_says() -> None:
    async with opened(ranked()) as (app, pilot, _):
        ranking = wizard(app).panel.ranking
        await settled(pilot, lambda: any(place.share for place in ranking.places.values()), "the shares")
        await pilot.press("6")
        evaluation = evaluated(app)
        wanted = first_ranks(Scenarios(evaluation, evaluation.evaluator.samples(FULL)))
        assert wanted is not None

        def shown() -> dict[str, float]:
            return {f: p.share for f, p in ranking.places.items() if p.share is not None}

        await settled(pilot, lambda: shown() == wanted.first, "the shares of the verdict")


async def test_an_order_that_means_nothing_has_no_shares() -> None:
    async with opened(tied()) as (app, _, _):
        assert "first in" not in screen_text(app)


async def test_the_ranking_can_be_filtered_by_a_part_of_the_name() -> None:
    async with opened(ranked()) as (app, pilot, _):
        everyone = shown_names(app)
        await pilot.press("r", "slash")
        await settled(pilot, lambda: isinstance(app.focused, FilterLine))
        await pilot.press(*"CH")
        few = [name for name in everyone if "ch" in name.lower()]
        assert 0 < len(few) < len(everyone)
        await settled(pilot, lambda: shown_names(app) == few)
        assert "filtered" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.focused, RankingList))
        assert shown_names(app) == few
        await pilot.press("slash", "escape")
        await settled(pilot, lambda: shown_names(app) == everyone)
        assert isinstance(app.focused, RankingList)


async def test_down_leaves_the_filter_as_it_is() -> None:
    async with opened(ranked()) as (app, pilot, _):
        await pilot.press("r", "slash", "c", "h", "down")
        await settled(pilot, lambda: isinstance(app.focused, RankingList))
        assert "filtered" in screen_text(app)
