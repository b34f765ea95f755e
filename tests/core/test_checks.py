"""Answers that a catalog cannot use."""

from __future__ import annotations

import pytest

from fwwizard.core.checks import made_elsewhere, problems, refusals
from fwwizard.core.model import Requirement
from fwwizard.core.session import CatalogRef, FlagVerdict, MustLevel, Priorities, Project, Session
from tests.core.build import additive, framework, session

CATALOG = additive(
    {"django": [0.5, 0.5]},
    ["team", "budget"],
    requirements=[
        Requirement("auth", "Sign-in", capability="auth"),
        Requirement("many", "Many", attribute="team"),
    ],
)


@pytest.mark.parametrize(
    ("answers", "key", "message"),
    [
        (session([["tema"]]), "priorities.ranking", 'no factor "tema" in this catalog; did you mean "team"?'),
        (
            session([["team"], ["team"]]),
            "priorities.ranking",
            'factor "team" stands in the ranking more than once',
        ),
        (session(), "priorities.ranking", "at least one factor must be ranked"),
        (
            session(priorities=Priorities((("team",),), ignored=("team",))),
            "priorities.ignored",
            'factor "team" is ranked and ignored at once',
        ),
        (
            session(priorities=Priorities((("team",),), points={"team": -1.0})),
            "priorities.points.team",
            "-1 is no number of points from 0 to 1,000,000",
        ),
        (
            session(priorities=Priorities((("team",), ("budget",)), points={"team": 100.0})),
            "priorities.points",
            "swing points are needed for every ranked factor and no other",
        ),
        (
            session([["team"]], checklist={"auht": "must"}),
            "checklist.auht",
            'no requirement "auht" in this catalog; did you mean "auth"?',
        ),
        (
            session([["team"]], checklist={"auth": MustLevel("offical")}),
            "checklist.auth",
            '"offical" is no level of a must here; did you mean "official"?',
        ),
        (
            session([["team"]], project=Project(current="djang")),
            "project.current",
            'no framework "djang" in this catalog; did you mean "django"?',
        ),
        (
            session([["team"]], flags={"django": {"old": FlagVerdict("accept")}}),
            "flags.django.old",
            'no flag "old" in this catalog',
        ),
        (session([["team"]], targets={"team": 0.0}), "targets.team", "0.0 is no number above 0"),
        (
            session([["team"]], project=Project(concurrent_users=-1)),
            "project.concurrent_users",
            "-1 is no number of users",
        ),
    ],
)
def test_each_problem_names_its_key_and_what_may_be_meant(answers: Session, key: str, message: str) -> None:
    found = problems(CATALOG, answers)
    assert (found[0].key, found[0].message) == (key, message)
    assert len(found) == 1


def test_a_session_of_another_catalog_needs_one_factor_of_this_one() -> None:
    foreign = CatalogRef("1", "sha256:other")
    assert refusals(CATALOG, session([["gone"], ["team"]], catalog=foreign)) == []
    (problem,) = refusals(CATALOG, session([["gone"]], catalog=foreign))
    assert problem.message == "none of the ranked factors is in this catalog"


@pytest.mark.parametrize("level", ["abc", "", "nan", "inf"])
def test_a_must_in_numbers_names_a_number(level: str) -> None:
    (problem,) = problems(CATALOG, session([["team"]], checklist={"many": MustLevel(level)}))
    assert problem.key == "checklist.many"
    assert problems(CATALOG, session([["team"]], checklist={"many": MustLevel("0.5")})) == []
    (asks,) = problems(CATALOG, session([["team"]], checklist={"many": "must"}))
    assert '{ must = "0.5" }' in asks.message


def test_good_answers_have_no_problem() -> None:
    answers = session(
        [["team"]],
        project=Project(current="django", experience={"django": "tried"}),
        checklist={"auth": "must"},
        targets={"team": 1.0},
    )
    assert problems(CATALOG, answers) == []


def test_a_must_that_names_nothing_enough_asks_for_it() -> None:
    catalog = additive(
        {"a": [0.1]}, ["team"], requirements=[Requirement("m", "M", fact="x", levels={"hi": 1.0})]
    )
    found = problems(catalog, session([["team"]], checklist={"m": "must"}))
    assert [p.message for p in found] == ['a must here names what is enough, for example { must = "hi" }']


def test_a_session_of_another_catalog_is_known_by_its_digest() -> None:
    assert not made_elsewhere(CATALOG, session())
    assert made_elsewhere(CATALOG, session(catalog=CatalogRef("1", "sha256:other")))
    assert framework("a").id == "a"
