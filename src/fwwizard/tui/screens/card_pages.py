"""Everything about one framework, as pages of passages: pure functions of an evaluation and a width."""

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
from fwwizard.core.sources import is_web, place, repository_address, web_address
from fwwizard.core.wording import capability_name, category_name, fact_name, language_name
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import own_mark, signs_counted, state_mark
from fwwizard.tui.widgets.paragraphs import MUTED, bullets, entry, paragraph, section
from fwwizard.tui.widgets.passages import Passage, text, title
from fwwizard.tui.widgets.score_bar import share_bar

INDENT = 24
ROOMY = 90
"""From this width on there is room for bars and whole addresses."""
LEVELS = {"built-in": "■■■", "official": "■■□", "ecosystem": "■□□", "manual": "□□□", "unknown": " ? "}

Page = Callable[[Evaluation, Framework, int], Iterator[Passage]]


def score_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
    """Where the points come from: factors, attributes, and what stands behind them."""
    standing = evaluation.standing(framework.id)
    yield text(paragraph(_standing(standing), width, "bold"))
    for reason in standing.reasons:
        yield text(entry("×" if reason.status == "excluded" else "?", reason.text, width, 2))
    shown = shown_parts({f: c * 100 for f, c in standing.contributions.items()}, standing.score * 100, 1)
    parts = evaluation.parts(framework.id)
    active = {a.attribute.id: a for found in evaluation.assessment.usage.active for a in found}
    for factor in evaluation.catalog.model.factors:
        if factor.id not in evaluation.weights:
            continue
        weight = evaluation.weights[factor.id] * 100
        yield title(section(f"{factor.name}: {shown[factor.id]:.1f} of {weight:.1f}", width))
        for part in (p for p in parts if p.factor == factor.id):
            found = backing(
                evaluation.evaluator.assessor,
                framework,
                active[part.attribute.id],
                evaluation.assessment.usage,
                evaluation.session,
            )
            yield _part(part, found, evaluation, framework, width)
    if CONCERNS in shown:
        yield title(section(f"Your concerns: {shown[CONCERNS]:.1f}", width))


def _standing(standing: Standing) -> str:
    score = f"{points(standing.score)} of 100"
    if standing.status == "excluded":
        return f"Out. Its score would be {score}, rank {standing.rank_if_waived}."
    low, high = (points(end) for end in standing.band)
    band = f", between {low} and {high} by what is not known" if high > low else ""
    confirmed = " if confirmed" if standing.status == "conditional" else ""
    return f"Rank {standing.rank}{confirmed}, {score}{band}."


def _part(part: Part, found: Backing, evaluation: Evaluation, framework: Framework, width: int) -> Passage:
    amount = f"{part.contribution * 100:5.1f} "
    bar = Content("") if width < ROOMY else Content.assemble(share_bar(part.value.mid, 6), " ")
    lines = labeled(
        Content.assemble(amount, bar, printable(part.attribute.title), own_mark(part.attribute.own)),
        noted(found.text, _listed(_source(found, evaluation, framework, width), _own(found.own))),
        width,
        40 if width >= ROOMY else min(33, width // 2),
    )
    return sourced(lines, found.source, evaluation, framework)


def sourced(lines: list[Content], source: str, evaluation: Evaluation, framework: Framework) -> Passage:
    """Lines with the place of their source."""
    where = place(source, framework, evaluation.catalog)
    return text(lines, where, web_address(source, framework, evaluation.catalog))


def labeled(label: str | Content, says: Content, width: int, indent: int) -> list[Content]:
    """A text behind a label; below it where the label needs more than its column."""
    head = Content.styled(printable(label), MUTED) if isinstance(label, str) else label
    if head.cell_length < indent:
        return entry(head, says, width, indent)
    return [*paragraph(head, width), *entry("", says, width, min(indent, 6))]


def _source(found: Backing, evaluation: Evaluation, framework: Framework, width: int) -> str:
    """Ground, place and month; that it is the editors' judgement is said once."""
    judged = found.ground == "judgement" and found.source.startswith("ref:")
    where = "" if judged else _where(found.source, evaluation, framework, width)
    return _listed(found.ground, where, _month(found.as_of, evaluation))


def _where(source: str, evaluation: Evaluation, framework: Framework, width: int) -> str:
    """Where a source leads; where there is little room a path alone, whose address is a key away."""
    if width >= ROOMY or source.startswith(("http://", "https://", "pkg:", "ref:")):
        return place(source, framework, evaluation.catalog)
    where = place(source, framework, evaluation.catalog)
    return source.removeprefix("docs:") if where.startswith("https://") else "" if ", " in source else where


def capability_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
    """What it offers, at which level, how, and who says so."""
    model = evaluation.catalog.model
    for level, mark in LEVELS.items():
        ids = [c for c, found in framework.capabilities.items() if found.level == level]
        if not ids:
            continue
        yield title(section(f"{mark} {level}  ({len(ids)})", width))
        for capability in sorted(ids, key=lambda c: capability_name(model, c)):
            found = framework.capabilities[capability]
            where = _where(found.source, evaluation, framework, width)
            day = _month(framework.day_of(found), evaluation)
            note = _listed(found.basis, where, day, _own(found.own))
            lines = labeled(capability_name(model, capability), noted(found.how, note), width, INDENT)
            yield sourced(lines, found.source, evaluation, framework)


def fact_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
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
    links = {"homepage": framework.homepage, "repository": repository_address(framework)}
    for label, value in general.items():
        if value:
            link = links.get(label, "")
            yield text(entry(label, value, width, INDENT), link, link if is_web(link) else "")
    if age := age_sentence(framework, model.as_of):
        yield text(entry("age", Content.styled(age, "$text-warning"), width, INDENT))
    yield title(section("Facts", width))
    for fact_id in sorted(framework.facts, key=lambda f: fact_name(model, f)):
        fact = framework.facts[fact_id]
        found = of_fact(framework, fact)
        note = _listed(_source(found, evaluation, framework, width), _own(fact.own))
        lines = labeled(fact_name(model, fact_id), noted(found.text, note), width, INDENT)
        yield sourced(lines, fact.source, evaluation, framework)
    for advisory in framework.advisories:
        fixed = f", fixed in {', '.join(advisory.fixed)}" if advisory.fixed else ", no fix known"
        said = f"{advisory.on.isoformat()} {advisory.severity}{fixed}"
        yield text(entry(advisory.id, said, width, INDENT))


def figure_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
    """Published figures with the conditions under which they were measured."""
    against = contradictions(evaluation.catalog, framework.id)
    last = ""
    for figure_set, test, figure in figures_of(evaluation.catalog.figures, framework.id):
        if figure_set.id != last:
            last = figure_set.id
            yield title(section(figure_set.name, width))
            on = figure_set.run_date.isoformat() if figure_set.run_date else ""
            claim = f"{figure_set.confidence} confidence" if figure_set.scored else "a claim, not scored"
            conditions = _listed(figure_set.tool, figure_set.hardware, on, claim, _own(figure_set.own))
            about = paragraph(conditions, width, MUTED)
            if figure_set.notes:
                about += paragraph(" ".join(figure_set.notes.split()), width, MUTED)
            yield sourced(about, figure_set.id, evaluation, framework)
            for found in against:
                if found.claim_set.id == figure_set.id:
                    said = f"▵ {sentence(evaluation.catalog, found)}"
                    yield text(paragraph(said, width, "$text-warning"))
        variant = [figure.variant, figure.server, figure.driver, figure.version]
        if not figure.production:
            variant.append("not run in production, not scored")
        if test.concurrency:
            variant.append(f"{test.concurrency} connections")
        if test.keep_alive is not None:
            variant.append("keep-alive" if test.keep_alive else "no keep-alive")
        shown = f"{figure.value:,.6g} {test.unit}"
        lines = labeled(test.name, noted(shown, _listed(*variant)), width, INDENT)
        yield sourced(lines, figure_set.id, evaluation, framework)
    if not last:
        yield text(paragraph("Nobody published figures that this catalog knows.", width, MUTED))


def flag_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
    """The warning signs with their evidence and the team's verdicts."""
    verdicts = evaluation.session.flags.get(framework.id, {})
    findings = evaluation.findings(framework.id)
    yield text(paragraph(signs_counted([f.state for f in findings.values()]), width, MUTED))
    for rule in evaluation.catalog.model.flags:
        finding = findings[rule.id]
        yield title(section(f"{rule.name} (your thresholds)" if rule.own else rule.name, width))
        lines = [*paragraph(state_mark(finding.state), width), *paragraph(finding.sentence, width)]
        verdict = verdicts.get(rule.id)
        if verdict is not None:
            why = f": {verdict.reason}" if verdict.reason else ""
            lines += paragraph(f"Your verdict is {verdict.verdict}{why}.", width, "bold")
        elif finding.state == "raised":
            lines += paragraph("You have not reviewed it.", width, "$text-warning")
        of = evaluation.catalog.framework(finding.inherited_from) or framework
        sources = [of.fact(fact).source for fact in finding.facts]
        yield sourced(lines, next(filter(None, sources), ""), evaluation, of)


def article_page(evaluation: Evaluation, framework: Framework, width: int) -> Iterator[Passage]:
    """What the editors and the articles say of it: strengths, watch-outs, claims."""
    for heading, texts, glyph in (
        ("Strengths", framework.strengths, "+"),
        ("Watch out", framework.watchouts, "▵"),
        ("Best for", framework.best_for, "·"),
    ):
        if texts:
            yield title(section(heading, width))
            for one in texts:
                yield text(bullets([one], width, glyph))
    if framework.claims:
        yield title(section("What the articles say", width))
        for claim in framework.claims:
            where = place(claim.source, framework, evaluation.catalog)
            lines = entry(claim.topic, noted(claim.says, where), width, INDENT)
            yield sourced(lines, claim.source, evaluation, framework)
        sources = {claim.source for claim in framework.claims}
        for contradiction in contradictions(evaluation.catalog, framework.id):
            if contradiction.claim_set.source in sources:
                yield text(bullets([sentence(evaluation.catalog, contradiction)], width, "▵"))
    if framework.notes:
        yield title(section("Notes", width))
        yield text(paragraph(framework.notes, width))


SCORE = "Score"
"""The page that means something with a session only."""

PAGES: dict[str, Page] = {
    SCORE: score_page,
    "Capabilities": capability_page,
    "Facts": fact_page,
    "Figures": figure_page,
    "Flags": flag_page,
    "Articles": article_page,
}


def noted(says: str, note: str) -> Content:
    """A text and, muted behind it, what it rests on."""
    gap = "  " if says and note else ""
    return Content.assemble(printable(says), gap, (printable(note), MUTED))


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _month(day: date | None, evaluation: Evaluation) -> str:
    old = " (old)" if is_old(day, evaluation.catalog.model.as_of) else ""
    return f"{day:%Y-%m}{old}" if day else ""


def _own(own: bool) -> str:
    return "yours" if own else ""
