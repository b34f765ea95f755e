"""What a line of the ranking says at every width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fwwizard.core.evaluation import Evaluation, FlagCounts, Standing, evaluate
from fwwizard.core.gates import Reason
from fwwizard.core.movement import Movement
from fwwizard.core.session import Priorities, Project
from fwwizard.tui.widgets.ranking_line import Place, excluded_line, ranking_line
from fwwizard.tui.widgets.ranking_panel import heading, state
from fwwizard.tui.widgets.ranking_strip import strip
from tests.catalogs import invented
from tests.core.build import session

RANKED = [["team"], ["performance"]]

STANDING = Standing(
    framework="oak",
    name="Oak",
    status="passes",
    rank=3,
    rank_if_waived=None,
    score=0.62,
    band=(0.62, 0.62),
    contributions={},
    reasons=(),
    flags=FlagCounts(0, 0, 0),
)


def evaluation(**more: object) -> Evaluation:
    return evaluate(invented(), session(RANKED, **more))  # type: ignore[arg-type]  # fields of a session


@pytest.mark.parametrize("width", [24, 30, 34, 42, 50, 64, 100])
def test_a_line_is_as_wide_as_asked_and_has_name_and_score(width: int) -> None:
    line = ranking_line(Place(STANDING), width)
    assert line.cell_length == width
    assert line.plain.startswith(" 3 ")
    assert "Oak" in line.plain
    assert " 62" in line.plain


@pytest.mark.parametrize(
    ("share", "shown"),
    [(None, ""), (0.0, ""), (0.001, "<1%"), (0.714, "71%"), (0.999, ">99%"), (1.0, "100%")],
)
def test_a_share_is_never_rounded_to_what_it_is_not(share: float | None, shown: str) -> None:
    line = ranking_line(Place(STANDING, share=share), 50)
    assert line.cell_length == 50
    assert line.plain[:-3].rstrip().endswith(shown or "▎")


def test_the_heading_names_the_column_of_shares() -> None:
    found = evaluation()
    wide = heading(found, 50).plain
    assert wide.endswith("first in")
    assert len(wide) == 50 + 2 - 3
    assert "filtered" in heading(found, 50, filtered=True).plain


def test_marks_have_glyphs() -> None:
    unsure = replace(
        STANDING, band=(0.5, 0.7), status="conditional", flags=FlagCounts(raised=2, open=1, unknown=0)
    )
    line = ranking_line(Place(unsure, move=-4, current=True), 44).plain
    assert "▼4" in line
    assert "●Oak ?" in line
    assert "~62" in line
    assert "⚑2" in line
    reviewed = replace(STANDING, flags=FlagCounts(raised=1, open=0, unknown=0))
    assert "⚐1" in ranking_line(Place(reviewed, move=12), 44).plain
    assert "▲12" in ranking_line(Place(reviewed, move=12), 44).plain


def test_a_band_within_the_shown_point_has_no_mark() -> None:
    assert "~" not in ranking_line(Place(replace(STANDING, band=(0.618, 0.622))), 44).plain


def test_without_a_winner_there_is_no_rank() -> None:
    assert ranking_line(Place(STANDING, ranked=False), 44).plain.startswith(" · ")


def test_an_excluded_one_says_why() -> None:
    reasons = (
        Reason("language", "c", "excluded", "C is not among your languages"),
        Reason("must", "x", "excluded", "API docs: manual, official is a must"),
    )
    line = excluded_line(Place(replace(STANDING, status="excluded", reasons=reasons)), 60).plain
    assert "× " in line
    assert "C is not among your languages (+1)" in line


def test_the_heading_counts_and_the_state_tells_the_lead() -> None:
    found = evaluation(project=Project(languages={"python": "expert"}))
    assert heading(found, 30).plain == f"RANKING  {len(found.candidates)} in, {len(found.excluded)} out"
    leader = found.leader
    assert leader is not None
    assert state(found).startswith(f"{leader.name} leads by ")
    everything_tied = Priorities((("team", "performance"),))
    assert state(evaluation(priorities=everything_tied)) == "rank your priorities to see a winner"
    unconfirmed = Priorities((("team",), ("performance",)))
    assert state(evaluation(priorities=unconfirmed)) == "provisional: confirm your ranking"


def test_the_strip_fills_its_lines_with_whole_entries() -> None:
    found = evaluation()
    lines = strip(found, Movement(), 80, 2).plain.split("\n")
    assert [len(line) <= 80 for line in lines] == [True, True]
    assert lines[0].startswith(f"1 {found.standings[0].name} ")
    assert lines[1].endswith(f"r: all {len(found.standings)}")
    shown = [s.name for s in found.candidates if f" {s.name} " in f" {' '.join(lines)} "]
    assert shown == [s.name for s in found.candidates[: len(shown)]]
    assert len(shown) >= 6


def test_the_strip_says_when_nobody_is_left() -> None:
    nobody = evaluation(project=Project(excluded={f.id: "" for f in invented().frameworks}))
    assert "no framework meets every must" in strip(nobody, Movement(), 80, 1).plain
    assert state(nobody) == "no framework meets every must"


def test_a_framework_known_from_old_facts_is_marked() -> None:
    assert "Oak ◷" in ranking_line(Place(STANDING, old=True), 44).plain
    assert "◷" not in ranking_line(Place(STANDING), 44).plain
    assert ranking_line(Place(STANDING, old=True), 24).cell_length == 24


def test_what_is_the_users_own_is_marked_and_still_fits() -> None:
    for width in (20, 44, 80):
        line = ranking_line(Place(STANDING, own=True), width)
        assert "◈" in line.plain
        assert line.cell_length == ranking_line(Place(STANDING), width).cell_length
    assert "◈" in excluded_line(Place(replace(STANDING, status="excluded"), own=True), 60).plain
    assert "◈" not in ranking_line(Place(STANDING), 44).plain
