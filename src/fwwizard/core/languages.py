"""What the team's languages do to the candidates."""

from __future__ import annotations

from dataclasses import dataclass

from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.session import Session


@dataclass(frozen=True, slots=True)
class Reach:
    """What one language leaves in, or would bring back."""

    written_in_it: int
    """How many frameworks of the catalog one writes in it."""
    candidates: tuple[Standing, ...]
    """Those of them that are in now."""
    would_return: tuple[Standing, ...]
    """Those that are out for their language alone, and would be in with this one; by score."""


def reach(evaluation: Evaluation, language: str) -> Reach:
    """What a language leaves in, or would bring back."""
    using = {f.id for f in evaluation.catalog.frameworks if language in f.languages}
    return Reach(
        len(using),
        tuple(s for s in evaluation.candidates if s.framework in using),
        tuple(s for s in out_for_languages(evaluation) if s.framework in using),
    )


def out_for_languages(evaluation: Evaluation) -> tuple[Standing, ...]:
    """Those that are out for their language and for nothing else, by the score that they would have."""
    return tuple(
        standing
        for standing in evaluation.excluded
        if all(r.kind == "language" for r in standing.reasons if r.status == "excluded")
    )


def in_team_languages(session: Session, framework: Framework) -> bool:
    """Whether the team writes a framework's language, or would take it up."""
    return any(language in session.project.languages for language in framework.languages)


def runtimes_asked(evaluation: Evaluation) -> tuple[str, ...]:
    """The runtimes that the frameworks of the team's languages need, and those already answered.

    While the team has named no language, those of all frameworks.
    """
    session = evaluation.session
    relevant = [
        framework
        for framework in evaluation.catalog.frameworks
        if not session.project.languages or in_team_languages(session, framework)
    ]
    needed = {runtime for framework in relevant for runtime in framework.runtimes}
    return tuple(sorted(needed | set(session.project.runtimes)))
