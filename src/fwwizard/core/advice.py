"""Advice that applies: rules of the catalog that speak for these answers and this ranking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fwwizard.core.advice_rules import AdviceRule, AnswerRead, FactRead
from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.sources import cited
from fwwizard.core.verdict import listed

MOST = 7
"""So many pieces of advice speak at once; more would be read by nobody."""

FIRST_GROUPS = 2
"""So many groups at the top of a ranking stand first."""

CONSIDERED = 3
"""So many of the best frameworks are the candidates that a rule may read."""

WRITTEN = frozenset({"expert", "working"})
"""How well a team knows a language that it writes."""

PLACES = ("leader", "current", "candidates", "users")
"""What a text may name in braces."""

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Advice:
    """A rule that speaks."""

    id: str
    text: str
    source: str
    """The title of the source with its address, as far as it has them."""
    reads: tuple[str, ...]
    """The answers that made it speak, as dotted keys of the session file."""
    own: bool = False
    """True when the rule is from an overlay of the user."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A rule that holds, and how much had to hold for it."""

    rule: AdviceRule
    reads: tuple[str, ...]
    readings: int
    candidates: tuple[str, ...]
    """The names of those for which its facts hold, where it reads those of candidates."""


def advice(evaluation: Evaluation) -> tuple[Advice, ...]:
    """The advice that applies, the most specific first, at most `MOST` pieces.

    A rule is the more specific the more answers and facts had to hold for it; among equals the
    order of the catalog decides. Of the rules on one topic only the first speaks.
    """
    reader = _Reader(evaluation)
    found = [match for match in map(reader.match, evaluation.catalog.advice) if match is not None]
    found.sort(key=lambda match: -match.readings)
    topics: set[str] = set()
    spoken: list[Advice] = []
    for match in found:
        if match.rule.topic not in topics:
            spoken.append(reader.spoken(match))
            topics |= {match.rule.topic} - {""}
    return tuple(spoken[:MOST])


def places_in(text: str) -> tuple[str, ...]:
    """The names in braces of a text."""
    return tuple(match[1] for match in _PLACE.finditer(text))


class _Reader:
    """Reads answers of one session and facts of its ranking."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._session = evaluation.session
        catalog, told = evaluation.catalog, evaluation.tells_winner
        leader = evaluation.leader if told else None
        self._leader = catalog.framework(leader.framework) if leader else None
        self._current = catalog.framework(self._session.project.current)
        best = evaluation.candidates[:CONSIDERED] if told else ()
        self._candidates = [f for s in best if (f := catalog.framework(s.framework)) is not None]

    def match(self, rule: AdviceRule) -> _Match | None:
        """How a rule holds, by the group that says most; None where it does not."""
        answered = self._answered(rule.answers)
        if answered is None or self._answered(rule.unless) is not None or not self._named(rule):
            return None
        facts = [group for group in rule.facts if self._facts_hold(group)]
        if rule.facts and not facts:
            return None
        group = max(facts, key=len, default=())
        candidates = tuple(f.name for f in self._candidates if _all_hold(group, f, "candidates"))
        return _Match(rule, tuple(map(_key, answered)), len(answered) + len(group), candidates)

    def spoken(self, match: _Match) -> Advice:
        """The text with its places filled."""
        rule, users = match.rule, self._session.project.concurrent_users
        said: Mapping[str, str] = {
            "leader": self._leader.name if self._leader else "",
            "current": self._current.name if self._current else "",
            "candidates": listed(list(match.candidates)) if match.candidates else "",
            "users": f"{users:,}" if users is not None else "",
        }
        text = _PLACE.sub(lambda place: said.get(place[1], place[0]), rule.text)
        return Advice(
            rule.id, text, cited(rule.source, self._evaluation.catalog.model), match.reads, rule.own
        )

    def _named(self, rule: AdviceRule) -> bool:
        """Whether there is a name for every place in the text."""
        project = self._session.project
        there = {
            "leader": self._leader is not None,
            "current": self._current is not None,
            "candidates": bool(self._candidates),
            "users": project.concurrent_users is not None,
        }
        return all(there.get(place, True) for place in places_in(rule.text))

    def _answered(self, groups: Iterable[tuple[AnswerRead, ...]]) -> tuple[AnswerRead, ...] | None:
        """The longest group of which every answer holds."""
        held = [group for group in groups if all(map(self._answer_holds, group))]
        return max(held, key=len, default=None)

    def _facts_hold(self, group: tuple[FactRead, ...]) -> bool:
        """Whether all conditions of a group hold, those on candidates for one and the same of them."""
        alone: tuple[tuple[str, Framework | None], ...]
        alone = (("leader", self._leader), ("current", self._current))
        if not all(_all_hold(group, framework, of) for of, framework in alone):
            return False
        if not any(one.of == "candidates" for one in group):
            return True
        return any(_all_hold(group, framework, "candidates") for framework in self._candidates)

    def _answer_holds(self, read: AnswerRead) -> bool:
        project, checklist = self._session.project, self._session.checklist
        given = {
            "conditions": (read.conditions, project.conditions),
            "needs": (read.needs, project.needs),
            "wishes": (read.wishes, checklist),
            "first": (read.first, self._first()),
        }
        for asked, answered in given.values():
            if asked:
                return any(one in answered for one in asked)
        if read.moving is not None:
            return self._moving() is read.moving
        if read.experience:
            return self._experience() in read.experience
        return self._count_holds(read)

    def _count_holds(self, read: AnswerRead) -> bool:
        project = self._session.project
        users = project.concurrent_users
        if read.users_below is not None:
            return users is not None and users < read.users_below
        if read.users_at_least is not None:
            return users is not None and users >= read.users_at_least
        if read.languages_at_least is not None:
            written = [word for word in project.languages.values() if word in WRITTEN]
            return len(written) >= read.languages_at_least
        return read.runtimes_at_least is not None and len(project.runtimes) >= read.runtimes_at_least

    def _first(self) -> tuple[str, ...]:
        """The factors that stand first; none where everything is tied."""
        if not self._evaluation.tells_winner:
            return ()
        groups = self._evaluation.ranking
        first = groups[: min(FIRST_GROUPS, len(groups) - 1)]  # whoever comes last is not first
        return tuple(factor for group in first for factor in group)

    def _moving(self) -> bool | None:
        """Whether the leader is another than what runs today; None where nothing runs or leads."""
        if self._current is None or self._leader is None:
            return None
        return self._current.id != self._leader.id

    def _experience(self) -> str:
        """What the team has done with the leader; empty where it has not said what it knows at all."""
        known = self._session.project.experience
        return known.get(self._leader.id, "none") if self._leader and known else ""


def _all_hold(group: tuple[FactRead, ...], framework: Framework | None, of: str) -> bool:
    """Whether every condition of a group that reads this subject holds for a framework."""
    reads = [read for read in group if read.of == of]
    return not reads or (framework is not None and all(_fact_holds(read, framework) for read in reads))


def _fact_holds(read: FactRead, framework: Framework) -> bool:
    if read.category:
        return read.category in framework.categories
    if read.language:
        return read.language in framework.languages
    if read.capability:
        return framework.capability(read.capability).level in read.among
    fact = framework.fact(read.fact)
    if read.among:
        return fact.word in read.among
    number = fact.number
    if number is None:
        return False
    if read.below is not None:
        return number < read.below
    return read.at_least is not None and number >= read.at_least


def _key(read: AnswerRead) -> str:
    """Where the answer stands in the session file."""
    if read.wishes:
        return "checklist"
    if read.first:
        return "priorities.ranking"
    if read.moving is not None:
        return "project.current"
    if read.users_below is not None or read.users_at_least is not None:
        return "project.concurrent_users"
    keys = {
        "conditions": bool(read.conditions),
        "needs": bool(read.needs),
        "experience": bool(read.experience),
        "languages": read.languages_at_least is not None,
    }
    return f"project.{next((key for key, is_read in keys.items() if is_read), 'runtimes')}"
