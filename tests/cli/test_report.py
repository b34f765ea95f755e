"""`fwwizard report`: forms, files, exit codes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import TREES, Commands, process

RANKED = 'priorities.ranking=[["team"],["time_to_market"],["performance"],["future"]]'


@pytest.fixture
def payments(fwwizard: Commands) -> Path:
    return fwwizard.new("Payments", RANKED)


def everybody_out(fwwizard: Commands) -> None:
    ids = [file.stem for file in (TREES / "frameworks").glob("*.toml")]
    fwwizard.new("Nobody", RANKED, *(f'project.excluded.{name}="no"' for name in ids))


def test_markdown_is_what_comes_unasked(fwwizard: Commands, payments: Path) -> None:
    result = fwwizard("report", "Payments")
    assert result.code == 0
    assert result.out.startswith("# Choose ")
    assert result.out == fwwizard("report", "Payments", "--format", "markdown").out
    assert result.out == fwwizard("report", "Payments", "-o", "-").out


def test_html_and_json(fwwizard: Commands, payments: Path) -> None:
    assert fwwizard("report", "Payments", "--format", "html").out.startswith("<!DOCTYPE html>\n")
    found = json.loads(fwwizard("report", "Payments", "--json").out)
    ranking = json.loads(fwwizard("rank", "Payments", "--json").out)
    assert {key: found[key] for key in ranking} == ranking
    assert found["record"]["outcome"]["option"] == found["ranking"][0]["name"]
    assert found["explanation"]["a"] == found["ranking"][0]["id"]
    assert found["plan"]["days"]


def test_the_plan_in_every_form(fwwizard: Commands, payments: Path) -> None:
    assert fwwizard("report", "Payments", "--poc").out.startswith("# Proof of concept for Payments\n")
    page = fwwizard("report", "Payments", "--poc", "--format", "html").out
    assert "<h1>Proof of concept for Payments</h1>" in page
    assert json.loads(fwwizard("report", "Payments", "--poc", "--json").out)["plan"]["flows"] == ["", ""]


@pytest.mark.parametrize(
    ("name", "start"), [("d.md", "# Choose"), ("d.HTML", "<!DOCTYPE"), ("d.json", "{"), ("d", "# Choose")]
)
def test_a_file_gets_the_form_of_its_name(
    fwwizard: Commands, payments: Path, tmp_path: Path, name: str, start: str
) -> None:
    result = fwwizard("report", "Payments", "-o", str(tmp_path / name))
    assert (result.code, result.out) == (0, "")
    assert result.err == f"wrote {tmp_path / name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_former_report_is_replaced_and_nothing_is_left_beside_it(
    fwwizard: Commands, payments: Path, tmp_path: Path
) -> None:
    directory = tmp_path / "docs"
    directory.mkdir()
    target = directory / "decision.md"
    target.write_text("before")
    for _ in range(2):
        assert fwwizard("report", "Payments", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == fwwizard("report", "Payments").out
    assert list(directory.iterdir()) == [target]


def test_the_session_itself_is_never_replaced(fwwizard: Commands, payments: Path, tmp_path: Path) -> None:
    before = payments.read_bytes()
    link = tmp_path / "link.md"
    link.symlink_to(payments)
    for target in (payments, link):
        result = fwwizard("report", "Payments", "-o", str(target))
        assert result.code == 2
        assert "this is the file of the session itself" in result.err
    assert payments.read_bytes() == before


@pytest.mark.parametrize("target", ["no/such/directory/d.md", "."])
def test_what_cannot_be_written_is_one_sentence(
    fwwizard: Commands, payments: Path, tmp_path: Path, target: str
) -> None:
    result = fwwizard("report", "Payments", "-o", str(tmp_path / target))
    assert result.code == 2
    assert result.err.count("\n") == 1


def test_where_all_are_out_the_record_says_so_with_exit_code_1(fwwizard: Commands) -> None:
    everybody_out(fwwizard)
    for form in ("markdown", "html"):
        result = fwwizard("report", "Nobody", "--format", form)
        assert result.code == 1
        assert "No option meets every must of Nobody" in result.out
        assert "left out: no" in result.out
    assert json.loads(fwwizard("report", "Nobody", "--json").out)["record"]["outcome"]["option"] == ""
    plan = fwwizard("report", "Nobody", "--poc")
    assert (plan.code, plan.out) == (1, "No framework is left to try: all are excluded.\n")


def test_a_tie_has_a_record_but_no_plan(fwwizard: Commands) -> None:
    fwwizard.new("Tied")
    assert fwwizard("report", "Tied").out.startswith("# No decision yet for Tied\n")
    assert json.loads(fwwizard("report", "Tied", "--json").out)["plan"] is None
    plan = fwwizard("report", "Tied", "--poc")
    assert plan.code == 2
    assert plan.err == "fwwizard: there are no finalists yet, every priority is tied; rank them first\n"


def test_decision_and_plan_can_be_said_are_kept_and_come_back(fwwizard: Commands, payments: Path) -> None:
    answers = [
        "decision.status=accepted",
        "decision.chosen=oak",
        'decision.deciders=["Ada", "Jun"]',
        'decision.notes="we know it"',
        "decision.review_on=2027-05-01",
        "poc.start=2026-12-01",
        'poc.flows=["search", "checkout"]',
        "poc.owners.oak=Ada",
        "poc.numbers.p95=120",
    ]
    assert fwwizard("set", "Payments", *answers).code == 0
    assert fwwizard("set", "Payments", "checklist.websockets=want").code == 0
    kept = tomllib.loads(payments.read_text(encoding="utf-8"))
    assert kept["decision"]["deciders"] == ["Ada", "Jun"]
    assert str(kept["decision"]["review_on"]) == "2027-05-01"
    assert kept["poc"]["flows"] == ["search", "checkout"]
    assert kept["poc"]["numbers"] == {"p95": 120}
    record = fwwizard("report", "Payments").out
    for words in ("Chosen option: **Oak**", "Deciders: Ada, Jun", "we know it", "On 2027-05-01", "120 ms"):
        assert words in record
    plan = fwwizard("report", "Payments", "--poc").out
    for words in ("Day 1, Tue 2026-12-01", "1. search", "built by Ada"):
        assert words in plan


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("decision.status=maybe", 'must be "proposed", "accepted" or "superseded"'),
        ("decision.chosen=oka", 'did you mean "oak"?'),
        ("decision.review_on=tomorrow", "must be a day"),
        ("poc.flows=search", "must be a list"),
        ("poc.numbers.p59=1", 'did you mean "p95"?'),
        ("poc.numbers.p95=-1", "no number from 0 on"),
        ("poc.owners.nobody=Ada", "poc.owners.nobody"),
    ],
)
def test_what_makes_no_sense_is_refused(fwwizard: Commands, payments: Path, answer: str, says: str) -> None:
    result = fwwizard("set", "Payments", answer)
    assert result.code == 2
    assert says in result.err


def test_the_same_bytes_from_another_process(fwwizard: Commands, payments: Path, tmp_path: Path) -> None:
    here = fwwizard("report", "Payments").out
    options = ["--sessions", str(fwwizard.sessions), "--catalog", str(TREES)]
    assert process(*options, "report", "Payments", home=tmp_path).out == here


def test_only_the_report_brings_in_the_template_library(
    fwwizard: Commands, payments: Path, tmp_path: Path
) -> None:
    options = ["--sessions", str(fwwizard.sessions), "--catalog", str(TREES)]
    code = "print('LOADED', *sys.modules)"
    for words, needed in ((["rank", "Payments"], False), (["--help"], False), (["report", "Payments"], True)):
        out = process(*options, *words, home=tmp_path, code=code).out
        loaded = set(out.rpartition("LOADED")[2].split())
        assert ("jinja2" in loaded) == needed
        assert not {"textual", "rich", "numpy"} & loaded
