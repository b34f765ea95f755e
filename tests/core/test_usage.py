"""Each piece of evidence counts once, for everyone alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fwwizard.core.assessment import Assessor
from fwwizard.core.catalog import Fact
from fwwizard.core.evaluation import Evaluator
from fwwizard.core.model import Attribute, Catalog, Evidence, Factor, Model, Need, Requirement
from fwwizard.core.session import Project, Session
from fwwizard.core.usage import Usage, usage_of
from fwwizard.core.value_functions import (
    CapabilityMean,
    Coverage,
    ExperienceFit,
    Figures,
    LanguageFit,
    LearningCurve,
    Levels,
    Needs,
)
from tests.core import build
from tests.core.build import capable, framework

LEVELS = Levels({"async": 1.0, "sync": 0.0})
MODEL = Model(
    1,
    "test",
    tuple(Factor(f, f) for f in ("speed", "team", "time", "scale", "fit")),
    (
        Attribute("capacity", "speed", Figures("capacity", 1, 10)),
        Attribute("memory", "speed", Figures("memory", 10, 1), optional=True),
        Attribute("language", "team", LanguageFit({"expert": 1.0, "open": 0.1})),
        Attribute("experience", "team", ExperienceFit({"production": 1.0, "tried": 0.5})),
        Attribute("learning", "team", LearningCurve(5, 1, {"production": 1.0, "tried": 0.5})),
        Attribute("coverage", "time", Coverage(("auth",))),
        Attribute("jobs", "scale", CapabilityMean(("jobs", "schedule"))),
        Attribute("concurrency", "scale", LEVELS),
        Attribute("needs", "fit", Needs()),
    ),
    requirements=(
        Requirement("auth", "Sign-in", capability="auth"),
        Requirement("jobs", "Jobs", capability="jobs"),
        Requirement("schedule", "Schedules", capability="schedule"),
        Requirement("async", "Async-native", attribute="concurrency", enough="async"),
        Requirement("memory", "Memory", attribute="memory"),
    ),
    needs=(
        Need("workers", "Workers", evidence=(Evidence("jobs"),)),
        Need("realtime", "Real time", evidence=(Evidence(fact="concurrency", value=LEVELS),)),
        Need("fast", "Fast", evidence=(Evidence(value=Figures("capacity", 1, 10)),)),
        Need("classic", "Classic", category="classic"),
    ),
)


def session(**more: Any) -> Session:
    """A session with every factor ranked."""
    return build.session([[factor.id for factor in MODEL.factors]], **more)


def active(usage: Usage) -> dict[str, float]:
    return {a.attribute.id: a.share for factor in usage.active for a in factor}


def counted(answers: Session) -> dict[str, float]:
    return active(usage_of(MODEL, answers))


def test_attributes_without_input_are_off_and_their_share_goes_to_the_rest() -> None:
    found = counted(session())
    assert found["learning"] == 1.0
    assert not {"language", "experience", "needs", "memory"} & set(found)
    told = counted(session(project=Project(languages={"x": "expert"}, experience={"a": "tried"})))
    assert told["learning"] == told["language"] == told["experience"] == 1 / 3


def test_without_wishes_coverage_takes_the_defaults() -> None:
    assert [w.id for w in usage_of(MODEL, session()).wishes] == ["auth"]


def test_a_wished_capability_leaves_its_standing_attribute() -> None:
    usage = usage_of(MODEL, session(checklist={"jobs": "want"}))
    assert [w.id for w in usage.wishes] == ["jobs"]
    scale = {a.attribute.id: a for a in usage.active[3]}
    assert scale["jobs"].capabilities == ("schedule",)


def test_an_attribute_whose_capabilities_are_all_wished_for_is_off() -> None:
    found = counted(session(checklist={"jobs": "want", "schedule": "must"}))
    assert "jobs" not in found
    assert found["concurrency"] == 1.0


def test_a_need_takes_its_evidence_from_wish_and_attribute() -> None:
    usage = usage_of(MODEL, session(project=Project(needs=("workers",)), checklist={"jobs": "want"}))
    assert usage.wishes == ()
    assert "coverage" not in active(usage)
    assert {a.attribute.id: a.capabilities for a in usage.active[3]}["jobs"] == ("schedule",)


def without(answers: Session, *factors: str) -> Session:
    """The same answers with factors below the line."""
    ranking = tuple((f.id,) for f in MODEL.factors if f.id not in factors)
    return replace(answers, priorities=replace(answers.priorities, ranking=ranking, ignored=factors))


def test_a_need_takes_nothing_along_when_fit_is_not_ranked() -> None:
    answers = session(project=Project(needs=("workers", "realtime")), checklist={"jobs": "want"})
    usage = usage_of(MODEL, without(answers, "fit"))
    assert [w.id for w in usage.wishes] == ["jobs"]
    assert "concurrency" in active(usage)


def test_a_wish_takes_nothing_along_when_coverage_has_no_weight() -> None:
    usage = usage_of(MODEL, without(session(checklist={"jobs": "want"}), "time"))
    assert {a.attribute.id: a.capabilities for a in usage.active[3]}["jobs"] == ("jobs", "schedule")


def test_a_factor_taken_above_the_line_changes_what_was_assessed_before() -> None:
    catalog = Catalog(MODEL, (framework("a", {"concurrency": 1.0}, capabilities=capable(jobs="built-in")),))
    answers = session(project=Project(needs=("workers",)))
    evaluator = Evaluator(catalog)
    before = evaluator.evaluate(without(answers, "fit"))
    after = evaluator.evaluate(answers, before)
    assert after.assessment.usage == evaluator.evaluate(answers).assessment.usage != before.assessment.usage
    assert after.standings == evaluator.evaluate(answers).standings


def test_a_need_scored_by_a_fact_or_by_figures_takes_them_along() -> None:
    found = counted(session(project=Project(needs=("realtime", "fast"))))
    assert not {"concurrency", "capacity"} & set(found)


def test_an_attribute_that_is_asked_for_counts_double_and_an_optional_one_at_all() -> None:
    found = counted(session(checklist={"async": "want"}))
    assert found["concurrency"] == 2 / 3
    assert counted(session(targets={"memory": 100}))["memory"] == 2 / 3


def test_a_factor_without_an_active_attribute_gives_everyone_the_same() -> None:
    catalog = Catalog(MODEL, (framework("a"), framework("b", categories=("classic",))))
    values = Assessor(catalog).assess(session()).values
    assert [v.mid[4] for v in values] == [0.5, 0.5]


def test_needs_that_the_catalog_does_not_know_switch_nothing_on() -> None:
    answers = session(project=Project(needs=("of-another-catalog",)))
    assert "needs" not in counted(answers)
    assert Assessor(Catalog(MODEL, (framework("a"),))).assess(answers).values[0].mid[4] == 0.5


def test_membership_scores_a_need_without_other_evidence() -> None:
    catalog = Catalog(MODEL, (framework("a"), framework("b", categories=("classic",))))
    values = Assessor(catalog).assess(session(project=Project(needs=("classic",)))).values
    assert [v.mid[4] for v in values] == [0.0, 1.0]


def test_experience_lifts_the_learning_curve_and_passes_by_half_to_what_builds_on_it() -> None:
    base = framework("base", facts={"learning": Fact(5.0)})
    top = framework("top", facts={"learning": Fact(5.0)}, builds_on=("base",))
    catalog = Catalog(MODEL, (base, top))
    assessor = Assessor(catalog)
    answers = session(project=Project(experience={"base": "production"}))
    usage = usage_of(MODEL, answers)
    learning = next(a for a in usage.active[1] if a.attribute.id == "learning")
    assert assessor.value(base, learning, usage, answers).mid == 1.0
    assert assessor.value(top, learning, usage, answers).mid == 0.5


def test_the_best_known_language_counts() -> None:
    both = framework("a", languages=("x", "y"))
    catalog = Catalog(MODEL, (both,))
    answers = session(project=Project(languages={"x": "open", "y": "expert"}))
    usage = usage_of(MODEL, answers)
    language = next(a for a in usage.active[1] if a.attribute.id == "language")
    assert Assessor(catalog).value(both, language, usage, answers).mid == 1.0


def test_an_unknown_capability_keeps_its_range_in_coverage() -> None:
    catalog = Catalog(MODEL, (framework("a"), framework("b", capabilities=capable(auth="official"))))
    unknown, known = Assessor(catalog).assess(session()).values
    assert (unknown.low[2], unknown.high[2]) == (0.1, 1.0)
    assert known.low[2] == known.high[2] == 0.9
