"""Every change of a session: a new session, and the sentence for the change log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from fwwizard.core import ranking
from fwwizard.core.catalog import Framework
from fwwizard.core.model import Attribute, Factor, FlagRule, Named, Need, Requirement
from fwwizard.core.session import (
    Change,
    Experience,
    FlagVerdict,
    Knowledge,
    MustLevel,
    Priorities,
    Session,
    Step,
    Wish,
)

LOG_LENGTH = 200
"""How many changes a session remembers."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed session and what was done, in the past tense, without a full stop."""

    session: Session
    sentence: str


def logged(edit: Edit, at: datetime, leader: str) -> Session:
    """The edited session, stamped and with the change at the end of its log.

    Args:
        edit: what was done.
        at: when, with a time zone.
        leader: the id of who leads afterwards, empty where nobody does.
    """
    changes = (*edit.session.changes, Change(at.replace(microsecond=0), edit.sentence, leader))
    return replace(edit.session, updated=at.replace(microsecond=0), changes=changes[-LOG_LENGTH:])


def rename(session: Session, name: str) -> Edit:
    """Gives the session another name."""
    return Edit(replace(session, name=name), f"renamed to {name}")


def at_step(session: Session, step: Step) -> Session:
    """The session resuming at another step; no change of the decision, so no sentence."""
    return replace(session, step=step)


# ── priorities ───────────────────────────────────────────────────────────────


def move_factor(session: Session, factor: Factor, by: int) -> Edit:
    """Moves a factor one place up (`by` < 0) or down."""
    direction = "up" if by < 0 else "down"
    return _priorities(
        session, ranking.moved(session.priorities, factor.id, by), f"moved {factor.name} {direction}"
    )


def place_factor(session: Session, factor: Factor, before: str | None) -> Edit:
    """Drops a factor before the group of another, or at the end."""
    return _priorities(
        session, ranking.placed(session.priorities, factor.id, before), f"placed {factor.name}"
    )


def toggle_tie(session: Session, factor: Factor) -> Edit:
    """Ties a factor with the group above, or unties it."""
    changed = ranking.tie_toggled(session.priorities, factor.id)
    index = ranking.position(changed, factor.id)
    tied = index is not None and len(changed.ranking[index]) > 1
    sentence = f"tied {factor.name} with what stands beside it" if tied else f"untied {factor.name}"
    return _priorities(session, changed, sentence)


def toggle_ignored(session: Session, factor: Factor) -> Edit:
    """Puts a factor below the line, or ranks it again."""
    if ranking.position(session.priorities, factor.id) is None:
        return _priorities(session, ranking.restored(session.priorities, factor.id), f"ranked {factor.name}")
    return _priorities(session, ranking.ignored(session.priorities, factor.id), f"ignored {factor.name}")


def accept_ranking(session: Session) -> Edit:
    """Confirms the ranking as it stands."""
    return _priorities(session, replace(session.priorities, confirmed=True), "accepted the ranking")


def _priorities(session: Session, priorities: Priorities, sentence: str) -> Edit:
    return Edit(replace(session, priorities=priorities), sentence)


# ── project ──────────────────────────────────────────────────────────────────


def set_language(session: Session, language: Named, knowledge: Knowledge | None) -> Edit:
    """Says how well the team knows a language; None: not at all."""
    languages = _with(session.project.languages, language.id, knowledge)
    sentence = f"{language.name}: {knowledge}" if knowledge else f"took {language.name} off the languages"
    return Edit(replace(session, project=replace(session.project, languages=languages)), sentence)


def toggle_other_languages(session: Session) -> Edit:
    """Excludes frameworks in other languages, or considers them."""
    other = session.project.other_languages
    project = replace(session.project, other_languages="consider" if other == "exclude" else "exclude")
    sentence = "considered other languages" if other == "exclude" else "excluded other languages"
    return Edit(replace(session, project=project), sentence)


def set_experience(session: Session, framework: Framework, experience: Experience | None) -> Edit:
    """Says what the team has done with a framework; None: nothing."""
    known = _with(session.project.experience, framework.id, experience)
    sentence = f"experience with {framework.name}: {experience or 'none'}"
    return Edit(replace(session, project=replace(session.project, experience=known)), sentence)


def set_current(session: Session, framework: Framework | None) -> Edit:
    """Says what runs today; None: nothing."""
    project = replace(session.project, current=framework.id if framework else "")
    sentence = f"{framework.name} runs today" if framework else "nothing runs today"
    return Edit(replace(session, project=project), sentence)


def toggle_need(session: Session, need: Need) -> Edit:
    """Ticks a need, or takes the tick away."""
    needs, ticked = _toggled(session.project.needs, need.id)
    sentence = f"ticked {need.name}" if ticked else f"no longer needed: {need.name}"
    return Edit(replace(session, project=replace(session.project, needs=needs)), sentence)


def toggle_condition(session: Session, condition: Named) -> Edit:
    """Says that a condition holds, or no longer does."""
    conditions, holds = _toggled(session.project.conditions, condition.id)
    sentence = f"{'holds' if holds else 'no longer holds'}: {condition.name}"
    return Edit(replace(session, project=replace(session.project, conditions=conditions)), sentence)


def set_concurrent_users(session: Session, users: int | None) -> Edit:
    """Says how many people use it at once; None: not known."""
    sentence = f"{users} users at once" if users is not None else "users at once: not known"
    return Edit(replace(session, project=replace(session.project, concurrent_users=users)), sentence)


def set_runtime(session: Session, runtime: str, version: str) -> Edit:
    """Says which version of a runtime it must run on; empty: any."""
    runtimes = _with(session.project.runtimes, runtime, version or None)
    sentence = f"must run on {runtime} {version}" if version else f"any version of {runtime}"
    return Edit(replace(session, project=replace(session.project, runtimes=runtimes)), sentence)


def leave_out(session: Session, framework: Framework, reason: str | None) -> Edit:
    """Leaves a framework out with a reason; None: takes it back in."""
    left_out = _with(session.project.excluded, framework.id, reason)
    sentence = f"took {framework.name} back in" if reason is None else f"left {framework.name} out"
    return Edit(replace(session, project=replace(session.project, excluded=left_out)), sentence)


# ── checklist, targets, flags ────────────────────────────────────────────────


def set_wish(session: Session, requirement: Requirement, wish: Wish | None) -> Edit:
    """Makes a requirement a must, a want, or nothing."""
    shown = f"must ({wish.must})" if isinstance(wish, MustLevel) else wish or "don't care"
    checklist = _with(session.checklist, requirement.id, wish)
    return Edit(replace(session, checklist=checklist), f"{requirement.name}: {shown}")


def set_target(session: Session, attribute: Attribute, target: float | None) -> Edit:
    """Says which figure is enough, in the attribute's unit; None: not known."""
    targets = _with(session.targets, attribute.id, target)
    shown = f"{target:,g} {attribute.unit} is enough" if target is not None else "no target"
    return Edit(replace(session, targets=targets), f"{attribute.title}: {shown}")


def set_flag_verdict(
    session: Session, framework: Framework, flag: FlagRule, verdict: FlagVerdict | None
) -> Edit:
    """Says what the team makes of a sign; None: not reviewed."""
    of_framework = _with(session.flags.get(framework.id, {}), flag.id, verdict)
    flags = _with(session.flags, framework.id, of_framework or None)
    said = verdict.verdict if verdict else "not reviewed"
    return Edit(replace(session, flags=flags), f"{framework.name}, {flag.name.lower()}: {said}")


# ── proof of concept ─────────────────────────────────────────────────────────


def set_flows(session: Session, flows: tuple[str, ...]) -> Edit:
    """Names the user flows that a proof of concept tries."""
    named = f"a proof of concept tries {', '.join(flows)}" if flows else "no user flows to try"
    return Edit(replace(session, poc=replace(session.poc, flows=flows)), named)


def set_start(session: Session, start: date | None) -> Edit:
    """Says on which day the proof of concept begins; None: not known."""
    sentence = f"the proof of concept begins on {start}" if start else "no first day of the proof of concept"
    return Edit(replace(session, poc=replace(session.poc, start=start)), sentence)


def _with(mapping: Mapping[str, V], key: str, value: V | None) -> dict[str, V]:
    """A copy with the key set, or gone where the value is None."""
    rest = {k: v for k, v in mapping.items() if k != key or value is not None}
    return rest if value is None else {**rest, key: value}


def _toggled(members: tuple[str, ...], member: str) -> tuple[tuple[str, ...], bool]:
    if member in members:
        return tuple(m for m in members if m != member), False
    return (*members, member), True
