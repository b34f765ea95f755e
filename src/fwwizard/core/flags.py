"""Warning signs: evidence to clear, watch, raised or unknown, with the sentence that says why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.model import Catalog, Condition, FlagRule

State = Literal["clear", "watch", "raised", "unknown"]
SEVERITY: dict[State, int] = {"clear": 0, "unknown": 1, "watch": 2, "raised": 3}
"""The worse, the greater."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the evidence says of one sign for one framework."""

    flag: str
    state: State
    sentence: str
    facts: tuple[str, ...]
    """Ids of the facts that were read."""
    inherited_from: str = ""
    """The framework underneath whose state this is, where it is worse than the framework's own."""


def findings(catalog: Catalog) -> dict[str, dict[str, Finding]]:
    """The state of every flag for every framework: by framework, then by flag."""
    own = {
        framework.id: {rule.id: assess(rule, framework, catalog.model.as_of) for rule in catalog.model.flags}
        for framework in catalog.frameworks
    }
    inheriting = [rule for rule in catalog.model.flags if rule.inherits]
    return {
        framework.id: own[framework.id]
        | {rule.id: _with_foundations(rule, framework, own, catalog) for rule in inheriting}
        for framework in catalog.frameworks
    }


def _with_foundations(
    rule: FlagRule, framework: Framework, own: dict[str, dict[str, Finding]], catalog: Catalog
) -> Finding:
    """The worst of the framework's own state and those of everything it builds on."""
    worst = own[framework.id][rule.id]
    waiting, seen = list(framework.builds_on), {framework.id}
    while waiting:
        foundation = catalog.framework(waiting.pop())
        if foundation is None or foundation.id in seen:
            continue
        seen.add(foundation.id)
        waiting += foundation.builds_on
        finding = own[foundation.id][rule.id]
        if SEVERITY[finding.state] > SEVERITY[worst.state]:
            sentence = f"{foundation.name}, which it builds on: {finding.sentence}"
            worst = Finding(rule.id, finding.state, sentence, finding.facts, foundation.id)
    return worst


def assess(rule: FlagRule, framework: Framework, today: date | None) -> Finding:
    """The state of one flag from a framework's own evidence.

    Args:
        rule: the flag with its thresholds.
        framework: whose facts are read.
        today: the day that the catalog describes; None: no evidence is stale.
    """
    raised = _any_group(rule.raised, rule, framework, today)
    watch = _any_group(rule.watch, rule, framework, today)
    state: State
    if raised:
        state = "raised"
    elif raised is None:
        state = "unknown"
    elif watch:
        state = "watch"
    else:
        state = "unknown" if watch is None else "clear"
    return Finding(rule.id, state, _sentence(rule, framework, today), facts_of(rule))


def facts_of(rule: FlagRule) -> tuple[str, ...]:
    """The ids of all facts that a flag's conditions read, each once, in order."""
    conditions = [c for groups in (rule.raised, rule.watch) for group in groups for c in group]
    return tuple(dict.fromkeys(c.fact for c in conditions))


def facts_in_sentence(rule: FlagRule) -> tuple[str, ...]:
    """The ids of all facts that a flag's sentence names."""
    return tuple(dict.fromkeys(match[1] for match in _PLACE.finditer(rule.sentence)))


def _any_group(
    groups: tuple[tuple[Condition, ...], ...], rule: FlagRule, framework: Framework, today: date | None
) -> bool | None:
    """Whether one group holds, in three values: a false condition decides its group, unknown or not."""
    results = []
    for group in groups:
        held = [_holds(condition, rule, framework, today) for condition in group]
        results.append(False if False in held else (None if None in held else True))
    return True if True in results else (None if None in results else False)


def _holds(condition: Condition, rule: FlagRule, framework: Framework, today: date | None) -> bool | None:
    fact = framework.fact(condition.fact)
    observed = framework.day_of(fact)
    if not fact.known or is_stale(observed, rule.max_age_days, today):
        return None
    if condition.among:
        return fact.word in condition.among
    if condition.older_than_days is not None:
        day = _day(fact)
        return None if day is None or observed is None else (observed - day).days > condition.older_than_days
    number = fact.number
    if number is None:
        return None
    if condition.below is not None:
        return number < condition.below
    return condition.at_least is not None and number >= condition.at_least


def is_stale(observed: date | None, max_age_days: int, today: date | None) -> bool:
    """Whether evidence observed on that day is too old on `today`; evidence without a day is not."""
    return observed is not None and today is not None and (today - observed).days > max_age_days


def _day(fact: Fact) -> date | None:
    try:
        return date.fromisoformat(fact.word or "")
    except ValueError:
        return None


_PLACE = re.compile(r"\{(\w+)(\.as_of)?(?::([^|}]*)\|([^}]*))?\}")


def _sentence(rule: FlagRule, framework: Framework, today: date | None) -> str:
    """The rule's sentence with the facts in place; clauses about unknown facts are left out."""
    clauses, unknown = [], []
    for clause in rule.sentence.split("; "):
        names = [match[1] for match in _PLACE.finditer(clause)]
        missing = [n for n in names if not framework.fact(n).known]
        if missing:
            unknown += missing
        else:
            clauses.append(_PLACE.sub(lambda match: _in_place(match, framework), clause))
    if unknown:
        clauses.append("not known: " + ", ".join(n.replace("_", " ") for n in dict.fromkeys(unknown)))
    stale = [
        n
        for n in facts_of(rule)
        if framework.fact(n).known and is_stale(framework.day_of(framework.fact(n)), rule.max_age_days, today)
    ]
    if stale:
        clauses.append("too old to count: " + ", ".join(n.replace("_", " ") for n in stale))
    return "; ".join(clauses)


def _in_place(match: re.Match[str], framework: Framework) -> str:
    fact = framework.fact(match[1])
    if match[2]:
        observed = framework.day_of(fact)
        return observed.strftime("%Y-%m") if observed else "an unstated month"
    shown = shown_value(fact)
    if match[3] is None:
        return shown
    return f"{shown} {match[3] if fact.number == 1 else match[4]}"


def shown_value(fact: Fact) -> str:
    """A fact's value in words, `unknown` where it is not known."""
    if fact.number is not None:
        if fact.number != int(fact.number):
            return f"{fact.number:,.4g}"
        # A year is no amount: four digits are read without a separator.
        return f"{fact.number:,.0f}" if abs(fact.number) >= 10_000 else f"{fact.number:.0f}"
    if fact.word is not None:
        return fact.word
    if fact.low is not None and fact.high is not None:
        return f"{fact.low:g} to {fact.high:g}"
    return "unknown"
