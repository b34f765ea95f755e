"""What the people of a group agree on already: wishes, needs, and frameworks near everyone's top."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.session import Session, must_level

NEAR_THE_TOP = 5
"""The first so many ranks are what one person could live with."""


@dataclass(frozen=True, slots=True)
class SharedGround:
    """What everyone says."""

    musts: tuple[str, ...]
    """Ids of requirements that are a must for everyone, at whatever level."""
    needs: tuple[str, ...]
    """Ids of needs that everyone ticked."""
    frameworks: tuple[str, ...]
    """Ids of those among the first five of everyone, who lost least to anyone first."""


def shared_ground(evaluations: Sequence[Evaluation], excluded: AbstractSet[str]) -> SharedGround:
    """What two or more people agree on.

    Args:
        evaluations: one a person, of one catalog.
        excluded: frameworks that somebody's gates keep out.
    """
    first, *rest = evaluations
    near = [{s.framework: s.rank for s in e.candidates if (s.rank or 0) <= NEAR_THE_TOP} for e in evaluations]
    common = [f for f in near[0] if all(f in ranks for ranks in near[1:]) and f not in excluded]
    common.sort(key=lambda f: max(ranks[f] or 0 for ranks in near))
    return SharedGround(
        tuple(r for r in _musts(first.session) if all(r in _musts(e.session) for e in rest)),
        tuple(n for n in first.session.project.needs if all(n in e.session.project.needs for e in rest)),
        tuple(common) if all(e.tells_winner for e in evaluations) else (),
    )


def _musts(session: Session) -> list[str]:
    return [r for r, wish in session.checklist.items() if must_level(wish, "any") is not None]


def named_apart(sessions: Sequence[Session]) -> list[Session]:
    """The sessions with names that tell them apart: the beginning of the id stands behind equal ones."""
    names = [session.name for session in sessions]
    return [replace(s, name=f"{s.name} ({s.id[:8]})") if names.count(s.name) > 1 else s for s in sessions]
