"""The advice that applies, for machines and as text."""

from __future__ import annotations

from fwwizard.core.advice import Advice, advice
from fwwizard.core.evaluation import Evaluation
from fwwizard.report.json_value import JsonValue


def advice_json(evaluation: Evaluation) -> list[JsonValue]:
    """Each piece with its source and the answers that made it speak, the most specific first."""
    return [
        {"id": one.id, "text": one.text, "source": one.source, "reads": list(one.reads), "own": one.own}
        for one in advice(evaluation)
    ]


def advice_text(evaluation: Evaluation) -> list[str]:
    """The same in lines; nothing where no rule speaks."""
    lines: list[str] = []
    for one in advice(evaluation):
        lines += [f"  {one.text}", f"      {ground_of(one)}"]
    return ["advice that applies:", *lines] if lines else []


def ground_of(one: Advice) -> str:
    """Its source, and whether it is the user's own."""
    return f"{one.source}, your own" if one.own else one.source
