"""What the card of each system of the articles shows, from the shipped catalog."""

from __future__ import annotations

import pytest

from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.figures import figures_of
from fwwizard.core.new_session import new_session
from fwwizard.report.framework import framework_text
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from fwwizard.tui.screens.card_pages import PAGES
from fwwizard.tui.widgets.passages import lines_of
from tests.catalog.test_shipped import OF_THE_ARTICLES
from tests.core.build import NOON

WIDTH = 400


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    catalog = load_catalog(shipped_catalog())
    return evaluate(catalog, new_session(catalog, "x", "x", NOON))


def words(evaluation: Evaluation, page: str, name: str) -> str:
    framework = evaluation.catalog.framework(name)
    assert framework is not None
    lines = lines_of(PAGES[page](evaluation, framework, WIDTH))
    return " ".join(" ".join(line.plain for line in lines).split())


@pytest.mark.parametrize("name", OF_THE_ARTICLES)
def test_strengths_watch_outs_best_for_and_claims(evaluation: Evaluation, name: str) -> None:
    framework = evaluation.catalog.framework(name)
    assert framework is not None
    text = words(evaluation, "Articles", name)
    for said in (framework.strengths, framework.watchouts, framework.best_for):
        assert said
        assert all(one in text for one in said)
    assert framework.claims
    for claim in framework.claims:
        assert claim.says in text
        assert claim.source.startswith("ref:article-")


@pytest.mark.parametrize("name", OF_THE_ARTICLES)
def test_figures_with_their_conditions_or_the_word_that_nobody_has_any(
    evaluation: Evaluation, name: str
) -> None:
    text = words(evaluation, "Figures", name)
    found = figures_of(evaluation.catalog.figures, name)
    if not found:
        assert "Nobody published figures" in text
    for figure_set, test, figure in found:
        assert figure_set.name in text
        assert figure_set.hardware in text
        assert f"{figure.value:,.6g} {test.unit}" in text


@pytest.mark.parametrize("name", OF_THE_ARTICLES)
def test_every_sign_with_its_state_and_a_sentence(evaluation: Evaluation, name: str) -> None:
    text = words(evaluation, "Flags", name)
    for rule in evaluation.catalog.model.flags:
        finding = evaluation.findings(name)[rule.id]
        assert f"{rule.name} " in text
        assert finding.state in text
        assert finding.sentence in text
        dated = any(c.isdigit() for c in finding.sentence)
        assert dated or finding.state == "unknown" or rule.id == "unclear_upgrade_path"


@pytest.mark.parametrize("name", OF_THE_ARTICLES)
def test_catalog_show_says_as_much(evaluation: Evaluation, name: str) -> None:
    framework = evaluation.catalog.framework(name)
    assert framework is not None
    text = framework_text(evaluation.catalog, framework)
    for one in (*framework.strengths, *framework.watchouts, *framework.best_for):
        assert one in text
    assert all(claim.says in text for claim in framework.claims)
    assert all(rule.name in text for rule in evaluation.catalog.model.flags)
    assert ("claims against measurements" in text) == (name in CONTRADICTED)


CONTRADICTED = {
    *("djapy", "spring-boot", "fiber", "gin", "micronaut", "nestjs"),
    *("fastapi", "flask", "laravel", "litestar"),
}
"""Of the articles' systems those whose claimed order every like-for-like set turns around."""
