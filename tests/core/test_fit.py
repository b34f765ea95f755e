"""Categories and needs, languages and what they leave in."""

from __future__ import annotations

from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.fit import category_matches, fit_factor, served
from fwwizard.core.languages import out_for_languages, reach, runtimes_asked
from fwwizard.core.session import Project
from fwwizard.core.wording import evidence_name
from tests.catalogs import invented
from tests.core.build import session


def outcome(**project: object) -> Evaluation:
    answers = session([["team"]], project=Project(**project))  # type: ignore[arg-type]  # keywords of a project
    return evaluate(invented(), answers)


def test_the_category_with_most_ticked_needs_stands_first() -> None:
    matches = category_matches(outcome(needs=("json_api", "real_time", "proven_reliability")))
    assert [(m.category.id, len(m.needs)) for m in matches] == [("async", 2), ("full-stack", 1), ("micro", 0)]
    values = [value.mid for _, value in matches[0].frameworks if value is not None]
    assert values == sorted(values, reverse=True)


def test_without_needs_categories_have_candidates_but_no_values() -> None:
    for match in category_matches(outcome()):
        assert match.needs == ()
        assert all(value is None for _, value in match.frameworks)


def test_a_need_says_what_is_unknown_of_whom() -> None:
    need = next(n for n in invented().model.needs if n.id == "real_time")
    found = {one.standing.framework: one.unknown for one in served(outcome(), need)}
    assert found["birch"] == ()
    assert [evidence_name(invented().model, e) for e in found["maple"]] == ["WebSockets"]


def test_the_factor_of_needs_is_found_by_what_it_reads() -> None:
    assert fit_factor(invented().model) == "Time to market"


def test_a_language_leaves_in_what_is_written_in_it() -> None:
    found = reach(outcome(languages={"python": "expert"}), "python")
    assert found.written_in_it == 6
    assert len(found.candidates) == 6
    assert found.would_return == ()


def test_a_language_would_bring_back_what_is_out_for_nothing_else() -> None:
    evaluation = outcome(languages={"python": "expert"}, excluded={"willow": "no"})
    assert [s.framework for s in reach(evaluation, "go").would_return] == ["juniper"]
    assert "willow" not in [s.framework for s in out_for_languages(evaluation)]


def test_runtimes_are_asked_for_the_languages_of_the_team() -> None:
    assert runtimes_asked(outcome(languages={"python": "expert"})) == ("python",)
    assert runtimes_asked(outcome(languages={"go": "expert"}, runtimes={"jvm": "17"})) == ("go", "jvm")
    assert runtimes_asked(outcome()) == ("go", "jvm", "node", "python")
