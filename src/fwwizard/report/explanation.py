"""Why A and not B, as text and JSON."""

from __future__ import annotations

from fwwizard.core.certainty import percent
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.explanation import AttributeDifference, Explanation, FactorDifference
from fwwizard.core.points import what_orders
from fwwizard.core.rounding import points, shown_parts
from fwwizard.core.verdict import headline, listed
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.tables import aligned

SHOWN_ATTRIBUTES = 3
"""How many attributes of a factor the text names."""

SMALLEST = 0.0005
"""Scores; attributes that differ by less are not named."""


def explanation_json(evaluation: Evaluation, found: Explanation) -> dict[str, JsonValue]:
    """Every difference with full precision; the amounts are in scores, 0..1."""
    return {
        "format": 1,
        "session": {"id": evaluation.session.id, "name": evaluation.session.name},
        "a": found.a,
        "b": found.b,
        "total": found.total,
        "factors": [_factor_json(difference) for difference in found.factors],
        "sufficient": [difference.factor for difference in found.sufficient],
        "best_for_b": found.best_for_b.factor if found.best_for_b else None,
        "index": found_index(evaluation, found),
        "grounds": {str(ground): share for ground, share in found.by_ground.items()},
        "provisional": evaluation.provisional,
    }


def _factor_json(difference: FactorDifference) -> dict[str, JsonValue]:
    return {
        "factor": difference.factor,
        "amount": difference.amount,
        "attributes": [
            {
                "attribute": d.attribute.id,
                "amount": d.amount,
                "ground": d.ground,
                "a": d.a.text,
                "b": d.b.text,
                "own": d.a.own or d.b.own,
            }
            for d in difference.attributes
        ],
    }


def explanation_text(evaluation: Evaluation, found: Explanation) -> str:
    """The difference in points, factor by factor, with what both have."""
    a, b = evaluation.standing(found.a), evaluation.standing(found.b)
    shown = found.shown(1)
    total = sum(shown.values())
    lines = [
        f"{a.name} {points(a.score)}, {b.name} {points(b.score)}: {_ahead(a.name, b.name, total)}",
        *_gates(evaluation, found),
        *([headline(evaluation)] if evaluation.provisional else []),
        "",
    ]
    for difference in found.factors:
        if abs(difference.amount) < 1e-12:
            continue
        lines.append(f"{shown[difference.factor]:+.1f}  {difference.name}")
        rows = _attribute_rows(difference, shown[difference.factor])
        lines += [f"      {line}" for line in (aligned(rows, right={0}) if rows else [])]
    lines += ["", *_summary(a.name, b.name, found), *_index(evaluation, found)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _attribute_rows(difference: FactorDifference, shown: float) -> list[list[str]]:
    """The attributes that differ most, and the rest in one row, so that the rows sum to the factor's."""
    amounts = {d.attribute.id: d.amount * 100 for d in difference.attributes}
    parts = shown_parts(amounts, shown, 1)
    named = [d for d in difference.attributes if abs(d.amount) >= SMALLEST][:SHOWN_ATTRIBUTES]
    rows = [
        [
            f"{parts[d.attribute.id]:+.1f}",
            d.attribute.title,
            f"{d.a.text}  |  {d.b.text}",
            f"({d.ground}{_own(d)})",
        ]
        for d in named
    ]
    rest = round(shown - sum(parts[d.attribute.id] for d in named), 1)
    return [*rows, [f"{rest:+.1f}", "the rest", "", ""]] if rest and named else rows


def _own(difference: AttributeDifference) -> str:
    """Whether one of the two facts is from the user's overlay."""
    return ", your own" if difference.a.own or difference.b.own else ""


def found_index(evaluation: Evaluation, found: Explanation) -> float | None:
    """The share of the allowed weightings in which A beats B; None where one of them is excluded."""
    if "excluded" in {evaluation.standing(found.a).status, evaluation.standing(found.b).status}:
        return None
    from fwwizard.core.acceptability import FULL, index_against
    from fwwizard.core.scenarios import Scenarios

    return index_against(Scenarios(evaluation, evaluation.evaluator.samples(FULL)), found.a, found.b)


def _index(evaluation: Evaluation, found: Explanation) -> list[str]:
    index = found_index(evaluation, found)
    if index is None or found.a == found.b:
        return []
    a, b = evaluation.standing(found.a).name, evaluation.standing(found.b).name
    order = what_orders(evaluation.session)
    return [f"{a} beats {b} in {percent(index)} of the weightings {order} allows."]


def _ahead(a: str, b: str, total: float) -> str:
    if round(total, 1) == 0:
        return "they score the same"
    first, second = (a, b) if total > 0 else (b, a)
    amount = f"{abs(total):.1f}"
    return f"{first} is ahead of {second} by {amount} {'point' if amount == '1.0' else 'points'}"


def _gates(evaluation: Evaluation, found: Explanation) -> list[str]:
    lines = []
    for framework in (found.a, found.b):
        standing = evaluation.standing(framework)
        if standing.status != "passes":
            reasons = "; ".join(r.text for r in standing.reasons if r.status == standing.status)
            state = "is excluded" if standing.status == "excluded" else "is conditional"
            lines.append(f"{standing.name} {state}: {reasons}")
    return lines


def _summary(a: str, b: str, found: Explanation) -> list[str]:
    lines = []
    if found.total > 0 and found.sufficient and found.best_for_b:
        names = listed([d.name for d in found.sufficient])
        alone = "alone outweighs" if len(found.sufficient) == 1 else "together outweigh"
        lines.append(f"{names} {alone} everything that speaks for {b}.")
    if found.best_for_b:
        difference = found.best_for_b
        gain = f"{-difference.amount * 100:.1f}"
        lines.append(f"The best argument for {b}: {difference.name} (+{gain}).")
    elif found.total > 0:
        lines.append(f"Nothing speaks for {b} over {a}.")
    grounds = sorted(found.by_ground.items(), key=lambda item: -item[1])
    if grounds:
        rests = ", ".join(f"{_GROUNDS[ground]} {share:.0%}".replace("%", " %") for ground, share in grounds)
        lines.append(f"The differences rest on: {rests}.")
    return lines


_GROUNDS = {
    "documented": "what is documented",
    "measured": "what was measured",
    "judgement": "judgement",
    "said": "what the team said of itself",
    "unknown": "what nobody knows",
}
