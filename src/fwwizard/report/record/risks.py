"""Warning signs, and what the team made of them."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.flags import Finding
from fwwizard.core.session import FlagVerdict
from fwwizard.report.record.decision import Risk

_NOT_REVIEWED = "not reviewed"


def risks(evaluation: Evaluation, framework: str) -> tuple[Risk, ...]:
    """The signs of one framework that are raised, on watch, unknown, or were judged by the team."""
    said = evaluation.session.flags.get(framework, {})
    found = evaluation.findings(framework)
    return tuple(
        _risk(evaluation, framework, rule.id, found[rule.id], said.get(rule.id))
        for rule in evaluation.catalog.model.flags
        if rule.id in found and (rule.id in said or found[rule.id].state != "clear")
    )


def other_risks(evaluation: Evaluation, chosen: str) -> tuple[Risk, ...]:
    """What the team accepted of, or held against, other frameworks that are still in."""
    candidates = {s.framework for s in evaluation.candidates} - {chosen}
    return tuple(
        risk
        for framework, said in evaluation.session.flags.items()
        if framework in candidates
        for risk in risks(evaluation, framework)
        if any(rule.name == risk.sign and rule.id in said for rule in evaluation.catalog.model.flags)
    )


def _risk(
    evaluation: Evaluation, framework: str, flag: str, finding: Finding, said: FlagVerdict | None
) -> Risk:
    name = next(rule.name for rule in evaluation.catalog.model.flags if rule.id == flag)
    state = {"watch": "on watch", "unknown": "not known"}.get(finding.state, finding.state)
    verdict = _verdict(said) if said is not None else _NOT_REVIEWED
    return Risk(evaluation.standing(framework).name, name, state, finding.sentence, verdict)


def _verdict(said: FlagVerdict) -> str:
    words = {
        "accept": "accepted",
        "concern": f"a {said.severity} concern, which costs points",
        "rule-out": "ruled out",
    }[said.verdict]
    return f"{words} (“{said.reason}”)" if said.reason else f"{words}, no reason given"
