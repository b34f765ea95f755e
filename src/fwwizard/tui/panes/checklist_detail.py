"""What explains an entry of the checklist: what a must does, and who has it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from fwwizard.core.checklist import (
    Failing,
    Holders,
    as_must,
    attribute_of,
    counts_in,
    level_now,
    levels_of,
    takes_target,
)
from fwwizard.core.cycles import is_must
from fwwizard.core.defaults import counting
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Requirement
from fwwizard.errors import printable
from fwwizard.tui.panes.checklist_rows import enough, glyph, or_better
from fwwizard.tui.widgets.detail import Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, joined, names


def requirement_explained(
    evaluation: Evaluation, requirement: Requirement, holders: Sequence[Holders]
) -> Explanation:
    """Help, what it does or would do as a must, where it counts, and who has it."""
    entries = [
        said("", printable(requirement.help)),
        *_consequence(evaluation, requirement),
        *_target(evaluation, requirement),
        *_by_default(evaluation, requirement),
        *_holders(evaluation, holders),
        *_counting(evaluation, requirement),
    ]
    return Explanation(_title(evaluation, requirement), tuple(entries), requirement.id)


def _title(evaluation: Evaluation, requirement: Requirement) -> Content:
    wish = evaluation.session.checklist.get(requirement.id)
    word = "must" if is_must(wish) else "want" if wish else "don't care"
    needed = enough(evaluation, requirement)
    state = f" · {word}, {needed}" if needed else f" · {word}"
    own = " · yours" if requirement.own else ""
    return Content.assemble((printable(requirement.name), "bold"), (f"{state}{own}", MUTED))


def _consequence(evaluation: Evaluation, requirement: Requirement) -> list[Entry]:
    """Who is out for it now, or would drop out if it became a must."""
    if takes_target(evaluation.catalog.model, requirement):
        return []
    level = level_now(evaluation, requirement)
    effect = as_must(evaluation, requirement, level)
    now = is_must(evaluation.session.checklist.get(requirement.id))
    label = "as a must" if not now else "out for it"
    if not effect.dropped:
        text = "nobody" if now else f"nobody would drop out ({_level(evaluation, requirement, level)})"
    else:
        text = _by_what_they_have(effect.dropped) + ("" if now else " would drop out")
    found = [said(label, text, "" if effect.dropped else MUTED)]
    if effect.conditional:
        unknown = joined([failing.standing.name for failing in effect.conditional])
        found.append(said("not known", f"{unknown} {'are' if now else 'would be'} in only if confirmed"))
    return found


def _level(evaluation: Evaluation, requirement: Requirement, level: str) -> str:
    return or_better(level, levels_of(evaluation.catalog.model, requirement))


def _by_what_they_have(failing: Sequence[Failing]) -> str:
    """The names, grouped by what they have instead: `Flask and Bottle (manual)`."""
    groups: dict[str, list[str]] = {}
    for one in failing:
        groups.setdefault(one.has, []).append(one.standing.name)
    return "; ".join(f"{joined(group)} ({printable(has)})" for has, group in groups.items())


def _target(evaluation: Evaluation, requirement: Requirement) -> list[Entry]:
    attribute = attribute_of(evaluation.catalog.model, requirement)
    if attribute is None or not takes_target(evaluation.catalog.model, requirement):
        return []
    known = attribute.id in evaluation.session.targets
    unit = f" in {attribute.unit}" if attribute.unit else ""
    text = "" if known else f"e says which figure is enough{unit}; "
    return [
        said(
            "enough",
            printable(
                f"{text}published figures come from other machines, so it gates only what you measured "
                "yourselves, and becomes an acceptance number of the proof of concept"
            ),
            MUTED,
        )
    ]


def _holders(evaluation: Evaluation, holders: Sequence[Holders]) -> list[Entry]:
    named = {standing.framework: standing.name for standing in evaluation.candidates}
    return [
        said(f"{glyph(h)} {printable(h.level)}", names([named[i] for i in h.frameworks], 16)) for h in holders
    ]


def _by_default(evaluation: Evaluation, requirement: Requirement) -> list[Entry]:
    """What counts while nothing is wished, and that a wish replaces it."""
    by_default = counting(evaluation.catalog.model, evaluation.session)
    if not by_default or requirement.attribute:
        return []
    first = "counts until your first wish" if requirement in by_default else "does not count, not wished"
    what = names([r.name for r in by_default])
    return [said("by default", printable(f"{first}; a wish replaces all of {what}"), MUTED)]


def _counting(evaluation: Evaluation, requirement: Requirement) -> list[Entry]:
    factor = counts_in(evaluation, requirement)
    return [said("counts in", printable(factor))] if factor else []
