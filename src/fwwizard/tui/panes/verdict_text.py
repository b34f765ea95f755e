"""The verdict as text that can be read aloud: pure functions of an evaluation and a width."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.content import Content

from fwwizard.core.advice import advice
from fwwizard.core.age import catalog_age
from fwwizard.core.certainty import Certainty
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.evidence import Ground
from fwwizard.core.explanation import Explanation, FactorDifference, explain
from fwwizard.core.movement import lowered
from fwwizard.core.rounding import points
from fwwizard.core.verdict import decided, headline, least_unmet, listed
from fwwizard.errors import printable
from fwwizard.tui.panes.certainty_text import change_lines, robustness_lines, staying_lines, sure_lines
from fwwizard.tui.widgets.paragraphs import MUTED, bullets, entry, paragraph, section
from fwwizard.tui.widgets.score_bar import signed_bar

HALF = 8
"""The cells on each side of a signed bar."""
SMALLEST = 0.0005
"""Scores; smaller differences show as 0.0."""
UNKNOWN_SHOWN = 6

GROUNDS: dict[Ground, str] = {
    "documented": "documentation",
    "measured": "measurements",
    "judgement": "judgement",
    "said": "what you said of yourselves",
    "unknown": "what nobody knows",
}


def verdict_text(
    evaluation: Evaluation, certainty: Certainty | None, width: int, today: date | None = None
) -> Content:
    """Everything the verdict says; how sure it is as far as that is computed yet.

    Args:
        evaluation: what is told.
        certainty: None while it is computed.
        width: of a line.
        today: tells an old catalog; None: nobody asks how old it is.
    """
    lines = paragraph(headline(evaluation), width, "bold")
    if on_record := decided(evaluation):
        lines += paragraph(on_record, width)
    if old := catalog_age(evaluation.catalog.model.as_of, today):
        lines += paragraph(old, width, "$text-warning")
    leader, runner_up = evaluation.leader, evaluation.runner_up
    if not evaluation.tells_winner:
        lines += _next(evaluation, width)
        return Content("\n").join(lines)
    parts: list[Callable[[], list[Content]]] = []
    if leader is None:
        parts.append(lambda: _least_unmet(evaluation, width))
    else:
        found = explain(evaluation, leader.framework, runner_up.framework) if runner_up else None
        parts.append(lambda: staying_lines(certainty, width) if certainty else [])
        parts.append(lambda: sure_lines(certainty, width))
        parts.append(lambda: _sureness(leader, runner_up, width))
        if found is not None and runner_up is not None:
            parts.append(lambda: _why(found, leader, runner_up, width))
        if certainty is not None:
            parts.append(lambda: robustness_lines(certainty, width))
            parts.append(lambda: change_lines(certainty, width))
        parts.append(lambda: _watch_out(evaluation, leader, width))
        parts.append(lambda: _unknown(evaluation, leader, width))
        parts.append(lambda: _advice(evaluation, width))
    parts.append(lambda: _next(evaluation, width))
    return Content("\n").join([*lines, *(one for part in parts for one in part())])


def _least_unmet(evaluation: Evaluation, width: int) -> list[Content]:
    lines = section("Nearest, if you relax", width)
    for standing in least_unmet(evaluation):
        reasons = [r.text for r in standing.reasons if r.status == "excluded"]
        lines += entry(Content.styled(printable(standing.name), "bold"), "; ".join(reasons), width, 18)
    return lines


def _sureness(leader: Standing, rival: Standing | None, width: int) -> list[Content]:
    """What unknown facts could do to the lead."""
    if rival is None or not (leader.uncertain or rival.uncertain):
        return []
    text = f"Unknown facts leave {_within(leader)} and {_within(rival)}"
    overlap = rival.band[1] > leader.band[0]
    text += ": they could turn the order." if overlap else ": they cannot turn the order."
    return paragraph(text, width, MUTED)


def _within(standing: Standing) -> str:
    low, high = (points(end) for end in standing.band)
    return f"{standing.name} between {low} and {high}" if low < high else f"{standing.name} at {low}"


def _why(found: Explanation, leader: Standing, rival: Standing, width: int) -> list[Content]:
    shown = found.shown(1)
    lines = section(f"Why {leader.name} and not {rival.name}", width)
    lines += _outweighs(found, rival.name, width)
    largest = max((abs(d.amount) for d in found.factors), default=0.0)
    for difference in found.factors:
        if abs(difference.amount) >= SMALLEST:
            line = _factor_line(difference, shown[difference.factor], largest)
            lines.append(line.truncate(width, ellipsis=True))
            lines += _strongest(difference, leader.name, rival.name, width)
    total = sum(shown.values())
    ours, theirs = points(leader.score), points(rival.score)
    # The headline speaks in whole points: where that reads otherwise, say why.
    note = f", {ours} and {theirs} are rounded" if round(total) != ours - theirs else ""
    whole = Content.assemble(f"{total:+6.1f}  ", " " * (2 * HALF + 1), (f"  in all{note}", MUTED))
    lines.append(whole.truncate(width, ellipsis=True))
    lines += _best_for_rival(found, shown, leader.name, rival.name, width)
    lines += _rests_on(found, width)
    return lines


def _outweighs(found: Explanation, rival: str, width: int) -> list[Content]:
    if found.total <= 0 or not found.sufficient or found.best_for_b is None:
        return []
    names = listed([lowered(d.name) for d in found.sufficient])
    verb = "alone outweighs" if len(found.sufficient) == 1 else "together outweigh"
    return paragraph(f"{names[:1].upper()}{names[1:]} {verb} everything that speaks for {rival}.", width)


def _factor_line(difference: FactorDifference, shown: float, largest: float) -> Content:
    bar = signed_bar(difference.amount, largest, HALF)
    return Content.assemble(f"{shown:+6.1f}  ", bar, "  ", (printable(difference.name), "bold"))


def _strongest(difference: FactorDifference, a: str, b: str, width: int) -> list[Content]:
    """What both have in the attribute that weighs most in a factor."""
    sign = 1 if difference.amount > 0 else -1
    found = next((d for d in difference.attributes if d.amount * sign >= SMALLEST), None)
    if found is None:
        return []
    return [
        *entry("", Content.assemble((printable(found.attribute.title), MUTED)), width, 8),
        *_side(a, found.a.text, found.a.ground, width),
        *_side(b, found.b.text, found.b.ground, width),
    ]


def _side(name: str, text: str, ground: Ground, width: int) -> list[Content]:
    mark = "" if ground in {"documented", "measured", "said"} else f" ({ground})"
    return entry(f"          {name}", Content.styled(printable(f"{text}{mark}"), MUTED), width, 26)


def _best_for_rival(found: Explanation, shown: dict[str, float], a: str, b: str, width: int) -> list[Content]:
    if found.best_for_b is None:
        return [Content(""), *paragraph(f"Nothing speaks for {b} over {a}.", width)]
    best = found.best_for_b
    by = -shown[best.factor]
    amount = f"{by:.1f} {'point' if by == 1 else 'points'}"
    text = f"The best argument for {b} is {lowered(best.name)}: it is {amount} better there."
    return [Content(""), *paragraph(text, width)]


def _rests_on(found: Explanation, width: int) -> list[Content]:
    grounds = sorted(found.by_ground.items(), key=lambda item: -item[1])
    shares = [f"{share * 100:.0f} % on {GROUNDS[ground]}" for ground, share in grounds if share >= 0.005]
    return paragraph(f"The difference rests {listed(shares)}.", width) if shares else []


def _watch_out(evaluation: Evaluation, leader: Standing, width: int) -> list[Content]:
    framework = evaluation.catalog.framework(leader.framework)
    rules = {rule.id: rule for rule in evaluation.catalog.model.flags}
    said = evaluation.session.flags.get(leader.framework, {})
    lines: list[Content] = []
    for flag, finding in evaluation.findings(leader.framework).items():
        if finding.state == "raised":
            reviewed = f"your verdict: {said[flag].verdict}" if flag in said else "not reviewed"
            text = f"{rules[flag].name}, {reviewed}. {finding.sentence}"
            lines += entry(Content.styled("▲", "$text-error"), text, width, 2)
    lines += bullets(list(framework.watchouts) if framework else [], width)
    return [*section(f"Watch out with {leader.name}", width), *lines] if lines else []


def _unknown(evaluation: Evaluation, leader: Standing, width: int) -> list[Content]:
    parts = [p for p in evaluation.parts(leader.framework) if p.weight * p.value.width >= SMALLEST]
    if not parts:
        return []
    parts.sort(key=lambda part: -part.weight * part.value.width)
    lines = section(f"What leaves the score of {leader.name} open", width)
    for part in parts[:UNKNOWN_SHOWN]:
        spread = part.weight * part.value.width * 100
        lines += entry(f"{spread:6.1f}", f"points hang on {lowered(part.attribute.title)}", width, 8)
    return lines


def _advice(evaluation: Evaluation, width: int) -> list[Content]:
    """What the articles advise for these answers, each with its source."""
    lines: list[Content] = []
    for one in advice(evaluation):
        lines += bullets([one.text], width)
        source = f"{one.source}, yours" if one.own else one.source
        lines += entry("", Content.styled(printable(source), MUTED), width, 2)
    return [*section("Advice that applies", width), *lines] if lines else []


def _next(evaluation: Evaluation, width: int) -> list[Content]:
    """What to do now, with the key that does it."""
    steps: list[tuple[str, str]] = []
    leader = evaluation.leader
    if evaluation.provisional:
        steps.append(("2", "rank your priorities and confirm them"))
    if not evaluation.session.project.languages:
        steps.append(("1", "say which languages the team knows"))
    if not evaluation.session.checklist:
        steps.append(("4", "say what must be there and what you want"))
    if leader is not None and leader.flags.open:
        count = leader.flags.open
        steps.append(("5", f"review {count} raised {'sign' if count == 1 else 'signs'} of {leader.name}"))
    if leader is not None and evaluation.tells_winner:
        steps.append(("enter", f"read everything about {leader.name}"))
    if evaluation.runner_up is not None and evaluation.tells_winner:
        steps.append(("o", f"read everything about {evaluation.runner_up.name}"))
    steps.append(("r", "go through the whole ranking"))
    if evaluation.tells_winner:
        steps.append(("w", "write the decision record to a file; h: as a page with pictures"))
    if leader is not None and evaluation.tells_winner and evaluation.catalog.plan is not None:
        steps.append(("c", "plan a proof of concept with the finalists"))
    lines = section("Next", width)
    for key, text in steps:
        lines += entry(Content.styled(key.rjust(6), "bold $footer-key-foreground"), text, width, 8)
    return lines
