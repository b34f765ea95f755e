"""Which steps of a session are answered: marks for the person, no gate."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.session import Project, Step


def answered(evaluation: Evaluation) -> frozenset[Step]:
    """The steps in which the team has said what the verdict needs."""
    session, leader = evaluation.session, evaluation.leader
    reviewed = bool(session.flags) and (leader is None or leader.flags.open == 0)
    needs = evaluation.catalog.model.needs
    # The first group of needs is asked with the project: what is being built.
    workloads = {need.id for need in needs if need.group and need.group == needs[0].group}
    ticked = set(session.project.needs)
    marks: dict[Step, bool] = {
        "project": _told(session.project) or bool(ticked & workloads),
        "priorities": session.priorities.confirmed,
        "fit": bool(ticked - workloads),
        "checklist": bool(session.checklist or session.targets),
        "flags": reviewed,
        "verdict": bool(session.decision.chosen),
    }
    return frozenset(step for step, done in marks.items() if done)


def _told(project: Project) -> bool:
    return bool(
        project.languages
        or project.current
        or project.experience
        or project.conditions
        or project.runtimes
        or project.concurrent_users is not None
    )
