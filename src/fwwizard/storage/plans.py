"""Reads `plan.toml`, and checks that what it names is there. An overlay's plan replaces the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fwwizard.core.model import Model
from fwwizard.core.plan import Plan, PlanDay
from fwwizard.storage.flaws import Flaw, unknown
from fwwizard.storage.refusals import refuse
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document
from fwwizard.storage.validation import validated

FORMAT = 1
MOST_DAYS = 100
"""A plan with more working days than this is a slip."""

MOST_FLOWS = 10


def whole_plan(document: Document) -> Plan:
    """The plan that a `plan.toml` holds.

    Raises:
        InputError: something in the file does not fit.
    """
    plan = validated(document, Plan)
    if plan.format != FORMAT:
        hint = "it was made for a newer fwwizard" if plan.format > FORMAT else ""
        raise refuse(document, ("format",), f"must be {FORMAT}, not {plan.format}", hint)
    return plan


def plan_flaws(plan: Plan, model: Model) -> Iterator[Flaw]:
    """Everything that is wrong with a plan, by what the model has."""
    yield from _repeated("days", [day.id for day in plan.days])
    yield from _repeated("numbers", [number.id for number in plan.numbers])
    yield from _repeated("hardening", [entry.id for entry in plan.hardening])
    for index, day in enumerate(plan.days):
        yield from _span(index, day)
        yield from _requirements(("days", index), day.requirements, model)
    for index, entry in enumerate(plan.hardening):
        yield from _requirements(("hardening", index), entry.requirements, model)
    attributes = [attribute.id for attribute in model.attributes]
    for index, number in enumerate(plan.numbers):
        if number.attribute and number.attribute not in attributes:
            message = unknown("attribute", number.attribute, attributes)
            yield _flaw(("numbers", index, "attribute"), *message)
    if not 0 <= plan.flows <= MOST_FLOWS:
        yield _flaw(("flows",), f"must be a number of user flows from 0 to {MOST_FLOWS}")


def _repeated(section: str, ids: list[str]) -> Iterator[Flaw]:
    for index, one in enumerate(ids):
        if ids.index(one) != index:
            yield _flaw((section, index, "id"), f'"{one}" stands there more than once')


def _span(index: int, day: PlanDay) -> Iterator[Flaw]:
    if not 1 <= day.first <= MOST_DAYS:
        yield _flaw(("days", index, "first"), f"must be a working day from 1 to {MOST_DAYS}")
    elif not day.first <= day.end <= MOST_DAYS:
        yield _flaw(("days", index, "last"), f"must not come before the first day, or after {MOST_DAYS}")


def _requirements(at: KeyPath, given: Iterable[str], model: Model) -> Iterator[Flaw]:
    known = [requirement.id for requirement in model.requirements]
    for index, one in enumerate(given):
        if one not in known:
            yield _flaw((*at, "requirements", index), *unknown("requirement", one, known))


def _flaw(path: KeyPath, message: str, hint: str = "") -> Flaw:
    return Flaw("plan.toml", "", path, message, hint)
