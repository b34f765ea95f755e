"""Warning signs in three values, from dated evidence."""

from __future__ import annotations

from datetime import date

import pytest

from fwwizard.core.catalog import Fact, Framework
from fwwizard.core.flags import assess, findings
from fwwizard.core.model import Catalog, Condition, Factor, FlagRule, Model

TODAY = date(2026, 11, 21)
ACTIVITY = FlagRule(
    "activity",
    "Declining activity",
    sentence="{changes:change|changes} landed to {changes.as_of}; {releases:release|releases} in a year",
    raised=(
        (Condition("changes", below=12),),
        (Condition("changes", below=24), Condition("releases", below=1)),
    ),
    watch=((Condition("releases", below=1),),),
)


def fact(value: float | str | bool | None, as_of: date = date(2026, 8, 1)) -> Fact:
    return Fact(value, as_of=as_of)


@pytest.mark.parametrize(
    ("changes", "releases", "state"),
    [
        (5.0, 3.0, "raised"),
        (20.0, 0.0, "raised"),
        (20.0, 2.0, "clear"),
        (99.0, 0.0, "watch"),
        (99.0, None, "unknown"),
        (None, 0.0, "unknown"),
        (5.0, None, "raised"),
        (None, None, "unknown"),
    ],
)
def test_what_evidence_makes_of_it(changes: float | None, releases: float | None, state: str) -> None:
    one = Framework("a", "A", facts={"changes": fact(changes), "releases": fact(releases)})
    assert assess(ACTIVITY, one, TODAY).state == state


def test_stale_evidence_makes_it_unknown_and_says_so() -> None:
    old = {"changes": fact(5.0, date(2024, 10, 1)), "releases": fact(3.0)}
    found = assess(ACTIVITY, Framework("a", "A", facts=old), TODAY)
    assert found.state == "unknown"
    assert found.sentence.endswith("too old to count: changes")
    assert assess(ACTIVITY, Framework("a", "A", facts=old), None).state == "raised"


def test_the_sentence_states_the_evidence_in_the_right_number() -> None:
    one = Framework("a", "A", facts={"changes": fact(1.0), "releases": fact(2.0)})
    assert assess(ACTIVITY, one, TODAY).sentence == "1 change landed to 2026-08; 2 releases in a year"
    half = Framework("a", "A", facts={"releases": fact(1234.0)})
    assert assess(ACTIVITY, half, TODAY).sentence == "1234 releases in a year; not known: changes"


def test_a_day_is_old_against_the_day_of_its_observation() -> None:
    rule = FlagRule("docs", "Docs", raised=((Condition("last", older_than_days=365),),))
    one = Framework("a", "A", facts={"last": Fact("2025-01-01", as_of=date(2026, 8, 1))})
    assert assess(rule, one, TODAY).state == "raised"
    fresh = Framework("a", "A", facts={"last": Fact("2026-01-01", as_of=date(2026, 8, 1))})
    assert assess(rule, fresh, TODAY).state == "clear"
    nonsense = Framework("a", "A", facts={"last": Fact("spring", as_of=date(2026, 8, 1))})
    assert assess(rule, nonsense, TODAY).state == "unknown"


def test_a_flaw_of_the_foundation_counts_for_what_stands_on_it() -> None:
    rule = FlagRule(
        "security",
        "Security",
        inherits=True,
        sentence="{flaws} unpatched",
        raised=((Condition("flaws", at_least=1),),),
    )
    base = Framework("base", "Base", facts={"flaws": fact(2.0)}, builds_on=("top",))
    middle = Framework("middle", "Middle", facts={"flaws": fact(0.0)}, builds_on=("base",))
    top = Framework("top", "Top", facts={"flaws": fact(0.0)}, builds_on=("middle", "absent"))
    model = Model(1, "test", (Factor("c", "c"),), (), as_of=TODAY, flags=(rule,))
    found = findings(Catalog(model, (base, middle, top)))
    assert found["top"]["security"].state == "raised"
    assert found["top"]["security"].inherited_from == "base"
    assert found["top"]["security"].sentence == "Base, which it builds on: 2 unpatched"
    assert found["base"]["security"].inherited_from == ""
