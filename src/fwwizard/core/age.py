"""How old facts are: before the day that the catalog describes, and the catalog before today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fwwizard.core.catalog import Framework

OLD_AFTER_DAYS = 365
"""Facts and catalogs older than this are called old."""


@dataclass(frozen=True, slots=True)
class FactAges:
    """How many of a framework's known facts and capabilities are old."""

    known: int
    old: int
    oldest: date | None
    """The earliest day among the known ones; None where none has a day."""

    @property
    def mostly_old(self) -> bool:
        """Whether the old ones are more than half."""
        return self.old * 2 > self.known


def is_old(observed: date | None, day: date | None) -> bool:
    """Whether something observed on one day was old on another; without a day nothing is old."""
    return observed is not None and day is not None and (day - observed).days > OLD_AFTER_DAYS


def fact_ages(framework: Framework, catalog_day: date | None) -> FactAges:
    """The ages of everything known of a framework, on the day that the catalog describes."""
    days = [framework.day_of(fact) for fact in framework.facts.values() if fact.known]
    days += [framework.day_of(c) for c in framework.capabilities.values() if c.level != "unknown"]
    old = sum(is_old(day, catalog_day) for day in days)
    return FactAges(len(days), old, min((day for day in days if day is not None), default=None))


def age_sentence(framework: Framework, catalog_day: date | None) -> str:
    """How many of a framework's facts are old, in a sentence; empty where none is."""
    ages = fact_ages(framework, catalog_day)
    if not ages.old or ages.oldest is None:
        return ""
    verb = "is" if ages.old == 1 else "are"
    return (
        f"{ages.old} of {ages.known} facts {verb} more than a year older than the catalog, "
        f"the oldest from {ages.oldest:%Y-%m}"
    )


def catalog_age(catalog_day: date | None, today: date | None) -> str:
    """A sentence that warns of an old catalog; empty where it is not old.

    Args:
        catalog_day: the day that the catalog describes; None: it does not say.
        today: given from outside, the core has no clock; None: nobody asks.
    """
    if catalog_day is None or today is None or not is_old(catalog_day, today):
        return ""
    months = (today.year - catalog_day.year) * 12 + today.month - catalog_day.month
    months -= today.day < catalog_day.day
    return (
        f"The catalog describes {catalog_day.isoformat()}, {months} months ago: "
        "check what the verdict rests on before you rely on it."
    )
