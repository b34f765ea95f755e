"""The ranking for people."""

from __future__ import annotations

from datetime import date

from fwwizard.core.evaluation import evaluate
from fwwizard.report.ranking import ranking_text
from tests.catalogs import invented
from tests.core.build import session


def test_an_old_catalog_says_so_on_the_verdict() -> None:
    found = evaluate(invented(), session([["team"], ["performance"]]))
    lines = ranking_text(found, 0, date(2028, 2, 1)).splitlines()
    assert lines[2].startswith("The catalog describes 2026-11-01, 15 months ago")
    assert "The catalog describes" not in ranking_text(found, 0, date(2027, 1, 1))
    assert ranking_text(found, 0) == ranking_text(found, 0, date(2027, 1, 1))
