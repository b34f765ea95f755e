"""The fit: needs as ticks, categories beside them, and who serves a need."""

from __future__ import annotations

from fwwizard.core.session import Project
from fwwizard.tui.panes.fit import FitPane
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_lines, screen_text, settled


def app_with(*needs: str, languages: tuple[str, ...] = ()) -> PaneApp:
    project = Project(needs=needs, languages=dict.fromkeys(languages, "expert"))
    return PaneApp(invented(), session([["team"], ["performance"]], project=project), FitPane())


def below(app: PaneApp, heading: str) -> list[str]:
    """The right half of the lines below a heading, as far as they say something."""
    lines = screen_lines(app)
    start = next(i for i, line in enumerate(lines) if heading in line)
    column = lines[start].index(heading)
    return [line[column:].strip() for line in lines[start + 1 :] if line[column:].strip()]


async def test_all_needs_are_shown_in_their_groups() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "What does the project need?" in screen_text(app))
        assert "□ A JSON API" in screen_text(app)
        assert "□ Proven reliability" in screen_text(app)
        assert "0 of 6 ticked" in screen_lines(app)[0]


async def test_space_enter_and_a_click_tick() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "j", "enter", "l", "backspace")
        await settled(pilot, lambda: app.session.project.needs == ("json_api",))
        await settled(pilot, lambda: "■ A JSON API" in screen_text(app))
        y = next(i for i, line in enumerate(screen_lines(app)) if "Real-time" in line)
        await pilot.click(offset=(8, y))
        await pilot.click(offset=(8, y))
        assert app.session.project.needs == ("json_api", "real_time")


async def test_the_category_that_most_ticked_needs_speak_for_stands_first() -> None:
    app = app_with("json_api", "real_time", "proven_reliability")
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot, lambda: "Category match" in screen_text(app))
        shown = below(app, "Category match")
        assert shown[0].startswith("▸ Asynchronous")
        assert "2 of 3" in shown[0]
        assert "Birch 85" in shown[1]
        assert any("Full stack" in line and "1 of 3" in line for line in shown)


async def test_only_candidates_stand_in_the_categories() -> None:
    app = app_with("json_api", languages=("go",))
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot, lambda: "no candidate" in screen_text(app))
        assert "Birch" not in screen_text(app)


async def test_a_need_says_how_it_is_scored_and_who_serves_it() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        app.list.move_to("need:real_time")
        await settled(pilot, lambda: "scored by WebSockets, concurrency model" in app.words)
        assert "served best Birch 100, Elm Tree 100, Pine 100" in app.words
        assert "in part: Maple, Rowan" in app.words
        app.list.move_to("need:established_patterns")
        await settled(pilot, lambda: "the article's view alone: Full stack or not" in app.words)


async def test_measured_figures_that_differ_are_not_called_unknown() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        app.list.move_to("need:small_footprint")
        await settled(pilot, lambda: "not known" in app.words)
        assert "Hazel" in app.line_of("not known")
        assert "Juniper" not in app.line_of("not known")


async def test_a_narrow_pane_has_the_categories_in_the_explanation() -> None:
    app = app_with("json_api")
    async with app.run_test(size=(58, 40)) as pilot:
        await settled(pilot, lambda: "Category match" in screen_text(app))
        lines = screen_lines(app)
        assert next(i for i, line in enumerate(lines) if "Category match" in line) > 20
        await pilot.resize_terminal(80, 24)
        await settled(pilot, lambda: "Category match" in screen_lines(app)[1])


async def test_a_tight_category_names_its_best_candidate_whole() -> None:
    app = app_with("json_api")
    async with app.run_test(size=(80, 16)) as pilot:
        await settled(pilot, lambda: "Category match" in screen_text(app))
        shown = [line.split("/1 ")[1].strip() for line in screen_lines(app) if "/1 " in line]
        one_line = [text for text in shown if text]
        assert len(one_line) == 2
        names = [s.name for s in app.evaluation.candidates]
        assert all(any(text.startswith(name) for name in names) for text in one_line)


async def test_the_categories_fit_where_there_is_little_room() -> None:
    app = app_with("json_api")
    async with app.run_test(size=(80, 16)) as pilot:
        await settled(pilot, lambda: "Category match" in screen_text(app))
        shown = [line for line in screen_lines(app) if "/1 " in line]
        assert len(shown) == 3
        assert "Birch" in screen_text(app)
