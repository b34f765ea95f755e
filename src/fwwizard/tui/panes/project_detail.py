"""What explains a row of the project: what the answer means, and what it does to the ranking."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from fwwizard.core.catalog import Framework
from fwwizard.core.cycles import EXPERIENCE, KNOWLEDGE
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.languages import out_for_languages, reach
from fwwizard.core.model import Attribute, Model, Named
from fwwizard.core.value_functions import ExperienceFit, LanguageFit
from fwwizard.core.wording import language_name
from fwwizard.errors import printable
from fwwizard.tui.panes.need_detail import need_explained
from fwwizard.tui.panes.project_rows import MORE, OTHERS, USERS, kind_of
from fwwizard.tui.widgets.detail import NOTHING, Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, joined, names

ADVICE = "the advice in the verdict reads it; it does not move the ranking"


def project_explained(evaluation: Evaluation, row_id: str) -> Explanation:
    """What explains a row of the project."""
    kind, of = kind_of(row_id)
    model = evaluation.catalog.model
    match kind:
        case "need":
            need = next(need for need in model.needs if need.id == of)
            return need_explained(evaluation, need, row_id)
        case "language":
            return _language(evaluation, next(x for x in model.languages if x.id == of), row_id)
        case "condition":
            return _condition(next(c for c in model.conditions if c.id == of), row_id)
        case "runtime":
            return _runtime(evaluation, of, row_id)
        case "framework":
            framework = evaluation.catalog.framework(of)
            return _framework(evaluation, framework, row_id) if framework else NOTHING
        case _:
            return _single(evaluation, kind)


def _single(evaluation: Evaluation, kind: str) -> Explanation:
    if kind == USERS:
        text = f"Few users at once need no asynchronous code: {ADVICE}."
        return _titled("Users at once", [said("", text), said("enter", "types the number")], kind)
    if kind == MORE:
        text = "Shows the frameworks of all languages here, or only those of yours and those answered (f)."
        return _titled("More frameworks", [said("", text)], kind)
    if kind == OTHERS:
        out = out_for_languages(evaluation)
        text = "A team that has named its languages is not advised to change them, unless it says so."
        entries = [said("", text)]
        if out:
            entries.append(said("out for it", f"{len(out)}: {_names(out)}"))
        return _titled("Other languages", entries, kind)
    return NOTHING


def _titled(title: str, entries: Sequence[Entry], key: str, note: str = "") -> Explanation:
    content = Content.assemble((printable(title), "bold"), (f" · {printable(note)}" if note else "", MUTED))
    return Explanation(content, tuple(entries), key)


def _names(standings: Sequence[Standing]) -> str:
    return names([standing.name for standing in standings], 8)


def _choices(answers: Sequence[str | None], now: str | None) -> Entry:
    """The answers that a row can take, the present one standing out."""
    shown = [
        Content.styled(f"[{answer or '–'}]", "bold")
        if answer == now
        else Content.styled(answer or "–", MUTED)
        for answer in (*answers[1:], answers[0])
    ]
    return Entry("space", Content("  ").join(shown))


def _language(evaluation: Evaluation, language: Named, key: str) -> Explanation:
    found = reach(evaluation, language.id)
    total = len(evaluation.catalog.frameworks)
    known = evaluation.session.project.languages.get(language.id)
    entries = [said("", printable(language.help))] if language.help else []
    entries.append(_choices(KNOWLEDGE, known))
    written = f"{found.written_in_it} of {total} frameworks are written in it"
    if found.would_return:
        entries.append(said("brings back", f"{joined([s.name for s in found.would_return])}; {written}"))
    else:
        entries.append(said("leaves in", f"{len(found.candidates)}: {_names(found.candidates)}; {written}"))
    entries += _counting(evaluation.catalog.model, LanguageFit)
    if known == "open":
        entries.append(said("open", "nobody here writes it yet; the team would take it up", MUTED))
    return _titled(language.name, entries, key)


def _counting(model: Model, kind: type[LanguageFit] | type[ExperienceFit]) -> list[Entry]:
    """In which factor an answer counts, and what each one is worth."""
    attribute = next((a for a in model.attributes if isinstance(a.value, kind)), None)
    if attribute is None or not isinstance(attribute.value, LanguageFit | ExperienceFit):
        return []
    worth = ", ".join(f"{word} {value * 100:.0f}" for word, value in attribute.value.levels.items())
    text = f"{_factor(model, attribute)}, as {attribute.title.lower()}: {worth} of 100"
    return [said("counts in", printable(text), MUTED)]


def _factor(model: Model, attribute: Attribute) -> str:
    return next((f.name for f in model.factors if f.id == attribute.factor), attribute.factor)


def _condition(condition: Named, key: str) -> Explanation:
    entries = [said("", printable(condition.help)), said("used by", ADVICE, MUTED)]
    return _titled(condition.name, entries, key)


def _runtime(evaluation: Evaluation, runtime: str, key: str) -> Explanation:
    name = language_name(evaluation.catalog.model, runtime)
    needing = [
        f"{f.name} {f.runtimes[runtime]}" for f in evaluation.catalog.frameworks if runtime in f.runtimes
    ]
    short = [
        standing
        for standing in evaluation.standings
        if any(r.kind == "runtime" and r.id == runtime for r in standing.reasons)
    ]
    text = (
        "The version that you cannot leave, for example 3.11. Who needs a newer one is in only if confirmed."
    )
    entries = [said("", text)]
    if short:
        entries.append(said("needs newer", _names(short)))
    entries.append(said("needed by", names(needing, 14), MUTED))
    return _titled(f"{name} runtime", entries, key)


def _framework(evaluation: Evaluation, framework: Framework, key: str) -> Explanation:
    project = evaluation.session.project
    languages = ", ".join(language_name(evaluation.catalog.model, x) for x in framework.languages)
    entries = [_choices(EXPERIENCE, project.experience.get(framework.id)), _standing(evaluation, framework)]
    today = framework.id == project.current
    entries.append(said("t", "it runs today: staying is a candidate" if today else "says that it runs today"))
    if framework.id in project.excluded:
        reason = printable(project.excluded[framework.id])
        entries.append(said("x", f"takes it back in; left out: {reason}"))
    else:
        entries.append(said("x", "leaves it out, with a reason"))
    above = [f.name for f in evaluation.catalog.frameworks if framework.id in f.builds_on]
    if above:
        entries.append(said("helps with", f"{joined(above)}: experience counts half for what builds on it"))
    entries += _counting(evaluation.catalog.model, ExperienceFit)
    if framework.summary:
        entries.append(said("", printable(framework.summary), MUTED))
    return _titled(framework.name, entries, key, languages)


def _standing(evaluation: Evaluation, framework: Framework) -> Entry:
    standing = evaluation.standing(framework.id)
    if standing.rank is None:
        reasons = "; ".join(r.text for r in standing.reasons if r.status == "excluded")
        return said("out", printable(reasons))
    count = len(evaluation.candidates)
    conditional = "; ".join(r.text for r in standing.reasons)
    text = f"rank {standing.rank} of {count} with {standing.score * 100:.0f} points"
    return said("stands at", printable(text + (f", if confirmed: {conditional}" if conditional else "")))
