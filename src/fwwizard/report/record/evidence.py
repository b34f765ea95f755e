"""What the comparison rests on: for each matter what both options have, and the numbered sources."""

from __future__ import annotations

from datetime import date

from fwwizard.core.catalog import FigureSet, Framework
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.evidence import Backing
from fwwizard.core.explanation import AttributeDifference, explain
from fwwizard.core.sources import address
from fwwizard.report.record.decision import Ground, Source

_LINKS = ("http://", "https://")


class Sources:
    """The sources in the order in which they are cited, each once."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._catalog = evaluation.catalog
        self._found: dict[tuple[str, str, str], Source] = {}
        self.figures = False
        """Whether published figures are among them."""

    @property
    def listed(self) -> tuple[Source, ...]:
        """All that were cited."""
        return tuple(self._found.values())

    def cite(self, source: str, framework: Framework, day: date | None) -> tuple[int, ...]:
        """The numbers of a source, or of several sets of figures; none where it is empty."""
        if not source:
            return ()
        sets = {figures.id: figures for figures in self._catalog.figures}
        parts = source.split(", ")
        if all(part in sets for part in parts):
            return tuple(self._of_set(sets[part]) for part in parts)
        # A source in words is no path in a repository.
        known = source if " " in source else address(source, framework, self._catalog.model)
        reference = source.removeprefix("ref:")
        title = next((s.title for s in self._catalog.model.sources if s.id == reference), "")
        if known.startswith(_LINKS):
            return (self._number(title, known, str(day or "")),)
        return (self._number(title or known, "", str(day or "")),)

    def _of_set(self, figures: FigureSet) -> int:
        self.figures = True
        link = figures.source if figures.source.startswith(_LINKS) else ""
        title = figures.name if link or not figures.source else f"{figures.name}: {figures.source}"
        return self._number(title, link, str(figures.run_date or ""))

    def _number(self, title: str, link: str, day: str) -> int:
        key = (title, link, day)
        if key not in self._found:
            self._found[key] = Source(len(self._found) + 1, title, link, day)
        return self._found[key].number


def grounds(
    evaluation: Evaluation, chosen: Standing, rival: Standing | None, sources: Sources
) -> tuple[Ground, ...]:
    """What the checklist and every attribute rest on, for the chosen option and its rival."""
    return (*_asked(evaluation, chosen, rival, sources), *_attributes(evaluation, chosen, rival, sources))


def _asked(
    evaluation: Evaluation, chosen: Standing, rival: Standing | None, sources: Sources
) -> list[Ground]:
    """What both have of what the checklist asks for."""
    rows = []
    pair = [evaluation.catalog.framework(s.framework) for s in (chosen, rival) if s is not None]
    known = [framework for framework in pair if framework is not None]
    for requirement in evaluation.catalog.model.requirements:
        if requirement.id not in evaluation.session.checklist or not requirement.capability:
            continue
        texts: list[str] = []
        numbers: list[int] = []
        bases: list[str] = []
        for framework in known:
            has = framework.capability(requirement.capability)
            texts.append(f"{has.level}: {has.how}" if has.how else str(has.level))
            numbers += sources.cite(has.source, framework, framework.day_of(has))
            bases.append(has.basis if has.level != "unknown" else "unknown")
        rows.append(_ground(requirement.name, texts, bases, numbers))
    return rows


def _attributes(
    evaluation: Evaluation, chosen: Standing, rival: Standing | None, sources: Sources
) -> list[Ground]:
    # Compared with itself, an option without a rival still shows what it rests on.
    other = rival or chosen
    found = explain(evaluation, chosen.framework, other.framework)
    names = (chosen.framework, other.framework) if rival is not None else (chosen.framework,)
    frameworks = [evaluation.catalog.framework(name) for name in names]
    return [
        _attribute(difference, [f for f in frameworks if f is not None], sources)
        for factor in found.factors
        for difference in factor.attributes
    ]


def _attribute(difference: AttributeDifference, frameworks: list[Framework], sources: Sources) -> Ground:
    backings: list[Backing] = [difference.a, difference.b][: len(frameworks)]
    numbers: list[int] = []
    for one, framework in zip(backings, frameworks, strict=True):
        numbers += sources.cite(one.source, framework, one.as_of)
    texts, bases = [one.text for one in backings], [one.ground for one in backings]
    return _ground(difference.attribute.title, texts, list(bases), numbers)


def _ground(about: str, texts: list[str], bases: list[str], numbers: list[int]) -> Ground:
    theirs = texts[1] if len(texts) > 1 else ""
    basis = ", ".join(dict.fromkeys(_BASES.get(basis, basis) for basis in bases))
    return Ground(about, texts[0], theirs, basis, tuple(dict.fromkeys(numbers)))


_BASES = {"said": "the team's answer", "unknown": "not known"}
