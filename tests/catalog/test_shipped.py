"""The shipped catalog: sound, complete, and every system of the articles ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fwwizard.core.audit import audit
from fwwizard.core.evaluation import Evaluator
from fwwizard.core.figures import positions
from fwwizard.core.model import Catalog
from fwwizard.core.new_session import new_session
from fwwizard.core.sources import address
from fwwizard.core.value_functions import Figures
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from tests.core.build import NOON

ROOT = Path(__file__).parents[2]

OF_THE_ARTICLES = [
    *("django", "djapy", "spring-boot", "laravel", "litestar", "fastapi", "starlette", "micronaut"),
    *("chalice", "rocket", "nestjs", "fiber", "gin", "flask", "pyramid", "tornado", "sanic"),
    *("aiohttp", "bottle", "cherrypy"),
]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(shipped_catalog())


def test_a_checkout_uses_its_own_data() -> None:
    assert shipped_catalog() == ROOT / "data"


def test_it_is_sound(catalog: Catalog) -> None:
    assert list(audit(catalog)) == []


def test_the_systems_of_the_articles_are_there_with_claims_and_rank(catalog: Catalog) -> None:
    session = new_session(catalog, "x", "x", NOON)
    evaluation = Evaluator(catalog).evaluate(session)
    assert len(OF_THE_ARTICLES) == 20
    assert len(catalog.frameworks) == 32
    for name in OF_THE_ARTICLES:
        framework = catalog.framework(name)
        assert framework is not None
        assert framework.claims
        assert framework.strengths
        assert framework.watchouts
        assert framework.best_for
        assert 0 < evaluation.standing(name).score < 1


@pytest.mark.parametrize(
    ("category", "members"),
    [
        ("traditional", ["django", "djapy", "spring-boot", "laravel"]),
        ("asgi", ["litestar", "fastapi"]),
        ("cloud-native", ["nestjs", "fiber"]),
        ("serverless", ["micronaut", "chalice", "rocket"]),
    ],
)
def test_categories_are_those_of_the_articles(catalog: Catalog, category: str, members: list[str]) -> None:
    for name in members:
        framework = catalog.framework(name)
        assert framework is not None
        assert category in framework.categories


def test_every_source_leads_somewhere(catalog: Catalog) -> None:
    for framework in catalog.frameworks:
        stated = [fact.source for fact in framework.facts.values()]
        stated += [capability.source for capability in framework.capabilities.values()]
        for source in filter(None, stated):
            found = address(source, framework, catalog.model)
            known = found.startswith(("https://", "http://", "pkg:"))
            assert known or found in {s.title for s in catalog.model.sources}, (framework.id, source)


def test_the_range_of_a_runtime_class_holds_everyone_measured_in_it(catalog: Catalog) -> None:
    tried = 0
    for function in _figure_functions(catalog):
        found = positions(catalog.figures, function.measure)
        for name, places in found.items():
            framework = catalog.framework(name)
            assert framework is not None
            runtime_class = framework.fact(function.fallback_fact).word
            if runtime_class is not None and runtime_class in function.fallback:
                low, high = function.fallback[runtime_class]
                assert low - 0.01 <= places.mid <= high + 0.01, (function.measure, name)
                tried += 1
    assert tried > 60


def _figure_functions(catalog: Catalog) -> Iterator[Figures]:
    functions = [a.value for a in catalog.model.attributes]
    functions += [e.value for need in catalog.model.needs for e in need.evidence]
    for function in functions:
        if isinstance(function, Figures) and function.fallback:
            yield function


def test_keep_alive_and_no_keep_alive_are_never_mixed(catalog: Catalog) -> None:
    """FastAPI against Django is 11.5 times with connections kept, 1.03 times without: two sets."""
    ratios = {}
    for figures in catalog.figures:
        if figures.id.startswith("the-benchmarker"):
            test = next(t for t in figures.tests if t.measure == "request_capacity" and t.concurrency == 64)
            values = {f.framework: f.value for f in figures.figures if f.test == test.id}
            ratios[test.keep_alive] = values["fastapi"] / values["django"]
    assert ratios[True] == pytest.approx(11.5, abs=0.1)
    assert ratios[False] == pytest.approx(1.03, abs=0.01)


def test_claims_of_the_articles_are_shown_and_not_scored(catalog: Catalog) -> None:
    tables = [figures for figures in catalog.figures if figures.id.startswith("article-")]
    assert len(tables) == 3
    assert not any(figures.scored for figures in tables)


def test_flags_do_not_punish_the_well_kept(catalog: Catalog) -> None:
    session = new_session(catalog, "x", "x", NOON)
    evaluation = Evaluator(catalog).evaluate(session)
    django = evaluation.findings("django")
    assert {finding.state for finding in django.values()} == {"clear"}
    assert re.search(r"^0 unpatched of 53 flaws", django["poor_security"].sentence)
    flask = evaluation.findings("flask")["limited_community"]
    assert flask.state == "watch", flask.sentence


def test_no_name_of_a_framework_or_factor_stands_in_the_source() -> None:
    """Adding a framework, factor, need or flag edits data alone."""
    names = {path.stem for path in (ROOT / "data" / "frameworks").glob("*.toml")}
    names -= {"express", "tornado", "phoenix", "bottle", "rocket", "gin", "flask", "rails", "fiber", "quart"}
    names |= {"time_to_market", "scalability", "future"}
    for path in (ROOT / "src").rglob("*.py"):
        code = re.sub(r'"""[\s\S]*?"""|#[^\n]*', "", path.read_text())
        found = {n for n in names if re.search(rf"[\"']{re.escape(n)}[\"']", code)}
        assert not found, (path, found)
