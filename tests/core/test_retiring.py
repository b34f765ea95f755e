"""Answers about ids that a catalog lacks: kept under their path, and back when the ids return."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.checks import problems, refusals
from fwwizard.core.dotted import joined, split
from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Attribute, Catalog, Factor, FlagRule, Model, Named, Need, Requirement
from fwwizard.core.plan import Plan, PlanNumber
from fwwizard.core.restoring import restore
from fwwizard.core.retiring import retire
from fwwizard.core.session import (
    CatalogRef,
    Decision,
    FlagVerdict,
    MustLevel,
    Priorities,
    Project,
    ProofOfConcept,
    Session,
)
from fwwizard.core.value_functions import Direct
from tests.core.build import session

IDS = ["a", "b", "c", 'd."e"', "f\\"]


def catalog_of(ids: list[str]) -> Catalog:
    """A catalog in which every kind of thing has these ids; only `a` always is a factor."""
    model = Model(
        1,
        f"of {len(ids)}",
        tuple(Factor(i, i) for i in dict.fromkeys(["a", *ids])),
        tuple(Attribute(i, i, Direct()) for i in dict.fromkeys(["a", *ids])),
        requirements=tuple(
            Requirement(i, i, capability=i) if i < "c" else Requirement(i, i, fact=i, levels={"hi": 1.0})
            for i in ids
        ),
        needs=tuple(Need(i, i) for i in ids),
        flags=tuple(FlagRule(i, i) for i in ids),
        languages=tuple(Named(i, i) for i in ids),
        conditions=tuple(Named(i, i) for i in ids),
    )
    frameworks = tuple(Framework(i, i, runtimes=dict.fromkeys(ids, "1"), facts={i: Fact(0.5)}) for i in ids)
    plan = Plan(1, (), numbers=tuple(PlanNumber(i, i) for i in ids))
    return Catalog(model, frameworks, digest=f"sha256:{'-'.join(ids)}", plan=plan)


WHOLE = catalog_of(IDS)
some_ids = st.lists(st.sampled_from(IDS), unique=True)
tables = st.dictionaries(st.sampled_from(IDS), st.text(max_size=3), max_size=4)


@st.composite
def rankings(draw: st.DrawFn) -> Priorities:
    order = draw(st.permutations(IDS))
    cuts = draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))
    groups: list[tuple[str, ...]] = []
    for factor, new in zip(order, cuts, strict=True):
        if new or not groups:
            groups.append((factor,))
        else:
            groups[-1] = (*groups[-1], factor)
    below = draw(st.integers(0, len(groups) - 1))
    ranked, ignored = groups[: len(groups) - below], groups[len(groups) - below :]
    factors = [f for group in ranked for f in group]
    points = draw(
        st.none()
        | st.fixed_dictionaries(dict.fromkeys(factors, st.integers(0, 100).map(float))).filter(
            lambda given: any(given.values())
        )
    )
    return Priorities(tuple(ranked), True, tuple(f for group in ignored for f in group), points)


verdicts = st.builds(
    FlagVerdict,
    st.sampled_from(["accept", "concern", "rule-out"]),
    st.sampled_from(["minor", "major"]),
    st.text(max_size=3),
)


@st.composite
def answered(draw: st.DrawFn) -> Session:
    """Everything that can be said of the whole catalog."""
    wish = {
        i: draw(
            st.sampled_from(["must", "want", MustLevel("official")] if i < "c" else ["want", MustLevel("hi")])
        )
        for i in draw(some_ids)
    }
    return session(
        catalog=CatalogRef("whole", WHOLE.digest),
        priorities=draw(rankings()),
        project=Project(
            current=draw(st.sampled_from(["", *IDS])),
            languages=draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(["expert", "open"]))),
            experience=draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(["production", "tried"]))),
            needs=tuple(draw(some_ids)),
            conditions=tuple(draw(some_ids)),
            runtimes=draw(tables),
            excluded=draw(tables),
        ),
        checklist=wish,
        targets=draw(st.dictionaries(st.sampled_from(IDS), st.floats(0.1, 100))),
        flags=draw(
            st.dictionaries(
                st.sampled_from(IDS), st.dictionaries(st.sampled_from(IDS), verdicts, min_size=1), max_size=3
            )
        ),
        decision=Decision(chosen=draw(st.sampled_from(["", *IDS])), notes="kept"),
        poc=ProofOfConcept(
            owners=draw(tables),
            numbers=draw(st.dictionaries(st.sampled_from(IDS), st.floats(0, 100))),
        ),
    )


def orderless(of: Session) -> Session:
    """The same answers, lists that mean sets sorted."""
    priorities, project = of.priorities, of.project
    return replace(
        of,
        priorities=replace(
            priorities,
            ranking=tuple(tuple(sorted(group)) for group in priorities.ranking),
            ignored=tuple(sorted(priorities.ignored)),
        ),
        project=replace(
            project, needs=tuple(sorted(project.needs)), conditions=tuple(sorted(project.conditions))
        ),
    )


@given(answered(), some_ids)
def test_what_is_retired_comes_back_as_it_was(answers: Session, left: list[str]) -> None:
    assume(any(f in {"a", *left} for group in answers.priorities.ranking for f in group))
    smaller = catalog_of(sorted(left))
    without = retire(smaller, answers)
    assert not [p for p in problems(smaller, without) if p.unknown_id]
    assert refusals(smaller, without) == []
    assert orderless(restore(WHOLE, without)) == orderless(answers)


@given(answered(), some_ids, some_ids)
def test_no_answer_is_lost_on_the_way_through_many_catalogs(
    answers: Session, first: list[str], second: list[str]
) -> None:
    """Every text that the person typed is either in force or among the retired."""
    now = answers
    for left in (first, second, IDS):
        assume(any(f in {"a", *left} for group in now.priorities.ranking for f in group))
        catalog = catalog_of(sorted(left))
        now = restore(catalog, retire(catalog, now))
        assert refusals(catalog, now) == []
    assert now.retired == {}
    assert now.project.excluded == answers.project.excluded
    assert now.checklist == answers.checklist
    assert now.flags == answers.flags
    assert set(now.project.needs) == set(answers.project.needs)
    assert now.decision == answers.decision
    assert now.poc == answers.poc


@given(answered(), some_ids)
def test_ids_that_the_catalog_lacks_are_ignored_before_it_is_accepted(
    answers: Session, left: list[str]
) -> None:
    smaller = catalog_of(sorted(left))
    assume(not refusals(smaller, answers))
    accepted = replace(retire(smaller, answers), catalog=CatalogRef("smaller", smaller.digest))
    assert evaluate(smaller, answers).standings == evaluate(smaller, accepted).standings


def test_the_paths_are_those_of_the_file() -> None:
    answers = session(
        [["team"], ["gone", "a"]],
        project=Project(current="flask", needs=("api",), excluded={"flask": "why"}),
        checklist={"auth": MustLevel("official"), "docs": "want"},
        flags={"flask": {"old": FlagVerdict("concern", "major", "we know")}},
        decision=Decision(chosen="flask"),
    )
    catalog = Catalog(Model(1, "x", (Factor("team", "T"), Factor("a", "A")), ()), ())
    assert retire(catalog, answers).retired == {
        "priorities.ranking.gone.place": 2,
        "priorities.ranking.gone.with": "a",
        "project.current.flask": True,
        "project.needs.api": True,
        "project.excluded.flask": "why",
        "checklist.auth.must": "official",
        "checklist.docs": "want",
        "flags.flask.old.verdict": "concern",
        "flags.flask.old.severity": "major",
        "flags.flask.old.reason": "we know",
        "decision.chosen.flask": True,
    }


def test_what_was_said_since_is_newer_and_nothing_is_dropped() -> None:
    retired = {"project.current.b": True, "checklist.a": "must", "project.excluded.a": "old reason"}
    answers = session(
        [["a"]],
        project=Project(current="c", excluded={"a": "new reason"}),
        checklist={"a": "want"},
        retired=retired,
    )
    after = restore(WHOLE, answers)
    assert after.project == answers.project
    assert after.checklist == answers.checklist
    assert after.retired == retired


@pytest.mark.parametrize(
    "retired",
    [
        {"": "x"},
        {"nowhere": 1},
        {"project": True},
        {"project.languages.a": "fluent"},
        {"project.languages.a": 7},
        {"priorities.ranking.b.place": "first"},
        {"priorities.ranking.b": 1},
        {"priorities.points.b": 5.0},
        {"checklist.a": "perhaps"},
        {"checklist.a.must.more": "x"},
        {"checklist.d": "must"},
        {"targets.a": True},
        {"targets.a": -1.0},
        {"flags.a.b.verdict": "concern"},
        {"flags.a": "concern"},
        {"decision.chosen.zzz": True},
        {"poc.owners.a": 3},
        {'"': "x"},
        {"a..b": "x"},
    ],
)
def test_what_no_answer_can_be_stays_as_it_is(retired: dict[str, Any]) -> None:
    answers = session([["a"]], retired=retired)
    assert restore(WHOLE, answers) == answers


@given(st.lists(st.text(max_size=5), min_size=1, max_size=4))
def test_a_dotted_key_is_taken_apart_again(parts: list[str]) -> None:
    assert split(joined(parts)) == tuple(parts)


def test_points_of_zero_alone_leave_the_ranking_to_decide() -> None:
    answers = session(
        priorities=Priorities((("gone",), ("a",)), True, points={"gone": 100.0, "a": 0.0}),
        catalog=CatalogRef("x", "sha256:other"),
    )
    assert evaluate(WHOLE, answers).weights == {"a": 1.0}
