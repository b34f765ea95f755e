"""The whole program on the invented catalog, with sessions in memory and a clock that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.session import Priorities, Session
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.wizard import WizardScreen
from fwwizard.tui.store import Context
from tests.catalogs import invented
from tests.core.build import NOON, session
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import settled

MEDIUM = (120, 40)
RANKED = (("team",), ("time_to_market",), ("performance",), ("future",))
TIED = (("performance", "team", "time_to_market", "future"),)


def ranked(name: str = "Payments API", **more: Any) -> Session:
    """A session with a confirmed ranking; its id is its name in small letters."""
    fields: dict[str, Any] = {"id": name.lower().replace(" ", "-"), "name": name, "step": "priorities"}
    return session(RANKED, **(fields | more))


def tied(name: str = "Payments API", **more: Any) -> Session:
    """A session in which nothing was said yet."""
    return ranked(name, **({"priorities": Priorities(TIED)} | more))


def app_on(store: MemoryStore, *, first: Path | None = None, **more: Any) -> WizardApp:
    """The program; ids are counted, and it is noon."""
    numbers = count(1)

    def clock() -> datetime:
        return NOON + timedelta(minutes=42)

    context = Context(store, invented, clock, lambda: f"new-{next(numbers)}", first=first, **more)
    app = WizardApp(context)
    app.animation_level = "none"
    return app


def wizard(app: WizardApp) -> WizardScreen:
    """The open wizard."""
    return next(screen for screen in app.screen_stack if isinstance(screen, WizardScreen))


def home(app: WizardApp) -> HomeScreen:
    """The list of sessions."""
    return next(screen for screen in app.screen_stack if isinstance(screen, HomeScreen))


def said(app: WizardApp) -> Session:
    """The session as it stands in the wizard."""
    found = wizard(app).session
    assert found is not None
    return found


def evaluated(app: WizardApp) -> Evaluation:
    """What follows from it."""
    found = wizard(app).evaluation
    assert found is not None
    return found


def ready(app: WizardApp) -> bool:
    """Whether a session is open, with its ranking."""
    screens = [screen for screen in app.screen_stack if isinstance(screen, WizardScreen)]
    return bool(screens) and screens[0].evaluation is not None and screens[0].focused is not None


@asynccontextmanager
async def opened(
    of: Session, size: tuple[int, int] = MEDIUM, store: MemoryStore | None = None, **more: Any
) -> AsyncIterator[tuple[WizardApp, Pilot[int], MemoryStore]]:
    """The wizard on a session, with its ranking on the screen."""
    store = store or MemoryStore(of)
    app = app_on(store, first=Path(f"/{of.id}.toml"), **more)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot, lambda: ready(app), "the wizard")
        yield app, pilot, store
