"""The red flags: states, evidence with sources, and the team's verdicts."""

from __future__ import annotations

from fwwizard.core.session import FlagVerdict, Project
from fwwizard.tui.panes.flags import FlagsPane
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import screen_lines, screen_text, settled


def app_with(
    said: dict[str, dict[str, FlagVerdict]] | None = None, languages: tuple[str, ...] = ()
) -> PaneApp:
    project = Project(languages=dict.fromkeys(languages, "expert"))
    answers = session([["team"], ["performance"]], project=project, flags=said or {})
    return PaneApp(invented(), answers, FlagsPane())


async def test_states_are_glyphs_with_words() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot, lambda: "raised" in app.line_of("Oak"))
        assert app.line_of("Oak").count("▲ raised") == 5
        assert app.line_of("Rowan").count("? unknown") == 5
        assert "▵ watch" in app.line_of("Juniper")
        assert "· clear" in app.line_of("Alder")
        for head in ("activity", "docs", "security", "community", "upgrade"):
            assert head in screen_lines(app)[1]


async def test_only_candidates_are_shown_until_all_are_asked_for() -> None:
    app = app_with(languages=("python",))
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot, lambda: app.line_of("Oak"))
        assert not app.line_of("Juniper")
        await pilot.press("f")
        await settled(pilot, lambda: "out Juniper" in app.line_of("Juniper"))


async def test_the_explanation_names_evidence_source_and_day() -> None:
    app = app_with()
    async with app.run_test(size=(100, 40)) as pilot:
        app.list.move_to("oak")
        await settled(pilot, lambda: "Oak · Declining repository activity" in screen_text(app))
        assert "▲ raised" in app.line_of("Oak · Declining")
        assert "measured, 2026-" in screen_text(app)
        await pilot.press("l", "right", "l", "l", "l")
        await settled(pilot, lambda: "Oak · Unclear upgrade path" in screen_text(app))
        assert "github.com/trees/oak" in app.words
        await pilot.press("h", "left", "h")
        await settled(pilot, lambda: "Oak · Outdated documentation" in screen_text(app))


async def test_a_state_of_what_it_builds_on_says_so() -> None:
    app = app_with()
    async with app.run_test(size=(100, 40)) as pilot:
        app.list.move_to("maple")
        await pilot.press("l", "l")
        await settled(pilot, lambda: "Pine, which it builds on" in app.words)


async def test_accepting_needs_a_reason() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("oak")
        await pilot.press("a", "enter")
        await settled(pilot, lambda: "the reason is kept" in screen_text(app))
        assert app.session.flags == {}
        await pilot.press(*"we pin", "enter")
        assert app.session.flags == {"oak": {"declining_activity": FlagVerdict("accept", reason="we pin")}}
        await settled(pilot, lambda: "accepted: we pin" in app.words)
        assert "▲ raised a" in app.line_of("Oak")
        assert app.focused is app.list


async def test_the_reviewed_signs_are_counted() -> None:
    app = app_with(languages=("python",))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "0 of 9 raised signs reviewed" in screen_lines(app)[0])
        app.list.move_to("oak")
        await pilot.press("c")
        await settled(pilot, lambda: "1 of 9 raised signs reviewed" in screen_lines(app)[0])


async def test_a_concern_goes_from_minor_to_major_to_none_and_keeps_its_reason() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("oak")
        before = app.evaluation.standing("oak").score
        await pilot.press("c")
        await settled(pilot, lambda: "minor concern, no reason given: e says why" in app.words)
        await pilot.press("e", *"slow", "enter")
        minor = FlagVerdict("concern", "minor", "slow")
        assert app.session.flags["oak"]["declining_activity"] == minor
        assert round(before - app.evaluation.standing("oak").score, 6) == 0.03
        await settled(pilot, lambda: "concerns take 3 points" in app.words)
        await pilot.press("c")
        assert app.session.flags["oak"]["declining_activity"].severity == "major"
        assert app.session.flags["oak"]["declining_activity"].reason == "slow"
        await settled(pilot, lambda: "raised C" in app.line_of("Oak"))
        await pilot.press("c")
        assert app.session.flags == {}


async def test_c_twice_is_a_major_concern_and_types_nothing() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("oak")
        await pilot.press("c", "c")
        assert app.session.flags["oak"]["declining_activity"] == FlagVerdict("concern", "major")
        assert app.focused is app.list


async def test_e_asks_only_where_there_is_a_verdict_and_keeps_it() -> None:
    app = app_with({"oak": {"declining_activity": FlagVerdict("accept", reason="pinned")}})
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("oak")
        await pilot.press("e", "end", *" twice", "enter")
        assert app.session.flags["oak"]["declining_activity"] == FlagVerdict("accept", reason="pinned twice")
        await pilot.press("l", "e")
        assert app.focused is app.list


async def test_the_head_says_of_how_many_signs_nobody_knows() -> None:
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        unknown = sum(s.flags.unknown for s in app.evaluation.candidates)
        assert unknown
        await settled(pilot, lambda: f"reviewed, {unknown} not known" in screen_lines(app)[0])


async def test_two_keys_before_anything_is_drawn_count_twice() -> None:
    app = app_with({"oak": {"declining_activity": FlagVerdict("concern")}})
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.move_to("oak")
        pane = app.pane
        assert isinstance(pane, FlagsPane)
        pane.action_verdict("concern")
        pane.action_verdict("concern")
        await settled(pilot, lambda: app.session.flags == {})


async def test_what_is_ruled_out_stays_in_sight_and_can_be_taken_back() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        app.list.move_to("oak")
        await pilot.press("x", *"too quiet", "enter")
        await settled(pilot, lambda: "raised x" in app.line_of("Oak"))
        assert app.evaluation.standing("oak").status == "excluded"
        assert app.list.cursor_id == "oak"
        assert "ruled out: too quiet" in app.words
        await pilot.press("backspace")
        assert app.session.flags == {}
        assert app.evaluation.standing("oak").status == "passes"


async def test_a_click_goes_to_the_cell_and_enter_opens_the_framework() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot, lambda: app.line_of("Juniper"))
        y = next(i for i, line in enumerate(screen_lines(app)) if "Juniper" in line)
        x = screen_lines(app)[y].index("▵ watch")
        await pilot.click(offset=(x, y))
        await settled(pilot, lambda: "Juniper · Poor security track record" in screen_text(app))
        assert "[▵ watch]" in app.line_of("Juniper")
        assert app.opened == []
        await pilot.press("enter")
        assert app.opened == ["juniper"]


async def test_the_columns_stop_at_the_ends() -> None:
    app = app_with()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("h", "left")
        await settled(pilot, lambda: "Declining" in screen_text(app))
        await pilot.press(*["l"] * 9)
        await settled(pilot, lambda: "Unclear upgrade path" in screen_text(app))


async def test_the_smallest_pane_keeps_glyphs_and_verdicts() -> None:
    app = app_with({"hazel": {"outdated_docs": FlagVerdict("accept", reason="fine")}})
    async with app.run_test(size=(58, 11)) as pilot:
        await settled(pilot, lambda: "▲ rai a" in app.line_of("Hazel"))
        await pilot.resize_terminal(160, 50)
        await settled(pilot, lambda: "▲ raised a" in screen_text(app))
        assert "upgrade path" in screen_lines(app)[1]
