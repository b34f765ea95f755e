"""An accepted framework leads each decision, and no absurd one is among the first three."""

from __future__ import annotations

from functools import cache

import pytest

from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.model import Catalog
from fwwizard.core.session import Session
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from tests.catalog.expected_leaders import CHOICES, DECISIONS, Expected
from tests.choices import choices
from tests.decisions import decisions
from tests.scenes import payments

EXPECTED = {**DECISIONS, **CHOICES}


@cache
def catalog() -> Catalog:
    return load_catalog(shipped_catalog())


@cache
def sessions() -> dict[str, Session]:
    return {**decisions(catalog()), "pictures": payments(catalog(), "verdict"), **choices(catalog())}


@cache
def evaluation(name: str) -> Evaluation:
    return Evaluator(catalog()).evaluate(sessions()[name])


def test_every_decision_and_every_line_has_its_expectation() -> None:
    assert set(EXPECTED) == set(sessions())
    assert len(CHOICES) == 6


@pytest.mark.parametrize("name", EXPECTED)
def test_an_accepted_framework_leads(name: str) -> None:
    leader = evaluation(name).leader
    assert leader is not None
    assert leader.status == "passes"
    assert leader.framework in EXPECTED[name].accepted


@pytest.mark.parametrize("name", EXPECTED)
def test_no_absurd_framework_is_among_the_first_three(name: str) -> None:
    first = [standing.framework for standing in evaluation(name).candidates[:3]]
    assert len(first) == 3
    assert not set(first) & set(EXPECTED[name].absurd)


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items())
def test_expectations_name_frameworks_of_the_catalog_with_reasons(name: str, expected: Expected) -> None:
    known = {framework.id for framework in catalog().frameworks}
    assert expected.accepted
    assert len(expected.absurd) >= 5
    assert not set(expected.accepted) & set(expected.absurd)
    for framework, reason in [*expected.accepted.items(), *expected.absurd.items(), *expected.mended.items()]:
        assert framework in known
        assert len(reason.split()) >= 3, (name, framework)


def test_a_library_on_django_never_passes_django_and_django_ninja_for_a_site() -> None:
    """What the mended entry promises."""
    found = evaluation("full_stack")
    library = found.standing("djapy").score
    assert library < found.standing("django-ninja").score < found.standing("django").score
