"""The running program while commands are tried on it: what is pressed, and what is then there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from fwwizard.core.new_session import new_session
from fwwizard.core.session import CatalogRef, Priorities, Session
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.wizard import WizardScreen
from fwwizard.tui.widgets.ranking_panel import RankingList
from fwwizard.tui.widgets.row_list import RowList
from tests.catalogs import invented
from tests.core.build import NOON
from tests.scenes import payments, team
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import handled, screen_lines, screen_text, settled
from tests.tui.wizard_app import TIED, app_on, home, ready, said, wizard

S = TypeVar("S", bound=Screen[Any])
SIZE = (120, 40)
START = replace(payments(invented(), "priorities"), updated=NOON)
"""The open session: a Python team, whose own Birch leads."""
UNRANKED = replace(START, priorities=Priorities(TIED))
"""The same before the ranking was accepted."""
MADE_ELSEWHERE = replace(START, catalog=CatalogRef("trees-0", "sha256:0"))
"""The same, made with a catalog that is not at hand."""


class Stage:
    """One run of the program, and the key that is being tried on it."""

    def __init__(self, app: WizardApp, pilot: Pilot[int], store: MemoryStore) -> None:
        self.app, self.pilot, self.store = app, pilot, store
        self.key = ""
        """The key of the command that is being tried."""
        self.browser: list[str] = []
        """The addresses that a browser was given."""
        self.chosen: list[str | None] = []
        """What came of choices."""
        self.from_list = False
        """Whether the program began with the list of sessions."""
        self.start = START
        """The session that was opened."""

    # ── what is pressed ──────────────────────────────────────────────────────

    async def press(self, *keys: str) -> None:
        """Presses keys that lead somewhere, each once everything is handled that the one before did."""
        for key in keys:
            self.app.simulate_key(key)
            await handled(self.pilot)

    async def do(self) -> None:
        """Presses the key of the command."""
        await self.press(self.key)

    async def to(self, row: str) -> None:
        """Puts the cursor on a row of the list that has the focus."""
        assert self.row_list.move_to(row), f"there is no row {row} among {self.rows}"
        await handled(self.pilot)

    async def answers(self, text: str) -> None:
        """Types an answer into the line that has the focus, in the place of what stands there, and enters."""
        line = self.app.focused
        assert isinstance(line, Input)
        line.value = text
        await self.press("enter")

    async def brings(self, *texts: str) -> None:
        """Presses the key of the command; texts come that were not on the screen before."""
        before = self.text
        there = [text for text in texts if text in before]
        assert not there, f"{there} was on the screen before:\n{before}"
        await self.do()
        await self.sees(*texts)

    async def takes_away(self, *texts: str) -> None:
        """Presses the key of the command; texts go that were on the screen before."""
        await self.sees(*texts)
        await self.do()
        await self.misses(*texts)

    # ── what is waited for ───────────────────────────────────────────────────

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Waits for something."""
        await handled(self.pilot)
        if not condition():
            await settled(self.pilot, condition, what)

    async def sees(self, *texts: str) -> None:
        """Waits until all of these are on the screen."""
        await self.until(lambda: all(text in self.text for text in texts), f"to see {texts}")

    async def reaches(self, kind: type[S]) -> S:
        """Waits until a screen of that class is in front."""
        await self.until(lambda: isinstance(self.app.screen, kind), kind.__name__)
        found = self.app.screen
        assert isinstance(found, kind)
        return found

    async def misses(self, *texts: str) -> None:
        """Waits until none of these is on the screen."""
        await self.until(lambda: not any(text in self.text for text in texts), f"the end of {texts}")

    # ── what is there ────────────────────────────────────────────────────────

    @property
    def said(self) -> Session:
        """The answers of the open session."""
        return said(self.app)

    @property
    def text(self) -> str:
        """What the screen says, with the spaces at the ends of lines left out."""
        return screen_text(self.app)

    @property
    def bar(self) -> str:
        """The last line of the screen."""
        return screen_lines(self.app)[-1]

    @property
    def row_list(self) -> RowList:
        """The list that has the focus."""
        focused = self.app.focused
        assert isinstance(focused, RowList), f"{focused} has the focus, no list"
        return focused

    @property
    def row(self) -> str:
        """The id of the row under the cursor."""
        return self.row_list.cursor_id

    @property
    def rows(self) -> list[str]:
        """The ids of the rows of the list that has the focus, without headings."""
        return [row.id for row in self.row_list.rows if not row.heading]

    # ── beginnings ───────────────────────────────────────────────────────────

    async def begin_again(self) -> None:
        """As it was when the program had begun."""
        if self.from_list:
            await self.back_to_list()
        else:
            await self.back_to_wizard()

    async def back_to_list(self) -> None:
        """Everything closed that stands in front of the list, and nothing marked or filtered."""
        for _ in range(8):
            if self.app.screen is home(self.app) and not isinstance(self.app.focused, Input):
                break
            await self.press("escape")
        sessions = home(self.app).sessions
        for one in tuple(sessions.marked):
            await self.to(one)
            await self.press("m")
        await self.press("escape", "g")
        await self.until(lambda: len(self.rows) == len(self.store.sessions), "the whole list")

    async def back_to_wizard(self) -> None:
        """Everything closed that stands in front of the pane, and every answer as at the beginning."""
        for _ in range(8):
            focused = self.app.focused
            if isinstance(self.app.screen, WizardScreen) and not isinstance(focused, Input | RankingList):
                break
            await self.press("escape")
        await self.until(lambda: self.app.screen is wizard(self.app), "the wizard in front")
        for _ in range(12):
            if answers(self.said) == answers(self.start):
                break
            await self.press("u")
        await self.until(lambda: answers(self.said) == answers(self.start), "the answers of the beginning")

    async def wait_for_home(self) -> None:
        """The list of sessions is in front, with who leads each."""
        await self.reaches(HomeScreen)
        await self.until(lambda: home(self.app).leaders, "the leaders")


def answers(session: Session) -> Session:
    """A session without what was done when."""
    return replace(session, changes=(), updated=NOON, step="project")


def people() -> list[Session]:
    """Ann, Bob and Cem about one decision, in the order of the list."""
    return team(invented())


@asynccontextmanager
async def in_the_wizard(start: Session = START, size: tuple[int, int] = SIZE) -> AsyncIterator[Stage]:
    """The wizard on a session; another one lies beside it."""
    other = new_session(invented(), "back-office", "Back office", NOON)
    store = MemoryStore(start, other)
    app = app_on(store, first=Path(f"/{start.id}.toml"), prepare_after=None, look_every=0)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot, lambda: ready(app), "the wizard")
        stage = Stage(app, pilot, store)
        stage.start = start
        yield stage


@asynccontextmanager
async def in_the_list() -> AsyncIterator[Stage]:
    """The list with the sessions of a team."""
    store = MemoryStore(*people())
    app = app_on(store, prepare_after=None, look_every=0)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        stage = Stage(app, pilot, store)
        stage.from_list = True
        await stage.wait_for_home()
        yield stage
