"""What works in the list of sessions, and where several of them are shown together."""

from __future__ import annotations

from pathlib import Path

from fwwizard.tui.screens.compare import CompareScreen
from fwwizard.tui.screens.dialogs import LineDialog
from fwwizard.tui.screens.group import GroupScreen
from tests.tui.commands.recipes import does
from tests.tui.commands.stage import Stage
from tests.tui.wizard_app import home, ready

ANN, BOB, CEM = (f"/{one}.toml" for one in ("a3", "b3", "c3"))


def _names(stage: Stage) -> set[str]:
    return {session.name for session in stage.store.sessions.values()}


# ── the list ─────────────────────────────────────────────────────────────────


@does("home.open", "home", alone=True)
async def the_session_under_the_cursor_opens(stage: Stage) -> None:
    await stage.to(BOB)
    await stage.do()
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Payments, Bob", "Bob's session")


@does("home.new", "home", alone=True)
async def a_new_decision_begins(stage: Stage) -> None:
    await stage.brings("What is the decision about?")
    await stage.answers("Shop")
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Shop", "the new session")
    assert "Shop" in _names(stage)


@does("home.compare", "home", alone=True)
async def two_side_by_side(stage: Stage) -> None:
    await stage.press("m", "m")
    await stage.do()
    await stage.reaches(CompareScreen)
    await stage.sees("Payments, Ann | Payments, Bob")


@does("home.group", "home", alone=True)
async def all_as_a_team(stage: Stage) -> None:
    await stage.press("m", "m", "m")
    await stage.do()
    await stage.reaches(GroupScreen)
    await stage.sees("a team of 3", "Who leads for whom")


@does("home.rename", "home", alone=True)
async def another_name(stage: Stage) -> None:
    await stage.brings("Rename the session")
    await stage.answers("Ann's own")
    await stage.until(lambda: stage.store.sessions[Path(ANN)].name == "Ann's own", "the name")
    await stage.sees("› Ann's own")


@does("home.copy", "home", alone=True)
async def a_copy_of_it(stage: Stage) -> None:
    await stage.brings("Copy the session as")
    await stage.reaches(LineDialog)
    await stage.press("enter")
    await stage.until(lambda: "Payments, Ann (copy)" in _names(stage), "the copy")
    await stage.sees("Payments, Ann (copy)")
    assert len(stage.store.sessions) == 4


@does("home.delete", "home", alone=True)
async def it_is_put_aside(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.rows == [BOB, CEM], "the others")
    assert Path(ANN) not in stage.store.sessions
    await stage.sees("Deleted “Payments, Ann”")


@does("home.undo", "home", alone=True)
async def it_is_brought_back(stage: Stage) -> None:
    await stage.press("d")
    await stage.until(lambda: stage.rows == [BOB, CEM], "the others")
    await stage.do()
    await stage.until(lambda: set(stage.rows) == {ANN, BOB, CEM}, "all three")
    assert Path(ANN) in stage.store.sessions


@does("home.filter", "home", alone=True)
async def only_names_with_that_part(stage: Stage) -> None:
    await stage.do()
    await stage.press(*"bob")
    await stage.until(lambda: [row.id for row in home(stage.app).sessions.rows] == [BOB], "Bob alone")


@does("home.all", "home", alone=True)
async def all_sessions_again(stage: Stage) -> None:
    await stage.press("slash", *"bob", "enter")
    await stage.until(lambda: stage.rows == [BOB], "Bob alone")
    await stage.do()
    await stage.until(lambda: set(stage.rows) == {ANN, BOB, CEM}, "all three")


@does("marks.toggle", "home", alone=True)
async def marked_and_the_next_one(stage: Stage) -> None:
    await stage.brings("■ Payments, Ann", "□ Payments, Bob")
    assert stage.row == BOB
    await stage.press("k")
    await stage.do()
    assert home(stage.app).sessions.marked == []


# ── two side by side ─────────────────────────────────────────────────────────


def _compared(stage: Stage) -> CompareScreen:
    screen = stage.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


@does("compare.cause", "compare", alone=True)
async def what_moved_it_most(stage: Stage) -> None:
    await stage.to("framework:willow")
    comparison = _compared(stage).content
    assert comparison is not None
    (move,) = [one for one in comparison.moves if one.framework == "willow"]
    cause = max(move.causes, key=lambda one: abs(one.amount))
    await stage.do()
    assert stage.row == f"answer:{cause.key}"


@does("compare.back", "compare", alone=True)
async def where_the_jump_began(stage: Stage) -> None:
    await stage.to("framework:willow")
    await stage.press("enter")
    assert stage.row.startswith("answer:")
    await stage.do()
    assert stage.row == "framework:willow"


@does("compare.all", "compare", alone=True)
async def what_is_the_same_too(stage: Stage) -> None:
    few = set(stage.rows)
    await stage.brings("all answers")
    assert few < set(stage.rows)
    await stage.do()
    assert set(stage.rows) == few


@does("compare.swap", "compare", alone=True)
async def a_and_b_change_places(stage: Stage) -> None:
    await stage.brings("A  Payments, Bob", "B  Payments, Ann")
    assert _compared(stage).paths == (Path(BOB), Path(ANN))


@does("compare.open-a", "compare", alone=True)
async def the_session_on_side_a(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Payments, Ann", "Ann's session")


@does("compare.open-b", "compare", alone=True)
async def the_session_on_side_b(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Payments, Bob", "Bob's session")


@does("compare.close", "compare", alone=True)
@does("group.close", "group", alone=True)
async def back_to_the_list(stage: Stage) -> None:
    await stage.do()
    await stage.until(lambda: stage.app.screen is home(stage.app), "the list")


# ── a team ───────────────────────────────────────────────────────────────────


@does("group.open", "group", alone=True)
async def the_session_of_the_person(stage: Stage) -> None:
    await stage.to("person:1")
    await stage.do()
    await stage.until(lambda: ready(stage.app) and stage.said.name == "Payments, Bob", "Bob's session")


@does("group.open", "group", alone=True)
async def the_two_camps_of_a_topic(stage: Stage) -> None:
    await stage.to("topic:0")
    await stage.do()
    screen = await stage.reaches(CompareScreen)
    await stage.until(lambda: screen.content, "the comparison")
    await stage.sees("Payments, Ann | Payments, Bob")
