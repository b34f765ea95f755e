"""Reports and pictures from the running wizard: what is asked, what is written, what is said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from fwwizard.core.evaluation import evaluate
from fwwizard.core.session import Priorities, Project, ProofOfConcept, Session
from fwwizard.errors import SaveError
from fwwizard.report.documents import Document, Form, document
from fwwizard.tui.app import WizardApp
from fwwizard.tui.screens.dialogs import LineDialog
from tests.catalogs import invented
from tests.tui.waiting import screen_text, settled
from tests.tui.wizard_app import TIED, opened, ranked, said

RANKING = Priorities((("team",), ("future",)), confirmed=True)
WHOLE = ProofOfConcept(date(2026, 12, 1), ("search", "checkout"))


class Desk:
    """Takes what is written instead of a disk."""

    def __init__(self, failure: str = "") -> None:
        self.failure = failure
        self.written: dict[Path, str] = {}
        self.kept: set[Path | None] = set()

    def write(self, path: Path, text: str, session: Path | None) -> Path:
        if self.failure:
            raise SaveError(self.failure, file=path)
        self.written[path] = text
        self.kept.add(session)
        return path


@asynccontextmanager
async def at_verdict(
    desk: Desk, of: Session | None = None, **more: Any
) -> AsyncIterator[tuple[WizardApp, Pilot[int]]]:
    of = of or ranked(step="verdict", priorities=RANKING, **more)
    async with opened(of, write=desk.write) as (app, pilot, _):
        await settled(pilot, lambda: "First place" in screen_text(app) or "No " in screen_text(app))
        yield app, pilot


def question(app: WizardApp) -> LineDialog | None:
    """The question on the screen."""
    return app.screen if isinstance(app.screen, LineDialog) else None


async def asked(app: WizardApp, pilot: Pilot[int], words: str) -> Input:
    await settled(pilot, lambda: question(app) is not None and words in screen_text(app), words)
    return app.screen.query_one(Input)


def text_of(app: WizardApp, kind: Document, form: Form) -> str | None:
    return document(evaluate(invented(), said(app)), kind, form)


@pytest.mark.parametrize(
    ("key", "name", "kind", "form"),
    [
        ("w", "payments-api-decision.md", "record", "markdown"),
        ("h", "payments-api-decision.html", "record", "html"),
        ("c", "payments-api-poc.md", "plan", "markdown"),
    ],
)
async def test_a_key_a_name_and_it_lies_there(key: str, name: str, kind: Document, form: Form) -> None:
    desk = Desk()
    async with at_verdict(desk, poc=WHOLE) as (app, pilot):
        await pilot.press(key)
        assert (await asked(app, pilot, "Write the")).value == name
        await pilot.press("enter")
        await settled(pilot, lambda: "Written to" in screen_text(app))
        assert desk.written == {Path(name): text_of(app, kind, form)}
        assert desk.kept == {Path("/payments-api.toml")}
        assert said(app).changes == ()


async def test_another_path_may_be_typed_and_an_empty_one_may_not() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("w")
        line = await asked(app, pilot, "Write the")
        line.value = ""
        await pilot.press("enter")
        await settled(pilot, lambda: "A file name is needed." in screen_text(app))
        line.value = "docs/0007.md"
        await pilot.press("enter")
        await settled(pilot, lambda: desk.written)
        assert list(desk.written) == [Path("docs/0007.md")]


async def test_turning_away_writes_nothing() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("w")
        await asked(app, pilot, "Write the")
        await pilot.press("escape")
        await settled(pilot, lambda: question(app) is None)
        assert desk.written == {}


async def test_what_cannot_be_written_is_said() -> None:
    async with at_verdict(Desk("not saved, the disk is full")) as (app, pilot):
        await pilot.press("w")
        await asked(app, pilot, "Write the")
        await pilot.press("enter")
        await settled(pilot, lambda: "the disk is full" in screen_text(app))


async def test_the_plan_asks_for_flows_and_the_first_day_and_keeps_them() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("c")
        (await asked(app, pilot, "Which 2 user flows are tried?")).value = "search, , checkout "
        await pilot.press("enter")
        (await asked(app, pilot, "On which day")).value = "tomorrow"
        await pilot.press("enter")
        (await asked(app, pilot, "“tomorrow” is no day")).value = "2026-12-01"
        await pilot.press("enter")
        await asked(app, pilot, "Write the plan")
        await pilot.press("enter")
        await settled(pilot, lambda: desk.written)
        assert said(app).poc.flows == ("search", "checkout")
        assert said(app).poc.start == date(2026, 12, 1)
        assert [change.edit for change in said(app).changes] == [
            "a proof of concept tries search, checkout",
            "the proof of concept begins on 2026-12-01",
        ]
        text = desk.written[Path("payments-api-poc.md")]
        assert "1. search" in text
        assert "Day 1, Tue 2026-12-01" in text


async def test_a_plan_may_leave_them_open() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("c")
        for words in ("Which 2 user flows", "On which day", "Write the plan"):
            await asked(app, pilot, words)
            await pilot.press("enter")
        await settled(pilot, lambda: desk.written)
        assert said(app).changes == ()
        assert "(still to be named)" in desk.written[Path("payments-api-poc.md")]


async def test_there_is_no_plan_for_nobody() -> None:
    out = Project(excluded={f.id: "" for f in invented().frameworks})
    desk = Desk()
    async with at_verdict(desk, project=out, poc=WHOLE) as (app, pilot):
        await pilot.press("c")
        await asked(app, pilot, "Write the plan")
        await pilot.press("enter")
        await settled(pilot, lambda: "no framework is left to try" in screen_text(app))
        assert desk.written == {}


async def test_there_is_no_plan_for_a_tie() -> None:
    desk = Desk()
    async with at_verdict(desk, ranked(step="verdict", priorities=Priorities(TIED), poc=WHOLE)) as (
        app,
        pilot,
    ):
        await pilot.press("c")
        await asked(app, pilot, "Write the plan")
        await pilot.press("enter")
        await settled(pilot, lambda: "every priority is tied" in screen_text(app))


async def test_the_verdict_names_the_keys() -> None:
    async with at_verdict(Desk()) as (app, pilot):
        await pilot.press("G")
        await settled(pilot, lambda: "write the decision record" in screen_text(app))
        await settled(pilot, lambda: "plan a proof of concept" in screen_text(app))


async def test_the_palette_writes_the_record() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press(*"decision record")
        await settled(pilot, lambda: "Write the decision record to a file" in screen_text(app))
        await pilot.press("enter")
        await asked(app, pilot, "Write the decision record to")


async def test_the_palette_saves_a_picture_of_what_lies_below_it() -> None:
    desk = Desk()
    async with at_verdict(desk) as (app, pilot):
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press(*"picture")
        await settled(pilot, lambda: "Save this screen as an SVG file" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot, lambda: "The picture is in" in screen_text(app))
        ((path, svg),) = desk.written.items()
        assert path == Path.cwd() / "fwwizard-2026-11-21T124200.svg"
        assert "First&#160;place" in svg
        assert "Search" not in svg
        assert "@font-face" not in svg
