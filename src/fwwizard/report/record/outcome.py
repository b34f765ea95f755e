"""What was chosen, and why it and not the next one."""

from __future__ import annotations

from fwwizard.core.certainty import staying_sentence, sure_sentence, survival_sentence
from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Standing
from fwwizard.core.explanation import Explanation, explain
from fwwizard.core.movement import lowered
from fwwizard.core.rounding import points
from fwwizard.core.verdict import least_unmet, listed
from fwwizard.core.wording import ABOUT_THE_TEAM
from fwwizard.report.record.consequences import bad, good
from fwwizard.report.record.decision import Difference, Labeled, Outcome
from fwwizard.report.record.words import conditions_of, points_word, reason_words
from fwwizard.report.weighing import Weighing

_SMALLEST = 0.0005
"""Scores; attributes that differ by less are not named."""


def chosen_of(evaluation: Evaluation) -> Standing | None:
    """What the team chose, or else what leads; None where neither is."""
    chosen = evaluation.session.decision.chosen
    if chosen in evaluation.evaluator.indices:
        return evaluation.standing(chosen)
    return evaluation.leader if evaluation.tells_winner else None


def rival_of(evaluation: Evaluation, chosen: Standing) -> Standing | None:
    """Whom the chosen one is compared with: the leader, or for the leader the runner-up."""
    leader = evaluation.leader
    return evaluation.runner_up if leader is None or chosen is leader else leader


def outcome(evaluation: Evaluation, weighing: Weighing | None) -> Outcome:
    """The outcome of an evaluation and of what the team recorded."""
    notes = evaluation.session.decision.notes
    chosen = chosen_of(evaluation)
    if chosen is None:
        why = (
            "every driver is tied or not confirmed, so that no order follows from the answers"
            if evaluation.candidates
            else "no option meets every must"
        )
        return Outcome("", "No option can be named", why, "", (), 0.0, (), notes, (), (), _relax(evaluation))
    rival = rival_of(evaluation, chosen)
    found = explain(evaluation, chosen.framework, rival.framework) if rival is not None else None
    shown = found.shown(1) if found is not None else {}
    return Outcome(
        option=chosen.name,
        verb=_verb(evaluation),
        because=_because(evaluation, chosen, rival, found),
        rival=rival.name if rival is not None else "",
        differences=_differences(found, shown),
        total=round(sum(shown.values()), 1),
        sentences=_sentences(evaluation, chosen, weighing),
        notes=notes,
        good=good(evaluation, chosen),
        bad=bad(evaluation, chosen, rival, found, shown),
        relax=_relax(evaluation) if not evaluation.candidates else (),
    )


def _verb(evaluation: Evaluation) -> str:
    decision = evaluation.session.decision
    if not decision.chosen:
        return "Leading option, nothing is chosen yet"
    return {"proposed": "Proposed option", "accepted": "Chosen option", "superseded": "Chosen option"}[
        decision.status
    ]


def _because(
    evaluation: Evaluation, chosen: Standing, rival: Standing | None, found: Explanation | None
) -> str:
    """The reason in one clause, without a full stop."""
    score = f"{points(chosen.score)} of 100"
    if chosen.status == "excluded":
        why = "; ".join(reason_words(evaluation, chosen, r) for r in chosen.reasons if r.status == "excluded")
        return f"the team recorded it, although its own answers exclude it: {why}"
    if rival is None or (rival.status != chosen.status and chosen is evaluation.leader):
        only = "that meets every must" if chosen.status == "passes" else "left, and that only if confirmed"
        return f"it is the only option {only}; it scores {score}"
    if chosen is evaluation.leader:
        return f"{_lead(evaluation, chosen, rival, score)}{_outweighs(found, rival.name)}"
    behind = points_word(abs(rival.score - chosen.score) * 100)
    if abs(rival.score - chosen.score) <= SAME_SCORE:
        return f"it scores {score}, the same as {rival.name}"
    return f"the team preferred it: it scores {score}, {behind} less than {rival.name}, which leads"


def _lead(evaluation: Evaluation, chosen: Standing, rival: Standing, score: str) -> str:
    alike = [s.name for s in evaluation.contest if abs(s.score - chosen.score) <= SAME_SCORE]
    if len(alike) > 1:
        return f"it shares the lead with {listed([n for n in alike if n != chosen.name])}, at {score}"
    return f"it scores {score}, {points_word((chosen.score - rival.score) * 100)} more than {rival.name}"


def _outweighs(found: Explanation | None, rival: str) -> str:
    if found is None or found.total <= SAME_SCORE or not found.sufficient:
        return ""
    if found.best_for_b is None:
        return f"; nothing speaks for {rival}"
    names = listed([lowered(d.name) for d in found.sufficient])
    alone = " alone" if len(found.sufficient) == 1 else ""
    return f"; its lead in {names}{alone} is larger than all that speaks for {rival}"


def _differences(found: Explanation | None, shown: dict[str, float]) -> tuple[Difference, ...]:
    rows = []
    for factor in found.factors if found is not None else ():
        sign = 1 if factor.amount > 0 else -1
        most = next((d for d in factor.attributes if d.amount * sign >= _SMALLEST), None)
        if shown[factor.factor] or most is not None:
            about = (most.attribute.title, most.a.text, most.b.text) if most is not None else ("", "", "")
            rows.append(Difference(factor.name, shown[factor.factor], *about))
    return tuple(rows)


def _sentences(evaluation: Evaluation, chosen: Standing, weighing: Weighing | None) -> tuple[str, ...]:
    """How sure the order is, what a move costs, and what waits for confirmation."""
    found = []
    if weighing is not None:
        found.append(sure_sentence(weighing.scenarios, ABOUT_THE_TEAM))
    if chosen.status == "conditional":
        found.append(f"To be confirmed of {chosen.name}: {conditions_of(evaluation, chosen)}.")
    better = next((s for s in evaluation.candidates if s.status == "conditional"), None)
    leader = evaluation.leader
    if better is not None and leader is not None and better.score > leader.score + SAME_SCORE:
        what = conditions_of(evaluation, better)
        found.append(f"{better.name} would score {points(better.score)}, if confirmed: {what}.")
    if weighing is not None:
        found += [
            staying_sentence(weighing.scenarios),
            survival_sentence(evaluation) if len(evaluation.contest) > 1 else "",
        ]
    return tuple(sentence for sentence in found if sentence)


def _relax(evaluation: Evaluation) -> tuple[Labeled, ...]:
    """The excluded ones that miss least, and what; nothing where somebody is left."""
    if evaluation.candidates:
        return ()
    return tuple(
        Labeled(
            s.name,
            "; ".join(reason_words(evaluation, s, r) for r in s.reasons if r.status == "excluded"),
        )
        for s in least_unmet(evaluation)
    )
