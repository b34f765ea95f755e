"""Which rules that a session uses differ between two catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import FlagRule, Model, Need, Requirement
from fwwizard.core.usage import Active

SAME_SHARE = 0.0005
"""Shares of a factor that differ by less are shown alike."""


def rule_changes(then: Evaluation, now: Evaluation) -> tuple[str, ...]:
    """What changed in the rules that decide for a session, one clause each.

    Args:
        then: the session under its own catalog.
        now: the same session under the catalog in force.
    """
    return (
        *_factors(then.catalog.model, now.catalog.model),
        *_attributes(then, now),
        *_asked(then, now),
        *_flags(then.catalog.model, now.catalog.model),
    )


def _factors(old: Model, new: Model) -> Iterator[str]:
    before, after = {f.id for f in old.factors}, {f.id for f in new.factors}
    yield from (f"{f.name} is a new factor, not ranked yet" for f in new.factors if f.id not in before)
    yield from (f"{f.name} is no longer a factor" for f in old.factors if f.id not in after)


def _attributes(then: Evaluation, now: Evaluation) -> Iterator[str]:
    before, after = _counting(then), _counting(now)
    names = {f.id: f.name for f in (*then.catalog.model.factors, *now.catalog.model.factors)}
    for key, active in after.items():
        title, factor = active.attribute.title, names[active.attribute.factor]
        was = before.get(key)
        if was is None:
            yield f"{title} counts in {factor} now"
            continue
        if was.attribute.value != active.attribute.value:
            yield f"{title} is valued on another scale"
        if was.attribute.factor != active.attribute.factor:
            yield f"{title} counts in {factor}, before in {names[was.attribute.factor]}"
        elif abs(was.share - active.share) >= SAME_SHARE:
            yield f"{title} is {active.share * 100:.1f} % of {factor}, before {was.share * 100:.1f} %"
    for key, active in before.items():
        if key not in after:
            yield f"{active.attribute.title} no longer counts in {names[active.attribute.factor]}"
    if then.catalog.model.capability_values != now.catalog.model.capability_values:
        yield "the levels of capabilities have other values"


def _counting(evaluation: Evaluation) -> dict[str, Active]:
    """The active attributes of ranked factors by their ids."""
    factors = evaluation.catalog.model.factors
    return {
        active.attribute.id: active
        for factor, of_factor in zip(factors, evaluation.assessment.usage.active, strict=True)
        if evaluation.weights.get(factor.id, 0.0) > 0
        for active in of_factor
    }


def _asked(then: Evaluation, now: Evaluation) -> Iterator[str]:
    """Wishes and needs of the session that both catalogs have."""
    old, new, session = then.catalog.model, now.catalog.model, now.session
    wishes = {r.id: _bare_requirement(r) for r in old.requirements if r.id in session.checklist}
    for r in new.requirements:
        if r.id in wishes and wishes[r.id] != _bare_requirement(r):
            yield f"{r.name} in the checklist reads something else"
    needs = {n.id: _bare_need(n) for n in old.needs if n.id in session.project.needs}
    for n in new.needs:
        if n.id in needs and needs[n.id] != _bare_need(n):
            yield f"{n.name} is judged by other evidence"


def _flags(old: Model, new: Model) -> Iterator[str]:
    before, after = {f.id: f for f in old.flags}, {f.id: f for f in new.flags}
    for key, rule in after.items():
        if key not in before:
            yield f"{rule.name} is a new sign"
        elif _bare_flag(before[key]) != _bare_flag(rule):
            yield f"{rule.name} is raised by other evidence"
    yield from (f"{rule.name} is no longer a sign" for key, rule in before.items() if key not in after)


def _bare_requirement(requirement: Requirement) -> Requirement:
    """Without what is only said about it."""
    return replace(requirement, name="", group="", help="")


def _bare_need(need: Need) -> Need:
    return replace(need, name="", group="", help="")


def _bare_flag(rule: FlagRule) -> FlagRule:
    return replace(rule, name="", question="", sentence="")
