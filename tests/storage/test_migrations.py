"""Older formats are brought to today's step by step; newer ones are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fwwizard.core.session import FORMAT
from fwwizard.errors import InputError
from fwwizard.storage.migrations import STEPS, migrated
from fwwizard.storage.session_text import dump, parse_session
from fwwizard.storage.toml_text import parse_document
from tests.storage.strategies import a_session

FILE = Path("choice.toml")
TODAY = dump(a_session())
BEFORE = TODAY.replace(f"format = {FORMAT}", f"format = {FORMAT - 1}").replace("name = ", "title = ")
LONG_BEFORE = BEFORE.replace(f"format = {FORMAT - 1}", f"format = {FORMAT - 2}").replace(
    "title = ", "heading = "
)


def renamed(before: str, after: str) -> Any:
    def step(raw: dict[str, Any]) -> dict[str, Any]:
        raw[after] = raw.pop(before)
        return raw

    return step


INVENTED = {FORMAT - 2: renamed("heading", "title"), FORMAT - 1: renamed("title", "name")}


@pytest.mark.parametrize("text", [TODAY, BEFORE, LONG_BEFORE])
def test_each_older_format_becomes_todays(text: str) -> None:
    assert parse_session(parse_document(text.encode(), FILE), INVENTED) == a_session()


def test_the_steps_lead_from_the_first_format_to_todays_without_a_gap() -> None:
    assert set(STEPS) == set(range(1, FORMAT))


def test_a_format_from_which_no_step_leads_on_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        parse_session(parse_document(LONG_BEFORE.encode(), FILE), {FORMAT - 1: INVENTED[FORMAT - 1]})
    found = caught.value
    assert (found.line, found.key, found.message) == (1, "format", f"must be {FORMAT}, not {FORMAT - 2}")


def test_a_newer_format_is_refused_before_any_step() -> None:
    newer = parse_document(TODAY.replace(f"format = {FORMAT}", f"format = {FORMAT + 1}").encode(), FILE)
    with pytest.raises(InputError, match="was made by a newer fwwizard"):
        migrated(newer, {FORMAT + 1: renamed("name", "gone")})
    assert newer.raw["name"] == a_session().name


def test_errors_after_a_step_keep_the_lines_of_the_file() -> None:
    text = BEFORE.replace('step = "checklist"', 'step = "nowhere"')
    with pytest.raises(InputError) as caught:
        parse_session(parse_document(text.encode(), FILE), INVENTED)
    assert caught.value.line == text.splitlines().index('step = "nowhere"') + 1
    assert caught.value.key == "step"
    assert caught.value.message.startswith("must be")
