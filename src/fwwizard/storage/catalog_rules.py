"""What the types cannot say of a catalog: that ids lead somewhere and numbers lie where they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from fwwizard.core.catalog import FigureSet, Framework
from fwwizard.core.columns import columns_of
from fwwizard.core.model import Catalog, Model
from fwwizard.core.value_functions import Direct, LearningCurve, Linear, Log, Piecewise
from fwwizard.storage.advice_checks import advice_flaws
from fwwizard.storage.flaws import Flaw, unknown
from fwwizard.storage.model_rules import model_flaws
from fwwizard.storage.plans import plan_flaws
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.value_rules import end_flaws


def catalog_flaws(catalog: Catalog) -> Iterator[Flaw]:
    """Everything that is wrong with a catalog: the rules, the facts, the figures, the advice."""
    yield from model_flaws(catalog.model)
    if catalog.plan is not None:
        yield from plan_flaws(catalog.plan, catalog.model)
    frameworks = [framework.id for framework in catalog.frameworks]
    for framework in catalog.frameworks:
        yield from _framework_flaws(framework, catalog.model, frameworks)
    for figures in catalog.figures:
        yield from _figure_flaws(figures, frameworks)
    ids = [column.id for column in columns_of(catalog)]
    for index, column in enumerate(catalog.model.columns):
        if column not in ids:
            yield Flaw("model.toml", "", ("columns", index), *unknown("column", column, ids))
    yield from advice_flaws(catalog)


def _framework_flaws(framework: Framework, model: Model, frameworks: list[str]) -> Iterator[Flaw]:
    def flaw(path: KeyPath, message: str, hint: str = "") -> Flaw:
        return Flaw("frameworks", framework.id, path, message, hint)

    known = {
        "languages": ("language", framework.languages, [language.id for language in model.languages]),
        "categories": ("category", framework.categories, [category.id for category in model.categories]),
        "builds_on": ("framework", framework.builds_on, frameworks),
    }
    for key, (what, given, ids) in known.items():
        for index, one in enumerate(given):
            if ids and one not in ids:
                yield flaw((key, index), *unknown(what, one, ids))
    for fact_id, fact in framework.facts.items():
        at: KeyPath = ("facts", fact_id)
        if (fact.low is None) != (fact.high is None):
            yield flaw(at, "an interval needs both low and high")
        elif fact.low is not None and fact.high is not None and fact.low > fact.high:
            yield flaw((*at, "low"), "must not be greater than high")
        if fact.value is not None and fact.low is not None:
            yield flaw((*at, "value"), "must not stand beside an interval")
    yield from _number_flaws(framework, model)
    yield from _source_flaws(framework, model)


def _number_flaws(framework: Framework, model: Model) -> Iterator[Flaw]:
    """Facts that must be numbers and are none, or are values themselves and lie outside of [0, 1]."""
    for attribute in model.attributes:
        if not isinstance(attribute.value, _OF_NUMBERS):
            continue
        fact, at = framework.fact(attribute.fact_id), ("facts", attribute.fact_id)
        if fact.known and fact.number is None:
            message = f"must be a number, which {attribute.id} reads"
            yield Flaw("frameworks", framework.id, at, message, 'or say "unknown"')
        elif isinstance(attribute.value, Direct):
            for key, number in (("value", fact.number), ("low", fact.low), ("high", fact.high)):
                if number is not None and not 0 <= number <= 1:
                    where: KeyPath = at if key == "value" else (*at, key)
                    message = f"must be between 0 and 1, not {number:g}: {attribute.id} takes it as its value"
                    yield Flaw("frameworks", framework.id, where, message, "")


_OF_NUMBERS = (Direct, Linear, Log, Piecewise, LearningCurve)
"""The value functions that read numbers alone."""


def _source_flaws(framework: Framework, model: Model) -> Iterator[Flaw]:
    ids = [source.id for source in model.sources]
    places: Iterable[tuple[KeyPath, str]] = chain(
        ((("facts", key, "source"), fact.source) for key, fact in framework.facts.items()),
        ((("capabilities", key, "source"), known.source) for key, known in framework.capabilities.items()),
        ((("claims", index, "source"), claim.source) for index, claim in enumerate(framework.claims)),
    )
    for path, source in places:
        reference = source.removeprefix("ref:")
        if reference != source and reference not in ids:
            yield Flaw("frameworks", framework.id, path, *unknown("source", reference, ids))


def _figure_flaws(figures: FigureSet, frameworks: list[str]) -> Iterator[Flaw]:
    def flaw(path: KeyPath, message: str, hint: str = "") -> Flaw:
        return Flaw("figures", figures.id, path, message, hint)

    tests = [test.id for test in figures.tests]
    for index, test in enumerate(figures.tests):
        if tests.index(test.id) != index:
            yield flaw(("tests", index, "id"), f'"{test.id}" stands there more than once')
        for path, message in end_flaws(test.worst, test.best, positive=True):
            yield flaw(("tests", index, *path), message)
    for index, figure in enumerate(figures.figures):
        at: KeyPath = ("figures", index)
        if figure.framework not in frameworks:
            yield flaw((*at, "framework"), *unknown("framework", figure.framework, frameworks))
        if figure.test not in tests:
            yield flaw((*at, "test"), *unknown("test", figure.test, tests))
        if figure.value <= 0:
            yield flaw((*at, "value"), "must be greater than 0")
