"""The rows of the project: what is built, languages, load, runtimes, frameworks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from fwwizard.core.catalog import Framework
from fwwizard.core.cycles import KNOWLEDGE
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.languages import in_team_languages, runtimes_asked
from fwwizard.core.model import Model, Need
from fwwizard.core.session import Experience, Knowledge, Session
from fwwizard.core.wording import language_name
from fwwizard.errors import printable
from fwwizard.tui.widgets.marks import MUTED, column, own_mark, scale, tick
from fwwizard.tui.widgets.row_list import Row

OTHERS, USERS, MORE = "others", "users", "more"
"""Rows of which there is one."""
NAMES = 26
"""The column of names, mark included."""


def row_id(kind: str, of: str) -> str:
    """The id of a row about one of many."""
    return f"{kind}:{of}"


def kind_of(some_id: str) -> tuple[str, str]:
    """What kind of row an id names, and about what."""
    kind, _, of = some_id.partition(":")
    return kind, of


def project_rows(evaluation: Evaluation, show_all: bool) -> list[Row]:
    """All rows; frameworks of other languages only where `show_all` or answers about them exist."""
    model, session = evaluation.catalog.model, evaluation.session
    return [
        *_workload(model, session),
        *_languages(model, session),
        *_conditions(model, session),
        *_runtimes(evaluation),
        *_frameworks(evaluation, show_all),
    ]


def workload(model: Model) -> tuple[Need, ...]:
    """The needs that say what is being built: the first group of the model."""
    first = model.needs[0].group if model.needs else ""
    return tuple(need for need in model.needs if need.group == first)


def need_row(need: Need, session: Session) -> Row:
    """A need with its tick."""
    ticked = _ticked(need.name, need.id in session.project.needs)
    return Row(row_id("need", need.id), Content.assemble(ticked, own_mark(need.own)))


def _ticked(name: str, on: bool) -> Content:
    return Content.assemble(tick(on), " ", (printable(name), "" if on else MUTED))


def heading(text: str, right: str = "") -> Row:
    """The heading of a group."""
    return Row(
        "", Content(printable(text)), heading=True, right=Content.styled(right, MUTED) if right else None
    )


def _workload(model: Model, session: Session) -> Iterator[Row]:
    needs = workload(model)
    if needs:
        yield heading(needs[0].group or "What you are building")
        yield from (need_row(need, session) for need in needs)


def _languages(model: Model, session: Session) -> Iterator[Row]:
    yield heading("Languages the team writes")
    for language in model.languages:
        known = session.project.languages.get(language.id)
        content = Content.assemble(column(_name(language.name, known), NAMES), knowledge_mark(known))
        yield Row(row_id("language", language.id), content)
    excluded = session.project.other_languages == "exclude" and session.project.languages
    word = "left out" if excluded else "considered"
    yield Row(OTHERS, Content.assemble(column("  Other languages", NAMES), (word, "" if excluded else MUTED)))


def _name(name: str, answered: object) -> Content:
    return Content.styled(f"  {printable(name)}", "" if answered else MUTED)


def knowledge_mark(known: Knowledge | None) -> Content:
    """How well a language is known, as a scale and a word."""
    if known is None:
        return Content.styled("–", MUTED)
    filled = len(KNOWLEDGE) - KNOWLEDGE.index(known)
    return Content.assemble(scale(filled, len(KNOWLEDGE) - 1), f" {known}")


def experience_mark(known: Experience | None) -> Content:
    """What was done with a framework, as a scale and a word."""
    if known is None:
        return Content.styled("–", MUTED)
    return Content.assemble(scale(2 if known == "production" else 1, 2), f" {known}")


def _conditions(model: Model, session: Session) -> Iterator[Row]:
    yield heading("Load and conditions")
    users = session.project.concurrent_users
    shown = f"{users:,}" if users is not None else "not known"
    content = Content.assemble(
        column(_name("Users at once", users is not None), NAMES), (shown, "" if users is not None else MUTED)
    )
    yield Row(USERS, content)
    for condition in model.conditions:
        on = condition.id in session.project.conditions
        yield Row(row_id("condition", condition.id), _ticked(condition.name, on))


def _runtimes(evaluation: Evaluation) -> Iterator[Row]:
    asked, given = runtimes_asked(evaluation), evaluation.session.project.runtimes
    if not asked:
        return
    yield heading("Runtimes you must run on")
    for runtime in asked:
        version = given.get(runtime, "")
        name = language_name(evaluation.catalog.model, runtime)
        content = Content.assemble(
            column(_name(name, version), NAMES),
            (printable(version) or "any version", "" if version else MUTED),
        )
        yield Row(row_id("runtime", runtime), content)


def _frameworks(evaluation: Evaluation, show_all: bool) -> Iterator[Row]:
    session = evaluation.session
    everything = sorted(evaluation.catalog.frameworks, key=lambda f: (f.name.casefold(), f.id))
    shown = [f for f in everything if show_all or is_of_interest(session, f)]
    yield heading("Frameworks you know, run today, or leave out")
    yield from (_framework(evaluation, framework) for framework in shown)
    hidden = len(everything) - len(shown)
    if hidden or show_all:
        text = f"  … {hidden} more in other languages" if hidden else "  … only those of your languages"
        yield Row(MORE, Content.styled(text, MUTED))


def is_of_interest(session: Session, framework: Framework) -> bool:
    """Whether a framework is shown without asking: of the team's languages, or answered already."""
    project = session.project
    answered = framework.id in {project.current, *project.experience, *project.excluded}
    return answered or in_team_languages(session, framework)


def _framework(evaluation: Evaluation, framework: Framework) -> Row:
    project = evaluation.session.project
    known = project.experience.get(framework.id)
    out = framework.id in project.excluded
    today = framework.id == project.current
    parts = [column(_name(framework.name, known or today), NAMES), column(experience_mark(known), 14)]
    if today:
        parts.append(Content.styled("◆ runs today", "bold $text-accent"))
    if out:
        reason = printable(project.excluded[framework.id])
        parts.append(Content.styled("  ✕ left out" + (f": {reason}" if reason else ""), "$text-warning"))
    languages = ", ".join(language_name(evaluation.catalog.model, x) for x in framework.languages)
    return Row(
        row_id("framework", framework.id),
        Content.assemble(*parts),
        right=None if out else Content.styled(printable(languages), MUTED),
    )
