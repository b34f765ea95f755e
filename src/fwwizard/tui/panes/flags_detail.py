"""What explains a sign of a framework: evidence, sources with their dates, and the team's verdict."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import CONCERNS, Evaluation
from fwwizard.core.flags import Finding, shown_value
from fwwizard.core.model import FlagRule
from fwwizard.core.session import FlagVerdict
from fwwizard.core.sources import address
from fwwizard.core.wording import readable
from fwwizard.errors import printable
from fwwizard.tui.widgets.detail import NOTHING, Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, state_mark


def sign_explained(evaluation: Evaluation, framework_id: str, rule: FlagRule) -> Explanation:
    """Question, evidence, sources, and what the team says to it."""
    framework = evaluation.catalog.framework(framework_id)
    finding = evaluation.findings(framework_id).get(rule.id)
    if framework is None or finding is None:
        return NOTHING
    entries = [
        said("", printable(finding.sentence or "nothing is known")),
        _verdict(evaluation, framework, rule),
        *_cost(evaluation, framework),
        *_sources(evaluation, framework, finding),
        said("asks", printable(rule.question), MUTED),
    ]
    title = Content.assemble(
        (printable(f"{framework.name} · {rule.name}"), "bold"),
        "  ",
        state_mark(finding.state),
    )
    if rule.own:
        title = Content.assemble(title, (" · your thresholds", MUTED))
    return Explanation(title, tuple(entries), f"{framework_id}:{rule.id}")


def _verdict(evaluation: Evaluation, framework: Framework, rule: FlagRule) -> Entry:
    verdict = evaluation.session.flags.get(framework.id, {}).get(rule.id)
    if verdict is None:
        return said("verdict", "not reviewed: a accept, c concern, x rule out", MUTED)
    reason = f": {printable(verdict.reason)}" if verdict.reason else ", no reason given: e says why"
    return Entry("verdict", Content.assemble((verdict_words(verdict), "bold"), reason))


def verdict_words(verdict: FlagVerdict) -> str:
    """The team's verdict in words."""
    if verdict.verdict == "concern":
        return f"{verdict.severity} concern"
    return "accepted" if verdict.verdict == "accept" else "ruled out"


def _cost(evaluation: Evaluation, framework: Framework) -> list[Entry]:
    """What the team's concerns subtract."""
    points = evaluation.standing(framework.id).contributions.get(CONCERNS, 0.0) * 100
    return [said("costs", f"concerns take {-points:.0f} points off its score")] if points else []


def _sources(evaluation: Evaluation, framework: Framework, finding: Finding) -> list[Entry]:
    """Where the facts come from, each source once with what it says, its day and its basis."""
    origin = framework
    if finding.inherited_from:
        origin = evaluation.catalog.framework(finding.inherited_from) or framework
    found: dict[tuple[str, date | None, str], list[str]] = {}
    for fact_id in finding.facts:
        fact = origin.fact(fact_id)
        if not fact.known and not fact.source:
            continue
        where = address(fact.source, origin, evaluation.catalog.model) if fact.source else "no source named"
        key = (where, origin.day_of(fact), f"{fact.basis}, yours" if fact.own else fact.basis)
        found.setdefault(key, []).append(f"{readable(fact_id)} {shown_value(fact)}")
    entries = []
    for (where, day, basis), facts in found.items():
        on = f", {day.isoformat()}" if day else ""
        text = Content.assemble(
            printable(", ".join(facts)), (f" · {basis}{on}", MUTED), (f" · {printable(where)}", MUTED)
        )
        entries.append(Entry("evidence", text))
    if finding.inherited_from:
        entries.append(said("from", printable(f"{origin.name}, which it builds on")))
    return entries
