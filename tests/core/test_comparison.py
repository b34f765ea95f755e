"""Two sessions side by side: answers, moves, causes, gates, facts."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from itertools import permutations
from math import factorial, fsum
from typing import Any

import pytest
from hypothesis import given, settings

from fwwizard.core.answer_words import Words
from fwwizard.core.answers import answers
from fwwizard.core.assessment import concern_points
from fwwizard.core.attribution import CATALOG, attribute
from fwwizard.core.catalog import Capability, Fact
from fwwizard.core.checks import problems
from fwwizard.core.comparison import Comparison, Move
from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.mixing import PRIORITIES, Path, mixed
from fwwizard.core.model import Catalog, Factor
from fwwizard.core.scoring import Scorer
from fwwizard.core.session import (
    Decision,
    FlagVerdict,
    MustLevel,
    Priorities,
    Project,
    ProofOfConcept,
    Session,
)
from tests.catalogs import invented
from tests.core.answered import answered
from tests.core.build import session

EVALUATOR = Evaluator(invented())
RANKED = (("team",), ("time_to_market",), ("performance",), ("future",))


def compared(a: Session, b: Session, other: Catalog | None = None) -> Comparison:
    theirs = EVALUATOR if other is None else Evaluator(other)
    return Comparison(EVALUATOR.evaluate(a), theirs.evaluate(b))


def move_of(comparison: Comparison, framework: str) -> Move:
    return next(move for move in comparison.moves if move.framework == framework)


def base(**more: Any) -> Session:
    return session(RANKED, **more)


# ── the parts sum to the whole ───────────────────────────────────────────────


@settings(max_examples=25)
@given(answered(), answered())
def test_causes_sum_to_the_difference_of_every_score(a: Session, b: Session) -> None:
    comparison = compared(a, b)
    for move in comparison.moves:
        assert move.difference is not None
        assert fsum(cause.amount for cause in move.causes) == pytest.approx(move.difference, abs=1e-9)


@settings(max_examples=20)
@given(answered(), answered())
def test_swapping_the_sides_turns_every_sign(a: Session, b: Session) -> None:
    comparison = compared(a, b)
    if comparison.attribution.orders:
        return
    back = comparison.swapped()
    for move in comparison.moves:
        theirs = {c.key: -c.amount for c in move_of(back, move.framework).causes}
        assert theirs == pytest.approx({c.key: c.amount for c in move.causes}, abs=1e-12)


@settings(max_examples=15)
@given(answered(), answered())
def test_causes_are_those_of_the_definition(a: Session, b: Session) -> None:
    """Every order of the differing answers, each session on the way evaluated whole."""
    all_differing = answers(a, b, Words(invented()))
    differing = [answer for answer in all_differing if answer.differs][:4]
    b = mixed(a, b, {answer.path for answer in differing})
    found = attribute(EVALUATOR.evaluate(a), EVALUATOR.evaluate(b), differing)
    kept: dict[frozenset[Path], Evaluation] = {}

    def score(taken: frozenset[Path], framework: str) -> float:
        if taken not in kept:
            kept[taken] = EVALUATOR.evaluate(mixed(a, b, taken))
        return kept[taken].standing(framework).score

    for framework in ("oak", "birch", "willow"):
        added = {answer.key: 0.0 for answer in differing}
        for order in permutations(differing):
            for count, answer in enumerate(order):
                before = frozenset(one.path for one in order[:count])
                gain = score(before | {answer.path}, framework) - score(before, framework)
                added[answer.key] += gain / factorial(len(differing))
        shares = found.shares[framework]
        assert {key: shares.get(key, 0.0) for key in added} == pytest.approx(added, abs=1e-9)


@settings(max_examples=60)
@given(answered(), answered())
def test_sessions_on_the_way_are_valid(a: Session, b: Session) -> None:
    differing = [answer.path for answer in answers(a, b, Words(invented())) if answer.differs]
    for count in range(len(differing) + 1):
        assert problems(invented(), mixed(a, b, set(differing[:count]))) == []


@settings(max_examples=60)
@given(answered(), answered())
def test_all_that_differs_makes_the_one_answer_as_the_other(a: Session, b: Session) -> None:
    words = Words(invented())
    taken = {answer.path for answer in answers(a, b, words) if answer.differs}
    whole = mixed(a, b, taken)
    assert [answer.key for answer in answers(whole, b, words) if answer.differs] == []
    assert mixed(a, b, set()) == a


@settings(max_examples=60)
@given(answered())
def test_scores_alone_are_those_of_an_evaluation(a: Session) -> None:
    scores = Scorer(EVALUATOR.assessor).scores(a)
    for framework, score in zip(invented().frameworks, scores, strict=True):
        whole = EVALUATOR.evaluate(a).standing(framework.id).score
        assert score - concern_points(a, framework.id) == pytest.approx(whole, abs=1e-12)


def test_no_answer_is_forgotten() -> None:
    """Who adds a field to a session has to say here whether it is an answer, and then compare it."""
    no_answers = {"format", "id", "name", "created", "updated", "step", "catalog", "retired", "changes"}
    names = [{field.name for field in fields(part)} for part in (Session, Project, Decision, ProofOfConcept)]
    assert names[0] - no_answers == {
        "priorities", "project", "checklist", "targets", "flags", "decision", "poc"
    }  # fmt: skip
    assert names[1] == {
        "current", "languages", "other_languages", "experience", "needs", "concurrent_users",
        "conditions", "runtimes", "excluded",
    }  # fmt: skip
    assert names[2] == {"status", "chosen", "deciders", "notes", "review_on"}
    assert names[3] == {"start", "flows", "owners", "numbers"}
    one = base(
        decision=Decision("accepted", "oak", ("Ann",), "fine", date(2027, 1, 1)),
        poc=ProofOfConcept(date(2026, 12, 1), ("search",), {"oak": "Ann"}, {"p95": 200.0}),
        project=Project(
            "oak",
            {"go": "expert"},
            "consider",
            {"oak": "tried"},
            ("json_api",),
            5,
            ("cpu_bound",),
            {"python": "3.9"},
            {"elm-tree": "no"},
        ),
        targets={"memory": 5.0},
    )
    found = compared(base(), one).differing
    assert len(found) == 19
    assert mixed(base(), one, {answer.path for answer in found}) == one


# ── what differs ─────────────────────────────────────────────────────────────


def test_the_same_session_differs_in_nothing() -> None:
    comparison = compared(base(), replace(base(), name="Other", step="verdict"))
    assert comparison.same
    assert comparison.differing == ()
    assert not any(move.moved or move.causes for move in comparison.moves)


def test_answers_read_as_words_step_by_step() -> None:
    a = base(checklist={"websockets": "want"}, project=Project(languages={"go": "expert"}))
    b = base(
        checklist={"websockets": MustLevel("official"), "testing": "want"},
        project=Project(needs=("json_api", "small_footprint"), current="oak", excluded={"elm-tree": ""}),
        targets={"request_capacity": 5000.0},
        flags={"oak": {"outdated_docs": FlagVerdict("concern", "major", "old")}},
        priorities=Priorities((("team", "future"), ("performance",)), True, ("time_to_market",)),
    )
    found = [(x.step, x.key, x.label, x.a, x.b) for x in compared(a, b).differing]
    assert found == [
        ("project", "project.needs.json_api", "A JSON API", "", "needed"),
        ("project", "project.languages.go", "Language: Go", "expert", ""),
        ("project", "project.current", "Runs today", "", "Oak"),
        ("project", "project.excluded.elm-tree", "Left out: Elm Tree", "", "without a reason"),
        (
            "priorities",
            "priorities",
            "Ranking",
            "Team expertise > Time to market > Performance requirements > Future-proofing",
            "Team expertise = Future-proofing > Performance requirements; ignored: Time to market",
        ),
        ("fit", "project.needs.small_footprint", "A small footprint", "", "needed"),
        ("checklist", "checklist.websockets", "WebSockets", "want", "must (official)"),
        ("checklist", "checklist.testing", "Testing support", "", "want"),
        ("checklist", "targets.request_capacity", "Enough: Request handling capacity", "", "5,000 req/s"),
        ("flags", "flags.oak.outdated_docs", "Oak: outdated documentation", "", "concern (major): old"),
    ]  # fmt: skip


def test_a_concern_brings_just_its_points_to_its_framework() -> None:
    a = base(flags={"oak": {"outdated_docs": FlagVerdict("concern", "minor")}})
    b = base(flags={"oak": {"outdated_docs": FlagVerdict("concern", "major")}})
    comparison = compared(a, b)
    assert [move.name for move in comparison.moves if move.causes] == ["Oak"]
    (cause,) = move_of(comparison, "oak").causes
    assert cause.key == "flags.oak.outdated_docs"
    assert cause.amount == pytest.approx(-0.05)


def test_a_must_instead_of_a_want_moves_no_score_but_gates() -> None:
    a, b = base(checklist={"websockets": "want"}), base(checklist={"websockets": "must"})
    comparison = compared(a, b)
    assert all(not move.causes for move in comparison.moves)
    gates = [(move.name, gate) for move in comparison.moves for gate in move.gates]
    assert gates
    assert {(gate.side, gate.set_by) for _, gate in gates} == {("b", ("checklist.websockets",))}
    dropped = {m.name for m in comparison.moves if m.a and m.b and m.b.status == "excluded" != m.a.status}
    assert dropped
    assert dropped <= {name for name, _ in gates}


@settings(max_examples=25)
@given(answered(), answered())
def test_every_gate_that_only_one_has_is_set_by_an_answer(a: Session, b: Session) -> None:
    comparison = compared(a, b)
    differing = {answer.key for answer in comparison.differing}
    for move in comparison.moves:
        assert move.a is not None
        assert move.b is not None
        if move.a.status != move.b.status:
            assert move.gates
        for gate in move.gates:
            assert gate.set_by
            assert differing.issuperset(gate.set_by)


def test_languages_set_gates_together_with_considering_others() -> None:
    go = Project(languages={"go": "expert"})
    comparison = compared(base(), base(project=go))
    gates = {gate.set_by for move in comparison.moves for gate in move.gates}
    assert gates == {("project.languages.go",)}
    open_minded = replace(go, other_languages="consider")
    comparison = compared(base(project=open_minded), base(project=go))
    gates = {gate.set_by for move in comparison.moves for gate in move.gates}
    assert gates == {("project.other_languages",)}
    both = Project(languages={"go": "expert", "python": "working"})
    comparison = compared(base(project=both), base(project=go))
    gates = {gate.set_by for move in comparison.moves for gate in move.gates}
    assert gates == {("project.languages.python",)}


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ({"project": Project(excluded={"oak": "no"})}, "project.excluded.oak"),
        ({"project": Project(runtimes={"python": "2.7"})}, "project.runtimes.python"),
        ({"flags": {"oak": {"outdated_docs": FlagVerdict("rule-out")}}}, "flags.oak.outdated_docs"),
    ],
)
def test_other_gates_are_named_by_their_answer(answer: dict[str, object], key: str) -> None:
    gates = {gate.set_by for move in compared(base(), base(**answer)).moves for gate in move.gates}
    assert gates == {(key,)}


def test_whom_an_answer_moved_and_gated() -> None:
    b = base(checklist={"websockets": "must"}, project=Project(experience={"oak": "production"}))
    comparison = compared(base(), b)
    assert comparison.moved_by("project.experience.oak")[0][0].framework == "oak"
    amounts = [abs(amount) for _, amount in comparison.moved_by("checklist.websockets")]
    assert amounts == sorted(amounts, reverse=True)
    gated = {move.framework for move, _ in comparison.gated_by("checklist.websockets")}
    assert gated == {move.framework for move in comparison.moves if move.gates}


# ── two catalogs ─────────────────────────────────────────────────────────────


def changed(catalog: Catalog, framework: str, **more: object) -> Catalog:
    """The catalog with something else said of one framework."""
    frameworks = tuple(
        replace(f, **more) if f.id == framework else f  # type: ignore[arg-type]  # any field
        for f in catalog.frameworks
    )
    return replace(catalog, frameworks=frameworks, digest="sha256:other")


def test_facts_that_differ_are_named_and_attributed_to() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    other = changed(
        invented(),
        "oak",
        facts={**oak.facts, "boilerplate": Fact(1.0)},
        capabilities={**oak.capabilities, "websockets": Capability("official")},
    )
    comparison = compared(base(), base(), other)
    assert not comparison.same
    assert comparison.differing == ()
    assert [(f.framework, f.key) for f in comparison.facts] == [
        ("oak", "facts.boilerplate"),
        ("oak", "capabilities.websockets"),
    ]
    assert [move.name for move in comparison.moves if move.causes] == ["Oak"]
    (cause,) = move_of(comparison, "oak").causes
    assert cause.key == CATALOG
    assert cause.amount == pytest.approx(move_of(comparison, "oak").difference)


def test_a_gate_that_no_answer_set_is_the_catalogs() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    other = changed(invented(), "oak", capabilities={**oak.capabilities, "testing": Capability("manual")})
    answers_ = base(checklist={"testing": "must"})
    (gate,) = move_of(compared(answers_, answers_, other), "oak").gates
    assert (gate.side, gate.set_by) == ("b", (CATALOG,))


@settings(max_examples=12)
@given(answered(), answered())
def test_answers_and_facts_together_sum_to_the_difference(a: Session, b: Session) -> None:
    oak = invented().framework("oak")
    assert oak is not None
    other = changed(invented(), "oak", facts={**oak.facts, "boilerplate": Fact(1.0), "concurrency": Fact()})
    for move in compared(a, b, other).moves:
        assert fsum(c.amount for c in move.causes) == pytest.approx(move.difference, abs=1e-9)


def test_frameworks_that_one_catalog_lacks_are_shown_without_a_difference() -> None:
    other = replace(invented(), frameworks=invented().frameworks[1:], digest="sha256:other")
    comparison = compared(base(), base(), other)
    gone = invented().frameworks[0]
    move = move_of(comparison, gone.id)
    assert (move.b, move.difference, move.places) == (None, None, None)
    assert [f.framework for f in comparison.facts] == [gone.id]


def test_priorities_come_with_a_catalog_of_other_factors() -> None:
    """A ranking of factors that the other catalog lacks makes no sense there."""
    model = invented().model
    renamed = tuple(Factor("speed", f.name) if f.id == "performance" else f for f in model.factors)
    attributes = tuple(
        replace(a, factor="speed") if a.factor == "performance" else a for a in model.attributes
    )
    other = replace(
        invented(), model=replace(model, factors=renamed, attributes=attributes), digest="sha256:other"
    )
    a = session([["performance"]], priorities=Priorities((("performance",),), True, (), {"performance": 9.0}))
    b = session([["speed"]])
    comparison = compared(a, b, other)
    assert PRIORITIES in {answer.path for answer in comparison.differing}
    for move in comparison.moves:
        assert {cause.key for cause in move.causes} <= {CATALOG}
        assert fsum(c.amount for c in move.causes) == pytest.approx(move.difference, abs=1e-9)
