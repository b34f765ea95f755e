"""The numbers by which the choice is confirmed: targets of the checklist, and those of the plan."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.plan import Bound
from fwwizard.core.value_functions import Figures
from fwwizard.report.record.decision import Number
from fwwizard.report.record.words import amount

_BOUNDS: dict[Bound, str] = {"at-least": "at least", "at-most": "at most"}


def numbers(evaluation: Evaluation) -> tuple[Number, ...]:
    """Every acceptance number, agreed or not; those without a value are still to be agreed."""
    session, plan = evaluation.session, evaluation.catalog.plan
    units = {attribute.id: attribute.unit for attribute in evaluation.catalog.model.attributes}
    found = []
    for number in plan.numbers if plan is not None else ():
        value = session.poc.numbers.get(number.id, session.targets.get(number.attribute))
        unit = number.unit or units.get(number.attribute, "")
        shown = amount(value, unit) if value is not None else ""
        found.append(Number(number.id, number.name, _BOUNDS[number.bound], shown, unit))
    return (*found, *_other_targets(evaluation))


def _other_targets(evaluation: Evaluation) -> list[Number]:
    """Targets that the plan has no number for."""
    plan, targets = evaluation.catalog.plan, evaluation.session.targets
    planned = {number.attribute for number in plan.numbers} if plan is not None else set()
    rows = []
    for attribute in evaluation.catalog.model.attributes:
        if attribute.id in targets and attribute.id not in planned:
            function = attribute.value
            falling = isinstance(function, Figures) and function.worst > function.best
            bound = _BOUNDS["at-most" if falling else "at-least"]
            shown = amount(targets[attribute.id], attribute.unit)
            rows.append(Number(attribute.id, attribute.title, bound, shown, attribute.unit))
    return rows
