"""Makes the proof-of-concept plan of an evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fwwizard.core.catalog import Framework, Level
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.evidence import of_fact
from fwwizard.core.finalists import finalists
from fwwizard.core.model import Model, Requirement
from fwwizard.core.plan import Plan, PlanDay, working_day
from fwwizard.core.rounding import points
from fwwizard.core.sources import address
from fwwizard.errors import InputError
from fwwizard.report.plan.content import Day, Finalist, Has, PlanContent, Step
from fwwizard.report.record.numbers import numbers
from fwwizard.report.record.words import conditions_of
from fwwizard.report.weighing import Weighing

_LEVELS: dict[Level, str] = {
    "built-in": "built in",
    "official": "official package",
    "ecosystem": "third-party package",
    "manual": "build it yourselves",
    "unknown": "not known, find out first",
}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def plan_content(evaluation: Evaluation, weighing: Weighing | None) -> PlanContent | None:
    """The plan; None where every option is excluded and nobody can be tried.

    Raises:
        InputError: the catalog proposes no plan, or no order follows from the answers yet.
    """
    plan, session = evaluation.catalog.plan, evaluation.session
    if plan is None:
        raise InputError("this catalog proposes no proof of concept", hint="plan.toml would describe one")
    if not evaluation.candidates:
        return None
    if weighing is None:
        raise InputError("there are no finalists yet, every priority is tied", hint="rank them first")
    tried = finalists(evaluation, weighing.table.shares.first)
    current = evaluation.catalog.framework(session.project.current)
    names = {standing.framework for standing in tried}
    flows = (*session.poc.flows, *[""] * (plan.flows - len(session.poc.flows)))
    return PlanContent(
        title=f"Proof of concept for {session.name}",
        session=session.name,
        finalists=tuple(_finalist(evaluation, standing) for standing in tried),
        span=_span(plan, session.poc.start),
        missing=_missing(evaluation, plan, tried),
        flows=flows,
        numbers=numbers(evaluation),
        days=tuple(_day(evaluation, day, tried, replacing=current is not None) for day in plan.days),
        feedback=plan.feedback,
        hardening=tuple(
            Step(entry.name, _has(evaluation, entry.requirements, tried)) for entry in plan.hardening
        ),
        replaced=current.name if current is not None and current.id not in names else "",
        source=_source(evaluation, plan),
        catalog=evaluation.catalog.model.version,
    )


def missing_flows(evaluation: Evaluation) -> int:
    """How many user flows the team still has to name."""
    plan = evaluation.catalog.plan
    return max(0, plan.flows - len(evaluation.session.poc.flows)) if plan is not None else 0


def _finalist(evaluation: Evaluation, standing: Standing) -> Finalist:
    owner = evaluation.session.poc.owners.get(standing.framework, "")
    return Finalist(standing.name, owner, points(standing.score), conditions_of(evaluation, standing))


def _missing(evaluation: Evaluation, plan: Plan, tried: tuple[Standing, ...]) -> tuple[str, ...]:
    """What to settle before the first day, each with the key of the session that holds it."""
    session = evaluation.session
    lines = []
    if lacking := missing_flows(evaluation):
        word = "user flow" if lacking == 1 else "user flows"
        lines.append(f"Name {lacking} {word} that the result must serve (poc.flows)")
    if session.poc.start is None and plan.days:
        lines.append("Set the first day (poc.start)")
    unowned = [s for s in tried if not session.poc.owners.get(s.framework)]
    lines += [f"Say who builds it with {s.name} (poc.owners.{s.framework})" for s in unowned]
    lines += [
        f"Agree on: {number.name} (poc.numbers.{number.id})"
        for number in numbers(evaluation)
        if not number.value
    ]
    return tuple(lines)


def _day(evaluation: Evaluation, day: PlanDay, tried: tuple[Standing, ...], *, replacing: bool) -> Day:
    tasks = (*day.tasks, *day.replacing) if replacing else day.tasks
    return Day(
        when=_when(day, evaluation.session.poc.start),
        title=day.title,
        tasks=tasks,
        each=day.each,
        has=_has(evaluation, day.requirements, tried),
        flows=day.flows,
        numbers=day.numbers,
    )


def _when(day: PlanDay, start: date | None) -> str:
    dates = [_shown(working_day(start, n)) for n in (day.first, day.end)] if start is not None else []
    if day.end == day.first:
        return f"Day {day.first}" + (f", {dates[0]}" if dates else "")
    word = "and" if day.end == day.first + 1 else "to"
    return f"Days {day.first} {word} {day.end}" + (f", {dates[0]} {word} {dates[1]}" if dates else "")


def _span(plan: Plan, start: date | None) -> str:
    if start is None or not plan.days:
        return ""
    last = max(day.end for day in plan.days)
    return f"{_shown(working_day(start, 1))} to {_shown(working_day(start, last))}"


def _shown(day: date | None) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day}" if day is not None else "beyond the calendar"


def _has(evaluation: Evaluation, ids: Iterable[str], tried: tuple[Standing, ...]) -> tuple[Has, ...]:
    model = evaluation.catalog.model
    by_id = {requirement.id: requirement for requirement in model.requirements}
    asked = [by_id[one] for one in ids if one in by_id]
    frameworks = [evaluation.catalog.framework(s.framework) for s in tried]
    if not asked:
        return ()
    return tuple(Has(f.name, tuple(_line(model, r, f) for r in asked)) for f in frameworks if f is not None)


def _line(model: Model, requirement: Requirement, framework: Framework) -> str:
    if requirement.capability:
        has = framework.capability(requirement.capability)
        how = f" ({has.how})" if has.how else ""
        return f"{requirement.name}: {_LEVELS[has.level]}{how}"
    fact = requirement.fact
    if requirement.attribute:
        fact = next(a.fact_id for a in model.attributes if a.id == requirement.attribute)
    return f"{requirement.name}: {of_fact(framework, framework.fact(fact)).text}"


def _source(evaluation: Evaluation, plan: Plan) -> str:
    first = evaluation.catalog.frameworks[0]
    return address(plan.source, first, evaluation.catalog.model) if plan.source else ""
