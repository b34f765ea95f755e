"""A session that was made with another catalog: what changed is shown, and the person answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from fwwizard.core.model import Catalog
from fwwizard.core.session import STEPS, CatalogRef, FlagVerdict, Priorities, Project, Session
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.other_catalog import CatalogDialog
from fwwizard.tui.store import Context
from tests.catalogs import invented, invented_later
from tests.core.build import NOON
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_lines, screen_text, settled
from tests.tui.wizard_app import evaluated, ranked, ready, said, wizard

PATH = Path("/payments-api.toml")


def made_before(**more: Any) -> Session:
    """Answers of last year, some of them about what this year's catalog lacks."""
    reference = CatalogRef(invented().model.version, invented().digest)
    flags = {"birch": {"outdated_docs": FlagVerdict("concern")}}
    return ranked(catalog=reference, project=Project(current="birch"), flags=flags, **more)


def app_with(
    store: MemoryStore, catalog: Catalog, former: Catalog | None = None
) -> tuple[WizardApp, list[Catalog]]:
    """The program under a catalog; the list fills with the catalogs that are to be remembered."""
    kept: list[Catalog] = []
    context = Context(
        store,
        lambda: catalog,
        lambda: NOON,
        lambda: "new",
        first=PATH,
        former_catalog=lambda digest: former if former is not None and former.digest == digest else None,
        remember=kept.append,
    )
    app = WizardApp(context)
    app.animation_level = "none"
    return app, kept


def asks(app: WizardApp) -> bool:
    """Whether the dialog is on the screen, with its text and its choices."""
    if not isinstance(app.screen, CatalogDialog):
        return False
    text = screen_text(app)
    return "With catalog trees-1" in text and "take over catalog trees-2" in text


async def test_two_states_of_one_version_are_told_apart_where_one_chooses() -> None:
    now = replace(invented(), digest="sha256:other")
    app, _ = app_with(MemoryStore(made_before()), now, invented())
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await settled(pilot, lambda: isinstance(app.screen, CatalogDialog), "the question")
        text = screen_text(app)
        assert "stay with catalog trees-1 as it was" in text
        assert "take over catalog trees-1 as it is today" in text


async def test_what_changed_is_shown_and_taking_it_over_can_be_undone() -> None:
    before = made_before()
    store = MemoryStore(before)
    app, kept = app_with(store, invented_later(), invented())
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await settled(pilot, lambda: asks(app), "the question")
        text = screen_text(app)
        assert "With catalog trees-1, Hazel led with" in text
        assert "Learning curve: 1 → 5" in text
        assert "flags.birch.outdated_docs.verdict" in text
        assert "(made with catalog trees-1)" in text
        await pilot.press("j", "enter")
        await settled(pilot, lambda: said(app).catalog.version == "trees-2")
        assert said(app).retired["project.current.birch"] is True
        assert said(app).flags == {}
        assert said(app).changes[-1].edit == "took over catalog trees-2, 2 answers retired"
        assert "made with" not in screen_lines(app)[0]
        await settled(pilot, lambda: store.sessions[PATH] == said(app))
        await settled(pilot, lambda: kept == [invented_later()])
        await pilot.press("u")
        await settled(pilot, lambda: said(app).catalog == before.catalog)
        assert said(app).flags == before.flags
        assert said(app).retired == {}


async def test_staying_is_noted_and_not_asked_again_until_one_wants_to() -> None:
    store = MemoryStore(made_before())
    app, _ = app_with(store, invented_later(), invented())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: asks(app), "the question")
        await pilot.press("enter")
        await settled(pilot, lambda: said(app).catalog.note)
        assert said(app).catalog.note.startswith("with trees-1, Hazel led with ")
        assert said(app).project.current == "birch"
        await settled(pilot, lambda: store.sessions[PATH] == said(app))
    app, _ = app_with(store, invented_later(), invented())
    async with app.run_test(size=(140, 45)) as pilot:
        await settled(pilot, lambda: ready(app))
        await pilot.press("J")
        await settled(pilot, lambda: said(app).changes[-1].edit == "moved Team expertise down")
        assert not asks(app)
        await pilot.press("C")
        await settled(pilot, lambda: asks(app), "the question, asked for")
        await settled(pilot, lambda: "Noted before" in screen_text(app))


async def test_deciding_later_changes_nothing() -> None:
    before = made_before()
    store = MemoryStore(before)
    app, kept = app_with(store, invented_later(), invented())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: asks(app), "the question")
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is wizard(app))
        assert said(app) == before
        assert kept == []
    assert store.sessions[PATH] == before


async def test_where_the_old_catalog_is_not_at_hand_that_is_said() -> None:
    app, _ = app_with(MemoryStore(made_before()), invented_later())
    async with app.run_test(size=(140, 45)) as pilot:
        await settled(pilot, lambda: asks(app), "the question")
        await settled(pilot, lambda: "is not on this machine" in screen_text(app))


async def test_a_session_of_this_catalog_is_not_asked_about_and_the_catalog_is_kept() -> None:
    app, kept = app_with(MemoryStore(made_before()), invented(), invented())
    async with app.run_test() as pilot:
        await settled(pilot, lambda: kept == [invented()])
        assert not asks(app)
        assert not wizard(app).check_action("catalog", ())


async def test_a_session_without_a_catalog_is_let_be() -> None:
    app, kept = app_with(MemoryStore(ranked()), invented(), invented())
    async with app.run_test() as pilot:
        await settled(pilot, lambda: ready(app))
        await pilot.press("C")
        await pilot.pause()
        assert not asks(app)
        assert kept == []


async def test_every_step_works_on_answers_about_what_is_gone() -> None:
    strange = made_before(
        priorities=Priorities((("luck", "team"), ("performance",), ("beauty",)), True, ("smell",)),
        checklist={"shade": "must", "websockets": "want"},
        targets={"height": 5.0},
    )
    strange = replace(
        strange,
        project=Project(
            current="yew-tree",
            languages={"cobol": "expert", "typescript": "expert"},
            experience={"fir": "production"},
            needs=("carrier_pigeons", "json_api"),
            conditions=("rain",),
            runtimes={"steam": "1"},
            excluded={"fir": "needles"},
        ),
        flags={
            "fir": {"outdated_docs": FlagVerdict("concern")},
            "hazel": {"leaning": FlagVerdict("rule-out")},
        },
    )
    app, _ = app_with(MemoryStore(strange), invented_later(), invented())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: asks(app), "the question")
        await pilot.press("escape")
        for number, step in enumerate(STEPS, start=1):
            await pilot.press(str(number))
            await settled(pilot, lambda step=step: wizard(app).step == step)  # type: ignore[misc]
            await pilot.press("down", "up", "space", "u")
            await pilot.pause()
        await pilot.press("2", "down", "J", "K", "x", "u")
        await pilot.press("6", "enter")
        await settled(pilot, lambda: isinstance(app.screen, FrameworkCard))
        now = said(app)
        assert now.project == strange.project
        assert now.checklist == strange.checklist
        assert now.flags == strange.flags
        assert {f for group in now.priorities.ranking for f in group} >= {"luck", "beauty"}
        assert evaluated(app).standing("hazel").status != "excluded"
