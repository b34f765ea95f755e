"""The documents that can be made of an evaluation: decision record and proof-of-concept plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from fwwizard.core.evaluation import Evaluation
from fwwizard.report.json_value import JsonValue
from fwwizard.report.plan.build import plan_content
from fwwizard.report.record.build import decision_record
from fwwizard.report.weighing import weigh

Document = Literal["record", "plan"]
Form = Literal["markdown", "html"]
Stopped = Callable[[], bool]

SUFFIXES: dict[Form, str] = {"markdown": "md", "html": "html"}


def document(
    evaluation: Evaluation, kind: Document, form: Form, stopped: Stopped | None = None
) -> str | None:
    """The text of a document: the same evaluation always gives the same characters.

    Returns:
        None where the work was given up, or where a plan has nobody to try.

    Raises:
        InputError: there can be no plan, because the catalog proposes none or all is tied.
    """
    weighing = weigh(evaluation, stopped)
    if stopped is not None and stopped():
        return None
    # The template library is imported here: it takes longer than what comes before it.
    from fwwizard.report.pages import page
    from fwwizard.report.rendering import render

    if kind == "plan":
        plan = plan_content(evaluation, weighing)
        if plan is None:
            return None
        return render("plan.md.jinja", plan=plan) if form == "markdown" else page("plan", plan=plan)
    record = decision_record(evaluation, weighing)
    if form == "markdown":
        return render("record.md.jinja", record=record)
    from fwwizard.report.pictures.build import pictures

    return page("record", record=record, pictures=pictures(evaluation, weighing))


def document_json(evaluation: Evaluation) -> dict[str, JsonValue]:
    """Everything: the ranking with its robustness, the comparison, the record and the plan.

    The plan is null where there can be none.
    """
    from fwwizard.core.acceptability import FULL
    from fwwizard.core.explanation import explain
    from fwwizard.errors import InputError
    from fwwizard.report.explanation import explanation_json
    from fwwizard.report.plain import plain
    from fwwizard.report.ranking import ranking_json
    from fwwizard.report.record.outcome import chosen_of, rival_of

    weighing = weigh(evaluation)
    chosen = chosen_of(evaluation)
    rival = rival_of(evaluation, chosen) if chosen is not None else None
    try:
        plan = plan_content(evaluation, weighing)
    except InputError:
        plan = None
    found = explain(evaluation, chosen.framework, rival.framework) if chosen and rival else None
    return {
        **ranking_json(evaluation, FULL),
        "explanation": explanation_json(evaluation, found) if found is not None else None,
        "record": plain(decision_record(evaluation, weighing)),
        "plan": plain(plan) if plan is not None else None,
    }


def plan_json(evaluation: Evaluation) -> dict[str, JsonValue] | None:
    """The plan alone; None where nobody can be tried.

    Raises:
        InputError: there can be no plan.
    """
    from fwwizard.report.plain import plain

    plan = plan_content(evaluation, weigh(evaluation))
    if plan is None:
        return None
    session = evaluation.session
    return {"format": 1, "session": {"id": session.id, "name": session.name}, "plan": plain(plan)}
