"""Everything that the catalog knows of one framework, as text."""

from __future__ import annotations

from fwwizard.core.age import age_sentence
from fwwizard.core.catalog import Capability, Fact, FigureSet, FigureTest, Framework
from fwwizard.core.contradictions import contradictions, sentence
from fwwizard.core.figures import figures_of
from fwwizard.core.flags import findings, shown_value
from fwwizard.core.model import Catalog
from fwwizard.core.sources import address
from fwwizard.errors import printable


def framework_text(catalog: Catalog, framework: Framework) -> str:
    """Every fact with its source unabridged, and one line per flag with its state."""
    lines = [
        *_head(catalog, framework),
        *_listed("strengths", framework.strengths),
        *_listed("watch-outs", framework.watchouts),
        *_listed("best for", framework.best_for),
        *_flags(catalog, framework),
        *_facts(catalog, framework),
        *_capabilities(catalog, framework),
        *_figures(catalog, framework),
        *_claims(catalog, framework),
        *_contradictions(catalog, framework),
        *_advisories(framework),
    ]
    return "".join(f"{printable(line)}\n" for line in lines)


def _head(catalog: Catalog, framework: Framework) -> list[str]:
    model = catalog.model
    names = {language.id: language.name for language in model.languages}
    categories = {category.id: category.name for category in model.categories}
    lines = [f"{framework.name}{_whose(framework)}"]
    if framework.summary:
        lines.append(framework.summary)
    about = {
        "id": framework.id,
        "written in": ", ".join(names.get(x, x) for x in framework.languages),
        "runs on": ", ".join(f"{key} {version}" for key, version in framework.runtimes.items()),
        "categories": ", ".join(categories.get(x, x) for x in framework.categories),
        "builds on": ", ".join(framework.builds_on),
        "license": framework.license,
        "version": framework.latest_version,
        "first release": str(framework.first_release or ""),
        "homepage": framework.homepage,
        "repository": framework.repository,
        "as of": str(framework.as_of or ""),
        "age": age_sentence(framework, model.as_of),
        "notes": framework.notes,
    }
    return [*lines, *(f"  {key}: {value}" for key, value in about.items() if value)]


def _whose(framework: Framework) -> str:
    if framework.own:
        return " (from your overlay)"
    if framework.own_parts:
        return f" (from your overlay: {', '.join(framework.own_parts)})"
    return " (with facts from your overlay)" if framework.has_own else ""


def _listed(title: str, entries: tuple[str, ...]) -> list[str]:
    return ["", title, *(f"  - {entry}" for entry in entries)] if entries else []


def _flags(catalog: Catalog, framework: Framework) -> list[str]:
    if not catalog.model.flags:
        return []
    found = findings(catalog)[framework.id]
    rows = [
        f"  {rule.name}{' (your thresholds)' if rule.own else ''}: {found[rule.id].state}."
        f" {found[rule.id].sentence}"
        for rule in catalog.model.flags
    ]
    return ["", "flags", *rows]


def _facts(catalog: Catalog, framework: Framework) -> list[str]:
    lines = ["", "facts"] if framework.facts else []
    for key, fact in framework.facts.items():
        unit = f" {fact.unit}" if fact.unit and fact.known else ""
        how = f" ({fact.how})" if fact.how else ""
        lines.append(f"  {key}: {shown_value(fact)}{unit}{how}{_ground(catalog, framework, fact)}")
    return lines


def _capabilities(catalog: Catalog, framework: Framework) -> list[str]:
    lines = ["", "capabilities"] if framework.capabilities else []
    for key, capability in framework.capabilities.items():
        how = f" ({capability.how})" if capability.how else ""
        lines.append(f"  {key}: {capability.level}{how}{_ground(catalog, framework, capability)}")
    return lines


def _ground(catalog: Catalog, framework: Framework, known: Fact | Capability) -> str:
    """Basis, day and source of a fact or capability, and whether it is the user's own."""
    unknown = known.level == "unknown" if isinstance(known, Capability) else not known.known
    parts: list[str] = [] if unknown and not known.source else [known.basis]
    day = framework.day_of(known)
    if day is not None and parts:
        parts.append(str(day))
    if known.source:
        parts.append(address(known.source, framework, catalog.model))
    if known.own:
        parts.append("your own")
    return f" [{', '.join(parts)}]" if parts else ""


def _figures(catalog: Catalog, framework: Framework) -> list[str]:
    lines: list[str] = []
    last: FigureSet | None = None
    for figure_set, test, figure in figures_of(catalog.figures, framework.id):
        if figure_set is not last:
            last = figure_set
            lines += _conditions(figure_set)
        with_ = ", ".join(x for x in (figure.variant, figure.server, figure.driver, figure.version) if x)
        variant = f" [{with_}]" if with_ else ""
        shown_only = "" if figure.production else " (not run in production, not scored)"
        lines.append(f"    {test.name}: {figure.value:,g} {test.unit}{variant}{_load(test)}{shown_only}")
    return ["", "figures, each within its own set only", *lines] if lines else []


def _conditions(figures: FigureSet) -> list[str]:
    """Name, conditions and notes of a set."""
    day = str(figures.run_date or "")
    claim = f"{figures.confidence} confidence" + ("" if figures.scored else ", a claim, not scored")
    own = "your own" if figures.own else ""
    stated = "; ".join(x for x in (figures.tool, figures.hardware, day, claim, own) if x)
    notes = " ".join(figures.notes.split())
    return [f"  {figures.name} ({stated})", *([f"    note: {notes}"] if notes else [])]


def _load(test: FigureTest) -> str:
    kept = {True: "keep-alive", False: "no keep-alive", None: ""}[test.keep_alive]
    connections = f"{test.concurrency} connections" if test.concurrency else ""
    stated = ", ".join(x for x in (connections, kept) if x)
    return f" ({stated})" if stated else ""


def _claims(catalog: Catalog, framework: Framework) -> list[str]:
    rows = [
        f"  {claim.topic}: {claim.says} [{address(claim.source, framework, catalog.model)}]"
        for claim in framework.claims
    ]
    return ["", "what articles say", *rows] if rows else []


def _contradictions(catalog: Catalog, framework: Framework) -> list[str]:
    rows = [f"  {sentence(catalog, found)}" for found in contradictions(catalog, framework.id)]
    return ["", "claims against measurements", *rows] if rows else []


def _advisories(framework: Framework) -> list[str]:
    rows = [
        f"  {a.on} {a.id} {a.severity or 'severity not stated'}, "
        + (f"fixed in {', '.join(a.fixed)}" if a.fixed else "no fixed version known")
        for a in framework.advisories
    ]
    return ["", "published flaws", *rows] if rows else []
