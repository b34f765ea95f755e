"""Musts, languages, runtimes and rule-outs: passes, conditional, excluded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.catalog import LEVELS, Fact, Framework, Level
from fwwizard.core.evaluation import evaluate
from fwwizard.core.gates import gate, version
from fwwizard.core.model import Attribute, Catalog, Factor, FlagRule, Model, Named, Requirement
from fwwizard.core.session import FlagVerdict, MustLevel, Project, Wish
from fwwizard.core.value_functions import Direct, Figures, Levels
from tests.core.build import additive, capable, framework, session

CASES = Path(__file__).parents[1] / "data" / "cases"
DOCS = Requirement("docs", "API documentation", capability="docs")
UPGRADES = Requirement(
    "upgrades",
    "Upgrade guide",
    fact="guide",
    levels={"guide": 1.0, "notes": 0.5, "none": 0.0},
    enough="notes",
)


def model(*requirements: Requirement, attributes: tuple[Attribute, ...] = ()) -> Model:
    return Model(
        1,
        "test",
        (Factor("c1", "c1"),),
        (Attribute("c1", "c1", Direct()), *attributes),
        requirements=requirements,
        languages=(Named("java", "Java"), Named("kotlin", "Kotlin")),
        flags=(FlagRule("old", "Outdated documentation"),),
    )


def test_the_case_of_three_outcomes() -> None:
    """Non-compensatory screening in three values: Hwang and Yoon 1981, chapter 3."""
    case = json.loads((CASES / "gates_semantics.json").read_text())
    levels = {True: "built-in", False: "manual", None: "unknown"}
    frameworks = tuple(
        framework(
            key,
            {"c1": cells["score"]},
            capabilities=capable(**{must: levels[cells[must]] for must in case["input"]["musts"]}),  # type: ignore[arg-type]  # words of the case
        )
        for key, cells in case["input"]["alternatives"].items()
    )
    musts = tuple(Requirement(m, m, capability=m) for m in case["input"]["musts"])
    catalog = Catalog(model(*musts), frameworks)
    answers = session([["c1"]], checklist=dict.fromkeys(case["input"]["musts"], "must"))
    evaluation = evaluate(catalog, answers)
    expected = case["expected"]
    assert {s.framework: s.status for s in evaluation.standings} == expected["status"]
    assert [r.id for r in evaluation.standing("B").reasons] == expected["excluded_reasons"]["B"]
    assert [r.id for r in evaluation.standing("C").reasons] == expected["conditional_on"]["C"]
    assert [s.framework for s in evaluation.passing] == expected["ranking_of_passing"]
    assert evaluation.standing("C").rank == expected["C_shown_with_position_if_confirmed"]
    assert evaluation.standings[-1].framework == "B"
    assert evaluation.standing("B").rank_if_waived == 1
    without = evaluate(Catalog(catalog.model, (frameworks[0], *frameworks[2:])), answers)
    for key in ("A", "C", "D"):
        assert without.standing(key).score == evaluation.standing(key).score


@pytest.mark.parametrize(
    ("level", "wish", "status"),
    [
        ("ecosystem", "must", "passes"),
        ("manual", "must", "excluded"),
        ("ecosystem", MustLevel("official"), "excluded"),
        ("built-in", MustLevel("official"), "passes"),
        ("unknown", "must", "conditional"),
        ("manual", "want", "passes"),
    ],
)
def test_a_must_names_the_lowest_level_that_is_good_enough(level: str, wish: Wish, status: str) -> None:
    one = framework("a", capabilities=capable(docs=level))  # type: ignore[arg-type]  # words of the parameters
    assert gate(model(DOCS), session(checklist={"docs": wish}), one).status == status


@pytest.mark.parametrize(
    ("word", "status"), [("guide", "passes"), ("none", "excluded"), (None, "conditional")]
)
def test_a_must_on_a_fact_compares_its_words(word: str | None, status: str) -> None:
    one = Framework("a", "A", facts={"guide": Fact(word)})
    assert gate(model(UPGRADES), session(checklist={"upgrades": "must"}), one).status == status


def test_a_must_on_an_attribute_compares_values() -> None:
    attribute = Attribute("backing", "c1", Levels({"foundation": 1.0, "individual": 0.2}))
    must = Requirement("backing", "Backing", attribute="backing", enough="foundation")
    one = Framework("a", "A", facts={"backing": Fact("individual")})
    found = gate(model(must, attributes=(attribute,)), session(checklist={"backing": "must"}), one)
    assert [r.text for r in found.reasons] == ["Backing: individual, needs at least foundation"]


def test_languages_are_a_gate_unless_open_or_all_are_considered() -> None:
    spring = Framework("spring", "Spring", languages=("java", "kotlin"))
    rules = model()

    def status(project: Project) -> str:
        return gate(rules, session(project=project), spring).status

    assert status(Project()) == "passes"
    assert status(Project(languages={"python": "expert"})) == "excluded"
    assert status(Project(languages={"python": "expert"}, other_languages="consider")) == "passes"
    assert status(Project(languages={"python": "expert", "kotlin": "open"})) == "passes"
    excluded = gate(rules, session(project=Project(languages={"python": "expert"})), spring)
    assert excluded.reasons[0].text == "Java or Kotlin is not among your languages"


def test_a_newer_runtime_than_the_team_has_is_to_be_confirmed() -> None:
    newer = Framework("a", "A", runtimes={"python": ">=3.12"})
    found = gate(model(), session(project=Project(runtimes={"python": "3.11"})), newer)
    assert found.status == "conditional"
    assert found.reasons[0].text == "needs python >=3.12, you run 3.11"
    assert gate(model(), session(project=Project(runtimes={"python": "3.13"})), newer).status == "passes"


def test_versions_compare_as_numbers() -> None:
    assert version(">=3.9") < version("3.10")
    assert version("Node.js >=20.19") == (20, 19)
    assert version("any") == ()
    assert version("<4,>=3.9") == (3, 9)
    assert len(version("9" * 5000)) == 1


def test_rule_outs_and_exclusions_carry_their_reasons() -> None:
    project = Project(excluded={"a": "no PHP hosting"})
    said = {"a": {"old": FlagVerdict("rule-out", reason="docs of 2019")}}
    found = gate(model(), session(project=project, flags=said), framework("a"))
    assert [r.text for r in found.reasons] == [
        "left out: no PHP hosting",
        "ruled out for outdated documentation: docs of 2019",
    ]


def test_a_target_gates_only_a_measurement_of_the_teams_own() -> None:
    attribute = Attribute("capacity", "c1", Figures("capacity", 10, 10_000), unit="req/s")
    must = Requirement("capacity", "Capacity", attribute="capacity")
    rules = model(must, attributes=(attribute,))
    answers = session(checklist={"capacity": "must"}, targets={"capacity": 5000})

    def status(fact: Fact) -> str:
        return gate(rules, answers, Framework("a", "A", facts={"capacity": fact})).status

    assert status(Fact(100.0)) == "passes"
    assert status(Fact(100.0, own=True)) == "excluded"
    assert status(Fact(6000.0, own=True)) == "passes"


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([*LEVELS, "unknown"])), min_size=1, max_size=8))
def test_a_failed_must_is_never_ranked_above_a_pass(cells: list[tuple[float, Level]]) -> None:
    made = tuple(
        framework(f"f{i}", {"c1": value}, capabilities=capable(docs=level))
        for i, (value, level) in enumerate(cells)
    )
    answers = session([["c1"]], checklist={"docs": "must"})
    standings = evaluate(Catalog(model(DOCS), made), answers).standings
    states = [standing.status for standing in standings]
    assert "excluded" not in states[: sum(state != "excluded" for state in states)]
    for standing in standings:
        assert (standing.rank is None) == (standing.status == "excluded")
        assert (standing.rank_if_waived is None) == (standing.status != "excluded")


def test_nobody_passes_leaves_no_leader() -> None:
    catalog = additive({"a": [0.5]}, requirements=[DOCS])
    missing = framework("a", {"c1": 0.5}, capabilities=capable(docs="manual"))
    evaluation = evaluate(Catalog(catalog.model, (missing,)), session([["c1"]], checklist={"docs": "must"}))
    assert evaluation.leader is None
    assert evaluation.excluded[0].rank_if_waived == 1
