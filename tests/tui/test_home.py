"""The list of sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

from fwwizard.core.model import Catalog
from fwwizard.core.session import Change, Priorities
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.dialogs import ChoiceDialog, LineDialog
from fwwizard.tui.store import Kept
from tests.catalogs import invented
from tests.core.build import NOON
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import app_on, home, ranked, ready, said, tied, wizard

WHEN = (" ago", "just now", "yesterday")


def listed_names(text: str) -> list[str]:
    """Of the three sessions those that the screen shows, from top to bottom."""
    return [
        line.strip("› ").split("  ")[0] for line in text.splitlines() if any(word in line for word in WHEN)
    ]


def chosen_name(app: WizardApp) -> str:
    """The name of the session under the cursor."""
    found = home(app).chosen
    return found.name if found else ""


def three() -> MemoryStore:
    return MemoryStore(
        ranked("Payments API", updated=NOON + timedelta(minutes=40)),
        tied("Magazine", updated=NOON - timedelta(days=1), step="project"),
        ranked("Old [bold]one[/]", updated=NOON - timedelta(days=5), step="verdict"),
    )


async def test_without_sessions_it_says_what_will_happen_and_enter_begins() -> None:
    store = MemoryStore()
    app = app_on(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "Press enter to begin" in screen_text(app))
        await settled(pilot, lambda: app.evaluator)
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, LineDialog))
        await pilot.press("enter")
        assert "A name is needed" in screen_text(app)
        await pilot.press(*"CMS", "enter")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "CMS"
        assert said(app).step == "project"
        assert said(app).priorities.confirmed is False
        assert said(app).catalog.version == "trees-1"
        assert [session.name for session in store.sessions.values()] == ["CMS"]


async def test_it_shows_when_where_and_who_leads_the_newest_first() -> None:
    app = app_on(three())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        text = screen_text(app)
        assert listed_names(text) == ["Payments API", "Magazine", "Old [bold]one[/]"]
        first, second, third = (line for line in text.splitlines() if any(word in line for word in WHEN))
        assert "2 minutes ago" in first
        assert "Priorities" in first
        assert "yesterday" in second
        assert "not ranked yet" in second
        assert "5 days ago" in third
        assert "Verdict" in third


async def test_enter_opens_and_escape_comes_back() -> None:
    app = app_on(three())
    async with app.run_test() as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("j", "enter")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "Magazine"
        await pilot.press("4")
        await settled(pilot, lambda: said(app).step == "checklist")
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is home(app) and "Checklist" in screen_text(app))
        assert chosen_name(app) == "Magazine"
        await pilot.press("enter")
        await settled(pilot, lambda: ready(app))
        assert wizard(app).step == "checklist"


async def test_rename_and_copy() -> None:
    store = three()
    app = app_on(store)
    async with app.run_test() as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("r")
        await settled(pilot, lambda: isinstance(app.screen, LineDialog))
        await pilot.press("end", *" 2", "enter")
        await settled(pilot, lambda: "Payments API 2" in screen_text(app))
        await pilot.press("c")
        await settled(pilot, lambda: isinstance(app.screen, LineDialog))
        await pilot.press("enter")
        await settled(pilot, lambda: "Payments API 2 (copy)" in screen_text(app))
        assert chosen_name(app) == "Payments API 2 (copy)"
        assert len(store.sessions) == 4


async def test_delete_can_be_undone() -> None:
    store = three()
    app = app_on(store)
    async with app.run_test() as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("d")
        await settled(pilot, lambda: listed_names(screen_text(app))[0] == "Magazine")
        assert len(store.sessions) == 2
        await pilot.press("u")
        await settled(pilot, lambda: listed_names(screen_text(app))[0] == "Payments API")
        assert len(store.sessions) == 3
        await settled(pilot, lambda: home(app).sessions.cursor_id == "/payments-api.toml")


async def test_filter_shows_what_fits_and_escape_shows_all() -> None:
    app = app_on(three())
    async with app.run_test() as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("slash", *"maga")
        await settled(pilot, lambda: listed_names(screen_text(app)) == ["Magazine"])
        await pilot.press("enter")
        await pilot.press("enter")
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "Magazine"
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is home(app))
        await pilot.press("escape")
        await settled(pilot, lambda: len(listed_names(screen_text(app))) == 3)


async def test_a_broken_file_is_listed_with_its_error_and_never_replaced_unasked() -> None:
    store = three()
    store.broken[Path("/torn.toml")] = "line 2: name: unfinished array"
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        assert "unfinished array" in screen_text(app)
        await pilot.press("G", "enter")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        assert "torn.toml cannot be read" in screen_text(app)
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is home(app))
        assert store.recovered == []


async def test_a_broken_file_goes_back_to_what_is_kept_and_what_is_lost_is_told() -> None:
    store, torn = three(), Path("/torn.toml")
    store.broken[torn] = "line 2: name: unfinished array"
    change = Change(NOON - timedelta(hours=2), "moved Team expertise up")
    kept = ranked("Torn", updated=NOON - timedelta(hours=2), changes=(change,))
    store.kept_versions[torn] = Kept(kept, NOON)
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("G", "enter")
        await settled(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await settled(pilot, lambda: "go back to the version" in screen_text(app))
        text = " ".join(screen_text(app).replace("│", " ").split())
        was, now = (f"{time.astimezone():%Y-%m-%d %H:%M}" for time in (kept.updated, NOON))
        assert f"The version before is of {was}, with 1 change in its log, the last “moved Team" in text
        assert f"The broken file was written on {now}: what was answered between the two is lost." in text
        assert f"go back to the version of {was}" in text
        await pilot.press("j", "enter")
        await settled(pilot, lambda: store.recovered == [torn])
        await settled(pilot, lambda: "The broken file is kept as /aside/torn.toml" in screen_text(app))


async def test_without_a_version_before_nothing_is_offered() -> None:
    store = three()
    store.broken[Path("/torn.toml")] = "line 2: name: unfinished array"
    app = app_on(store)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("G", "enter")
        await settled(pilot, lambda: "There is no earlier" in screen_text(app))
        await pilot.press("j", "enter")
        await settled(pilot, lambda: app.screen is home(app))
        assert store.recovered == []


async def test_what_renaming_did_with_comments_is_told() -> None:
    store = three()
    store.rename_notice = "comments are kept"
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("r")
        await settled(pilot, lambda: isinstance(app.screen, LineDialog))
        await pilot.press("end", "2", "enter")
        await settled(pilot, lambda: "comments are kept" in screen_text(app))


async def test_a_session_that_is_gone_is_told() -> None:
    store = three()
    app = app_on(store)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        del store.sessions[Path("/payments-api.toml")]
        await pilot.press("enter")
        await settled(pilot, lambda: "there is no such session" in screen_text(app))
        await settled(pilot, lambda: app.screen is home(app))


async def test_q_ends() -> None:
    app = app_on(three())
    async with app.run_test() as pilot:
        await settled(pilot, lambda: home(app).leaders)
        await pilot.press("q")
    assert app.return_value == 0


async def test_a_session_that_does_not_fit_the_catalog_is_listed_with_that() -> None:
    unfit = ranked("Unfit", priorities=Priorities((("team",), ("team",)), confirmed=True))
    app = app_on(MemoryStore(unfit, ranked("Fine")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: home(app).leaders)
        assert "does not fit" in screen_text(app)
        assert "Fine" in screen_text(app)


async def test_a_name_given_before_the_catalog_is_read_is_not_lost() -> None:
    store, may_load = MemoryStore(), Event()
    app = app_on(store)

    def slowly() -> Catalog:
        may_load.wait(10)
        return invented()

    app.context = replace(app.context, load_catalog=slowly)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "Press enter to begin" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, LineDialog))
        await pilot.press(*"CMS", "enter")
        await settled(pilot, lambda: not isinstance(app.screen, LineDialog))
        assert app.evaluator is None
        may_load.set()
        await settled(pilot, lambda: ready(app))
        assert said(app).name == "CMS"
