"""Everything about one framework."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.new_session import new_session
from fwwizard.core.session import FlagVerdict
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.card_pages import PAGES
from tests.catalogs import invented
from tests.core.build import NOON, session
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import evaluated, opened, ranked

RANKED = [["team"], ["time_to_market"], ["performance"], ["future"]]
OAK_ACCEPTED = {"oak": {"declining_activity": FlagVerdict("accept", reason="we pin it")}}


def evaluation() -> Evaluation:
    flags = {"oak": {invented().model.flags[0].id: FlagVerdict("accept", reason="we pin it")}}
    return evaluate(invented(), session(RANKED, flags=flags))


def words(page: str, framework: str, width: int = 100) -> str:
    found = invented().framework(framework)
    assert found is not None
    lines = PAGES[page](evaluation(), found, width)
    return " ".join(" ".join(line.plain for line in lines).split())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("framework", [f.id for f in invented().frameworks])
@pytest.mark.parametrize("width", [50, 100])
def test_every_page_of_every_framework_fits_its_width(page: str, framework: str, width: int) -> None:
    found = invented().framework(framework)
    assert found is not None
    assert all(line.cell_length <= width for line in PAGES[page](evaluation(), found, width))


def test_the_score_page_shows_where_the_points_come_from() -> None:
    text = words("Score", "oak")
    standing = evaluation().standing("oak")
    assert text.startswith(f"Rank {standing.rank}, ")
    for factor in invented().model.factors:
        assert f"{factor.name}: " in text
    assert "Request handling capacity" in text


def test_capabilities_have_level_source_and_month() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    text = words("Capabilities", "oak")
    for level in {capability.level for capability in oak.capabilities.values()}:
        assert level in text
    assert "documented" in text
    assert "github.com/trees/oak" in text
    assert "2026-" in text


def test_figures_come_with_their_conditions_and_claims_are_named() -> None:
    pages = [words("Figures", f.id) for f in invented().frameworks]
    together = " ".join(pages)
    for figure_set in invented().figures:
        assert figure_set.name in together
    assert "a claim, not scored" in together
    assert "req/s" in together


def test_flags_have_their_sentence_and_the_teams_verdict() -> None:
    text = words("Flags", "oak")
    assert "▲ raised" in text
    assert "Your verdict is accept: we pin it." in text
    assert "You have not reviewed it." in text


def test_the_articles_page_has_strengths_and_claims() -> None:
    framework = next(f for f in invented().frameworks if f.claims)
    text = words("Articles", framework.id)
    assert framework.claims[0].says in text
    for strength in framework.strengths:
        assert strength in text


def test_old_facts_are_called_old_and_counted() -> None:
    catalog = invented()
    oak = catalog.framework("oak")
    assert oak is not None
    later = replace(catalog, model=replace(catalog.model, as_of=date(2028, 1, 1)))
    aged = evaluate(later, session(RANKED))
    text = " ".join(line.plain for line in PAGES["Facts"](aged, oak, 100))
    assert re.search(r"\d+ of \d+ facts are more than a year older than the catalog", text)
    assert "(old)" in text
    assert "(old)" in " ".join(line.plain for line in PAGES["Capabilities"](aged, oak, 100))
    assert "(old)" not in words("Capabilities", "oak")


@pytest.mark.parametrize("page", ["Figures", "Articles"])
@pytest.mark.parametrize("name", ["djapy", "spring-boot"])
def test_a_claim_that_a_measurement_contradicts_is_named_on_both_cards(page: str, name: str) -> None:
    catalog = load_catalog(shipped_catalog())
    framework = catalog.framework(name)
    assert framework is not None
    shown = PAGES[page](evaluate(catalog, new_session(catalog, "x", "x", NOON)), framework, 200)
    text = " ".join(" ".join(line.plain for line in shown).split())
    assert "puts Djapy above Spring Boot (25,000 and 20,000 req/s)" in text
    assert "times better than Django Ninja, the nearest measured relative of Djapy" in text


async def test_pages_turn_by_keys_and_mouse_and_escape_closes() -> None:
    async with opened(ranked(step="verdict")) as (app, pilot, _):
        leader = evaluated(app).leader
        assert leader is not None
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))
        card = app.screen
        assert isinstance(card, FrameworkCard)
        await settled(pilot, lambda: leader.name in screen_text(app))
        await pilot.press("l", "right")
        assert card.page == "Facts"
        await pilot.press("h")
        assert card.page == "Capabilities"
        await pilot.click("PageRail", offset=(2, 0))
        await settled(pilot, lambda: card.page == "Score")
        await pilot.press("left", "tab", "q")
        await settled(pilot, lambda: app.screen is not card)
