"""Whether a session's answers make sense in a catalog: each problem with its key and a suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite

from fwwizard.core.catalog import LEVELS
from fwwizard.core.gates import default_level
from fwwizard.core.known_ids import known_ids
from fwwizard.core.model import Catalog, Model, Requirement
from fwwizard.core.session import MustLevel, Session
from fwwizard.core.value_functions import Figures, Levels

MOST_POINTS = 1_000_000
"""More swing points than this are a slip."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be used, by the dotted key of the session file."""

    key: str
    message: str
    unknown_id: bool = False
    """True where an id, or a level that the catalog names, is not in it: it may have been in another."""


def made_elsewhere(catalog: Catalog, session: Session) -> bool:
    """Whether the session was made with another catalog than this."""
    return bool(session.catalog.digest) and session.catalog.digest != catalog.digest


def problems(catalog: Catalog, session: Session) -> list[Problem]:
    """Everything in the session that this catalog cannot use.

    Ids that a session of another catalog holds (see `made_elsewhere`) are not to be refused:
    filter on `unknown_id`.
    """
    return [*_priorities(catalog.model, session), *_ids(catalog, session), *_levels(catalog.model, session)]


def refusals(catalog: Catalog, session: Session) -> list[Problem]:
    """The problems for which a session is refused: all, but for ids of another catalog's session."""
    found = problems(catalog, session)
    if not made_elsewhere(catalog, session):
        return found
    found = [problem for problem in found if not problem.unknown_id]
    factors = {factor.id for factor in catalog.model.factors}
    if not any(factor in factors for group in session.priorities.ranking for factor in group):
        found.append(Problem("priorities.ranking", "none of the ranked factors is in this catalog"))
    return found


def _priorities(model: Model, session: Session) -> Iterator[Problem]:
    priorities = session.priorities
    factors = [factor.id for factor in model.factors]
    ranked = [factor for group in priorities.ranking for factor in group]
    yield from _unknown("priorities.ranking", "factor", ranked, factors)
    yield from _unknown("priorities.ignored", "factor", priorities.ignored, factors)
    for factor in dict.fromkeys(f for f in ranked if ranked.count(f) > 1):
        yield Problem("priorities.ranking", f'factor "{factor}" stands in the ranking more than once')
    for factor in ranked:
        if factor in priorities.ignored:
            yield Problem("priorities.ignored", f'factor "{factor}" is ranked and ignored at once')
    if not ranked:
        yield Problem("priorities.ranking", "at least one factor must be ranked")
    if priorities.points is not None:
        yield from _points(priorities.points, ranked)


def _points(points: Mapping[str, float], ranked: list[str]) -> Iterator[Problem]:
    bad = {factor: value for factor, value in points.items() if not 0 <= value <= MOST_POINTS}
    for factor, value in bad.items():
        yield Problem(
            f"priorities.points.{factor}", f"{value:g} is no number of points from 0 to {MOST_POINTS:,}"
        )
    if set(points) != set(ranked):
        yield Problem("priorities.points", "swing points are needed for every ranked factor and no other")
    elif not bad and not any(points.values()):
        yield Problem("priorities.points", "at least one factor needs points above 0")


def _ids(catalog: Catalog, session: Session) -> Iterator[Problem]:
    known, project = known_ids(catalog), session.project
    if project.current:
        yield from _unknown("project.current", "framework", [project.current], known.frameworks)
    yield from _unknown_keys("project.languages", "language", project.languages, known.languages)
    yield from _unknown_keys("project.experience", "framework", project.experience, known.frameworks)
    yield from _unknown_keys("project.excluded", "framework", project.excluded, known.frameworks)
    yield from _unknown("project.needs", "need", project.needs, known.needs)
    yield from _unknown("project.conditions", "condition", project.conditions, known.conditions)
    yield from _unknown_keys("project.runtimes", "runtime", project.runtimes, known.runtimes)
    yield from _unknown_keys("checklist", "requirement", session.checklist, known.requirements)
    yield from _unknown_keys("targets", "attribute", session.targets, known.attributes)
    yield from _unknown_keys("flags", "framework", session.flags, known.frameworks)
    for framework, said in session.flags.items():
        yield from _unknown_keys(f"flags.{framework}", "flag", said, known.flags)
    if session.decision.chosen:
        yield from _unknown("decision.chosen", "framework", [session.decision.chosen], known.frameworks)
    yield from _unknown_keys("poc.owners", "framework", session.poc.owners, known.frameworks)
    yield from _unknown_keys("poc.numbers", "number of the plan", session.poc.numbers, known.numbers)


def _levels(model: Model, session: Session) -> Iterator[Problem]:
    requirements = {r.id: r for r in model.requirements}
    for requirement_id, wish in session.checklist.items():
        requirement = requirements.get(requirement_id)
        if requirement is None:
            continue
        key = f"checklist.{requirement_id}"
        words = must_words(model, requirement)
        if isinstance(wish, MustLevel) and words and wish.must not in words:
            message = f'"{wish.must}" is no level of a must here{_suggestion(wish.must, words)}'
            # The levels of capabilities are the same in every catalog, those of facts are not.
            yield Problem(key, message, unknown_id=not requirement.capability)
        if _gated_by_target(model, requirement):
            continue
        if isinstance(wish, MustLevel) and not words and not _is_number(wish.must):
            message = f'"{wish.must}" is no number, and a must here names one that is enough'
            yield Problem(key, message, unknown_id=True)
        if wish == "must" and not default_level(requirement):
            example = words[0] if words else "0.5"
            message = f'a must here names what is enough, for example {{ must = "{example}" }}'
            yield Problem(key, message, unknown_id=True)
    yield from _numbers(session)


def _numbers(session: Session) -> Iterator[Problem]:
    for attribute, target in session.targets.items():
        if not isfinite(target) or target <= 0:
            yield Problem(f"targets.{attribute}", f"{target} is no number above 0")
    for number, value in session.poc.numbers.items():
        if not isfinite(value) or value < 0:
            yield Problem(f"poc.numbers.{number}", f"{value} is no number from 0 on")
    users = session.project.concurrent_users
    if users is not None and users < 0:
        yield Problem("project.concurrent_users", f"{users} is no number of users")


def must_words(model: Model, requirement: Requirement) -> list[str]:
    """The words that a must of this requirement may name, best first; empty where it takes numbers."""
    if requirement.capability:
        return list(LEVELS)
    levels = requirement.levels
    for attribute in model.attributes:
        if attribute.id == requirement.attribute and isinstance(attribute.value, Levels):
            levels = attribute.value.levels
    return sorted(levels, key=lambda word: -levels[word])


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _gated_by_target(model: Model, requirement: Requirement) -> bool:
    return any(a.id == requirement.attribute and isinstance(a.value, Figures) for a in model.attributes)


def _unknown_keys(key: str, what: str, given: Iterable[str], known: Sequence[str]) -> Iterator[Problem]:
    for problem_id in given:
        yield from _unknown(f"{key}.{problem_id}", what, [problem_id], known)


def _unknown(key: str, what: str, given: Iterable[str], known: Sequence[str]) -> Iterator[Problem]:
    for one in dict.fromkeys(given):
        if one not in known:
            yield Problem(key, f'no {what} "{one}" in this catalog{_suggestion(one, known)}', unknown_id=True)


def _suggestion(given: str, known: Sequence[str]) -> str:
    near = get_close_matches(given, known, n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
