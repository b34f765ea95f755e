"""The rows of a group view: pure functions of a team and a width."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from fwwizard.core.certainty import percent
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.rounding import points
from fwwizard.core.team import Team
from fwwizard.core.team_words import (
    agreement,
    excluded_by_some,
    ground,
    out_for_everyone,
    person_outcome,
    split,
)
from fwwizard.core.weights import effective_ranking, known_priorities
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import MUTED, column, joined
from fwwizard.tui.widgets.row_list import Row
from fwwizard.tui.widgets.score_bar import share_bar

PERSON, TOPIC, GROUND, FRAMEWORK, OUT = "person", "topic", "ground", "framework", "out"
NAME = 0.3
SHARE_BAR = 16
BAR_FROM = 100
"""From this width on shares are drawn as bars too."""
RANK = 3
"""The columns of one person's rank."""


def row_id(kind: str, key: str | int) -> str:
    """The id of a row; its parts are `kind:key`."""
    return f"{kind}:{key}"


def group_rows(team: Team, width: int) -> list[Row]:
    """People, topics, frameworks, and what is excluded by some."""
    rows = [_heading("Who leads for whom")]
    rows += [_person(index, e, width) for index, e in enumerate(team.evaluations)]
    rows.append(_heading("Talk about first"))
    if not team.topics:
        rows.append(_plain("Nothing that anyone answered differently turns a leader."))
    rows += [_topic(team, index, width) for index in range(len(team.topics))]
    rows.append(_heading("Shared ground"))
    rows += [Row(row_id(GROUND, i), Content(printable(x))) for i, x in enumerate(shared_lines(team))]
    if team.by_regret:
        rows.append(_heading("Frameworks that nobody excludes: first, largest loss, ranks"))
        rows += [_framework(team, framework, width) for framework in team.by_regret]
    rows += list(_excluded(team, width))
    return rows


def shared_lines(team: Team) -> list[str]:
    """What everyone shares, and which order of two factors splits them."""
    return [line for line in (agreement(team), split(team), *ground(team)) if line]


def _heading(title: str) -> Row:
    return Row("", Content(title), heading=True)


def _plain(text: str) -> Row:
    return Row("plain:", Content(text), style_class="-muted")


def _person(index: int, evaluation: Evaluation, width: int) -> Row:
    name = max(16, int(width * NAME))
    leader = max(18, int(width * 0.25))
    cells = [column(evaluation.session.name, name - 1), column(person_outcome(evaluation), leader)]
    cares = Content.styled(cares_most(evaluation), MUTED)
    return Row(row_id(PERSON, index), Content(" ").join([*cells, cares]))


def cares_most(evaluation: Evaluation) -> str:
    """The factors of a person's first rank; empty while nothing is ranked."""
    ranking = effective_ranking(known_priorities(evaluation.catalog.model, evaluation.session.priorities))
    if not evaluation.tells_winner or not ranking:
        return ""
    names = {f.id: f.name for f in evaluation.catalog.model.factors}
    return "first: " + " = ".join(names[f] for f in ranking[0])


def _topic(team: Team, index: int, width: int) -> Row:
    topic = team.topics[index]
    turns = len(topic.turns)
    right = f"turns {turns} of {len(team.evaluations)}" if turns else f"{topic.effect * 100:.1f} pts"
    shown = "" if topic.kind == "unranked" else right
    text = column(topic.text, max(8, width - 15))
    return Row(row_id(TOPIC, index), text, right=Content.styled(shown, "" if turns else MUTED))


def _framework(team: Team, framework: str, width: int) -> Row:
    group = team.group
    ranks = [e.standing(framework).rank for e in team.evaluations]
    name = max(16, int(width * NAME))
    share = group.first.get(framework, 0.0)
    cells = [
        column(team.evaluations[0].standing(framework).name, name - 1),
        Content(percent(share).rjust(10)),
        *([share_bar(share, SHARE_BAR)] if width >= BAR_FROM else []),
        Content(f"{points(group.regret[framework]):>4} pts"),
        Content("".join(f"{'-' if rank is None else rank:>{RANK}}" for rank in ranks)),
    ]
    return Row(row_id(FRAMEWORK, framework), Content(" ").join(cells))


def _excluded(team: Team, width: int) -> Iterator[Row]:
    some, everyone = excluded_by_some(team), out_for_everyone(team)
    if some or everyone:
        yield _heading("Excluded, and by whom")
    name = max(16, int(width * NAME))
    for index, (framework, why) in enumerate(some):
        cells = [column(framework, name - 1), column(why, max(8, width - name))]
        yield Row(row_id(OUT, index), Content(" ").join(cells))
    if everyone:
        yield Row("everyone:", Content(f"Out for everyone: {joined(everyone, 20)}"), style_class="-muted")
