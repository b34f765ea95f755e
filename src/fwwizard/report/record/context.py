"""What the team said: the project, the drivers, the checklist."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.gates import default_level
from fwwizard.core.model import Model
from fwwizard.core.session import Knowledge, Session, must_level
from fwwizard.core.wording import language_name
from fwwizard.report.record.decision import Driver, Labeled
from fwwizard.report.record.words import amount

_KNOWLEDGE: dict[Knowledge, str] = {
    "expert": "expert",
    "working": "working knowledge",
    "learning": "learning it",
    "open": "would take it up",
}


def question(evaluation: Evaluation) -> str:
    """What is to be decided."""
    count, title = len(evaluation.catalog.frameworks), evaluation.catalog.model.title
    of = f"of the catalog “{title}”" if title else "of the catalog"
    if count == 1:
        return f"Does the one option {of} fit {evaluation.session.name}?"
    return f"Which of the {count} options {of} fits {evaluation.session.name} best?"


def context(evaluation: Evaluation) -> tuple[Labeled, ...]:
    """The project in the team's answers; what was not answered is left out."""
    session, model = evaluation.session, evaluation.catalog.model
    project = session.project
    names = {framework.id: framework.name for framework in evaluation.catalog.frameworks}
    needs = [need.name for need in model.needs if need.id in project.needs]
    conditions = [c.name for c in model.conditions if c.id in project.conditions]
    experience = [
        f"{names.get(framework, framework)} ({'in production' if word == 'production' else 'tried'})"
        for framework, word in project.experience.items()
    ]
    said = {
        "Needs": "; ".join(needs),
        "Conditions": "; ".join(conditions),
        "People at once": f"{project.concurrent_users:,}" if project.concurrent_users is not None else "",
        "Runs today": names.get(project.current, project.current),
        "Languages": _languages(model, session),
        "Experience": ", ".join(experience),
        "Must run on": ", ".join(
            f"{language_name(model, runtime)} {version}" for runtime, version in project.runtimes.items()
        ),
    }
    return tuple(Labeled(label, text) for label, text in said.items() if text)


def _languages(model: Model, session: Session) -> str:
    project = session.project
    known = [
        f"{language_name(model, language)} ({_KNOWLEDGE[knowledge]})"
        for language, knowledge in project.languages.items()
    ]
    if not known:
        return ""
    others = "considered too" if project.other_languages == "consider" else "not considered"
    return f"{', '.join(known)}; other languages are {others}"


def drivers(evaluation: Evaluation) -> tuple[Driver, ...]:
    """The ranked factors with their weights, the most important first."""
    factors = {factor.id: factor for factor in evaluation.catalog.model.factors}
    found: list[Driver] = []
    for group in evaluation.ranking:
        rank = len(found) + 1
        found += [
            Driver(rank, factor, factors[factor].name, evaluation.weights[factor], factors[factor].best)
            for factor in group
        ]
    return tuple(found)


def ignored(evaluation: Evaluation) -> tuple[str, ...]:
    """The factors that the team left out of the ranking."""
    return tuple(f.name for f in evaluation.catalog.model.factors if f.id not in evaluation.weights)


def wishes(evaluation: Evaluation) -> tuple[Labeled, ...]:
    """Musts, wants and figures that are enough."""
    session, model = evaluation.session, evaluation.catalog.model
    musts, wants = [], []
    for requirement in model.requirements:
        wish = session.checklist.get(requirement.id)
        level = must_level(wish, default_level(requirement))
        if level is not None:
            musts.append(f"{requirement.name} (at least {level})" if level else requirement.name)
        elif wish == "want":
            wants.append(requirement.name)
    targets = [
        f"{attribute.title} {amount(session.targets[attribute.id], attribute.unit)}"
        for attribute in model.attributes
        if attribute.id in session.targets
    ]
    unasked = [] if musts or wants else [wish.name for wish in evaluation.assessment.usage.wishes]
    said = {
        "Must": "; ".join(musts),
        "Want": "; ".join(wants),
        "Nothing was asked for, so these count": "; ".join(unasked),
        "Target": "; ".join(targets),
    }
    return tuple(Labeled(label, text) for label, text in said.items() if text)
