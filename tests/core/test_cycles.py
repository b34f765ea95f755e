"""Edits that take the next answer of the session they are given."""

from __future__ import annotations

from collections.abc import Callable

from fwwizard.core import cycles
from fwwizard.core.edits import Edit
from fwwizard.core.model import FlagRule, Named, Requirement
from fwwizard.core.session import FlagVerdict, MustLevel, Session
from tests.core.build import framework, session

GO = Named("go", "Go")
OAK = framework("oak")
DOCS = Requirement("docs", "Docs", capability="docs")
OLD = FlagRule("old", "Old docs")
LEVELS = ("built-in", "official", "ecosystem")


def rounds(step: Callable[[Session], Edit], count: int) -> list[Session]:
    """The sessions after each of some edits, one upon the other."""
    found, present = [], session()
    for _ in range(count):
        present = step(present).session
        found.append(present)
    return found


def test_languages_go_round_and_back() -> None:
    forth = rounds(lambda s: cycles.cycle_language(s, GO), 5)
    said = [s.project.languages.get("go") for s in forth]
    assert said == ["expert", "working", "learning", "open", None]
    back = rounds(lambda s: cycles.cycle_language(s, GO, -1), 5)
    assert [s.project.languages.get("go") for s in back] == ["open", "learning", "working", "expert", None]


def test_experience_goes_round() -> None:
    found = rounds(lambda s: cycles.cycle_experience(s, OAK), 3)
    assert [s.project.experience.get("oak") for s in found] == ["production", "tried", None]


def test_what_runs_today_is_toggled() -> None:
    found = rounds(lambda s: cycles.toggle_current(s, OAK), 2)
    assert [s.project.current for s in found] == ["oak", ""]


def test_wishes_go_round_and_leave_out_a_must_that_cannot_be() -> None:
    found = rounds(lambda s: cycles.cycle_wish(s, DOCS), 3)
    assert [s.checklist.get("docs") for s in found] == ["want", "must", None]
    found = rounds(lambda s: cycles.cycle_wish(s, DOCS, None), 2)
    assert [s.checklist.get("docs") for s in found] == ["want", None]


def test_levels_go_round_from_the_default() -> None:
    found = rounds(lambda s: cycles.cycle_level(s, DOCS, LEVELS, "official"), 4)
    assert [s.checklist["docs"] for s in found] == [
        "must",
        MustLevel("ecosystem"),
        MustLevel("built-in"),
        "must",
    ]


def test_a_level_that_is_not_offered_goes_to_the_first_one() -> None:
    before = session(checklist={"docs": MustLevel("manual")})
    after = cycles.cycle_level(before, DOCS, LEVELS, "official").session
    assert after.checklist["docs"] == MustLevel("built-in")


def test_a_must_at_a_level_is_taken_back_by_the_same_key() -> None:
    before = session(checklist={"docs": MustLevel("built-in")})
    assert cycles.toggle_must(before, DOCS).session.checklist == {}
    assert cycles.toggle_want(before, DOCS).session.checklist == {"docs": "want"}


def test_concerns_grow_and_go() -> None:
    found = rounds(lambda s: cycles.cycle_concern(s, OAK, OLD), 3)
    assert [s.flags.get("oak", {}).get("old") for s in found] == [
        FlagVerdict("concern", "minor"),
        FlagVerdict("concern", "major"),
        None,
    ]


def test_a_concern_replaces_another_verdict_and_keeps_its_reason() -> None:
    before = session(flags={"oak": {"old": FlagVerdict("accept", reason="fine")}})
    after = cycles.cycle_concern(before, OAK, OLD).session
    assert after.flags["oak"]["old"] == FlagVerdict("concern", "minor", "fine")
    assert cycles.cycle_concern(before, OAK, OLD, "slow").session.flags["oak"]["old"].reason == "slow"
