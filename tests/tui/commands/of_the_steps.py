"""What works in the panes: priorities, project and fit, checklist, red flags."""

from __future__ import annotations

from typing import Literal

from fwwizard.core.session import FlagVerdict, MustLevel
from fwwizard.tui.screens.card import FrameworkCard
from fwwizard.tui.widgets.matrix import Matrix
from tests.tui.commands.recipes import does
from tests.tui.commands.stage import Stage
from tests.tui.wizard_app import evaluated

# ── priorities ───────────────────────────────────────────────────────────────


def _ranking(stage: Stage) -> list[str]:
    """The ranking as words: `a b=c d`."""
    return ["=".join(group) for group in stage.said.priorities.ranking]


async def _ranks(stage: Stage, *ranking: str) -> None:
    await stage.until(lambda: _ranking(stage)[: len(ranking)] == [*ranking], " > ".join(ranking))


@does("priorities.up", "priorities")
async def one_place_higher(stage: Stage) -> None:
    await stage.to("time_to_market")
    await stage.do()
    await _ranks(stage, "time_to_market", "team", "performance")
    assert stage.row == "time_to_market"


@does("priorities.down", "priorities")
async def one_place_lower(stage: Stage) -> None:
    await stage.do()
    await _ranks(stage, "time_to_market", "team", "performance")
    assert stage.row == "team"


@does("priorities.tie", "priorities")
async def tied_and_untied(stage: Stage) -> None:
    await stage.to("time_to_market")
    await stage.do()
    await _ranks(stage, "team=time_to_market", "performance")
    await stage.sees("╭  1= Team expertise")
    await stage.do()
    await _ranks(stage, "team", "time_to_market", "performance")


@does("priorities.ignore", "priorities")
async def below_the_line_and_back(stage: Stage) -> None:
    await stage.to("performance")
    await stage.do()
    await _ranks(stage, "team", "time_to_market", "future")
    await stage.sees("· Performance requirements")
    await stage.do()
    await stage.until(lambda: "performance" in _ranking(stage), "it is ranked again")


@does("priorities.accept", "unranked")
async def accepted_as_it_stands(stage: Stage) -> None:
    before = stage.said.priorities
    await stage.sees("not confirmed: enter accepts")
    await stage.brings("■ confirmed")
    assert stage.said.priorities.confirmed
    assert stage.said.priorities.ranking == before.ranking


@does("priorities.points", "priorities")
async def weighed_by_points_and_by_the_ranking(stage: Stage) -> None:
    await stage.brings("by swing points", "100 pt")
    assert stage.said.priorities.points is not None
    await stage.do()
    await stage.until(lambda: stage.said.priorities.points is None, "the ranking")


@does("priorities.give", "priorities")
async def a_factor_gets_points(stage: Stage) -> None:
    await stage.to("time_to_market")
    await stage.brings("Time to market, from its worst to its best…")
    await stage.answers("90")
    await stage.until(lambda: (stage.said.priorities.points or {}).get("time_to_market") == 90, "90 points")


@does("priorities.order", "priorities")
async def ranked_by_points(stage: Stage) -> None:
    await stage.to("time_to_market")
    await stage.press("e")
    await stage.answers("200")
    await stage.until(lambda: stage.said.priorities.points, "the points")
    assert _ranking(stage)[0] == "team"
    await stage.do()
    await _ranks(stage, "time_to_market", "team")


# ── project and fit ──────────────────────────────────────────────────────────


@does("project.toggle", "project")
async def a_need_and_no_need(stage: Stage) -> None:
    await stage.to("need:full_stack_site")
    await stage.brings("■ A full-stack site")
    assert "full_stack_site" in stage.said.project.needs
    await stage.do()
    await stage.until(lambda: "full_stack_site" not in stage.said.project.needs, "no need")


@does("project.toggle", "fit")
async def a_tick_and_none(stage: Stage) -> None:
    await stage.to("need:small_footprint")
    await stage.brings("■ A small footprint", "2 of 6 ticked")
    assert "small_footprint" in stage.said.project.needs
    await stage.do()
    await stage.sees("1 of 6 ticked")


@does("project.back", "project")
async def an_answer_is_taken_away(stage: Stage) -> None:
    await stage.to("language:python")
    await stage.do()
    await stage.until(lambda: dict(stage.said.project.languages) == {"go": "learning"}, "no Python")


@does("project.back", "fit")
async def a_tick_is_taken_away(stage: Stage) -> None:
    await stage.to("need:json_api")
    await stage.do()
    await stage.until(lambda: stage.said.project.needs == (), "no need")


@does("project.next", "project")
async def the_next_answer(stage: Stage) -> None:
    await stage.to("language:go")
    await stage.do()
    await stage.until(lambda: stage.said.project.languages["go"] == "open", "the answer after learning")


@does("project.previous", "project")
async def the_answer_before(stage: Stage) -> None:
    await stage.to("language:go")
    await stage.do()
    await stage.until(lambda: stage.said.project.languages["go"] == "working", "the answer before learning")


@does("team.today", "framework")
async def it_runs_today_or_no_longer(stage: Stage) -> None:
    await stage.to("framework:alder")
    await stage.do()
    await stage.until(lambda: stage.said.project.current == "alder", "Alder runs today")
    await stage.do()
    await stage.until(lambda: not stage.said.project.current, "nothing runs today")


@does("team.leave-out", "framework")
async def left_out_with_a_reason_and_back_in(stage: Stage) -> None:
    await stage.to("framework:alder")
    await stage.brings("Why leave Alder out?")
    await stage.answers("no hosting")
    await stage.until(lambda: dict(stage.said.project.excluded) == {"alder": "no hosting"}, "it is out")
    assert "alder" in {s.framework for s in evaluated(stage.app).excluded}
    await stage.do()
    await stage.until(lambda: not stage.said.project.excluded, "it is in again")


@does("team.all", "project")
async def frameworks_of_all_languages(stage: Stage) -> None:
    few = set(stage.rows)
    await stage.do()
    assert set(stage.rows) - few == {f"framework:{one}" for one in ("elm-tree", "hazel", "larch", "rowan")}
    await stage.do()
    assert set(stage.rows) == few


# ── the checklist ────────────────────────────────────────────────────────────


async def _wished(stage: Stage, requirement: str, wish: object) -> None:
    await stage.until(lambda: stage.said.checklist.get(requirement) == wish, f"{requirement}: {wish}")


@does("checklist.cycle", "checklist")
async def want_must_and_neither(stage: Stage) -> None:
    await stage.to("database")
    for wish in ("want", "must", None):
        await stage.do()
        await _wished(stage, "database", wish)


@does("checklist.must", "checklist")
async def a_must_or_none(stage: Stage) -> None:
    await stage.to("database")
    await stage.do()
    await _wished(stage, "database", "must")
    await stage.do()
    await _wished(stage, "database", None)


@does("checklist.want", "checklist")
async def a_want_or_none(stage: Stage) -> None:
    await stage.to("database")
    await stage.do()
    await _wished(stage, "database", "want")
    await stage.do()
    await _wished(stage, "database", None)


@does("checklist.level", "checklist")
async def another_level_is_good_enough(stage: Stage) -> None:
    await stage.to("authentication")
    await stage.do()
    await stage.until(lambda: stage.said.checklist["authentication"] != "must", "another level")
    wish = stage.said.checklist["authentication"]
    assert isinstance(wish, MustLevel)
    await stage.sees(f"● must  Authentication  {wish.must}")


@does("checklist.clear", "checklist")
async def a_wish_is_taken_away(stage: Stage) -> None:
    await stage.to("websockets")
    assert stage.said.checklist["websockets"] == "want"
    await stage.do()
    await _wished(stage, "websockets", None)


@does("checklist.target", "checklist")
async def a_figure_is_enough(stage: Stage) -> None:
    await stage.to("request_capacity")
    await stage.brings("Request handling capacity, enough")
    await stage.answers("5000")
    await stage.until(lambda: dict(stage.said.targets) == {"request_capacity": 5000}, "the figure")


# ── red flags ────────────────────────────────────────────────────────────────


def _matrix(stage: Stage) -> Matrix:
    matrix = stage.row_list
    assert isinstance(matrix, Matrix)
    return matrix


async def _on_a_raised_sign(stage: Stage) -> None:
    """The poor security of Maple."""
    await stage.to("maple")
    _matrix(stage).at = 2
    await stage.sees("Maple · Poor security track record")


async def _verdict(stage: Stage, said: FlagVerdict) -> None:
    await stage.until(lambda: stage.said.flags.get("maple") == {"poor_security": said}, str(said))


@does("flags.card", "flags")
async def the_card_of_its_framework(stage: Stage) -> None:
    await stage.to("cedar")
    await stage.do()
    await stage.reaches(FrameworkCard)
    await stage.sees("│  Cedar  ")


@does("flags.right", "flags")
async def the_sign_on_the_right(stage: Stage) -> None:
    await stage.brings("Birch · Outdated documentation")
    assert _matrix(stage).at == 1


@does("flags.left", "flags")
async def the_sign_on_the_left(stage: Stage) -> None:
    _matrix(stage).at = 1
    await stage.sees("Birch · Outdated documentation")
    await stage.brings("Birch · Declining repository activity")
    assert _matrix(stage).at == 0


async def _with_a_reason(stage: Stage, question: str, verdict: Literal["accept", "rule-out"]) -> None:
    await _on_a_raised_sign(stage)
    await stage.brings(question)
    await stage.answers("we read it")
    await _verdict(stage, FlagVerdict(verdict, reason="we read it"))


@does("flags.accept", "flags")
async def accepted_with_a_reason(stage: Stage) -> None:
    await _with_a_reason(stage, "Maple: why is it acceptable?", "accept")
    await stage.sees("1 of 3 raised signs reviewed")


@does("flags.rule-out", "flags")
async def ruled_out_with_a_reason(stage: Stage) -> None:
    await _with_a_reason(stage, "Maple: why rule it out?", "rule-out")
    assert "maple" in {s.framework for s in evaluated(stage.app).excluded}


@does("flags.concern", "flags")
async def a_concern_and_a_major_one(stage: Stage) -> None:
    await _on_a_raised_sign(stage)
    score = next(s.score for s in evaluated(stage.app).standings if s.framework == "maple")
    await stage.do()
    await _verdict(stage, FlagVerdict("concern", "minor"))
    assert next(s.score for s in evaluated(stage.app).standings if s.framework == "maple") < score
    await stage.do()
    await _verdict(stage, FlagVerdict("concern", "major"))


@does("flags.reason", "flags")
async def a_better_reason(stage: Stage) -> None:
    await stage.brings("Birch: why is it acceptable?")
    await stage.answers("we wrote it")
    said = {"declining_activity": FlagVerdict("accept", reason="we wrote it")}
    await stage.until(lambda: stage.said.flags["birch"] == said, "the reason")


@does("flags.clear", "flags")
async def a_verdict_is_taken_back(stage: Stage) -> None:
    assert stage.said.flags
    await stage.do()
    await stage.until(lambda: not stage.said.flags, "no verdict")


@does("flags.all", "flags")
async def all_frameworks_or_those_in(stage: Stage) -> None:
    those_in = [s.framework for s in evaluated(stage.app).candidates]
    assert stage.rows == those_in
    await stage.do()
    assert set(stage.rows) == {s.framework for s in evaluated(stage.app).standings}
    await stage.do()
    assert stage.rows == those_in
