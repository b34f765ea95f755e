"""Words of the record: for a reader who was not there, so that nobody is called "you"."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.gates import Reason
from fwwizard.core.wording import language_name

NOT_OURS = "Written in a language that the team does not use"


def amount(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{value:,.10g} {unit}".strip()


def points_word(value: float) -> str:
    """`1 point`, `2 points`, `0.4 points`."""
    shown = f"{value:.1f}".removesuffix(".0")
    return f"{shown} {'point' if shown == '1' else 'points'}"


def reason_words(evaluation: Evaluation, standing: Standing, reason: Reason) -> str:
    """Why something is out or conditional."""
    if reason.kind == "language":
        return f"{NOT_OURS} ({languages_of(evaluation, standing)})"
    if reason.kind == "runtime":
        return reason.text.replace(", you run ", ", the team runs ")
    return reason.text


def languages_of(evaluation: Evaluation, standing: Standing) -> str:
    """The languages that a framework is written in, as `Go` or `Java or Kotlin`."""
    framework = evaluation.catalog.framework(standing.framework)
    languages = framework.languages if framework else ()
    return " or ".join(language_name(evaluation.catalog.model, language) for language in languages)


def conditions_of(evaluation: Evaluation, standing: Standing) -> str:
    """What has to be confirmed of a conditional one; empty for the others."""
    if standing.status != "conditional":
        return ""
    return "; ".join(reason_words(evaluation, standing, reason) for reason in standing.reasons)
