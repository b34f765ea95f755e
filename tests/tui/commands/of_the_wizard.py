"""What works in the whole wizard, in the verdict and in the ranking."""

from __future__ import annotations

from pathlib import Path

from fwwizard.core.session import STEPS
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.dialogs import LineDialog
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.other_catalog import CatalogDialog
from fwwizard.tui.screens.session_dialog import SessionDialog
from fwwizard.tui.widgets.ranking_panel import RankingList
from tests.tui.commands.recipes import Try, does
from tests.tui.commands.stage import Stage
from tests.tui.wizard_app import evaluated, wizard

# ── the wizard ───────────────────────────────────────────────────────────────


@does("wizard.next", "priorities")
async def the_next_step(stage: Stage) -> None:
    await stage.brings("▸ 3 Fit")
    assert stage.said.step == "fit"


@does("wizard.previous", "priorities")
async def the_step_before(stage: Stage) -> None:
    await stage.brings("▸ 1 Project")
    assert stage.said.step == "project"


def _step(number: int) -> Try:
    async def goes_to_that_step(stage: Stage) -> None:
        await stage.brings(f"▸ {number} ")
        assert stage.said.step == STEPS[number - 1]
        focused = stage.app.focused
        assert focused is not None
        assert wizard(stage.app).panes.pane(STEPS[number - 1]) in focused.ancestors

    return goes_to_that_step


for _number in range(1, 7):
    does(f"wizard.step-{_number}", "verdict" if _number < 6 else "project")(_step(_number))


@does("wizard.ranking", "priorities")
async def into_the_ranking(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: isinstance(stage.app.focused, RankingList), "the ranking")
    assert stage.rows == [s.framework for s in evaluated(stage.app).standings]


@does("wizard.compare", "priorities")
async def compared_with_another_one(stage: Stage) -> None:
    await stage.brings("Compare with which session?", "Back office")
    await stage.reaches(SessionDialog)
    await stage.press("enter")
    await stage.reaches(CompareScreen)
    await stage.sees("Payments API | Back office")


@does("choice.take", "sessions")
async def the_session_under_the_cursor_is_compared(stage: Stage) -> None:
    await stage.do()
    await stage.reaches(CompareScreen)
    await stage.sees("Payments API | Back office")


@does("wizard.undo", "priorities")
async def the_last_change_is_taken_back(stage: Stage) -> None:
    before = stage.said.priorities
    await stage.press("J")
    await stage.until(lambda: stage.said.priorities != before, "the change")
    await stage.do()
    await stage.until(lambda: stage.said.priorities == before, "what was before")


@does("wizard.redo", "priorities")
async def it_is_changed_again(stage: Stage) -> None:
    before = stage.said.priorities
    await stage.press("J")
    await stage.until(lambda: stage.said.priorities != before, "the change")
    changed = stage.said.priorities
    await stage.press("u")
    await stage.until(lambda: stage.said.priorities == before, "what was before")
    await stage.do()
    await stage.until(lambda: stage.said.priorities == changed, "the change again")


@does("wizard.save-as", "priorities", alone=True)
async def it_goes_on_in_another_file(stage: Stage) -> None:
    await stage.brings("Save as, and go on there:")
    await stage.answers("/elsewhere.toml")
    await stage.sees("Goes on in /elsewhere.toml")
    await stage.press("J")
    there = Path("/elsewhere.toml")
    await stage.until(lambda: stage.store.sessions[there].changes, "the change in the other file")
    assert stage.store.sessions[Path(f"/{stage.start.id}.toml")] == stage.start


@does("wizard.catalog", "made-elsewhere")
async def what_changed_since_is_shown_again(stage: Stage) -> None:
    await stage.brings("This session was made with another catalog")
    await stage.reaches(CatalogDialog)


@does("wizard.home", "priorities", alone=True)
async def saved_and_back_to_the_sessions(stage: Stage) -> None:
    await stage.press("J")
    await stage.until(lambda: stage.said.changes, "the change")
    mine = stage.said
    await stage.do()
    await stage.reaches(HomeScreen)
    assert mine in stage.store.sessions.values()
    await stage.sees("Back office")


# ── the verdict ──────────────────────────────────────────────────────────────


@does("verdict.leader", "verdict")
async def the_card_of_the_leader(stage: Stage) -> None:
    await stage.do()
    await stage.reaches(FrameworkCard)
    await stage.sees("│  Birch  Typed asynchronous framework")


@does("verdict.runner-up", "verdict")
async def the_card_of_the_runner_up(stage: Stage) -> None:
    await stage.do()
    await stage.reaches(FrameworkCard)
    await stage.sees("│  Cedar  ")


@does("verdict.record", "verdict")
async def the_record_is_written(stage: Stage) -> None:
    await stage.do()
    assert (await _written(stage, "payments-api-decision.md")).startswith("# ")


@does("verdict.page", "verdict")
async def the_record_is_written_as_a_page(stage: Stage) -> None:
    await stage.do()
    assert (await _written(stage, "payments-api-decision.html")).startswith("<!DOCTYPE html>")


@does("verdict.plan", "verdict")
async def the_plan_is_written(stage: Stage) -> None:
    await stage.brings("user flows are tried?")
    await stage.answers("search, checkout")
    await stage.sees("On which day does it begin?")
    await stage.answers("2026-12-01")
    text = await _written(stage, "payments-api-poc.md")
    assert "checkout" in text
    assert "Cedar" in text
    assert stage.said.poc.flows == ("search", "checkout")


async def _written(stage: Stage, name: str) -> str:
    """Takes the name that is proposed; what lies there then."""
    await stage.reaches(LineDialog)
    await stage.sees(name)
    await stage.press("enter")
    file = Path(name)
    await stage.until(file.exists, name)
    text = file.read_text()
    file.unlink()
    assert "Payments API" in text
    return text


# ── the ranking ──────────────────────────────────────────────────────────────


@does("ranking.card", "ranking")
async def the_card_of_the_row(stage: Stage) -> None:
    await stage.to("cedar")
    await stage.do()
    await stage.reaches(FrameworkCard)
    await stage.sees("│  Cedar  ")


@does("ranking.filter", "ranking")
async def only_names_with_a_part(stage: Stage) -> None:
    ranking = stage.row_list
    await stage.do()
    await stage.press(*"ced")
    await stage.until(lambda: [row.id for row in ranking.rows] == ["cedar"], "Cedar alone")
    await stage.press("escape")


@does("ranking.back", "ranking")
async def back_to_the_step(stage: Stage) -> None:
    before = stage.said.step
    pane = wizard(stage.app).panes.pane(before)
    await stage.do()
    await stage.until(lambda: pane in stage.row_list.ancestors, "the pane")
    assert stage.said.step == before
