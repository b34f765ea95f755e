"""The group view as text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fwwizard.core import team_words as words
from fwwizard.core.certainty import percent
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.rounding import points
from fwwizard.core.team import Team
from fwwizard.core.weights import effective_ranking, known_priorities
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.outline import Part, Table, as_markdown, as_text

SHOWN = 12
"""How many frameworks the tables of people show; JSON has them all."""


def team_text(found: Team) -> str:
    """For people in a terminal."""
    return as_text(_outline(found))


def team_markdown(found: Team) -> str:
    """For a document: every text from a session or a catalog is escaped."""
    return as_markdown(_outline(found))


def _outline(found: Team) -> Iterator[tuple[str, list[Part]]]:
    yield f"A group of {len(found.evaluations)}", [words.headline(found), *words.notes(found)]
    people = [[e.session.name, words.person_outcome(e), _first(e)] for e in found.evaluations]
    yield "Who leads for whom", [Table(("", "leads", "cares most about"), people)]
    talk = [f"  {t.text}. {words.topic_effect(found, t)}".rstrip() for t in found.topics]
    yield "Talk about first", list(talk) or ["Nothing that anyone answered differently turns a leader."]
    shared = [f"  {line}" for line in words.ground(found)]
    split = words.split(found)
    agreement = words.agreement(found)
    yield "Shared ground", [agreement, *([split] if split else []), *shared]
    if found.group.regret:
        yield "Frameworks that nobody excludes", [words.shares_note(found), _frameworks(found)]
    if found.group.excluded:
        everyone = words.out_for_everyone(found)
        rows = [[name, why] for name, why in words.excluded_by_some(found)]
        out: list[Part] = [f"  out for everyone: {', '.join(everyone)}"] if everyone else []
        yield "Excluded, and by whom", [*([Table(("", "why, and for whom"), rows)] if rows else []), *out]


def _first(evaluation: Evaluation) -> str:
    """The factors of the first rank of a person."""
    ranking = effective_ranking(known_priorities(evaluation.catalog.model, evaluation.session.priorities))
    if not evaluation.tells_winner or not ranking:
        return ""
    names = {f.id: f.name for f in evaluation.catalog.model.factors}
    return " = ".join(names[f] for f in ranking[0])


def _frameworks(found: Team) -> Table:
    rows = []
    for framework in found.by_regret[:SHOWN]:
        ranks = [e.standing(framework).rank for e in found.evaluations]
        shown = " ".join("-" if rank is None else str(rank) for rank in ranks)
        share = percent(found.group.first.get(framework, 0.0))
        rows.append([_name(found, framework), share, str(points(found.group.regret[framework])), shown])
    return Table(("", "first", "largest loss", "ranks, one a person"), rows, frozenset({1, 2}))


def _name(found: Team, framework: str) -> str:
    return found.evaluations[0].standing(framework).name


def team_json(found: Team) -> dict[str, JsonValue]:
    """Each session with its winner, agreement, mixture, gates with owners, losses, split and topics."""
    group, catalog = found.group, found.evaluations[0].catalog
    split = group.split
    return {
        "format": 1,
        "catalog": {"version": catalog.model.version, "digest": catalog.digest},
        "sessions": [_person(e) for e in found.evaluations],
        "kendall_w": group.kendall_w,
        "mixture": {
            "samples": max(shares.samples for shares in found.shares),
            "error": found.error,
            "first": dict(group.first),
        },
        "regret": dict(group.regret),
        "excluded": {
            framework: [
                {
                    "owner": one.owner,
                    "kind": one.reason.kind,
                    "id": one.reason.id,
                    "text": one.reason.text,
                }
                for one in owned
            ]
            for framework, owned in group.excluded.items()
        },
        "split": {
            "first": split.first,
            "second": split.second,
            "for_first": list(split.for_first),
            "for_second": list(split.for_second),
        }
        if split
        else None,
        "shared": {
            "frameworks": list(found.ground.frameworks),
            "musts": list(found.ground.musts),
            "needs": list(found.ground.needs),
        },
        "talk_about": [
            {
                "kind": t.kind,
                "key": t.key or None,
                "text": printable(t.text),
                "turns": list(t.turns),
                "effect": t.effect,
            }
            for t in found.topics
        ],
    }


def _person(evaluation: Evaluation) -> dict[str, JsonValue]:
    session, leader = evaluation.session, evaluation.leader
    told: bool = evaluation.tells_winner and leader is not None
    first: Sequence[str] = [s.framework for s in evaluation.candidates[:3]] if told else []
    return {
        "id": session.id,
        "name": session.name,
        "winner": leader.framework if leader and told else None,
        "status": leader.status if leader and told else None,
        "score": leader.score if leader and told else None,
        "first_three": list(first),
        "provisional": evaluation.provisional,
    }
