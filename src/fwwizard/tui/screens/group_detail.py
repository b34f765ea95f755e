"""What explains a row of a group view."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.rounding import points
from fwwizard.core.team import Team
from fwwizard.core.team_words import (
    excluded_by_some,
    out_for_everyone,
    shares_note,
    topic_effect,
)
from fwwizard.core.verdict import headline
from fwwizard.errors import printable
from fwwizard.tui.screens.group_rows import FRAMEWORK, PERSON, TOPIC, shared_lines
from fwwizard.tui.widgets.detail import NOTHING, Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, joined, names

FIRST = 5
"""How many frameworks of a person are named."""


def explanation(team: Team, some_id: str) -> Explanation:
    """What explains a row."""
    kind, _, key = some_id.partition(":")
    match kind:
        case "person":
            return _person(team, int(key))
        case "topic":
            return _topic(team, int(key))
        case "framework":
            return _framework(team, key)
        case "ground":
            return _titled(some_id, shared_lines(team)[int(key)], [])
        case "out":
            name, why = excluded_by_some(team)[int(key)]
            return _titled(some_id, name, [said("", printable(why))])
        case "everyone":
            return _titled(some_id, "Out for everyone", [said("", names(out_for_everyone(team), 50))])
    return NOTHING


def _titled(key: str, title: str, entries: list[Entry]) -> Explanation:
    return Explanation(Content.styled(printable(title), "bold"), tuple(entries), key)


def _person(team: Team, index: int) -> Explanation:
    evaluation = team.evaluations[index]
    entries = [said("", printable(headline(evaluation)))]
    if evaluation.tells_winner:
        shown = [f"{s.name} {points(s.score)}" for s in evaluation.candidates[:FIRST]]
        entries += [said("ranking", names(shown)), said("priorities", printable(_priorities(evaluation)))]
    return _titled(f"{PERSON}:{index}", evaluation.session.name, entries)


def _priorities(evaluation: Evaluation) -> str:
    factors = {f.id: f.name for f in evaluation.catalog.model.factors}
    return " > ".join(" = ".join(factors[f] for f in group) for group in evaluation.ranking)


def _topic(team: Team, index: int) -> Explanation:
    topic = team.topics[index]
    effect = topic_effect(team, topic)
    entries = [said("", printable(effect))] if effect else []
    if topic.turns:
        note = "Tried on each person: with the answer of the largest other camp, all else as said."
        entries.append(said("", note, MUTED))
    return _titled(f"{TOPIC}:{index}", topic.text, entries)


def _framework(team: Team, framework: str) -> Explanation:
    name = team.evaluations[0].standing(framework).name
    return _titled(f"{FRAMEWORK}:{framework}", name, list(_standings(team, framework)))


def _standings(team: Team, framework: str) -> Iterator[Entry]:
    shown = []
    for e in team.evaluations:
        standing = e.standing(framework)
        shown.append(f"{e.session.name} {standing.rank or 'out'} ({points(standing.score)})")
    yield said("ranks", names(shown, 20))
    loss = team.group.regret[framework]
    worst = [
        e.session.name
        for e in team.evaluations
        if _best(team, e) - e.standing(framework).score >= loss - 1e-9 and loss > 0
    ]
    if worst:
        yield said("largest loss", f"{loss * 100:.1f} points, for {joined(worst)}")
    yield said("", shares_note(team), MUTED)


def _best(team: Team, evaluation: Evaluation) -> float:
    """The best score of a person among those that nobody excludes."""
    return max(evaluation.standing(f).score for f in team.group.regret)
