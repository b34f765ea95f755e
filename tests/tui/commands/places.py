"""Where commands work: the places of the program, how one gets there, and what is at hand in each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial

from textual.widgets import Input

from fwwizard.tui.commands import COMMANDS
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.column_picker import ColumnPicker
from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.dialogs import ChoiceDialog, LineDialog
from fwwizard.tui.screens.group import GroupScreen
from fwwizard.tui.screens.help import HelpScreen
from fwwizard.tui.screens.jump import JumpScreen
from fwwizard.tui.screens.other_catalog import CatalogDialog
from fwwizard.tui.screens.reading_dialog import ReadingDialog
from fwwizard.tui.screens.session_dialog import SessionDialog
from fwwizard.tui.screens.table import TableScreen
from fwwizard.tui.widgets.matrix import Matrix
from fwwizard.tui.widgets.ranking_panel import RankingList
from fwwizard.tui.widgets.reading import Reading
from tests.tui.commands.stage import MADE_ELSEWHERE, START, UNRANKED, Stage, in_the_list, in_the_wizard
from tests.tui.wizard_app import evaluated

IN_FRONT = ("app.help", "app.palette", "app.suspend")


@dataclass(frozen=True)
class Place:
    """A place of the program, as a person reaches it."""

    name: str
    lead: Callable[[Stage], Awaitable[object]]
    """Leads there from the beginning."""
    has: tuple[str, ...]
    """The groups whose commands work there, and single commands by their ids."""
    without: tuple[str, ...] = ()
    """Commands of these groups that are not at hand there: others have their keys, or they make no sense."""
    dimmed: tuple[str, ...] = ()
    """Commands that are shown and do nothing, as things stand when one arrives."""
    prior: tuple[str, ...] = ()
    """Commands that have a key which others would have elsewhere."""
    begin: Callable[[], AbstractAsyncContextManager[Stage]] = in_the_wizard

    @property
    def at_hand(self) -> set[str]:
        """The ids of the commands that are shown there, those that do nothing now included."""
        return {c.id for c in COMMANDS if {c.id, c.group} & set(self.has)} - set(self.without)

    @property
    def possible(self) -> set[str]:
        """The ids of the commands that do something there."""
        return self.at_hand - set(self.dimmed)


def step(number: int, of: str) -> Callable[[Stage], Awaitable[object]]:
    """The way to a step of the wizard."""

    async def lead(stage: Stage) -> None:
        await stage.press(str(number))
        await stage.until(lambda: stage.said.step == of, f"step {of}")
        await stage.press("g")

    return lead


async def _to_framework(stage: Stage) -> None:
    """Birch, among the frameworks of the project."""
    await step(1, "project")(stage)
    await stage.to("framework:birch")


async def _to_flags(stage: Stage) -> None:
    """The first sign of the leader."""
    await step(5, "flags")(stage)
    matrix = stage.row_list
    assert isinstance(matrix, Matrix)
    matrix.at = 0
    await stage.sees("Birch · Declining repository activity")


async def _to_verdict(stage: Stage) -> None:
    """The beginning of the verdict, once it is longer than the screen."""
    await step(6, "verdict")(stage)
    reading = stage.app.focused
    assert isinstance(reading, Reading)
    await stage.until(lambda: reading.max_scroll_y > 0, "a long verdict")
    await stage.press("g")


async def _to_explanation(stage: Stage) -> None:
    """A row whose explanation is longer than its place, at its beginning."""
    await step(4, "checklist")(stage)
    await stage.press("j", "k")
    await stage.sees("Sign-in: sessions, tokens, OAuth2.")


async def _after_the_question(stage: Stage) -> None:
    """The session was made with another catalog, and the answer to that was put off."""
    await stage.reaches(CatalogDialog)
    await stage.back_to_wizard()


async def _stay(stage: Stage) -> None:
    """The place is the beginning."""


async def _to_ranking(stage: Stage) -> None:
    await stage.press("r")
    await stage.until(lambda: isinstance(stage.app.focused, RankingList), "the ranking")
    await stage.press("g")


async def _to_ranking_filter(stage: Stage) -> None:
    await _to_ranking(stage)
    await stage.press("slash")
    await stage.until(lambda: isinstance(stage.app.focused, Input), "the filter")


async def _to_question(stage: Stage) -> None:
    await step(2, "priorities")(stage)
    await stage.press("e")
    await stage.sees("Team expertise, from its worst to its best…")


async def _to_jump(stage: Stage) -> None:
    await step(2, "priorities")(stage)
    await stage.press("apostrophe")
    await stage.reaches(JumpScreen)


async def _to_help(stage: Stage) -> None:
    await step(2, "priorities")(stage)
    await stage.press("question_mark")
    await stage.reaches(HelpScreen)
    await stage.sees("The order gives each factor its weight")


async def _to_card(stage: Stage) -> None:
    """The card of the leader, with its source-bearing second page."""
    await step(6, "verdict")(stage)
    await stage.press("enter")
    card = await stage.reaches(FrameworkCard)
    await stage.until(lambda: card.passages.rows, "the first page")


async def _to_table(stage: Stage) -> None:
    stage.app.push_screen(TableScreen(evaluated(stage.app), None, with_session=True))
    table = await stage.reaches(TableScreen)
    await stage.until(lambda: table.grid.has_focus and table.grid.rows, "the rows")
    await stage.sees("comparison table")


async def _to_columns(stage: Stage) -> None:
    await _to_table(stage)
    await stage.press("c")
    picker = await stage.reaches(ColumnPicker)
    await stage.until(lambda: picker.rows.has_focus and picker.rows.rows, "the columns")


async def _to_line(stage: Stage) -> None:
    await stage.press("n")
    await stage.reaches(LineDialog)


async def _to_sessions(stage: Stage) -> None:
    await stage.press("v")
    await stage.reaches(SessionDialog)
    await stage.sees("Back office")


async def _to_choice(stage: Stage) -> None:
    stage.chosen.clear()
    stage.app.push_screen(
        ChoiceDialog("Which?", "It matters.", {"one": "the first", "two": "the second"}), stage.chosen.append
    )
    await stage.reaches(ChoiceDialog)
    await stage.sees("the second")


async def _to_reading(stage: Stage) -> None:
    stage.chosen.clear()
    told = [("Much to read", [("", f"sentence {n}") for n in range(60)])]
    choices = {"one": "the first", "two": "the second"}
    stage.app.push_screen(ReadingDialog("Which?", "It matters.", told, choices), stage.chosen.append)
    dialog = await stage.reaches(ReadingDialog)
    await stage.until(lambda: dialog.choices.has_focus and dialog.reading.max_scroll_y, "a long text")


async def _to_compare(stage: Stage) -> None:
    await stage.press("m", "m", "v")
    screen = await stage.reaches(CompareScreen)
    await stage.until(lambda: screen.content and stage.row_list.rows, "the comparison")


async def _to_group(stage: Stage) -> None:
    await stage.press("m", "m", "m", "t")
    screen = await stage.reaches(GroupScreen)
    await stage.until(lambda: screen.content and stage.row_list.rows, "the group")


async def _to_home_filter(stage: Stage) -> None:
    await stage.press("slash")
    await stage.until(lambda: isinstance(stage.app.focused, Input), "the filter")


NOTHING_DONE = ("wizard.undo", "wizard.redo", "wizard.catalog")
ENDS = ("wizard.previous", "wizard.next")
WHILE_TYPING = ("app.help", "app.palette", "app.jump", "app.quit", "app.suspend")
"""What has a key that is not typed into a line."""
IN_A_STEP = ("app", "wizard", "list")
IN_A_PANE = (*IN_A_STEP, "detail", "choice.take")

PLACES = (
    Place(
        "project",
        step(1, "project"),
        (*IN_A_PANE, "project", "team"),
        ("team.today", "team.leave-out"),
        (*NOTHING_DONE, "wizard.previous"),
    ),
    Place(
        "framework",
        _to_framework,
        (*IN_A_PANE, "project", "team"),
        dimmed=(*NOTHING_DONE, "wizard.previous"),
    ),
    Place(
        "priorities",
        step(2, "priorities"),
        (*IN_A_STEP, "priorities"),
        (),
        (*NOTHING_DONE, "priorities.order"),
    ),
    Place(
        "unranked",
        step(2, "priorities"),
        (*IN_A_STEP, "priorities"),
        dimmed=(*NOTHING_DONE, "priorities.order"),
        begin=partial(in_the_wizard, UNRANKED),
    ),
    Place(
        "made-elsewhere",
        _after_the_question,
        (*IN_A_STEP, "priorities"),
        dimmed=("wizard.undo", "wizard.redo", "priorities.order"),
        begin=partial(in_the_wizard, MADE_ELSEWHERE),
    ),
    Place("fit", step(3, "fit"), (*IN_A_PANE, "project"), (), NOTHING_DONE),
    Place("checklist", step(4, "checklist"), (*IN_A_PANE, "checklist"), (), NOTHING_DONE),
    Place(
        "explained",
        _to_explanation,
        (*IN_A_PANE, "checklist"),
        dimmed=NOTHING_DONE,
        begin=partial(in_the_wizard, START, (80, 24)),
    ),
    Place("flags", _to_flags, (*IN_A_PANE, "flags"), ("choice.take",), NOTHING_DONE),
    Place("verdict", _to_verdict, (*IN_A_STEP, "verdict"), (), (*NOTHING_DONE, "wizard.next")),
    Place(
        "ranking",
        _to_ranking,
        (*IN_A_STEP, "ranking"),
        ("wizard.ranking", "wizard.home"),
        NOTHING_DONE,
        ("ranking.back",),
    ),
    Place(
        "ranking-filter", _to_ranking_filter, (*WHILE_TYPING, "wizard.redo", "filter"), (), ("wizard.redo",)
    ),
    Place(
        "question",
        _to_question,
        (*WHILE_TYPING, "wizard.redo", "prompt"),
        (),
        ("wizard.redo",),
    ),
    Place("jump", _to_jump, ("jump",)),
    Place("help", _to_help, ("help", "list", "app.suspend")),
    Place("card", _to_card, ("card", "list", *IN_FRONT), (), ("card.open", "card.copy")),
    Place(
        "table",
        _to_table,
        ("app", "list", "table", "detail"),
        ("app.table",),
        ("table.open", "table.copy", "table.marked"),
        ("table.close",),
    ),
    Place("columns", _to_columns, ("columns", "list", *IN_FRONT)),
    Place("choice", _to_choice, ("choice", "list", "app.suspend")),
    Place("reading", _to_reading, ("choice", "reading", "list.up", "list.down", "detail", "app.suspend")),
    Place("sessions", _to_sessions, ("choice", "list", "app.suspend")),
    Place("home", _stay, ("app", "home", "marks", "list"), (), ("home.all", "home.undo"), begin=in_the_list),
    Place("home-filter", _to_home_filter, (*WHILE_TYPING, "filter"), begin=in_the_list),
    Place("line", _to_line, ("prompt", "app.suspend"), begin=in_the_list),
    Place(
        "compare", _to_compare, ("app", "compare", "list", "detail"), (), ("compare.back",), begin=in_the_list
    ),
    Place("group", _to_group, ("app", "group", "list", "detail"), begin=in_the_list),
)
