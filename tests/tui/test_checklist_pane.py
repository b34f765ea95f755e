"""The checklist: wishes, levels, figures, and who would drop out."""

from __future__ import annotations

from typing import Any

from fwwizard.core.session import MustLevel, Project, Wish
from fwwizard.tui.panes.checklist import ChecklistPane
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_lines, screen_text, settled


def app_with(checklist: dict[str, Wish] | None = None, **more: Any) -> PaneApp:
    answers = session([["team"], ["performance"]], checklist=checklist or {}, **more)
    return PaneApp(invented(), answers, ChecklistPane())


async def test_groups_names_and_who_has_it_are_shown() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "Must-have features" in screen_text(app))
        assert "10 of 12" not in app.line_of("Authentication")
        assert "9 of 12" in app.line_of("Authentication")
        assert "built-in" in screen_text(app)
        assert "4 count until your first wish" in screen_lines(app)[0]


async def test_wide_enough_the_candidates_are_counted_in_words() -> None:
    app = app_with()
    async with app.run_test(size=(110, 30)) as pilot:
        await settled(pilot, lambda: "Authentication" in screen_text(app))
        shown = app.line_of("Authentication")
        assert "4 built-in, 1 official, 4 ecosystem, 1 no, 2 unknown" in shown


async def test_space_goes_round_dont_care_want_must() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(3):
            await pilot.press("space")
            seen.append((app.session.checklist.get("authentication"), app.line_of("Authentication")[3:9]))
        assert seen == [("want", "○ want"), ("must", "● must"), (None, "◦ coun")]


async def test_two_keys_before_anything_is_drawn_count_twice() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.pane
        assert isinstance(pane, ChecklistPane)
        pane.action_cycle()
        pane.action_cycle()
        await settled(pilot, lambda: app.session.checklist.get("authentication") == "must")


async def test_what_counts_by_default_is_marked_until_the_first_wish_takes_its_place() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "◦ count" in app.line_of("Authentication"))
        assert "◦ count" not in app.line_of("WebSockets")
        assert "counts until your first wish; a wish replaces all of Authentication," in app.words
        app.list.move_to("websockets")
        await settled(pilot, lambda: "does not count, not wished" in app.words)
        await pilot.press("w")
        assert app.sentences[-1] == "WebSockets: want; the 4 defaults no longer count"
        await settled(pilot, lambda: "0 must, 1 want instead of 4 defaults" in screen_lines(app)[0])
        assert "◦" not in screen_text(app)
        await pilot.press("backspace")
        assert app.sentences[-1] == "WebSockets: don't care; the 4 defaults count again"
        await settled(pilot, lambda: "4 count until your first wish" in screen_lines(app)[0])


async def test_a_wish_about_an_attribute_leaves_the_defaults_alone() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("backing")
        await pilot.press("w")
        assert app.sentences[-1] == "Corporate backing or foundation: want"
        await settled(pilot, lambda: "◦ count" in app.line_of("Authentication"))
        assert "0 must, 1 want" in screen_lines(app)[0]


async def test_letters_set_must_and_want_and_take_them_back() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        assert app.session.checklist == {"authentication": "must"}
        await pilot.press("w")
        assert app.session.checklist == {"authentication": "want"}
        await pilot.press("w")
        assert app.session.checklist == {}
        await pilot.press("m", "m")
        assert app.session.checklist == {}
        await pilot.press("m", "backspace")
        assert app.session.checklist == {}


async def test_l_goes_round_the_levels_that_are_enough() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(4):
            await pilot.press("l")
            seen.append(app.session.checklist["authentication"])
        assert seen == ["must", MustLevel("built-in"), MustLevel("official"), "must"]
        assert "ecosystem or better" in app.line_of("Authentication")


async def test_the_levels_of_a_fact_in_words_leave_out_the_least() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("upgrade_paths")
        seen = []
        for _ in range(3):
            await pilot.press("l")
            seen.append(app.session.checklist["upgrade_paths"])
        assert seen == ["must", MustLevel("guide"), "must"]


async def test_it_says_who_would_drop_out_before_one_commits() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "Pine (manual) would drop out" in screen_text(app))
        assert "Maple and Rowan would be in only if confirmed" in screen_text(app)
        await pilot.press("m")
        await settled(pilot, lambda: "out for it Pine (manual)" in app.words)
        assert app.evaluation.standing("pine").status == "excluded"
        assert "Maple and Rowan are in only if confirmed" in screen_text(app)


async def test_those_that_are_out_anyway_are_not_named_as_dropping_out() -> None:
    app = app_with(project=Project(languages={"go": "expert"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "nobody would drop out" in screen_text(app))
        assert "Pine" not in screen_text(app)
        assert "2 of 2" in app.line_of("Authentication")


async def test_e_asks_for_the_figure_that_is_enough() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("request_capacity")
        await pilot.press("e")
        await settled(pilot, lambda: "Request handling capacity, enough" in screen_text(app))
        await pilot.press(*"5000", "enter")
        assert app.session.targets == {"request_capacity": 5000.0}
        await settled(pilot, lambda: "≥ 5,000" in app.line_of("Request handling"))
        assert app.focused is app.list
        await pilot.press("e")
        await pilot.press("backspace", "backspace", "backspace", "backspace", "0", "enter")
        await settled(pilot, lambda: "a number above 0" in screen_text(app))
        assert app.session.targets == {"request_capacity": 5000.0}
        await pilot.press("backspace", "enter")
        assert app.session.targets == {}


async def test_escape_leaves_a_question_and_nothing_changes() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("memory")
        await pilot.press("e", *"64", "escape")
        await settled(pilot, lambda: app.focused is app.list)
        assert app.session.targets == {}
        assert "Memory usage, enough" not in screen_text(app)


async def test_a_click_chooses_the_row_and_another_takes_the_next_wish() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "API documentation" in screen_text(app))
        y = next(i for i, line in enumerate(screen_lines(app)) if "API documentation" in line)
        await pilot.click(offset=(20, y))
        assert app.session.checklist == {}
        await pilot.click(offset=(20, y))
        assert app.session.checklist == {"api_docs": "want"}


async def test_the_list_keeps_its_place_while_answers_change() -> None:
    app = app_with()
    async with app.run_test(size=(80, 18)) as pilot:
        await pilot.press("G", "space")
        await settled(pilot, lambda: "○ want" in app.line_of("Reload on change"))
        before = [line[:45] for line in screen_lines(app)[1:9]]
        await pilot.press("space")
        await settled(pilot, lambda: "● must" in app.line_of("Reload on change"))
        assert app.list.cursor_id == "dev_reload"
        assert [line[:45] for line in screen_lines(app)[1:9]][:-1] == before[:-1]


async def test_it_works_in_the_smallest_pane() -> None:
    app = app_with({"authentication": "must"})
    async with app.run_test(size=(58, 11)) as pilot:
        await settled(pilot, lambda: "● must" in screen_text(app))
        await pilot.press("j", "j", "J", "K", "space")
        assert app.session.checklist["api_docs"] == "want"
        await pilot.resize_terminal(160, 50)
        await settled(pilot, lambda: "━ built-in" in screen_text(app))
        assert app.list.cursor_id == "api_docs"
