"""Who has what, and what a must does, before anybody commits to it."""

from __future__ import annotations

from fwwizard.core.catalog import Fact
from fwwizard.core.checklist import as_must, as_wish, counts_in, in_words, level_now, levels_of, who_has
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.model import Attribute, Catalog, Factor, Model, Requirement
from fwwizard.core.session import MustLevel, Project, Session
from fwwizard.core.value_functions import Coverage, Direct, Figures, Log
from tests.core.build import capable, framework, session

DOCS = Requirement("docs", "API documentation", capability="docs")
GUIDE = Requirement("guide", "Guide", fact="guide", levels={"full": 1.0, "notes": 0.5, "none": 0.0})
PEOPLE = Requirement("people", "People", attribute="people", enough="20")
SPEED = Requirement("speed", "Speed", attribute="speed")

FRAMEWORKS = (
    framework("best", {"c": 0.9, "people": 200.0}, capabilities=capable(docs="built-in"), languages=("go",)),
    framework("good", {"c": 0.8, "people": 5.0}, capabilities=capable(docs="ecosystem")),
    framework("bare", {"c": 0.7}, capabilities=capable(docs="manual")),
    framework("dark", {"c": 0.6}),
)
MODEL = Model(
    1,
    "test",
    (Factor("c", "Closeness"), Factor("time", "Time")),
    (
        Attribute("c", "c", Direct()),
        Attribute("people", "c", Log(2, 200)),
        Attribute("speed", "c", Figures("speed", 1, 100)),
        Attribute("coverage", "time", Coverage()),
    ),
    requirements=(DOCS, GUIDE, PEOPLE, SPEED),
)
CATALOG = Catalog(MODEL, FRAMEWORKS)


def outcome(answers: Session | None = None) -> Evaluation:
    return evaluate(CATALOG, answers or session([["c"], ["time"]]))


def test_candidates_stand_by_what_they_have_best_first_and_unknown_last() -> None:
    found = who_has(outcome(), DOCS)
    assert [(h.level, h.frameworks) for h in found] == [
        ("built-in", ("best",)),
        ("ecosystem", ("good",)),
        ("manual", ("bare",)),
        ("unknown", ("dark",)),
    ]


def test_numbers_are_enough_less_or_unknown() -> None:
    found = {h.level: h.frameworks for h in who_has(outcome(), PEOPLE)}
    assert found == {"enough": ("best",), "less": ("good",), "unknown": ("bare", "dark")}
    assert in_words(outcome(), PEOPLE, FRAMEWORKS[1]) == "5"


def test_who_is_excluded_has_nothing_any_more() -> None:
    answers = session([["c"]], project=Project(excluded={"good": "no"}))
    assert [h.frameworks for h in who_has(outcome(answers), DOCS)] == [("best",), ("bare",), ("dark",)]


def test_a_must_at_a_level_drops_those_below_it_and_asks_about_the_unknown() -> None:
    effect = as_must(outcome(), DOCS, "ecosystem")
    assert [f.standing.framework for f in effect.dropped] == ["bare"]
    assert [f.has for f in effect.dropped] == ["manual"]
    assert [f.standing.framework for f in effect.conditional] == ["dark"]
    stricter = as_must(outcome(), DOCS, "built-in")
    assert {f.standing.framework for f in stricter.dropped} == {"good", "bare"}


def test_what_would_drop_out_is_what_drops_out() -> None:
    before = as_must(outcome(), DOCS, "ecosystem")
    after = outcome(session([["c"]], checklist={"docs": "must"}))
    assert {f.standing.framework for f in before.dropped} == {s.framework for s in after.excluded}
    assert as_must(after, DOCS, "ecosystem").dropped[0].standing.framework == "bare"


def test_who_is_out_for_something_else_does_not_drop_out_for_it() -> None:
    answers = session([["c"]], project=Project(excluded={"bare": "no"}))
    effect = as_must(outcome(answers), DOCS, "ecosystem")
    assert effect.dropped == ()
    assert [s.framework for s in effect.also] == ["bare"]


def test_levels_that_say_something() -> None:
    assert levels_of(MODEL, DOCS) == ("built-in", "official", "ecosystem")
    assert levels_of(MODEL, GUIDE) == ("full", "notes")
    assert levels_of(MODEL, PEOPLE) == ()


def test_a_must_names_its_level_where_the_requirement_has_none() -> None:
    assert as_wish(MODEL, DOCS) == "must"
    assert as_wish(MODEL, GUIDE) == MustLevel("notes")
    assert as_wish(MODEL, SPEED) == "must"
    assert level_now(outcome(), GUIDE) == "notes"
    assert level_now(outcome(session([["c"]], checklist={"docs": MustLevel("official")})), DOCS) == "official"


def test_a_number_without_a_level_cannot_be_a_must_by_itself() -> None:
    assert as_wish(MODEL, Requirement("people", "People", attribute="people")) is None


def test_a_wish_counts_where_its_evidence_counts() -> None:
    wished = outcome(session([["c"], ["time"]], checklist={"docs": "want", "people": "want"}))
    assert counts_in(wished, DOCS) == "Time"
    assert counts_in(wished, PEOPLE) == "Closeness"
    assert counts_in(wished, GUIDE) == ""


def test_figures_are_measured_or_not() -> None:
    own = framework("own", {"c": 0.5}, capabilities={})
    measured = Catalog(MODEL, (own, framework("mine", facts={"c": Fact(0.1), "speed": Fact(5.0, own=True)})))
    found = {h.level: h.frameworks for h in who_has(evaluate(measured, session([["c"]])), SPEED)}
    assert found == {"measured": ("mine",), "unknown": ("own",)}
