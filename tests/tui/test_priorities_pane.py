"""Ranking the factors by keys and by the mouse."""

from __future__ import annotations

from fwwizard.core.session import Priorities
from fwwizard.tui.panes.priorities import PrioritiesPane, bracket
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_text, settled

ALL = ("performance", "team", "time_to_market", "future")
STRICT = tuple((factor,) for factor in ALL)


def app_with(ranking: tuple[tuple[str, ...], ...] = STRICT, *, confirmed: bool = True) -> PaneApp:
    below = tuple(f for f in ALL if not any(f in group for group in ranking))
    priorities = Priorities(ranking, confirmed, below)
    return PaneApp(invented(), session(priorities=priorities), PrioritiesPane())


def ranking(app: PaneApp) -> tuple[tuple[str, ...], ...]:
    return app.session.priorities.ranking


async def test_keys_move_a_factor_and_the_cursor_goes_with_it() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        assert ranking(app) == (("team",), ("performance",), ("time_to_market",), ("future",))
        await pilot.press("shift+down")
        assert app.list.cursor_id == "performance"
        await pilot.press("K", "shift+up")
        assert ranking(app) == STRICT
        assert app.list.cursor_id == "performance"


async def test_t_ties_and_unties_and_the_tie_has_a_bracket() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "t")
        assert ranking(app)[0] == ("performance", "team")
        await settled(pilot, lambda: "╭  1= Performance" in screen_text(app))
        assert "╰  1= Team" in screen_text(app)
        await pilot.press("t")
        assert ranking(app) == STRICT


async def test_x_puts_a_factor_below_the_line_and_back() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        assert app.session.priorities.ignored == ("performance",)
        await settled(pilot, lambda: "· Performance" in app.line_of("Performance requirements"))
        await pilot.press("x")
        assert ranking(app)[-1] == ("performance",)


async def test_past_the_end_a_factor_goes_below_the_line() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "J")
        assert app.session.priorities.ignored == ("future",)
        await pilot.press("K")
        assert ranking(app) == STRICT


async def test_enter_accepts_what_stands() -> None:
    app = app_with((ALL,), confirmed=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "not confirmed" in screen_text(app))
        await pilot.press("enter")
        assert app.session.priorities == Priorities((ALL,), confirmed=True)
        await settled(pilot, lambda: "■ confirmed" in screen_text(app))


async def test_weights_are_shown_as_they_are_and_alike_for_ties() -> None:
    app = app_with((("performance", "team", "time_to_market"), ("future",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.line_of("Performance requirements"))
        assert "31 %" in app.line_of("Performance requirements")
        assert "31 %" in app.line_of("Time to market")
        assert "6 %" in app.line_of("Future-proofing")


async def test_the_explanation_has_the_swing_and_what_it_is_made_of() -> None:
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: "How much work must one machine get through?" in screen_text(app))
        assert "a hundred thousand a second" in screen_text(app)
        assert "request handling capacity 70 %" in screen_text(app)


async def test_a_factor_follows_the_mouse_until_it_is_dropped() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.list.rows)
        await pilot.mouse_down("PriorityList", offset=(10, 0))
        await pilot.hover("PriorityList", offset=(10, 1))
        await pilot.hover("PriorityList", offset=(10, 2))
        assert ranking(app) == STRICT
        await pilot.mouse_up("PriorityList", offset=(10, 2))
        await settled(pilot, lambda: ranking(app) != STRICT)
        assert ranking(app) == (("team",), ("time_to_market",), ("performance",), ("future",))
        assert app.list.cursor_id == "performance"
        assert app.sentences == ["placed Performance requirements"]


async def test_dropped_below_the_line_a_factor_is_ignored() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.list.rows)
        await pilot.mouse_down("PriorityList", offset=(10, 1))
        for y in (2, 3, 4):
            await pilot.hover("PriorityList", offset=(10, y))
        await pilot.mouse_up("PriorityList", offset=(10, 4))
        await settled(pilot, lambda: app.session.priorities.ignored == ("team",))


async def test_dropped_last_above_the_line_it_is_the_last_ranked() -> None:
    app = app_with(STRICT[:3])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.list.rows)
        await pilot.mouse_down("PriorityList", offset=(10, 4))
        await pilot.hover("PriorityList", offset=(10, 3))
        await pilot.mouse_up("PriorityList", offset=(10, 3))
        await settled(pilot, lambda: ranking(app) == STRICT)


async def test_a_click_alone_moves_nothing() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: app.list.rows)
        await pilot.click("PriorityList", offset=(10, 2))
        assert app.list.cursor_id == "time_to_market"
        assert app.sentences == []


def test_a_bracket_joins_a_tie() -> None:
    assert [bracket(i, 3) for i in range(3)] == ["╭", "│", "╰"]
    assert bracket(0, 1) == " "


def given(app: PaneApp) -> dict[str, float] | None:
    points = app.session.priorities.points
    return None if points is None else dict(points)


async def test_s_weighs_by_points_that_keep_the_weights_and_back() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.line_of("Performance requirements").split()[-1]
        await pilot.press("s")
        assert given(app) == {"performance": 100, "team": 52, "time_to_market": 28, "future": 12}
        await settled(pilot, lambda: "by swing points" in screen_text(app))
        assert "100 pt  52 %" in app.line_of("Performance requirements"), before
        assert "their order is your ranking's" in app.words
        await pilot.press("s")
        assert given(app) is None
        await settled(pilot, lambda: " pt " not in screen_text(app))


async def test_e_gives_points_and_the_weights_follow() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "e")
        await settled(pilot, lambda: "Team expertise, from its worst to its best" in app.words)
        await pilot.press("backspace", "backspace", *"80", "enter")
        assert given(app) == {"performance": 100, "team": 80, "time_to_market": 28, "future": 12}
        await settled(pilot, lambda: "80 pt  36 %" in app.line_of("Team expertise"))
        assert app.sentences == ["Team expertise: 80 points"]
        assert app.focused is app.list


async def test_while_points_are_typed_no_key_moves_the_factor() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "e")
        await settled(pilot, lambda: "Team expertise, from its worst to its best" in app.words)
        await pilot.press("shift+down", "shift+up", "escape", "J")
        assert app.sentences == ["moved Team expertise down"]


async def test_points_that_cannot_be_are_refused_where_they_are_typed() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        for wrong in ("-5", "1e9", "2000000"):
            await pilot.press("e", *["backspace"] * 8, *wrong, "enter")
            await settled(pilot, lambda: "a number from 0 to 1,000,000" in screen_text(app))
            await pilot.press("escape")
        await pilot.press("e", *["backspace"] * 8, "enter")
        await settled(pilot, lambda: "a number from 0 to 1,000,000" in screen_text(app))
        assert given(app) is None


async def test_points_against_the_ranking_are_told_marked_and_can_be_followed() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "e", *["backspace"] * 4, *"70", "enter")
        await settled(pilot, lambda: "your points put Future-proofing above Team expertise" in app.words)
        assert "o takes their order, s drops them" in app.words
        assert "≠    70 pt" in app.line_of("Future-proofing  ")
        assert "≠" not in app.line_of("Performance requirements  ")
        await pilot.press("o")
        assert ranking(app) == (("performance",), ("future",), ("team",), ("time_to_market",))
        await settled(pilot, lambda: "≠" not in screen_text(app))


async def test_a_move_keeps_the_points_and_tells_that_they_disagree() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "J")
        assert ranking(app)[0] == ("team",)
        assert given(app) == {"performance": 100, "team": 52, "time_to_market": 28, "future": 12}
        await settled(pilot, lambda: "≠ Against your ranking" in app.words)
        await pilot.press("s")
        assert app.session.priorities == Priorities((("team",), ("performance",), *STRICT[2:]), True)


async def test_below_the_line_a_factor_has_no_points_and_none_can_be_given() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "G", "x")
        assert given(app) == {"performance": 100, "team": 52, "time_to_market": 28}
        app.list.move_to("future")
        await pilot.press("e")
        assert app.focused is app.list
        await pilot.press("x")
        assert given(app) == {"performance": 100, "team": 52, "time_to_market": 28, "future": 0}
