"""What follows from a choice, good and bad: from the checklist, the catalog and the comparison."""

from __future__ import annotations

from collections.abc import Mapping

from fwwizard.core.catalog import Level
from fwwizard.core.certainty import moving_cost
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.explanation import Explanation
from fwwizard.core.movement import lowered
from fwwizard.report.record.words import points_word


def good(evaluation: Evaluation, chosen: Standing) -> tuple[str, ...]:
    """What speaks for living with the choice."""
    framework = evaluation.catalog.framework(chosen.framework)
    experience = evaluation.session.project.experience.get(chosen.framework)
    lines = []
    if experience is not None:
        done = "runs it in production" if experience == "production" else "has tried it"
        lines.append(f"The team {done}")
    lines += _asked(evaluation, chosen, {"built-in": "Comes with it", "official": "From its makers"})
    return (*lines, *(framework.strengths if framework else ()))


def bad(
    evaluation: Evaluation,
    chosen: Standing,
    rival: Standing | None,
    found: Explanation | None,
    shown: Mapping[str, float],
) -> tuple[str, ...]:
    """What the choice costs.

    Args:
        evaluation: what was evaluated.
        chosen: what is lived with.
        rival: what it is compared with.
        found: the comparison.
        shown: its differences in points, as they are shown elsewhere.
    """
    framework = evaluation.catalog.framework(chosen.framework)
    words: dict[Level, str] = {
        "ecosystem": "From third parties",
        "manual": "To be built by the team",
        "unknown": "To be found out",
    }
    lines = _asked(evaluation, chosen, words)
    lines += _new_to_the_team(evaluation, chosen)
    lines += framework.watchouts if framework else ()
    best = found.best_for_b if found is not None else None
    if best is not None and rival is not None and shown[best.factor]:
        amount = points_word(-shown[best.factor])
        lines.append(f"{rival.name} would be {amount} better in {lowered(best.name)}")
    current = evaluation.catalog.framework(evaluation.session.project.current)
    if current is not None and current.id != chosen.framework:
        lines.append(f"{current.name} is replaced. {moving_cost(evaluation, current, chosen.framework)}")
    return tuple(lines)


def _asked(evaluation: Evaluation, chosen: Standing, words: dict[Level, str]) -> list[str]:
    """What the checklist asks for, by how one gets it: one line a level."""
    framework = evaluation.catalog.framework(chosen.framework)
    asked = [r for r in evaluation.catalog.model.requirements if r.id in evaluation.session.checklist]
    lines = []
    for level, word in words.items():
        named = [
            lowered(r.name)
            for r in asked
            if r.capability and framework is not None and framework.capability(r.capability).level == level
        ]
        if named:
            lines.append(f"{word}: {', '.join(named)}")
    return lines


def _new_to_the_team(evaluation: Evaluation, chosen: Standing) -> list[str]:
    project = evaluation.session.project
    framework = evaluation.catalog.framework(chosen.framework)
    if not project.experience or framework is None or framework.id in project.experience:
        return []
    beneath = [evaluation.standing(f).name for f in framework.builds_on if f in project.experience]
    if beneath:
        return [f"New to the team, though it builds on {beneath[0]}, which the team knows"]
    return ["New to the team"]
