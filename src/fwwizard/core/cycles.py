"""Edits that take the next answer of a row: computed from the session they get, so no key is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from fwwizard.core.catalog import Framework
from fwwizard.core.edits import Edit, set_current, set_experience, set_flag_verdict, set_language, set_wish
from fwwizard.core.model import FlagRule, Named, Requirement
from fwwizard.core.session import Experience, FlagVerdict, Knowledge, MustLevel, Session, Wish

KNOWLEDGE: tuple[Knowledge | None, ...] = (None, "expert", "working", "learning", "open")
"""The answers about a language, in the order in which they come round."""

EXPERIENCE: tuple[Experience | None, ...] = (None, "production", "tried")
"""The answers about a framework, in the order in which they come round."""

A = TypeVar("A")


def cycle_language(session: Session, language: Named, by: int = 1) -> Edit:
    """The next answer (`by` = -1: the one before) about how well the team knows a language."""
    known = session.project.languages.get(language.id)
    return set_language(session, language, _next(KNOWLEDGE, known, by))


def cycle_experience(session: Session, framework: Framework, by: int = 1) -> Edit:
    """The next answer (`by` = -1: the one before) about what the team has done with a framework."""
    known = session.project.experience.get(framework.id)
    return set_experience(session, framework, _next(EXPERIENCE, known, by))


def toggle_current(session: Session, framework: Framework) -> Edit:
    """Says that a framework runs today, or that it no longer does."""
    return set_current(session, None if session.project.current == framework.id else framework)


def cycle_wish(session: Session, requirement: Requirement, must: Wish | None = "must") -> Edit:
    """Don't care, want, must, and don't care again.

    Args:
        session: the answers.
        requirement: what is wished.
        must: how a must is written; None where it cannot be one without a number.
    """
    wish = session.checklist.get(requirement.id)
    following = "want" if wish is None else must if wish == "want" else None
    return set_wish(session, requirement, following)


def toggle_must(session: Session, requirement: Requirement, must: Wish = "must") -> Edit:
    """Makes a requirement a must, or a don't care if it is one already."""
    wish = session.checklist.get(requirement.id)
    return set_wish(session, requirement, None if is_must(wish) else must)


def toggle_want(session: Session, requirement: Requirement) -> Edit:
    """Makes a requirement a want, or a don't care if it is one already."""
    wish = session.checklist.get(requirement.id)
    return set_wish(session, requirement, None if wish == "want" else "want")


def cycle_level(session: Session, requirement: Requirement, levels: Sequence[str], default: str) -> Edit:
    """The next level that is good enough for a must; what is no must becomes one.

    Args:
        session: the answers.
        requirement: whose level it is.
        levels: the levels that a must may name, best first.
        default: the level that a must has which names none; empty where it has to name one.
    """
    wish = session.checklist.get(requirement.id)
    if is_must(wish) and levels:
        level = _next(levels, wish.must if isinstance(wish, MustLevel) else default, 1)
    else:
        level = default or levels[-1]
    return set_wish(session, requirement, "must" if level == default else MustLevel(level))


def is_must(wish: Wish | None) -> bool:
    """Whether a wish is a must, at whatever level."""
    return wish == "must" or isinstance(wish, MustLevel)


def cycle_concern(session: Session, framework: Framework, flag: FlagRule, reason: str | None = None) -> Edit:
    """A minor concern, a major one, and none again.

    Args:
        session: the answers.
        framework: whose sign it is.
        flag: the sign.
        reason: why; None keeps the reason that was given.
    """
    said = session.flags.get(framework.id, {}).get(flag.id)
    why = reason if reason is not None else said.reason if said else ""
    if said is None or said.verdict != "concern":
        return set_flag_verdict(session, framework, flag, FlagVerdict("concern", "minor", why))
    if said.severity == "minor":
        return set_flag_verdict(session, framework, flag, replace(said, severity="major", reason=why))
    return set_flag_verdict(session, framework, flag, None)


def _next(answers: Sequence[A], present: A, by: int) -> A:
    """The answer after the present one, round the end; the first one where it is none of them."""
    at = answers.index(present) + by if present in answers else 0
    return answers[at % len(answers)]
