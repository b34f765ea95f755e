"""Answers in words: what things are called in one of two catalogs, and how an answer reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from fwwizard.core.model import Catalog
from fwwizard.core.session import FlagVerdict, MustLevel, Priorities, Session, Step, Wish
from fwwizard.core.weights import ranking_of_points
from fwwizard.core.wording import language_name, readable


class Words:
    """Names from the first of some catalogs that has them, and answers in words."""

    def __init__(self, *catalogs: Catalog) -> None:
        self._catalogs = catalogs

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        models = [catalog.model for catalog in self._catalogs]
        return {
            "framework": {o.id: o.name for c in self._catalogs for o in c.frameworks},
            "factor": {o.id: o.name for m in models for o in m.factors},
            "requirement": {o.id: o.name for m in models for o in m.requirements},
            "need": {o.id: o.name for m in models for o in m.needs},
            "flag": {o.id: o.name for m in models for o in m.flags},
            "condition": {o.id: o.name for m in models for o in m.conditions},
        }

    def framework(self, framework_id: str) -> str:
        """The name of a framework."""
        return self._names["framework"].get(framework_id, framework_id)

    def factor(self, factor_id: str) -> str:
        """The name of a factor."""
        return self._names["factor"].get(factor_id, readable(factor_id))

    def requirement(self, requirement_id: str) -> str:
        """The name of an entry of the checklist."""
        return self._names["requirement"].get(requirement_id, readable(requirement_id))

    def need(self, need_id: str) -> str:
        """The name of a need."""
        return self._names["need"].get(need_id, readable(need_id))

    def flag(self, flag_id: str) -> str:
        """The name of a warning sign, as it stands within a sentence."""
        return self._names["flag"].get(flag_id, readable(flag_id)).lower()

    def condition(self, condition_id: str) -> str:
        """The name of a condition of the project."""
        return self._names["condition"].get(condition_id, readable(condition_id))

    def language(self, language_id: str) -> str:
        """The name of a language."""
        return language_name(self._catalogs[0].model, language_id)

    def attribute(self, attribute_id: str) -> str:
        """The name of an attribute."""
        found = (a.title for c in self._catalogs for a in c.model.attributes if a.id == attribute_id)
        return next(found, readable(attribute_id))

    def step_of_need(self, need_id: str) -> Step:
        """The step that asks for a need: the first group says what is being built."""
        needs = [need for c in self._catalogs for need in c.model.needs]
        group = next((need.group for need in needs if need.id == need_id), None)
        return "project" if needs and group and group == needs[0].group else "fit"

    def priorities(self, priorities: Priorities) -> str:
        """The ranking, with points, what is ignored, and whether it is confirmed."""
        points = priorities.points
        ranking = ranking_of_points(points) if points else priorities.ranking
        shown = " > ".join(" = ".join(map(self.factor, group)) for group in ranking)
        if points:
            shown += "; points " + ", ".join(f"{self.factor(f)} {p:g}" for f, p in points.items())
        if priorities.ignored:
            shown += "; ignored: " + ", ".join(map(self.factor, priorities.ignored))
        return shown if priorities.confirmed else f"{shown}; not confirmed"

    def wish(self, wish: Wish | None) -> str | None:
        """A wish of the checklist; None for none."""
        return f"must ({wish.must})" if isinstance(wish, MustLevel) else wish

    def target(self, attribute_id: str, target: float | None) -> str | None:
        """A figure that is enough, with its unit; None for none."""
        if target is None:
            return None
        found = (a.unit for c in self._catalogs for a in c.model.attributes if a.id == attribute_id)
        return f"{target:,g} {next(found, '')}".strip()

    def verdict(self, said: FlagVerdict | None) -> str | None:
        """The team's verdict on a sign, with its reason; None where it is not reviewed."""
        if said is None:
            return None
        severity = f" ({said.severity})" if said.verdict == "concern" else ""
        return f"{said.verdict}{severity}" + (f": {said.reason}" if said.reason else "")

    def decision(self, session: Session, field: str) -> str:
        """One entry of the decision; the status only where something was decided."""
        decision = session.decision
        match field:
            case "chosen":
                return self.framework(decision.chosen) if decision.chosen else ""
            case "deciders":
                return _listed(decision.deciders)
            case "notes":
                return decision.notes
            case "review_on":
                return decision.review_on.isoformat() if decision.review_on else ""
            case _:
                return decision.status if decision.chosen or decision.status != "proposed" else ""

    def plan(self, session: Session, field: str) -> str:
        """One entry of the proof of concept."""
        plan = session.poc
        if field == "start":
            return plan.start.isoformat() if plan.start else ""
        if field == "flows":
            return _listed(plan.flows)
        if field == "numbers":
            return _listed(f"{readable(key)} {number:,g}" for key, number in plan.numbers.items())
        return _listed(f"{self.framework(framework)}: {who}" for framework, who in plan.owners.items())


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(texts)
