"""What an overlay says counts, and is marked as the user's in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.cli.overlays import overlay
from tests.cli.running import Commands

RANKING = 'priorities.ranking=[["team"],["performance","time_to_market"],["future"]]'


def test_own_frameworks_and_facts_are_marked_in_every_format(fwwizard: Commands, tmp_path: Path) -> None:
    said = 'source = "wiki", as_of = 2026-11-21'
    into = overlay(
        tmp_path,
        frameworks__yew='id = "yew"\nname = "Yew"\n',
        frameworks__birch=f"[facts]\nlearning_curve = {{ value = 1, {said} }}\n",
        model='[[flags]]\nid = "declining_activity"\nmax_age_days = 30\n',
    )
    fwwizard.new("A", RANKING)
    options = ("--overlay", str(into))
    rows = {
        row["id"]: row["own"] for row in json.loads(fwwizard(*options, "rank", "A", "--json").out)["ranking"]
    }
    assert rows.pop("yew") == "framework"
    assert rows.pop("birch") == "facts"
    assert set(rows.values()) == {None}
    text = fwwizard(*options, "rank", "A", "--samples", "0").out
    assert [line.split()[1] for line in text.splitlines() if line.endswith("your own")] == ["Yew"]
    assert [line.split()[1] for line in text.splitlines() if line.endswith("with facts of yours")] == [
        "Birch"
    ]
    table = csv.DictReader(io.StringIO(fwwizard(*options, "rank", "A", "--format", "csv").out))
    assert {row["id"]: row["own"] for row in table if row["own"]} == {"yew": "framework", "birch": "facts"}
    listed = fwwizard(*options, "catalog", "list").out.splitlines()
    assert [line.split()[0] for line in listed if "with facts of yours" in line] == ["birch"]
    shown = fwwizard(*options, "catalog", "show", "birch").out
    assert shown.startswith("Birch (with facts from your overlay)\n")
    assert "Declining activity (your thresholds): " in shown or "(your thresholds): " in shown
    explained = fwwizard(*options, "explain", "A", "birch", "oak")
    assert ", your own)" in explained.out


def test_an_interval_of_the_teams_own_figure_is_read(fwwizard: Commands, tmp_path: Path) -> None:
    said = 'source = "our machine", as_of = 2026-11-21, basis = "measured"'
    fwwizard.new("A", RANKING, "checklist.request_capacity=must", "targets.request_capacity=4000")
    statuses = {}
    for name, ends in {"in": (5000, 9000), "out": (1000, 2000), "open": (3000, 5000)}.items():
        text = f"[facts]\nrequest_capacity = {{ low = {ends[0]}, high = {ends[1]}, {said} }}\n"
        into = overlay(tmp_path / name, frameworks__birch=text)
        found = json.loads(fwwizard("--overlay", str(into), "rank", "A", "--json", "--samples", "200").out)
        row = next(row for row in found["ranking"] if row["id"] == "birch")
        statuses[name] = row["status"]
        if name == "open":
            assert row["band"][0] < row["score"] < row["band"][1]
            assert "3000 to 5000 req/s measured, needs at least 4,000" in row["reasons"][0]["text"]
    assert statuses == {"in": "passes", "out": "excluded", "open": "conditional"}
