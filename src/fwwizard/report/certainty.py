"""How sure the ranking is, for machines and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fwwizard.core.evaluation import Evaluation
from fwwizard.report.json_value import JsonValue

if TYPE_CHECKING:
    from fwwizard.core.findout import Question
    from fwwizard.core.flips import Flip


def certainty_json(evaluation: Evaluation, samples: int) -> dict[str, JsonValue]:
    """Robustness, confidence, flips and what to find out.

    Args:
        evaluation: what is judged.
        samples: how many weightings to draw, above 0.
    """
    # Imported here and below: a ranking without samples needs none of it, and should not wait for it.
    from fwwizard.core.acceptability import LIVE, confidence_factors
    from fwwizard.core.findout import questions
    from fwwizard.core.flips import flips
    from fwwizard.core.robustness import robustness, sureness, survives
    from fwwizard.core.scenarios import Scenarios

    scenarios = Scenarios(evaluation, evaluation.evaluator.samples(samples))
    found = robustness(scenarios)
    assert found is not None  # noqa: S101  only work that is stopped gives None
    table = found.table
    # The factors say how firmly a share stands; the samples of the live panel are enough for that.
    live = Scenarios(evaluation, evaluation.evaluator.samples(min(samples, LIVE)))
    return {
        "robustness": {
            "samples": samples,
            "error": table.shares.error,
            "exact": table.shares.samples == 0,
            "first": dict(table.shares.first),
            "acceptability": {name: list(row) for name, row in table.acceptability.items()},
            "central_weights": {name: dict(w) for name, w in table.shares.central_weights.items()},
            "confidence_factors": dict(confidence_factors(live, table.shares)),
            "pairwise": {name: dict(row) for name, row in found.pairwise.items()},
            "survives": {**survives(evaluation)},
        },
        "confidence": sureness(scenarios),
        "flips": [flip_json(flip) for flip in flips(evaluation)],
        "find_out": [question_json(question) for question in questions(evaluation)],
    }


def flip_json(flip: Flip) -> dict[str, JsonValue]:
    """A flip with the keys of its kind."""
    row: dict[str, JsonValue] = {"kind": flip.kind, "winner": flip.winner}
    match flip.kind:
        case "ranking":
            row |= {"swaps": flip.swaps, "ranking": [list(group) for group in flip.ranking]}
        case "weight":
            row |= {"factor": flip.factor, "weight": flip.weight}
        case "must":
            row["requirement"] = flip.requirement
        case "need":
            row |= {"framework": flip.winner, "id": flip.id, "change": flip.change}
        case _:
            row |= {"framework": flip.framework, "id": flip.id, "change": flip.change}
    return row


def question_json(question: Question) -> dict[str, JsonValue]:
    """A question with what it is about under the word of its kind."""
    about = {"fact": "attribute", "must": "requirement", "flag": "flag"}[question.kind]
    row: dict[str, JsonValue] = {"kind": question.kind, "id": question.id}
    row[about] = question.id.partition(":")[2] or question.id
    if question.framework:
        row["framework"] = question.framework
    row["probability"] = question.probability
    return row


def certainty_text(evaluation: Evaluation, samples: int) -> list[str]:
    """The same in sentences; nothing where no winner is told."""
    from fwwizard.core.certainty import certainty, percent

    found = certainty(evaluation, evaluation.evaluator.samples(samples))
    if found is None:
        return []
    first = ", ".join(f"{name} {percent(share)}" for name, share in found.first)
    lines = [
        found.sure,
        f"First place: {first} {found.first_note}.",
        *filter(None, (found.picked_by, found.survival, found.staying)),
        "",
        "what would change the winner:",
        *(f"  {flip}" for flip in found.flips),
    ]
    if found.questions:
        lines += ["", "what to find out:", *(f"  {question}" for question in found.questions)]
    return lines
