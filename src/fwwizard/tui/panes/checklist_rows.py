"""The rows of the checklist: the wish, the name, and how the candidates stand to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from fwwizard.core.checklist import (
    Holders,
    attribute_of,
    level_now,
    levels_of,
    takes_number,
    takes_target,
    who_has,
)
from fwwizard.core.cycles import is_must
from fwwizard.core.defaults import counting
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import Attribute, Requirement
from fwwizard.core.session import Wish
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import DEFAULT, MUST, MUTED, NONE, WANT, column, own_mark
from fwwizard.tui.widgets.row_list import Row

IN_WORDS = 100
"""From this width on the candidates are counted in words."""
BAR = 16
"""The cells of the bar that stands for all candidates; half as many where it is tight."""
TIGHT = 66
"""Below this width it is tight."""
Tally = dict[str, tuple[Holders, ...]]
"""By requirement: who has it."""


def tally(evaluation: Evaluation) -> Tally:
    """Who has what, for every requirement."""
    return {r.id: who_has(evaluation, r) for r in evaluation.catalog.model.requirements}


def checklist_rows(evaluation: Evaluation, holders: Tally, width: int) -> list[Row]:
    """All requirements under the headings of their groups."""
    rows, group = [], None
    by_default = {r.id for r in counting(evaluation.catalog.model, evaluation.session)}
    for requirement in evaluation.catalog.model.requirements:
        if requirement.group != group:
            group = requirement.group
            rows.append(Row("", Content(printable(group)), heading=True))
        counts = requirement.id in by_default
        rows.append(_row(evaluation, requirement, holders[requirement.id], width, counts))
    return rows


def _row(
    evaluation: Evaluation, requirement: Requirement, holders: Sequence[Holders], width: int, counts: bool
) -> Row:
    wish = evaluation.session.checklist.get(requirement.id)
    needed = enough(evaluation, requirement)
    content = Content.assemble(
        column(Content.styled(f"{DEFAULT} count", MUTED) if counts else wish_mark(wish), 8),
        (printable(requirement.name), "" if wish or needed else MUTED),
        own_mark(requirement.own),
        (f"  {needed}", MUTED),
    )
    right = in_words(holders) if width >= IN_WORDS else bar(holders, BAR if width >= TIGHT else BAR // 2)
    return Row(requirement.id, content, right=right)


def wish_mark(wish: Wish | None) -> Content:
    """The wish as glyph and word."""
    if is_must(wish):
        return Content.styled(f"{MUST} must", "bold $text-accent")
    return Content.styled(f"{WANT} want", "$text-accent") if wish else Content.styled(NONE, MUTED)


def enough(evaluation: Evaluation, requirement: Requirement) -> str:
    """What is enough, in words: the level of a must, a number, the target; empty for neither."""
    model, session = evaluation.catalog.model, evaluation.session
    attribute = attribute_of(model, requirement)
    if attribute is not None and takes_target(model, requirement):
        target = session.targets.get(attribute.id)
        return figure_enough(attribute, target) if target is not None else ""
    if not is_must(session.checklist.get(requirement.id)):
        return ""
    level = level_now(evaluation, requirement)
    if attribute is not None and takes_number(model, requirement):
        return f"{level} {attribute.unit} or better".replace("  ", " ")
    return or_better(level, levels_of(model, requirement))


def or_better(level: str, levels: Sequence[str]) -> str:
    """A level with what else is good enough."""
    return printable(level if levels and level == levels[0] else f"{level} or better")


def figure_enough(attribute: Attribute, target: float) -> str:
    """A target with its unit and direction."""
    sign = "≤" if smaller_is_better(attribute) else "≥"
    return printable(f"{sign} {target:,g} {attribute.unit}".rstrip())


def smaller_is_better(attribute: Attribute) -> bool:
    """Whether the better end of an attribute's scale is the smaller one."""
    worst, best = getattr(attribute.value, "worst", 0.0), getattr(attribute.value, "best", 1.0)
    return bool(best < worst)


def in_words(holders: Sequence[Holders]) -> Content:
    """How many candidates have it at which level: `14 built-in, 6 official`."""
    parts = [(f"{len(h.frameworks)} {'no' if h.level == 'manual' else h.level}", _style(h)) for h in holders]
    return Content(", ").join([Content.styled(printable(text), style) for text, style in parts])


def bar(holders: Sequence[Holders], width: int) -> Content:
    """The candidates as a bar of `width` cells, one glyph a level, and how many have it at all."""
    total = sum(len(h.frameworks) for h in holders)
    if not total:
        return Content("")
    have = sum(len(h.frameworks) for h in holders if h.value is not None and h.value >= 0.4)
    cells = _cells([len(h.frameworks) for h in holders], width)
    parts = [(glyph(h) * count, _style(h)) for h, count in zip(holders, cells, strict=True)]
    return Content.assemble(*parts, f" {have:>{len(str(total))}} of {total}")


def glyph(holders: Holders) -> str:
    """What stands for a level in the bar, the fuller the better."""
    value = holders.value
    if value is None:
        return "?"
    return "━" if value >= 0.95 else "╍" if value >= 0.7 else "╌" if value >= 0.4 else "·"


def _style(holders: Holders) -> str:
    value = holders.value
    return MUTED if value is None or value < 0.4 else "$score" if value >= 0.7 else ""


def _cells(counts: Sequence[int], width: int) -> list[int]:
    """The cells of each count, by largest remainder; what is there at all gets one."""
    total = sum(counts)
    exact = [count * width / total for count in counts]
    cells = [max(1, int(x)) for x in exact]
    while sum(cells) > width:
        cells[cells.index(max(cells))] -= 1
    order = sorted(range(len(counts)), key=lambda i: (int(exact[i]) - exact[i], i))
    for i in order[: width - sum(cells)]:
        cells[i] += 1
    return cells
