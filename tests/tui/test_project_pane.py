"""The project: ticks, languages, numbers, runtimes, and what is known of frameworks."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from fwwizard.core.catalog import Framework
from fwwizard.core.session import Project
from fwwizard.tui.panes.project import ProjectPane
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_lines, screen_text, settled

PYTHON = Project(languages={"python": "expert"})


def app_with(project: Project | None = None) -> PaneApp:
    return PaneApp(invented(), session([["team"], ["performance"]], project=project), ProjectPane())


async def test_it_asks_what_is_built_with_whom_and_on_what() -> None:
    app = app_with()
    async with app.run_test(size=(80, 60)) as pilot:
        await settled(pilot, lambda: "What are you building, and with whom?" in screen_text(app))
        for heading in (
            "What you are building",
            "Languages",
            "Load and conditions",
            "Runtimes",
            "Frameworks",
        ):
            assert app.line_of(heading)
        assert "12 of 12 frameworks in" in screen_lines(app)[0]
        assert "Proven reliability" not in screen_text(app)


async def test_space_and_enter_tick_what_is_built() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "j", "enter")
        await settled(pilot, lambda: app.session.project.needs == ("json_api", "full_stack_site"))
        await settled(pilot, lambda: "■ A full-stack site" in screen_text(app))
        await pilot.press("backspace", "backspace")
        assert app.session.project.needs == ("json_api",)


async def test_a_language_takes_its_answers_in_turn_and_back() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("language:python")
        seen = []
        for key in ("space", "l", "right", "space", "space", "h", "left"):
            await pilot.press(key)
            seen.append(app.session.project.languages.get("python"))
        assert seen == ["expert", "working", "learning", "open", None, "open", "learning"]
        await settled(pilot, lambda: "learning" in app.line_of("Python"))
        await pilot.press("backspace")
        assert app.session.project.languages == {}


async def test_two_keys_before_anything_is_drawn_count_twice() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("language:python")
        pane = app.pane
        assert isinstance(pane, ProjectPane)
        pane.action_change(1)
        pane.action_change(1)
        await settled(pilot, lambda: app.session.project.languages == {"python": "working"})


async def test_a_language_says_what_it_leaves_in_and_what_it_would_bring_back() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 30)) as pilot:
        app.list.move_to("language:python")
        await settled(pilot, lambda: "6 of 12 frameworks are written in it" in app.words)
        assert "expert 100" in app.words
        assert "6 of 12 frameworks in" in screen_lines(app)[0]
        app.list.move_to("language:go")
        await settled(pilot, lambda: "brings back" in app.words)
        assert "Juniper" in app.words
        assert "Willow" in app.words


async def test_other_languages_are_left_out_until_they_are_considered() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 30)) as pilot:
        app.list.move_to("others")
        await settled(pilot, lambda: "left out" in app.line_of("Other languages"))
        await pilot.press("space")
        await settled(pilot, lambda: "considered" in app.line_of("Other languages"))
        assert app.session.project.other_languages == "consider"
        assert "12 of 12 frameworks in" in screen_lines(app)[0]


async def test_users_at_once_are_typed() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("users")
        await pilot.press("space", *"4x0", "enter")
        assert app.session.project.concurrent_users == 40
        await settled(pilot, lambda: app.focused is app.list)
        assert "40" in app.line_of("Users at once")
        await pilot.press("enter", "escape")
        assert app.session.project.concurrent_users == 40
        await pilot.press("backspace")
        assert app.session.project.concurrent_users is None


async def test_keys_of_the_wizard_are_letters_while_one_types() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("framework:birch")
        await pilot.press("x", *"text jk", "enter")
        assert app.session.project.excluded == {"birch": "text jk"}
        assert app.session.project.current == ""


async def test_runtimes_are_those_of_the_chosen_languages() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 60)) as pilot:
        await settled(pilot, lambda: "Runtimes" in screen_text(app))
        assert not app.line_of("node")
        app.list.move_to("runtime:python")
        await pilot.press("space", *"old", "enter")
        await settled(pilot, lambda: "a version such as 3.11" in screen_text(app))
        assert isinstance(app.focused, Input)
        await pilot.press("backspace", "backspace", "backspace", *"3.10", "enter")
        assert app.session.project.runtimes == {"python": "3.10"}
        await settled(pilot, lambda: "needs newer" in screen_text(app))
        assert "Birch" in app.line_of("needs newer")
        await pilot.press("backspace")
        assert app.session.project.runtimes == {}


async def test_frameworks_are_those_of_the_team_until_all_are_asked_for() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 60)) as pilot:
        await settled(pilot, lambda: "… 6 more in other languages" in screen_text(app))
        assert not app.line_of("Juniper")
        await pilot.press("f")
        await settled(pilot, lambda: "Go" in app.line_of("Juniper"))
        await pilot.press("G", "space")
        await settled(pilot, lambda: "… 6 more in other languages" in screen_text(app))


async def test_a_framework_takes_experience_today_and_a_reason_to_leave_it_out() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 60)) as pilot:
        app.list.move_to("framework:oak")
        await pilot.press("space", "t")
        assert app.session.project.experience == {"oak": "production"}
        assert app.session.project.current == "oak"
        await settled(pilot, lambda: "◆ runs today" in app.line_of("Oak"))
        await pilot.press("x", "enter")
        await settled(pilot, lambda: "the reason is kept" in screen_text(app))
        await pilot.press(*"no upkeep", "enter")
        await settled(pilot, lambda: "left out: no upkeep" in app.line_of("Oak"))
        assert app.evaluation.standing("oak").status == "excluded"
        await pilot.press("x", "t", "backspace")
        assert app.session.project == PYTHON


async def test_a_framework_says_where_it_stands_and_whom_experience_helps() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(80, 60)) as pilot:
        app.list.move_to("framework:pine")
        await settled(pilot, lambda: "Maple: experience counts half" in app.words)
        assert "rank" in app.line_of("stands at")
        await pilot.press("f")
        app.list.move_to("framework:juniper")
        await settled(pilot, lambda: "Go is not among your languages" in app.words)


async def test_conditions_are_ticks_that_the_advice_reads() -> None:
    app = app_with()
    async with app.run_test(size=(80, 40)) as pilot:
        app.list.move_to("condition:cpu_bound")
        await pilot.press("l")
        assert app.session.project.conditions == ("cpu_bound",)
        assert "does not move the ranking" in app.words


async def test_names_and_reasons_from_files_are_no_markup_and_no_commands() -> None:
    odd = Framework(
        "odd", "[red]x[/red]\x1b[2J\u202e", languages=("python",), summary="[b]", categories=("a",)
    )
    catalog = replace(invented(), frameworks=(*invented().frameworks, odd))
    answers = session([["team"]], project=replace(PYTHON, excluded={"odd": "[blink]\x07"}))
    app = PaneApp(catalog, answers, ProjectPane())
    async with app.run_test(size=(80, 60)) as pilot:
        app.list.move_to("framework:odd")
        await settled(pilot, lambda: "[red]x[/red]" in screen_text(app))
        assert "left out: [blink]" in screen_text(app)
        assert not {"\x1b", "\x07", "\u202e"} & set(screen_text(app))


async def test_a_resize_loses_neither_cursor_nor_question() -> None:
    app = app_with(PYTHON)
    async with app.run_test(size=(150, 40)) as pilot:
        app.list.move_to("users")
        await pilot.press("space", *"12")
        await pilot.resize_terminal(58, 12)
        await settled(pilot, lambda: app.size.width == 58 and "Users at once:" in screen_text(app))
        await pilot.press("3", "enter")
        assert app.session.project.concurrent_users == 123
        assert app.list.cursor_id == "users"
