from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given

from fwwizard.core.session import Change, Session
from fwwizard.errors import InputError
from fwwizard.storage.session_text import answer_error, dump, parse_session, session_table
from fwwizard.storage.toml_text import Document, parse_document
from tests.storage.strategies import a_session, sessions

FILE = Path("choice.toml")


def parsed(text: str) -> Session:
    return parse_session(parse_document(text.encode(), FILE))


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parsed(text)
    return str(caught.value)


@given(sessions)
def test_a_session_comes_back_as_it_was(session: Session) -> None:
    assert parsed(dump(session)) == session


@given(sessions)
def test_the_bytes_are_stable(session: Session) -> None:
    text = dump(session)
    assert dump(parsed(text)) == text


@given(sessions)
def test_the_table_of_a_session_is_taken_back(session: Session) -> None:
    assert parse_session(Document(FILE, "", session_table(session))) == session


def test_the_keys_stand_in_the_order_of_the_format_and_the_log_last() -> None:
    text = dump(a_session())
    assert list(tomllib.loads(text)) == [
        "format", "id", "name", "created", "updated", "step", "priorities", "checklist", "changes",
    ]  # fmt: skip
    assert text.rindex("[[changes]]") > text.rindex("[checklist")


def test_what_was_not_answered_is_left_out() -> None:
    assert "project" not in dump(a_session())
    assert "severity" not in dump(a_session())


def test_times_are_written_in_utc_to_the_second() -> None:
    east = datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    session = replace(a_session(), updated=east, changes=(Change(east, "moved"),))
    read = parsed(dump(session))
    assert read.updated == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert read.changes[0].at == read.updated


def test_a_time_without_a_zone_is_taken_for_utc() -> None:
    text = dump(a_session()).replace("2026-11-21 10:00:00+00:00", "2026-11-21T10:00:00")
    assert parsed(text).created == datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_a_time_before_time_is_refused() -> None:
    text = dump(a_session()).replace("2026-11-21 10:00:00+00:00", "0001-01-01T00:00:00+14:00")
    assert refused(text) == "choice.toml:4:1: created: is a time that is out of range"


def test_a_newer_format_is_refused_before_anything_else_is_read() -> None:
    assert refused('format = 2\nwhatever = "new"\n') == (
        "choice.toml:1:1: format: was made by a newer fwwizard, this one reads format 1 and not 2;"
        " it was left as it is"
    )


@pytest.mark.parametrize("given", ["0", "-1", "true", '"1"', "1.5"])
def test_any_other_format_is_refused(given: str) -> None:
    assert refused(dump(a_session()).replace("format = 1", f"format = {given}")).startswith(
        "choice.toml:1:1: format: must be "
    )


def test_what_is_required_is_named_when_missing() -> None:
    for key in ("format", "id", "name", "created", "updated", "step", "priorities"):
        table = {k: v for k, v in session_table(a_session()).items() if k != key}
        with pytest.raises(InputError) as caught:
            parse_session(Document(FILE, "", table))
        assert str(caught.value) == f"choice.toml: {key}: is missing"


def test_an_answer_that_the_catalog_cannot_use_is_shown_with_its_line() -> None:
    document = parse_document(dump(a_session()).encode(), FILE)
    line = document.text.splitlines().index("[checklist.api_docs]") + 1
    error = answer_error(document, "checklist.api_docs.must", "is no level")
    assert str(error) == f"choice.toml:{line + 1}:1: checklist.api_docs.must: is no level"
    assert answer_error(document, "checklist.nothing", "is not known").key == "checklist.nothing"


def test_a_key_with_dots_is_found() -> None:
    document = parse_document(b'[targets]\n"a.b" = 3\n', FILE)
    assert answer_error(document, "targets.a.b", "is too small").line == 2
