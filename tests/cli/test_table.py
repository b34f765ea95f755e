"""`catalog table`: frameworks side by side without the wizard."""

from __future__ import annotations

import csv
import io
import json

from tests.cli.running import Commands, Result


def refused(found: Result) -> str:
    assert found.code == 2
    assert found.out == ""
    return found.err


def test_the_columns_that_the_catalog_shows_first(fwwizard: Commands) -> None:
    found = fwwizard("catalog", "table")
    head, *rows = found.out.splitlines()
    assert head.startswith("framework")
    assert "Learning curve" in head
    assert "Score" not in head
    assert len(rows) == 12
    names = [row.casefold() for row in rows]
    assert names == sorted(names)


def test_chosen_columns_as_csv_sorted_with_what_is_unknown_last(fwwizard: Commands) -> None:
    found = fwwizard(
        "catalog",
        "table",
        "--columns",
        "capability.websockets,changes_last_year",
        "--sort",
        "changes_last_year",
        "--format",
        "csv",
    )
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert list(rows[0]) == ["id", "name", "capability.websockets", "fact.changes_last_year"]
    shown = [row["fact.changes_last_year"] for row in rows]
    numbers = [float(text.replace(",", "")) for text in shown if text != "unknown"]
    assert numbers == sorted(numbers, reverse=True)
    assert all(text == "unknown" for text in shown[len(numbers) :])
    assert all(row["capability.websockets"] for row in rows)


def test_json_has_every_cell_with_what_it_rests_on(fwwizard: Commands) -> None:
    found = json.loads(fwwizard("catalog", "table", "--columns", "all", "--json").out)
    ids = [column["id"] for column in found["columns"]]
    assert len(ids) > 40
    for framework in found["frameworks"]:
        assert list(framework["cells"]) == ids
        for cell in framework["cells"].values():
            assert cell["text"]
            assert set(cell) == {"text", "known", "own", "says", "ground", "source", "as_of"}


def test_with_a_session_ranks_and_only_those_still_in(fwwizard: Commands) -> None:
    fwwizard.new("A", "project.languages.python=expert", "priorities.confirmed=true")
    found = fwwizard("catalog", "table", "--session", "A", "--columns", "rank,languages", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert 0 < len(rows) < 12
    assert all("Python" in row["languages"] for row in rows)
    ranks = [int(row["rank"]) for row in rows]
    assert ranks == sorted(ranks)


def test_what_is_no_column_is_refused_with_what_may_be_meant(fwwizard: Commands) -> None:
    assert "did you mean capability.websockets?" in refused(
        fwwizard("catalog", "table", "--columns", "webzockets")
    )
    assert "--list has them all" in refused(fwwizard("catalog", "table", "--sort", "qqqqqq"))
    assert "--session" in refused(fwwizard("catalog", "table", "--columns", "score"))


def test_the_columns_can_be_listed(fwwizard: Commands) -> None:
    lines = fwwizard("catalog", "table", "--list").out.splitlines()
    assert any(line.startswith("capability.websockets") for line in lines)
    assert any(line.startswith("score") for line in lines)
