"""Advice as the catalog states it: a text with its source, and when it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fwwizard.core.record import Record
from fwwizard.core.session import Experience

Subject = Literal["leader", "current", "candidates"]
"""Whose fact is read: the leader's, that of what runs today, or one of the first three's."""


@dataclass(frozen=True, slots=True)
class AnswerRead(Record):
    """What one answer of the session must be; exactly one is given.

    A list holds where one of its ids is answered.
    """

    conditions: tuple[str, ...] = ()
    """Conditions of the project that are ticked."""
    needs: tuple[str, ...] = ()
    """Needs that are ticked."""
    wishes: tuple[str, ...] = ()
    """Requirements that are a must or a want."""
    first: tuple[str, ...] = ()
    """Factors in the first two groups of a ranking that tells them apart."""
    users_below: int | None = None
    users_at_least: int | None = None
    languages_at_least: int | None = None
    """So many languages that the team writes, as an expert or in its work."""
    runtimes_at_least: int | None = None
    """So many runtimes that the team must run on, each with its version."""
    moving: bool | None = None
    """Something runs today, and the leader is another one (true) or the same (false)."""
    experience: tuple[Experience | Literal["none"], ...] = ()
    """What the team has done with the leader; nothing holds while it has named no experience."""


@dataclass(frozen=True, slots=True)
class FactRead(Record):
    """What one fact of a framework must be; what nobody knows never holds.

    Exactly one of `fact`, `capability`, `category` and `language` is given, and a fact is compared
    in exactly one way, a capability by `among`.
    """

    of: Subject = "leader"
    fact: str = ""
    capability: str = ""
    category: str = ""
    language: str = ""
    among: tuple[str, ...] = ()
    below: float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class AdviceRule(Record):
    """One piece of advice. Groups are as in flags: all of a group must hold, and one group suffices."""

    id: str
    text: str
    """At most two sentences; `{leader}`, `{current}`, `{candidates}` and `{users}` are filled in."""
    source: str
    answers: tuple[tuple[AnswerRead, ...], ...] = ()
    """What was answered; a rule that reads no answer is refused."""
    facts: tuple[tuple[FactRead, ...], ...] = ()
    """What is known of frameworks besides; empty: nothing is read."""
    unless: tuple[tuple[AnswerRead, ...], ...] = ()
    """Answers under which it keeps silent."""
    topic: str = ""
    """Of the rules on one topic only the most specific speaks."""
    own: bool = False
    """True when an overlay of the user said so."""


@dataclass(frozen=True, slots=True)
class AdviceFile(Record):
    """Everything in `advice.toml`."""

    advice: tuple[AdviceRule, ...] = ()
