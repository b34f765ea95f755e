"""What differs between two catalogs, and what it moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fwwizard.core.advice_rules import AdviceRule, AnswerRead
from fwwizard.core.catalog import Capability, Claim, Fact, Figure
from fwwizard.core.catalog_diff import Difference, differences, moves
from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog
from tests.catalogs import invented
from tests.core.build import additive, framework, session


def with_oak(**changes: object) -> Catalog:
    catalog = invented()
    frameworks = [
        replace(f, **changes) if f.id == "oak" else f  # type: ignore[arg-type]  # keywords are fields
        for f in catalog.frameworks
    ]
    return replace(catalog, frameworks=tuple(frameworks))


def oak_facts(**facts: Fact) -> dict[str, Fact]:
    oak = invented().framework("oak")
    assert oak is not None
    return {**oak.facts, **facts}


def test_a_catalog_does_not_differ_from_itself() -> None:
    assert differences(invented(), invented()) == ()


def test_a_fact_is_told_by_its_value_and_by_what_it_rests_on() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    was = oak.fact("authors")
    assert was.number is not None
    new = with_oak(facts=oak_facts(authors=replace(was, value=was.number + 1, as_of=date(2026, 11, 1))))
    assert differences(invented(), new) == (
        Difference("frameworks", "oak", "facts.authors", f"{was.number:.0f}", f"{was.number + 1:.0f}"),
        Difference("frameworks", "oak", "facts.authors.as_of", None, "2026-11-01"),
    )


def test_levels_texts_and_lists_are_told() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    levels = {**oak.capabilities, "websockets": Capability("unknown"), "fresh": Capability("official")}
    new = with_oak(capabilities=levels, name="Old Oak", strengths=("one", "two"))
    found = {(d.key, d.after) for d in differences(invented(), new)}
    expected = {("name", "Old Oak"), ("strengths", "one, two"), ("capabilities.fresh", "official")}
    assert expected | {("capabilities.websockets", "unknown")} <= found


def test_entries_are_added_and_removed_whole() -> None:
    old = invented()
    new = replace(
        old,
        frameworks=(*old.frameworks[1:], framework("yew")),
        figures=old.figures[1:],
        advice=(AdviceRule("x", "X.", "us", ((AnswerRead(moving=True),),)),),
        model=replace(old.model, needs=old.model.needs[1:]),
    )
    assert [(d.section, d.id, d.before, d.after) for d in differences(old, new)] == [
        ("needs", old.model.needs[0].id, old.model.needs[0].name, None),
        ("frameworks", old.frameworks[0].id, old.frameworks[0].name, None),
        ("frameworks", "yew", None, "Yew"),
        ("figures", old.figures[0].id, old.figures[0].name, None),
        ("advice", "x", None, "x"),
    ]


def test_rules_are_told_by_the_key_that_changed() -> None:
    old = invented()
    attributes = tuple(replace(a, share=0.9) if a.id == "memory" else a for a in old.model.attributes)
    model = replace(old.model, attributes=attributes, version="trees-2", capability_values={"manual": 0.2})
    found = differences(old, replace(old, model=model))
    assert Difference("model", "", "version", "trees-1", "trees-2") in found
    assert Difference("model", "", "capability_values.manual", "0.1", "0.2") in found
    assert Difference("attributes", "memory", "share", "0.3", "0.9") in found


def test_figures_and_claims_are_told_apart_by_what_they_are_about() -> None:
    old = invented()
    first = old.figures[0]
    more = replace(first, figures=(*first.figures, Figure("oak", first.tests[0].id, 5.0, variant="new")))
    added, _ = differences(old, replace(old, figures=(more, *old.figures[1:])))
    assert (added.key, added.after) == (f"figures.oak {first.tests[0].id} new", "5")
    two = (Claim("strength", "quick", "ref:handbook"), Claim("strength", "small", "ref:handbook"))
    slow = (Claim("strength", "quick", "ref:handbook"), Claim("strength", "slim", "ref:handbook"))
    (changed,) = differences(with_oak(claims=two), with_oak(claims=slow))
    assert (changed.before, changed.after) == ("small", "slim")


def test_who_says_so_is_no_difference() -> None:
    assert differences(invented(), with_oak(own=True)) == ()


def test_moves_are_ranks_scores_and_who_came_and_went() -> None:
    old = additive({"a": [0.9], "b": [0.5], "c": [0.1]})
    new = additive({"b": [0.5], "c": [0.7], "d": [0.2]})
    asked = session([["c1"]])
    found = {m.framework: m for m in moves(evaluate(old, asked), evaluate(new, asked))}
    assert list(found) == ["c", "d", "a"]  # b is second with the same score, before and after
    risen = found["c"]
    assert risen.before is not None
    assert risen.after is not None
    assert (risen.before.rank, risen.after.rank) == (3, 1)
    assert found["d"].statuses == (None, "passes")
    assert found["a"].statuses == ("passes", None)
    assert moves(evaluate(old, asked), evaluate(old, asked)) == ()
