"""Claims that turn a measured order around."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.catalog import Figure, FigureSet, FigureTest, Framework
from fwwizard.core.contradictions import contradictions, sentence
from fwwizard.core.model import Catalog, Model

REQUESTS = FigureTest("t", "Requests", "request_capacity", "req/s", 100, 10_000)
FRAMEWORKS = (
    Framework("base", "Base"),
    Framework("child", "Child", builds_on=("base",)),
    Framework("sibling", "Sibling", builds_on=("base",)),
    Framework("other", "Other"),
)


def figure_set(set_id: str, *, claim: bool = False, **values: float) -> FigureSet:
    figures = tuple(Figure(name, "t", value) for name, value in values.items())
    confidence = "low" if claim else "high"
    return FigureSet(
        set_id,
        set_id.title(),
        "",
        confidence,  # type: ignore[arg-type]  # one of the two words above
        tests=(REQUESTS,),
        figures=figures,
    )


def catalog(*sets: FigureSet) -> Catalog:
    return Catalog(Model(1, "t", (), ()), FRAMEWORKS, sets)


CLAIM = figure_set("article", claim=True, child=25_000, other=20_000)


def test_an_unmeasured_one_is_held_against_its_sibling_and_both_cards_say_so() -> None:
    of = catalog(CLAIM, figure_set("lab", base=2000, sibling=1900, other=53_200))
    (found,) = contradictions(of, "child")
    assert contradictions(of, "other") == [found]
    assert found.stand_in == "sibling"
    text = sentence(of, found)
    assert "Article puts Child above Other (25,000 and 20,000 req/s)" in text
    assert "Other was measured 28 times better than Sibling, the nearest measured relative of Child" in text
    assert "Lab" in text
    assert contradictions(of, "base") == []


def test_without_a_sibling_the_foundation_stands_in_and_its_own_measurement_comes_first() -> None:
    of = catalog(CLAIM, figure_set("lab", base=2000, other=50_000))
    assert contradictions(of, "child")[0].stand_in == "base"
    of = catalog(CLAIM, figure_set("lab", base=2000, child=5000, other=50_000))
    (found,) = contradictions(of, "child")
    assert found.stand_in == "child"
    assert "relative" not in sentence(of, found)


def test_sets_that_disagree_or_differ_little_contradict_nothing() -> None:
    behind, ahead = figure_set("one", child=1000, other=9000), figure_set("two", child=9000, other=1000)
    assert contradictions(catalog(CLAIM, behind, ahead), "child") == []
    assert contradictions(catalog(CLAIM, figure_set("one", child=1000, other=1400)), "child") == []
    assert contradictions(catalog(CLAIM, ahead), "child") == []
    assert contradictions(catalog(CLAIM), "child") == []


def test_the_smallest_difference_of_a_set_counts_and_another_set_is_told_beside_it() -> None:
    second = FigureTest("u", "More", "request_capacity", "req/s", 100, 10_000)
    lab = figure_set("lab", child=1000, other=30_000)
    lab = replace(lab, tests=(REQUESTS, second), figures=(*lab.figures, Figure("child", "u", 1000)))
    lab = replace(lab, figures=(*lab.figures, Figure("other", "u", 20_000)))
    field = figure_set("field", child=1000, other=3000)
    of = catalog(CLAIM, lab, field)
    text = sentence(of, contradictions(of, "child")[0])
    assert "20 times better than Child (best variants, Lab; 3.0 times in Field)" in text


def test_less_is_better_where_the_scale_says_so() -> None:
    memory = FigureTest("t", "Memory", "memory", "MiB", 1000, 10)
    claim = replace(CLAIM, tests=(memory,), figures=(Figure("child", "t", 45), Figure("other", "t", 110)))
    lab = replace(figure_set("lab", child=900, other=90), tests=(memory,))
    (found,) = contradictions(catalog(claim, lab), "child")
    assert (found.above, found.strongest.ratio) == ("child", 10)


def test_variants_that_nobody_runs_do_not_speak() -> None:
    lab = figure_set("lab", child=1000, other=900)
    lab = replace(lab, figures=(*lab.figures, Figure("other", "t", 90_000, production=False)))
    assert contradictions(catalog(CLAIM, lab), "child") == []
