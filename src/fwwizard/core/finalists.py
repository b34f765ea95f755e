"""Who is tried in a proof of concept: two, or three where a third is often enough first."""

from __future__ import annotations

from collections.abc import Mapping

from fwwizard.core.evaluation import Evaluation, Standing

THIRD = 0.1
"""The first-rank share from which on a third is worth its days."""


def finalists(evaluation: Evaluation, first: Mapping[str, float]) -> tuple[Standing, ...]:
    """What was chosen, or leads, then the best rival; and the likeliest third.

    Args:
        evaluation: among whose candidates the finalists are.
        first: first-rank shares by framework.
    """
    chosen = evaluation.session.decision.chosen
    waiting = tuple(s for s in evaluation.candidates if s not in evaluation.contest)
    ordered = sorted((*evaluation.contest, *waiting), key=lambda s: s.framework != chosen)
    two, rest = ordered[:2], ordered[2:]
    third = max(rest, key=lambda s: first.get(s.framework, 0.0), default=None)
    if third is not None and first.get(third.framework, 0.0) >= THIRD:
        return (*two, third)
    return tuple(two)
