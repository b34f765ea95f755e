"""Makes the decision record of an evaluation: the same session and catalog give the same record."""

from __future__ import annotations

from fwwizard.core.advice import advice
from fwwizard.core.certainty import first_note, flip_sentences, question_sentence
from fwwizard.core.checks import made_elsewhere
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.finalists import finalists
from fwwizard.core.session import Session
from fwwizard.core.wording import ABOUT_THE_TEAM
from fwwizard.report.advice import ground_of
from fwwizard.report.record.context import context, drivers, ignored, question, wishes
from fwwizard.report.record.decision import DecisionRecord, Ground, Labeled, Source
from fwwizard.report.record.evidence import Sources, grounds
from fwwizard.report.record.numbers import numbers
from fwwizard.report.record.options import excluded, options
from fwwizard.report.record.outcome import chosen_of, outcome, rival_of
from fwwizard.report.record.risks import other_risks, risks
from fwwizard.report.weighing import Weighing

QUESTIONS_SHOWN = 5

LEVELS_MEAN = (
    "Levels: built-in, in the option itself; official, a package of the same makers; ecosystem, a "
    "maintained package of others; manual, to be built by the team."
)
PLACES_MEAN = (
    "A place says where a published figure stands between the worst (0) and the best (100) of its own "
    "set; figures of different sets are never compared."
)


def decision_record(evaluation: Evaluation, weighing: Weighing | None) -> DecisionRecord:
    """Everything that the record says.

    Args:
        evaluation: what was evaluated.
        weighing: how firmly the order stands; None where no winner is told.
    """
    session, decision = evaluation.session, evaluation.session.decision
    chosen = chosen_of(evaluation)
    sources = Sources(evaluation)
    rests_on = _grounds(evaluation, chosen, sources)
    return DecisionRecord(
        title=_title(session, chosen, evaluation),
        status=decision.status,
        day=session.updated.date(),
        deciders=decision.deciders,
        review_on=decision.review_on,
        provisional=evaluation.provisional,
        question=question(evaluation),
        context=context(evaluation),
        drivers=drivers(evaluation),
        ignored=ignored(evaluation),
        wishes=wishes(evaluation),
        options=options(evaluation, weighing),
        shares_note=_shares_note(weighing),
        excluded=excluded(evaluation),
        outcome=outcome(evaluation, weighing),
        risks=risks(evaluation, chosen.framework) if chosen else (),
        other_risks=other_risks(evaluation, chosen.framework if chosen else ""),
        numbers=numbers(evaluation),
        finalists=_finalists(evaluation, weighing),
        changes=_changes(evaluation, weighing),
        questions=_questions(evaluation, weighing),
        advice=tuple(Labeled(one.text, ground_of(one)) for one in advice(evaluation)),
        grounds=rests_on,
        notes=_notes(evaluation, sources) if rests_on else (),
        sources=sources.listed,
        made_with=_made_with(evaluation, weighing, sources.listed),
    )


def _title(session: Session, chosen: Standing | None, evaluation: Evaluation) -> str:
    if chosen is not None:
        return f"Choose {chosen.name} for {session.name}"
    if not evaluation.candidates:
        return f"No option meets every must of {session.name}"
    return f"No decision yet for {session.name}"


def _grounds(evaluation: Evaluation, chosen: Standing | None, sources: Sources) -> tuple[Ground, ...]:
    if chosen is None:
        return ()
    return grounds(evaluation, chosen, rival_of(evaluation, chosen), sources)


def _notes(evaluation: Evaluation, sources: Sources) -> tuple[str, ...]:
    asked = any(
        r.capability and r.id in evaluation.session.checklist for r in evaluation.catalog.model.requirements
    )
    return ((LEVELS_MEAN,) if asked else ()) + ((PLACES_MEAN,) if sources.figures else ())


def _shares_note(weighing: Weighing | None) -> str:
    if weighing is None:
        return ""
    return first_note(weighing.scenarios, weighing.table.shares, ABOUT_THE_TEAM)


def _finalists(evaluation: Evaluation, weighing: Weighing | None) -> tuple[str, ...]:
    if weighing is None:
        return ()
    return tuple(s.name for s in finalists(evaluation, weighing.table.shares.first))


def _changes(evaluation: Evaluation, weighing: Weighing | None) -> tuple[str, ...]:
    return tuple(flip_sentences(evaluation, weighing.flips, ABOUT_THE_TEAM)) if weighing else ()


def _questions(evaluation: Evaluation, weighing: Weighing | None) -> tuple[str, ...]:
    found = weighing.questions[:QUESTIONS_SHOWN] if weighing is not None else ()
    return tuple(question_sentence(evaluation, question) for question in found)


def _made_with(
    evaluation: Evaluation, weighing: Weighing | None, sources: tuple[Source, ...]
) -> tuple[Labeled, ...]:
    session, catalog = evaluation.session, evaluation.catalog
    day = f" of {catalog.model.as_of}" if catalog.model.as_of else ""
    rows = [Labeled("Catalog", f"{catalog.model.version}{day} ({catalog.digest or 'no digest'})")]
    days = sorted(source.as_of for source in sources if source.as_of)
    if days:
        rows.append(Labeled("Facts below were established", f"{days[0]} to {days[-1]}"))
    if made_elsewhere(catalog, session):
        rows.append(
            Labeled("Answers given with", f"catalog {session.catalog.version} ({session.catalog.digest})")
        )
    rows.append(Labeled("Session", session.id))
    if weighing is not None:
        count = weighing.table.shares.samples
        how = f"{count:,} weightings that keep the ranking" if count else "closed forms, no samples"
        rows.append(Labeled("Robustness", how))
    return tuple(rows)
