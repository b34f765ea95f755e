"""Everything about one framework, as pages of text: pure functions of an evaluation and a width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from textual.content import Content

from fwwizard.core.age import age_sentence, is_old
from fwwizard.core.catalog import Framework
from fwwizard.core.contradictions import contradictions, sentence
from fwwizard.core.evaluation import CONCERNS, Evaluation, Part, Standing
from fwwizard.core.evidence import Backing, backing, of_fact
from fwwizard.core.figures import figures_of
from fwwizard.core.rounding import points, shown_parts
from fwwizard.core.sources import address
from fwwizard.core.wording import capability_name, category_name, fact_name, language_name
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import own_mark, state_mark
from fwwizard.tui.widgets.paragraphs import MUTED, bullets, entry, paragraph, section
from fwwizard.tui.widgets.score_bar import share_bar

INDENT = 24
LEVELS = {"built-in": "■■■", "official": "■■□", "ecosystem": "■□□", "manual": "□□□", "unknown": " ? "}

Page = Callable[[Evaluation, Framework, int], Iterator[Content]]


def score_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """Where the points come from: factors, attributes, and what stands behind them."""
    standing = evaluation.standing(framework.id)
    yield from paragraph(_standing(standing), width, "bold")
    for reason in standing.reasons:
        yield from entry("×" if reason.status == "excluded" else "?", reason.text, width, 2)
    shown = shown_parts({f: c * 100 for f, c in standing.contributions.items()}, standing.score * 100, 1)
    parts = evaluation.parts(framework.id)
    active = {a.attribute.id: a for found in evaluation.assessment.usage.active for a in found}
    for factor in evaluation.catalog.model.factors:
        if factor.id not in evaluation.weights:
            continue
        weight = evaluation.weights[factor.id] * 100
        yield from section(f"{factor.name}: {shown[factor.id]:.1f} of {weight:.1f}", width)
        for part in (p for p in parts if p.factor == factor.id):
            found = backing(
                evaluation.evaluator.assessor,
                framework,
                active[part.attribute.id],
                evaluation.assessment.usage,
                evaluation.session,
            )
            yield from _part(part, found, evaluation, framework, width)
    if CONCERNS in shown:
        yield from section(f"Your concerns: {shown[CONCERNS]:.1f}", width)


def _standing(standing: Standing) -> str:
    score = f"{points(standing.score)} of 100"
    if standing.status == "excluded":
        return f"Out. Its score would be {score}, rank {standing.rank_if_waived}."
    low, high = (points(end) for end in standing.band)
    band = f", between {low} and {high} by what is not known" if high > low else ""
    confirmed = " if confirmed" if standing.status == "conditional" else ""
    return f"Rank {standing.rank}{confirmed}, {score}{band}."


def _part(
    part: Part, found: Backing, evaluation: Evaluation, framework: Framework, width: int
) -> Iterator[Content]:
    value = part.value
    amount = f"{part.contribution * 100:5.1f} "
    bar = share_bar(value.mid, 6)
    yield from entry(
        Content.assemble(amount, bar, " ", printable(part.attribute.title), own_mark(part.attribute.own)),
        noted(found.text, _listed(_source(found, evaluation, framework), _own(found.own))),
        width,
        min(40, width // 2),
    )


def _source(found: Backing, evaluation: Evaluation, framework: Framework) -> str:
    """Ground, place and month; published sets go by their names."""
    sets = {figure_set.id: figure_set.name for figure_set in evaluation.catalog.figures}
    ids = found.source.split(", ")
    if all(one in sets for one in ids):
        where = "; ".join(sets[one] for one in ids)
    elif found.ground == "judgement" and found.source.startswith("ref:"):
        where = ""
    else:
        where = address(found.source, framework, evaluation.catalog.model) if found.source else ""
    return _listed(found.ground, where, _month(found.as_of, evaluation))


def capability_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """What it offers, at which level, how, and who says so."""
    model = evaluation.catalog.model
    for level, mark in LEVELS.items():
        ids = [c for c, found in framework.capabilities.items() if found.level == level]
        if not ids:
            continue
        yield from section(f"{mark} {level}  ({len(ids)})", width)
        for capability in sorted(ids, key=lambda c: capability_name(model, c)):
            found = framework.capabilities[capability]
            where = address(found.source, framework, model) if found.source else ""
            when = _month(framework.day_of(found), evaluation)
            note = _listed(found.basis, where, when, _own(found.own))
            yield from entry(capability_name(model, capability), noted(found.how, note), width, INDENT)


def fact_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """What it is, how old that is, and every fact."""
    model = evaluation.catalog.model
    general = {
        "languages": ", ".join(language_name(model, x) for x in framework.languages),
        "runs on": ", ".join(f"{runtime} {version}" for runtime, version in framework.runtimes.items()),
        "categories": ", ".join(category_name(model, c) for c in framework.categories),
        "version": framework.latest_version,
        "license": framework.license,
        "first release": framework.first_release.isoformat() if framework.first_release else "",
        "homepage": framework.homepage,
        "repository": framework.repository,
        "package": f"{framework.package.registry}: {framework.package.name}" if framework.package else "",
    }
    for label, value in general.items():
        if value:
            yield from entry(label, value, width, INDENT)
    if age := age_sentence(framework, model.as_of):
        yield from entry("age", Content.styled(age, "$text-warning"), width, INDENT)
    yield from section("Facts", width)
    for fact_id in sorted(framework.facts, key=lambda f: fact_name(model, f)):
        fact = framework.facts[fact_id]
        found = of_fact(framework, fact)
        note = _listed(_source(found, evaluation, framework), _own(fact.own))
        yield from entry(fact_name(model, fact_id), noted(found.text, note), width, INDENT)
    for advisory in framework.advisories:
        fixed = f", fixed in {', '.join(advisory.fixed)}" if advisory.fixed else ", no fix known"
        yield from entry(advisory.id, f"{advisory.on.isoformat()} {advisory.severity}{fixed}", width, INDENT)


def figure_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """Published figures with the conditions under which they were measured."""
    against = contradictions(evaluation.catalog, framework.id)
    last = ""
    for figure_set, test, figure in figures_of(evaluation.catalog.figures, framework.id):
        if figure_set.id != last:
            last = figure_set.id
            yield from section(figure_set.name, width)
            on = figure_set.run_date.isoformat() if figure_set.run_date else ""
            claim = f"{figure_set.confidence} confidence" if figure_set.scored else "a claim, not scored"
            conditions = _listed(figure_set.tool, figure_set.hardware, on, claim, _own(figure_set.own))
            yield from paragraph(conditions, width, MUTED)
            yield from paragraph(" ".join(figure_set.notes.split()), width, MUTED) if figure_set.notes else ()
            for found in against:
                if found.claim_set.id == figure_set.id:
                    yield from paragraph(f"▵ {sentence(evaluation.catalog, found)}", width, "$text-warning")
        variant = [figure.variant, figure.server, figure.driver, figure.version]
        if not figure.production:
            variant.append("not run in production, not scored")
        if test.concurrency:
            variant.append(f"{test.concurrency} connections")
        if test.keep_alive is not None:
            variant.append("keep-alive" if test.keep_alive else "no keep-alive")
        shown = f"{figure.value:,.6g} {test.unit}"
        yield from entry(test.name, noted(shown, _listed(*variant)), width, INDENT)
    if not last:
        yield from paragraph("Nobody published figures that this catalog knows.", width, MUTED)


def flag_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """The warning signs with their evidence and the team's verdicts."""
    said = evaluation.session.flags.get(framework.id, {})
    findings = evaluation.findings(framework.id)
    for rule in evaluation.catalog.model.flags:
        finding = findings[rule.id]
        yield from section(f"{rule.name} (your thresholds)" if rule.own else rule.name, width)
        yield from paragraph(state_mark(finding.state), width)
        yield from paragraph(finding.sentence, width)
        verdict = said.get(rule.id)
        if verdict is not None:
            why = f": {verdict.reason}" if verdict.reason else ""
            yield from paragraph(f"Your verdict is {verdict.verdict}{why}.", width, "bold")
        elif finding.state == "raised":
            yield from paragraph("You have not reviewed it.", width, "$text-warning")


def article_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Content]:
    """What the editors and the articles say of it: strengths, watch-outs, claims."""
    for title, texts, glyph in (
        ("Strengths", framework.strengths, "+"),
        ("Watch out", framework.watchouts, "▵"),
        ("Best for", framework.best_for, "·"),
    ):
        if texts:
            yield from section(title, width)
            yield from bullets(list(texts), width, glyph)
    if framework.claims:
        yield from section("What the articles say", width)
        for claim in framework.claims:
            where = address(claim.source, framework, evaluation.catalog.model)
            yield from entry(claim.topic, noted(claim.says, where), width, INDENT)
        sources = {claim.source for claim in framework.claims}
        for contradiction in contradictions(evaluation.catalog, framework.id):
            if contradiction.claim_set.source in sources:
                yield from bullets([sentence(evaluation.catalog, contradiction)], width, "▵")
    if framework.notes:
        yield from section("Notes", width)
        yield from paragraph(framework.notes, width)


PAGES: dict[str, Page] = {
    "Score": score_page,
    "Capabilities": capability_page,
    "Facts": fact_page,
    "Figures": figure_page,
    "Flags": flag_page,
    "Articles": article_page,
}


def noted(text: str, note: str) -> Content:
    """A text and, muted behind it, what it rests on."""
    gap = "  " if text and note else ""
    return Content.assemble(printable(text), gap, (printable(note), MUTED))


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _month(day: date | None, evaluation: Evaluation) -> str:
    old = " (old)" if is_old(day, evaluation.catalog.model.as_of) else ""
    return f"{day:%Y-%m}{old}" if day else ""


def _own(own: bool) -> str:
    return "yours" if own else ""
