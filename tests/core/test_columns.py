"""The comparison table: its columns, its cells, and which rows are shown in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.catalog import Capability, Claim, Fact, Framework
from fwwizard.core.cell import Cell
from fwwizard.core.cells import Cells
from fwwizard.core.columns import Column, column_named, columns_of, first_columns
from fwwizard.core.comparison_table import (
    Table,
    TableView,
    arranged,
    mark_toggled,
    moved,
    sorted_next,
    with_columns,
    without,
)
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.model import Catalog, Requirement
from fwwizard.core.session import Priorities, Project
from tests.catalogs import invented
from tests.core.build import additive, capable, framework, session

RANKED = [["team"], ["time_to_market"], ["performance"], ["future"]]
AS_RANKED = TableView(("rank", "score"))


@cache
def trees() -> Evaluation:
    return evaluate(invented(), session(RANKED, project=Project(languages={"python": "expert"})))


@cache
def cells() -> Cells:
    return Cells(trees())


def column(column_id: str, of: Catalog | None = None) -> Column:
    return next(c for c in columns_of(of or invented()) if c.id == column_id)


def cell(column_id: str, framework_id: str, of: Cells | None = None) -> Cell:
    reader = of or cells()
    catalog = reader.evaluation.catalog
    found = catalog.framework(framework_id)
    assert found is not None
    return reader.cell(column(column_id, catalog), found)


def table(view: TableView, of: Cells | None = None) -> Table:
    reader = of or cells()
    return arranged(reader, columns_of(reader.evaluation.catalog), view)


def names(of: Table) -> list[str]:
    return [row.framework.id for row in of.rows]


def small(**facts: Fact | None) -> Cells:
    """Frameworks of one factor, each with one more fact, `size`."""
    catalog = additive(dict.fromkeys(facts, (0.5,)), ["factor"])
    frameworks = tuple(
        replace(f, facts={**f.facts, **({"size": fact} if (fact := facts[f.id]) else {})})
        for f in catalog.frameworks
    )
    return Cells(evaluate(replace(catalog, frameworks=frameworks), session([["factor"]])))


# ── columns ──────────────────────────────────────────────────────────────────


def test_ids_are_unique_and_every_fact_and_capability_has_a_column() -> None:
    ids = [c.id for c in columns_of(invented())]
    assert len(ids) == len(set(ids))
    for found in invented().frameworks:
        assert {f"fact.{fact}" for fact in found.facts} <= set(ids)
        assert {f"capability.{capability}" for capability in found.capabilities} <= set(ids)
    assert {f"flag.{rule.id}" for rule in invented().model.flags} <= set(ids)
    assert {f"factor.{factor.id}" for factor in invented().model.factors} <= set(ids)


def test_the_model_says_what_is_shown_first_and_without_it_there_is_a_little_of_everything() -> None:
    assert tuple(c.id for c in first_columns(invented())) == invented().model.columns
    plain = replace(invented(), model=replace(invented().model, columns=()))
    assert [c.id for c in first_columns(plain)][:3] == ["rank", "score", "categories"]


def test_a_column_is_found_by_id_by_what_it_reads_and_by_name() -> None:
    every = columns_of(invented())
    for given_ in ("fact.concurrency", "Concurrency", column("fact.concurrency").name.upper()):
        assert column_named(every, given_) == column("fact.concurrency")
    assert column_named(every, "scoer")[:1] == ("score",)  # type: ignore[index]  # no column is meant
    assert column_named(every, "no such thing at all") == ()


def test_what_the_catalog_knows_goes_before_what_articles_say_of_the_same_name() -> None:
    first, *others = invented().frameworks
    said = replace(first, claims=(Claim("concurrency", "very much", "an article"),))
    every = columns_of(replace(invented(), frameworks=(said, *others)))
    assert "claim.concurrency" in [c.id for c in every]
    for given_ in ("concurrency", "Concurrency"):
        assert column_named(every, given_) == column("fact.concurrency")


def test_what_two_columns_may_be_is_not_guessed() -> None:
    every = (
        column("score"),
        replace(column("rank"), id="x.a", of="a"),
        replace(column("rank"), id="y.a", of="a"),
    )
    assert column_named(every, "a") == ("x.a", "y.a")


# ── cells ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("column_", columns_of(invented()), ids=lambda c: c.id)
def test_no_cell_is_blank_and_every_one_tells_what_it_rests_on(column_: Column) -> None:
    for found in invented().frameworks:
        shown, told = cells().cell(column_, found), cells().told(column_, found)
        assert shown.text.strip()
        assert told.text.strip()
        if not shown.known:
            assert shown.text in {"unknown", "not stated", "not told yet"}


def test_a_neutral_session_tells_what_was_not_told() -> None:
    start = evaluate(invented(), session(priorities=Priorities((tuple(f[0] for f in RANKED),))))
    reader = Cells(start)
    assert cell("rank", "oak", reader) == Cell("not ranked yet")
    assert cell("attribute.language_fit", "oak", reader) == Cell("not told yet")


def test_a_cell_says_where_it_is_written_and_when() -> None:
    oak = invented().framework("oak")
    assert oak is not None
    told = cells().told(column("capability.authentication"), oak)
    assert told.link.startswith("https://github.com/trees/oak")
    assert told.as_of is not None
    assert told.ground == "documented"


def test_the_users_own_facts_are_marked() -> None:
    facts = {"c1": Fact(0.5, own=True, source="our wiki", as_of=date(2026, 11, 1))}
    house = Framework("house", "House", facts=facts, capabilities={"auth": Capability("official", own=True)})
    catalog = replace(additive({"x": (1,)}), frameworks=(house,))
    reader = Cells(evaluate(catalog, session([["c1"]])))
    assert cell("fact.c1", "house", reader) == Cell("0.5", 0.5, own=True)
    assert cell("capability.auth", "house", reader).own
    told = reader.told(column("fact.c1", catalog), house)
    assert (told.own, told.source, told.link) == (True, "our wiki", "")


def test_levels_and_words_are_sorted_by_what_they_are_worth() -> None:
    catalog = replace(
        additive({"x": (1,)}),
        frameworks=(
            framework("a", {"c1": 0.1}, capabilities=capable(auth="manual")),
            framework("b", {"c1": 0.1}, capabilities=capable(auth="built-in")),
            framework("c", {"c1": 0.1}),
            framework("d", {"c1": 0.1}, capabilities=capable(auth="ecosystem")),
        ),
    )
    catalog = replace(
        catalog, model=replace(catalog.model, requirements=(Requirement("auth", "Auth", capability="auth"),))
    )
    reader = Cells(evaluate(catalog, session([["c1"]])))
    view = sorted_next(TableView(("rank",)), column("capability.auth", catalog))
    assert names(table(view, reader)) == ["b", "d", "a", "c"]
    assert names(table(sorted_next(view, column("capability.auth", catalog)), reader)) == ["a", "d", "b", "c"]


# ── rows ─────────────────────────────────────────────────────────────────────


def test_without_a_sorting_the_rows_stand_as_they_are_ranked() -> None:
    found = table(AS_RANKED)
    assert names(found) == [s.framework for s in trees().standings]
    assert found.total == len(invented().frameworks)


def test_only_candidates_still_in() -> None:
    found = table(replace(AS_RANKED, only_in=True))
    assert names(found) == [s.framework for s in trees().candidates]
    assert len(found.rows) < found.total


def test_a_text_is_looked_for_in_names_and_cells() -> None:
    assert names(table(replace(AS_RANKED, text="OAK"))) == ["oak"]
    by_cell = table(TableView(("languages",), text="python"))
    assert {row.framework.id for row in by_cell.rows} == {
        f.id for f in invented().frameworks if "python" in f.languages
    }


def test_columns_that_agree_are_left_out_and_named() -> None:
    reader = small(a=Fact(1), b=Fact(1), c=None)
    view = TableView(("fact.factor", "fact.size"), only_differences=True)
    found = table(view, reader)
    assert [c.id for c in found.columns] == ["fact.size"]
    assert [c.id for c in found.alike] == ["fact.factor"]
    assert [len(row.cells) for row in found.rows] == [1, 1, 1]
    two = table(replace(view, marked=frozenset("ab"), only_marked=True), reader)
    assert two.columns == ()
    assert names(two) == ["a", "b"]


def test_unknown_comes_last_both_ways_and_ties_keep_their_rank() -> None:
    reader = small(a=None, b=Fact(2), c=Fact(5), d=Fact(2), e=Fact(low=3, high=4))
    size = column("fact.size", reader.evaluation.catalog)
    down = sorted_next(AS_RANKED, size)
    assert names(table(down, reader)) == ["c", "e", "b", "d", "a"]
    up = sorted_next(down, size)
    assert names(table(up, reader)) == ["b", "d", "e", "c", "a"]
    assert sorted_next(up, size) == AS_RANKED
    assert cell("fact.size", "e", reader).text == "~3 to 4"


def test_columns_move_go_and_come() -> None:
    shown = tuple(column(i) for i in ("rank", "score"))
    assert moved(AS_RANKED, "score", -1, shown).columns == ("score", "rank")
    assert moved(AS_RANKED, "score", 1, shown) == AS_RANKED
    hidden_between = TableView(("rank", "hidden", "score"))
    assert moved(hidden_between, "rank", 1, shown).columns == ("hidden", "score", "rank")
    assert without(AS_RANKED, "rank").columns == ("score",)
    assert without(TableView(("rank",)), "rank").columns == ("rank",)
    assert with_columns(AS_RANKED, ["x", "score"]).columns == ("score", "x")


def test_below_two_marks_all_are_shown_again() -> None:
    two = replace(AS_RANKED, marked=frozenset({"oak", "elm-tree"}), only_marked=True)
    assert len(table(two).rows) == 2
    one = mark_toggled(two, "oak")
    assert one.marked == {"elm-tree"}
    assert not one.only_marked


ids = [c.id for c in columns_of(invented())]
views = st.builds(
    TableView,
    columns=st.lists(st.sampled_from(ids), min_size=1, max_size=6, unique=True).map(tuple),
    sorted_by=st.sampled_from(["", *ids]),
    descending=st.booleans(),
    text=st.sampled_from(["", "a", "python", "zzz"]),
    only_in=st.booleans(),
    only_differences=st.booleans(),
    marked=st.frozensets(st.sampled_from([f.id for f in invented().frameworks])),
    only_marked=st.booleans(),
)


@given(views)
def test_whatever_is_asked_for_rows_and_columns_fit_each_other(view: TableView) -> None:
    found = table(view)
    assert [*(c.id for c in found.columns), *(c.id for c in found.alike)] != []
    assert {*found.columns, *found.alike} == {column(i) for i in view.columns}
    assert all(len(row.cells) == len(found.columns) for row in found.rows)
    assert len(set(names(found))) == len(found.rows)
    if view.sorted_by:
        keys = [cells().cell(column(view.sorted_by), row.framework).key for row in found.rows]
        known = [key is not None for key in keys]
        assert known == sorted(known, reverse=True)
        numbers = [key for key in keys if isinstance(key, float)]
        assert numbers == sorted(numbers, reverse=view.descending)
