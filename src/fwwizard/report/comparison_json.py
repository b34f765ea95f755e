"""Two sessions side by side for machines: format 1, numbers with full precision."""

from __future__ import annotations

from fwwizard.core.comparison import Comparison, Move
from fwwizard.core.comparison_words import outcome
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.mixing import Path
from fwwizard.core.session import MustLevel, Session
from fwwizard.report.json_value import JsonValue


def comparison_json(comparison: Comparison) -> dict[str, JsonValue]:
    """The differing answers, both rankings, and for each framework that moved what moved it.

    `share` and `difference` are in scores, B less A; a move's shares sum to its difference. `places`
    counts places won from A to B.
    """
    found = comparison.attribution
    return {
        "format": 1,
        "a": _side(comparison.a),
        "b": _side(comparison.b),
        "same": comparison.same,
        "outcome": outcome(comparison),
        "answers": [
            {
                "key": answer.key,
                "step": answer.step,
                "label": answer.label,
                "a": raw_answer(comparison.a.session, answer.path),
                "b": raw_answer(comparison.b.session, answer.path),
            }
            for answer in comparison.differing
        ],
        "facts": [
            {"framework": f.framework or None, "key": f.key, "label": f.label, "a": f.a, "b": f.b}
            for f in comparison.facts
        ],
        "ranking": [
            {"id": m.framework, "name": m.name, "a": _standing(m.a), "b": _standing(m.b), "places": m.places}
            for m in comparison.moves
        ],
        "moved": [_move(move) for move in comparison.moves if move.moved],
        "attribution": {"exact": not found.orders, "orders": found.orders, "error": found.error},
    }


def _side(evaluation: Evaluation) -> dict[str, JsonValue]:
    session, catalog, leader = evaluation.session, evaluation.catalog, evaluation.leader
    return {
        "id": session.id,
        "name": session.name,
        "catalog": {"version": catalog.model.version, "digest": catalog.digest},
        "made_with": {"version": session.catalog.version, "digest": session.catalog.digest},
        "winner": leader.framework if leader and evaluation.tells_winner else None,
        "provisional": evaluation.provisional,
    }


def _standing(standing: Standing | None) -> dict[str, JsonValue] | None:
    if standing is None:
        return None
    return {
        "rank": standing.rank,
        "rank_if_waived": standing.rank_if_waived,
        "status": standing.status,
        "score": standing.score,
        "band": list(standing.band),
    }


def _move(move: Move) -> dict[str, JsonValue]:
    return {
        "id": move.framework,
        "places": move.places,
        "difference": move.difference,
        "answers": [{"key": cause.key, "share": cause.amount} for cause in move.causes],
        "gates": [
            {
                "side": gate.side,
                "kind": gate.reason.kind,
                "id": gate.reason.id,
                "status": gate.reason.status,
                "text": gate.reason.text,
                "answers": list(gate.set_by),
            }
            for gate in move.gates
        ],
    }


def raw_answer(session: Session, path: Path) -> JsonValue:
    """An answer as the session file has it; None where it is not said."""
    match path:
        case ("priorities",):
            return _priorities(session)
        case ("project", *rest):
            return _project(session, rest)
        case ("checklist", key):
            wish = session.checklist.get(key)
            return {"must": wish.must} if isinstance(wish, MustLevel) else wish
        case ("targets", key):
            return session.targets.get(key)
        case ("flags", framework, flag):
            said = session.flags.get(framework, {}).get(flag)
            return (
                {"verdict": said.verdict, "severity": said.severity, "reason": said.reason} if said else None
            )
    return _outcome(session, path)


def _project(session: Session, rest: list[str]) -> JsonValue:
    project = session.project
    match rest:
        case ["needs" | "conditions" as part, key]:
            members = project.needs if part == "needs" else project.conditions
            return True if key in members else None
        case ["other_languages"]:
            return project.other_languages
        case ["concurrent_users"]:
            return project.concurrent_users
        case [part, key]:
            return _maps(session)[part].get(key)
    return project.current or None


def _priorities(session: Session) -> JsonValue:
    priorities = session.priorities
    return {
        "ranking": [list(group) for group in priorities.ranking],
        "ignored": list(priorities.ignored),
        "points": dict(priorities.points) if priorities.points is not None else None,
        "confirmed": priorities.confirmed,
    }


def _maps(session: Session) -> dict[str, dict[str, str]]:
    project = session.project
    return {
        "languages": dict(project.languages),
        "experience": dict(project.experience),
        "runtimes": dict(project.runtimes),
        "excluded": dict(project.excluded),
    }


def _outcome(session: Session, path: Path) -> JsonValue:
    decision, plan = session.decision, session.poc
    values: dict[Path, JsonValue] = {
        ("decision", "status"): decision.status,
        ("decision", "chosen"): decision.chosen or None,
        ("decision", "deciders"): list(decision.deciders),
        ("decision", "notes"): decision.notes or None,
        ("decision", "review_on"): decision.review_on.isoformat() if decision.review_on else None,
        ("poc", "start"): plan.start.isoformat() if plan.start else None,
        ("poc", "flows"): list(plan.flows),
        ("poc", "owners"): dict(plan.owners),
        ("poc", "numbers"): dict(plan.numbers),
    }
    return values[path]
