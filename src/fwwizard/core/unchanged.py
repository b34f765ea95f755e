"""What an edit cannot have changed: the parts of an assessment that the next one may take over."""

from __future__ import annotations

from fwwizard.core.session import Session
from fwwizard.core.usage import Active, Usage, ranked_factors
from fwwizard.core.value_functions import Coverage, Needs


def kept_factors(usage: Usage, session: Session, before: Usage, answers_before: Session) -> frozenset[int]:
    """The indices of the factors in which every value is as it was."""
    now, then = session.project, answers_before.project
    if now.languages != then.languages or now.experience != then.experience:
        return frozenset()
    if session.targets != answers_before.targets:
        return frozenset()
    same_wishes, same_needs = usage.wishes == before.wishes, usage.needs == before.needs
    return frozenset(
        index
        for index, (active, active_before) in enumerate(zip(usage.active, before.active, strict=True))
        if active == active_before
        and (same_wishes or not _reads(active, Coverage))
        and (same_needs or not _reads(active, Needs))
    )


def _reads(active: tuple[Active, ...], kind: type[Coverage] | type[Needs]) -> bool:
    return any(isinstance(one.attribute.value, kind) for one in active)


def same_answers(a: Session, b: Session) -> bool:
    """Whether two sessions agree in everything that an assessment reads."""
    return (
        a.project == b.project
        and a.checklist == b.checklist
        and a.targets == b.targets
        and a.flags == b.flags
        and ranked_factors(a) == ranked_factors(b)
    )


def same_gates(a: Session, b: Session) -> bool:
    """Whether two sessions agree in everything that gates read."""
    return (
        a.checklist == b.checklist
        and a.targets == b.targets
        and a.flags == b.flags
        and a.project.languages == b.project.languages
        and a.project.other_languages == b.project.other_languages
        and a.project.runtimes == b.project.runtimes
        and a.project.excluded == b.project.excluded
    )
