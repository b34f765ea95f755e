"""The ranking of a session as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
from datetime import date

from fwwizard.core.age import catalog_age
from fwwizard.core.evaluation import CONCERNS, Evaluation, Standing
from fwwizard.core.rounding import points, shown_parts
from fwwizard.core.verdict import decided, headline, least_unmet
from fwwizard.errors import printable
from fwwizard.report.advice import advice_json, advice_text
from fwwizard.report.certainty import certainty_json, certainty_text
from fwwizard.report.json_value import JsonValue
from fwwizard.report.tables import aligned, spreadsheet_cell


def ranking_json(evaluation: Evaluation, samples: int) -> dict[str, JsonValue]:
    """Everything about the ranking, for machines: format 1, numbers with full precision.

    Args:
        evaluation: what is printed.
        samples: weightings to draw for the robustness; 0 leaves it out.
    """
    session, catalog = evaluation.session, evaluation.catalog
    row: dict[str, JsonValue] = {
        "format": 1,
        "session": {"id": session.id, "name": session.name},
        "catalog": {"version": catalog.model.version, "digest": catalog.digest},
        "weights": dict(evaluation.weights),
        "ranking": [
            {**_standing_json(evaluation, standing), "own": whose(evaluation, standing)}
            for standing in evaluation.standings
        ],
        "provisional": evaluation.provisional,
    }
    if samples:
        row |= certainty_json(evaluation, samples)
    return {**row, "advice": advice_json(evaluation)}


def whose(evaluation: Evaluation, standing: Standing) -> str | None:
    """What the user's overlay says of it: `framework` as a whole, `facts` of it, or None for nothing."""
    if standing.framework not in evaluation.evaluator.overlaid:
        return None
    framework = evaluation.catalog.framework(standing.framework)
    return "framework" if framework is not None and framework.own else "facts"


_WHOSE = {None: "", "framework": "your own", "facts": "with facts of yours"}


def _standing_json(evaluation: Evaluation, standing: Standing) -> dict[str, JsonValue]:
    row: dict[str, JsonValue] = {
        "rank": standing.rank,
        "id": standing.framework,
        "name": standing.name,
        "status": standing.status,
        "score": standing.score,
        "band": list(standing.band),
        "weight_band": list(evaluation.weight_band(standing.framework)),
        "contributions": dict(standing.contributions),
        "reasons": [
            {"kind": r.kind, "id": r.id, "status": r.status, "text": r.text} for r in standing.reasons
        ],
        "flags": {
            "raised": standing.flags.raised,
            "open": standing.flags.open,
            "unknown": standing.flags.unknown,
        },
    }
    if standing.rank_if_waived is not None:
        row["rank_if_waived"] = standing.rank_if_waived
    return row


def ranking_csv(evaluation: Evaluation) -> str:
    """One line a framework, the contributions by factor at the end."""
    factors = [*evaluation.weights, CONCERNS]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    head = ["rank", "id", "name", "status", "score", "band_low", "band_high", "rank_if_waived"]
    writer.writerow([*head, *factors, "reasons", "own"])
    for s in evaluation.standings:
        parts = [s.contributions.get(factor, 0.0) for factor in factors]
        reasons = "; ".join(reason.text for reason in s.reasons)
        row = [s.rank, s.framework, s.name, s.status, s.score, *s.band, s.rank_if_waived, *parts, reasons]
        row.append(whose(evaluation, s))
        writer.writerow([spreadsheet_cell(value) for value in row])
    return out.getvalue()


def ranking_text(evaluation: Evaluation, samples: int, today: date | None = None) -> str:
    """The ranking for people: verdict, table, what is out and why, weights, how sure it is.

    Args:
        evaluation: what is printed.
        samples: weightings to draw for the robustness; 0 leaves it out.
        today: tells an old catalog; None: nobody asks how old it is.
    """
    name, version = evaluation.session.name, evaluation.catalog.model.version
    lines = [f"{name}: {len(evaluation.candidates)} in, {len(evaluation.excluded)} out (catalog {version})"]
    lines.append(headline(evaluation))
    if on_record := decided(evaluation):
        lines.append(on_record)
    if old := catalog_age(evaluation.catalog.model.as_of, today):
        lines.append(old)
    lines += ["", *_table(evaluation)]
    if evaluation.excluded:
        lines += ["", *_excluded(evaluation)]
    lines += ["", *_weights(evaluation)]
    if samples and (sure := certainty_text(evaluation, samples)):
        lines += ["", *sure]
    if spoken := advice_text(evaluation):
        lines += ["", *spoken]
    return "".join(f"{printable(line)}\n" for line in lines)


def _table(evaluation: Evaluation) -> list[str]:
    factors = {f.id: f.name for f in evaluation.catalog.model.factors if f.id in evaluation.weights}
    concerned = any(CONCERNS in s.contributions for s in evaluation.candidates)
    keys = [*factors, CONCERNS] if concerned else list(factors)
    heads = [key.replace("_", " ") if key != CONCERNS else "concerns" for key in keys]
    head = ["", "", "score", "band", "flags", *heads, ""]
    rows = []
    for s in evaluation.candidates:
        parts = {key: s.contributions.get(key, 0.0) * 100 for key in keys}
        shown = shown_parts(parts, s.score * 100)
        note = "if confirmed: " + "; ".join(r.text for r in s.reasons) if s.status == "conditional" else ""
        rows.append(
            [
                str(s.rank),
                s.name,
                f"{'~' if s.uncertain else ''}{points(s.score)}",
                f"{points(s.band[0])}-{points(s.band[1])}" if s.uncertain else "",
                f"{s.flags.raised} raised" if s.flags.raised else "",
                *(f"{shown[key]:.0f}" for key in keys),
                "; ".join(filter(None, (note, _WHOSE[whose(evaluation, s)]))),
            ]
        )
    right = {0, *range(2, 4), *range(5, 5 + len(keys))}
    return aligned([head, *rows], right=right)


def _excluded(evaluation: Evaluation) -> list[str]:
    rows = [
        [
            s.name,
            str(points(s.score)),
            f"(would be {s.rank_if_waived})",
            "; ".join(reason.text for reason in s.reasons if reason.status == "excluded"),
        ]
        for s in evaluation.excluded
    ]
    lines = ["out:", *(f"  {line}" for line in aligned(rows, right={1}))]
    if not evaluation.candidates:
        lines += ["", "least unmet, and what to relax:"]
        for s in least_unmet(evaluation):
            unmet = "; ".join(r.text for r in s.reasons if r.status == "excluded")
            lines.append(f"  {s.name}: {unmet}")
    return lines


def _weights(evaluation: Evaluation) -> list[str]:
    names = {f.id: f.name for f in evaluation.catalog.model.factors}
    ordered = sorted(evaluation.weights, key=lambda f: -evaluation.weights[f])
    # Each rounded by itself, so that equal weights look equal; no total is shown beside them.
    return ["weights: " + ", ".join(f"{names[f]} {evaluation.weights[f] * 100:.0f} %" for f in ordered)]
