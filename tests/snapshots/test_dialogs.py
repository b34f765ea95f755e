"""Every dialog about files and catalogs as a picture, over the invented catalog, small and large."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import tzset
from typing import Any

import pytest
from textual.pilot import Pilot

from fwwizard.core.model import Catalog
from fwwizard.core.session import Change, FlagVerdict, Project, Session
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.conflicts import CompareDialog, ConflictDialog
from fwwizard.tui.screens.dialogs import ChoiceDialog
from fwwizard.tui.screens.other_catalog import CatalogDialog
from fwwizard.tui.store import Context, Kept
from fwwizard.tui.widgets.line_prompt import LinePrompt
from tests.catalogs import invented, invented_later
from tests.scenes import NOON, payments, shares_shown
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import painted, screen_text, settled
from tests.tui.wizard_app import home, ready, wizard

Compare = Callable[..., bool]
Lead = Callable[[Pilot[Any], MemoryStore], Awaitable[None]]
SIZES = [(80, 24), (140, 45)]
BEFORE = NOON - timedelta(minutes=30)


def session() -> Session:
    """A Python team's answers, some of them about what the catalog of the next year lacks."""
    said = payments(invented(), "priorities")
    project = replace(said.project, current="birch", excluded={"willow": "no hosting for it"})
    changes = (Change(BEFORE, "ranked team first", "birch"),)
    flags = {"birch": {"outdated_docs": FlagVerdict("concern", "major", "two of us lost a day")}}
    return replace(said, project=project, changes=changes, flags=flags)


def app_on(store: MemoryStore, first: Session | None, catalog: Catalog, former: Catalog | None) -> WizardApp:
    path = Path(f"/{first.id}.toml") if first is not None else None
    context = Context(
        store,
        lambda: catalog,
        lambda: NOON,
        lambda: "new",
        first=path,
        prepare_after=None,
        look_every=0,
        former_catalog=lambda _: former,
    )
    app = WizardApp(context)
    app.animation_level = "none"
    return app


def same(
    snap_compare: Compare,
    size: tuple[int, int],
    lead: Lead,
    *,
    listed: bool = False,
    catalog: Catalog | None = None,
    former: Catalog | None = None,
) -> bool:
    of = session()
    store = MemoryStore(of)
    app = app_on(store, None if listed else of, catalog or invented(), former)

    async def play(pilot: Pilot[Any]) -> None:
        if listed:
            await settled(pilot, lambda: home(app).leaders, "the list")
        else:
            await settled(pilot, lambda: ready(app), "the wizard")
            await settled(pilot, lambda: shares_shown(wizard(app)), "the shares")
        await lead(pilot, store)
        if not listed:
            await settled(pilot, lambda: shares_shown(wizard(app)), "the shares")
        await painted(pilot)

    return snap_compare(app, terminal_size=size, run_before=play)


def shows(pilot: Pilot[Any], kind: type) -> Callable[[], bool]:
    return lambda: isinstance(pilot.app.screen, kind)


async def to_conflict(pilot: Pilot[Any], store: MemoryStore) -> None:
    (path,) = store.sessions
    mine = store.sessions[path]
    change = Change(NOON - timedelta(minutes=1), "Websockets: must", "birch")
    store.sessions[path] = replace(
        mine,
        name="Payments",
        project=Project(current="oak", needs=("json_api",), concurrent_users=40),
        checklist={**mine.checklist, "websockets": "must"},
        changes=(*mine.changes, change),
    )
    await pilot.press("down", "J")
    await settled(pilot, shows(pilot, ConflictDialog), "the conflict")


async def to_compare(pilot: Pilot[Any], store: MemoryStore) -> None:
    await to_conflict(pilot, store)
    await pilot.press("j", "j", "enter")
    await settled(pilot, shows(pilot, CompareDialog), "the comparison")


async def to_catalog(pilot: Pilot[Any], _: MemoryStore) -> None:
    await settled(pilot, shows(pilot, CatalogDialog), "the other catalog")


async def to_catalog_end(pilot: Pilot[Any], store: MemoryStore) -> None:
    await to_catalog(pilot, store)
    await pilot.press(*["J"] * 12)


async def to_save_as(pilot: Pilot[Any], store: MemoryStore) -> None:
    store.failure = "the disk is full"
    await pilot.press("down", "J")
    await settled(pilot, lambda: "not saved" in screen_text(pilot.app), "the failure")
    await pilot.press("S")
    await settled(pilot, lambda: wizard(pilot.app).query_one("#save-as", LinePrompt).asking)  # type: ignore[arg-type]


async def to_recovery(pilot: Pilot[Any], store: MemoryStore) -> None:
    torn = Path("/torn-a1.toml")
    store.broken[torn] = "line 12, column 9: is not valid TOML: unterminated string"
    store.kept_versions[torn] = Kept(
        replace(session(), updated=BEFORE), datetime(2026, 11, 21, 11, 58, tzinfo=UTC)
    )
    home(pilot.app).read()  # type: ignore[arg-type]
    await settled(pilot, lambda: "torn" in screen_text(pilot.app), "the broken file")
    await pilot.press("G", "enter")
    await settled(pilot, shows(pilot, ChoiceDialog), "the recovery")


SCENES: dict[str, tuple[Lead, dict[str, Any]]] = {
    "conflict": (to_conflict, {}),
    "compare": (to_compare, {}),
    "save-as": (to_save_as, {}),
    "recovery": (to_recovery, {"listed": True}),
    "catalog": (to_catalog, {"later": True, "compared": True}),
    "catalog-end": (to_catalog_end, {"later": True, "compared": True}),
    "catalog-not-at-hand": (to_catalog, {"later": True}),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCENES)
def test_dialog(
    snap_compare: Compare, name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    tzset()
    lead, how = SCENES[name]
    later, compared = how.get("later", False), how.get("compared", False)
    assert same(
        snap_compare,
        size,
        lead,
        listed=how.get("listed", False),
        catalog=invented_later() if later else None,
        former=invented() if compared else None,
    )
