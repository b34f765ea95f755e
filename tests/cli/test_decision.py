"""A decision made by commands alone: new, set, rank, explain."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import Commands

RANKING = 'priorities.ranking=[["team"],["performance","time_to_market"],["future"]]'


def test_new_writes_one_file_and_prints_its_path(fwwizard: Commands) -> None:
    path = fwwizard.new("Payments API")
    assert list(fwwizard.sessions.iterdir()) == [path]
    table = tomllib.loads(path.read_text())
    assert (table["format"], table["name"], table["step"]) == (1, "Payments API", "project")
    assert table["catalog"]["version"] == "trees-1"
    assert table["catalog"]["digest"].startswith("sha256:")
    assert table["priorities"]["ranking"] == [["performance", "team", "time_to_market", "future"]]


def test_an_unconfirmed_tie_is_provisional_and_tells_no_winner(fwwizard: Commands) -> None:
    fwwizard.new()
    result = fwwizard("rank", "Payments API")
    assert result.code == 0
    assert "No winner yet" in result.out
    assert json.loads(fwwizard("rank", "Payments API", "--json", "--samples", "0").out)["provisional"] is True


def test_setting_a_ranking_confirms_it(fwwizard: Commands) -> None:
    path = fwwizard.new()
    assert fwwizard("set", "Payments API", RANKING).code == 0
    table = tomllib.loads(path.read_text())
    assert table["priorities"]["confirmed"] is True
    assert table["changes"][-1]["edit"] == f"set {RANKING}"
    assert table["changes"][-1]["leader"]
    assert fwwizard("set", "Payments API", "priorities.confirmed=false").code == 0
    assert json.loads(fwwizard("rank", "Payments API", "--json", "--samples", "0").out)["provisional"]


def test_answers_by_bare_words_and_toml_and_taken_back(fwwizard: Commands) -> None:
    path = fwwizard.new("A", RANKING)
    answers = ["project.languages.python=expert", 'project.needs=["json_api"]', "project.concurrent_users=40"]
    assert fwwizard("set", str(path), *answers, "name=Other name").code == 0
    table = tomllib.loads(path.read_text())
    assert table["name"] == "Other name"
    assert table["project"] == {
        "languages": {"python": "expert"},
        "needs": ["json_api"],
        "concurrent_users": 40,
    }
    assert fwwizard("set", str(path), "project.concurrent_users=", "project.languages.python=").code == 0
    assert tomllib.loads(path.read_text())["project"] == {"needs": ["json_api"]}


def test_a_factor_that_is_ranked_again_is_no_longer_ignored(fwwizard: Commands) -> None:
    path = fwwizard.new("A", 'priorities.ranking=[["team"]]', 'priorities.ignored=["future"]')
    assert fwwizard("set", str(path), 'priorities.ranking=[["team"],["future"]]').code == 0
    assert tomllib.loads(path.read_text())["priorities"].get("ignored", []) == []


def test_the_json_of_rank_has_the_fields_that_others_rely_on(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING, "project.languages.python=expert")
    found = json.loads(fwwizard("rank", "A", "--format", "json", "--samples", "500").out)
    assert found["format"] == 1
    assert found["session"]["name"] == "A"
    assert sum(found["weights"].values()) == pytest.approx(1)
    passing = [row for row in found["ranking"] if row["status"] != "excluded"]
    excluded = found["ranking"][len(passing) :]
    assert passing[0]["rank"] == 1
    assert all(row["status"] == "excluded" and row["rank"] is None for row in excluded)
    assert all(row["reasons"] and row["rank_if_waived"] >= 1 for row in excluded)
    for row in passing:
        assert sum(row["contributions"].values()) == pytest.approx(row["score"], abs=1e-12)
        assert row["band"][0] <= row["score"] <= row["band"][1]
        assert set(row["flags"]) == {"raised", "open", "unknown"}
    robustness = found["robustness"]
    assert all(0 <= factor <= 1 for factor in robustness["confidence_factors"].values())
    assert robustness["samples"] == 500
    assert sum(robustness["first"].values()) == pytest.approx(1)
    for name, shares in robustness["acceptability"].items():
        assert len(shares) == len(passing)
        assert shares[0] == pytest.approx(robustness["first"][name], abs=1e-9)
    for a, row in robustness["pairwise"].items():
        for b, share in row.items():
            assert share + robustness["pairwise"][b][a] == pytest.approx(1)
    assert set(robustness["survives"]) == {"rank_sum", "rank_reciprocal", "sum_reciprocal", "equal"}
    assert found["confidence"] in {"clear", "close", "too-close"}
    assert found["provisional"] is False
    assert all({"kind", "winner"} <= set(flip) for flip in found["flips"])
    assert all({"kind", "probability"} <= set(question) for question in found["find_out"])


def test_advice_is_given_with_its_source_in_json_and_text(fwwizard: Commands, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "advice.toml").write_text(
        '[[advice]]\nid = "queue"\ntext = "{leader} needs a queue."\nsource = "our wiki"\n'
        'answers = [[{ conditions = ["cpu_bound"] }]]\n'
    )
    fwwizard.new("A", RANKING, 'project.conditions=["cpu_bound"]')
    for samples in ("0", "200"):
        found = fwwizard("--overlay", str(overlay), "rank", "A", "--json", "--samples", samples)
        table = json.loads(found.out)
        leader = table["ranking"][0]["name"]
        assert table["advice"] == [
            {
                "id": "queue",
                "text": f"{leader} needs a queue.",
                "source": "our wiki",
                "reads": ["project.conditions"],
                "own": True,
            }
        ]
    text = fwwizard("--overlay", str(overlay), "rank", "A").out
    assert f"advice that applies:\n  {leader} needs a queue.\n      our wiki, your own\n" in text
    assert json.loads(fwwizard("rank", "A", "--json").out)["advice"] == []


def test_json_and_format_json_are_the_same_and_samples_0_leaves_robustness_out(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING)
    assert fwwizard("rank", "A", "--json", "--samples", "200") == fwwizard(
        "rank", "A", "--format", "json", "--samples", "200"
    )
    assert "robustness" not in json.loads(fwwizard("rank", "A", "--json", "--samples", "0").out)


def test_the_same_session_gives_the_same_digits(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING)
    runs = {fwwizard("rank", "A", "--json", "--samples", "300").out for _ in range(2)}
    assert len(runs) == 1


def test_csv_has_a_line_a_framework(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING)
    rows = list(csv.DictReader(io.StringIO(fwwizard("rank", "A", "--format", "csv").out)))
    assert len(rows) == 12
    assert {"rank", "id", "score", "team", "reasons"} <= set(rows[0])


def test_text_names_leader_table_and_reasons(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING, "project.languages.python=expert")
    text = fwwizard("rank", "A").out
    leader = json.loads(fwwizard("rank", "A", "--json", "--samples", "0").out)["ranking"][0]["name"]
    assert f"{leader} leads" in text
    assert "is not among your languages" in text
    assert "what would change the winner:" in text
    assert "weights: Team expertise" in text


def test_explain_compares_the_leader_with_the_next_or_any_two(fwwizard: Commands) -> None:
    fwwizard.new("A", RANKING)
    ids = [row["id"] for row in json.loads(fwwizard("rank", "A", "--json", "--samples", "0").out)["ranking"]]
    default = json.loads(fwwizard("explain", "A", "--json").out)
    assert (default["a"], default["b"]) == (ids[0], ids[1])
    third = json.loads(fwwizard("explain", "A", ids[2], "--format", "json").out)
    assert (third["a"], third["b"]) == (ids[2], ids[0])
    pair = json.loads(fwwizard("explain", "A", ids[3], ids[4], "--json").out)
    assert sum(factor["amount"] for factor in pair["factors"]) == pytest.approx(pair["total"], abs=1e-12)
    whole = json.loads(fwwizard("rank", "A", "--json").out)["robustness"]["pairwise"]
    assert pair["index"] == whole[ids[3]][ids[4]]
    text = fwwizard("explain", "A").out
    assert "of the weightings your ranking allows" in text
    assert "is ahead of" in text
    assert "rest on:" in text


def test_explain_says_that_an_order_means_nothing_yet(fwwizard: Commands) -> None:
    fwwizard.new("A")
    told = "No winner yet: every priority is tied"
    assert told in fwwizard("rank", "A", "--samples", "0").out
    assert told in fwwizard("explain", "A").out
    fwwizard.new("B", RANKING)
    assert "No winner yet" not in fwwizard("explain", "B").out


def test_nothing_passes_exits_1_and_names_the_least_unmet(fwwizard: Commands) -> None:
    path = fwwizard.new("A", RANKING)
    reasons = [f'project.excluded.{name}="out"' for name in _ids(fwwizard)]
    assert fwwizard("set", str(path), *reasons).code == 0
    result = fwwizard("rank", "A")
    assert result.code == 1
    assert "No framework meets every must." in result.out
    assert "least unmet, and what to relax:" in result.out
    assert fwwizard("rank", "A", "--json").code == 1
    assert fwwizard("explain", "A").code == 1


def _ids(fwwizard: Commands) -> list[str]:
    found = json.loads(fwwizard("rank", "A", "--json", "--samples", "0").out)
    return [row["id"] for row in found["ranking"]]
