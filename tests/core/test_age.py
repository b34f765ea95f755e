"""How old facts and the catalog are, and what is said about it."""

from __future__ import annotations

from datetime import date

import pytest

from fwwizard.core.age import age_sentence, catalog_age, fact_ages, is_old
from fwwizard.core.catalog import Capability, Fact, Framework

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("observed", "old"),
    [(date(2026, 11, 21), False), (date(2025, 11, 21), False), (date(2025, 11, 20), True), (None, False)],
)
def test_old_is_more_than_a_year(observed: date | None, old: bool) -> None:
    assert is_old(observed, DAY) is old
    assert not is_old(observed, None)


def test_ages_take_the_framework_s_day_where_a_fact_has_none_and_leave_unknown_ones_out() -> None:
    one = Framework(
        "a",
        "A",
        as_of=date(2024, 10, 25),
        facts={"new": Fact(1.0, as_of=DAY), "old": Fact(2.0), "unknown": Fact()},
        capabilities={"cors": Capability("official"), "csrf": Capability("unknown")},
    )
    ages = fact_ages(one, DAY)
    assert (ages.known, ages.old, ages.oldest) == (3, 2, date(2024, 10, 25))
    assert ages.mostly_old
    assert age_sentence(one, DAY).startswith("2 of 3 facts are more than a year older than the catalog")
    assert age_sentence(one, DAY).endswith("the oldest from 2024-10")
    assert age_sentence(one, date(2024, 12, 1)) == ""


def test_a_catalog_older_than_a_year_says_so_and_by_how_much() -> None:
    assert catalog_age(DAY, date(2027, 11, 21)) == ""
    warned = catalog_age(DAY, date(2028, 1, 20))
    assert "2026-11-21, 13 months ago" in warned
    assert "2026-11-21, 14 months ago" in catalog_age(DAY, date(2028, 1, 21))
    assert catalog_age(DAY, None) == ""
    assert catalog_age(None, DAY) == ""
