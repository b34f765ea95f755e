"""What is saved is loaded as it was, and saving that gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.session import Change, FlagVerdict, Session
from fwwizard.storage.session_text import dump, parse_session
from fwwizard.storage.sessions import load, read, save
from fwwizard.storage.toml_text import parse_document
from tests.storage.faulty_files import UnflushedFiles
from tests.storage.strategies import a_session, sessions, times

SURROGATES = range(0xD800, 0xE000)
"""Halves of characters, which are none."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new path each time it is asked for."""
    directory = tmp_path_factory.mktemp("sessions")
    return (directory / f"{number}.toml" for number in count())


def assert_round_trip(session: Session, first: Path, second: Path) -> None:
    save(session, first, files=UnflushedFiles())
    loaded = load(first)
    assert loaded == session
    save(loaded, second, files=UnflushedFiles())
    assert second.read_bytes() == first.read_bytes()
    again = save(loaded, first, expected=read(first).digest, files=UnflushedFiles())
    assert again.digest == read(second).digest


@given(session=sessions)
def test_any_session_comes_back_from_its_file_and_goes_into_another_with_the_same_bytes(
    fresh: Iterator[Path], session: Session
) -> None:
    assert_round_trip(session, next(fresh), next(fresh))


@pytest.mark.parametrize("plane", range(17))
def test_every_character_of_unicode_comes_back_wherever_words_stand(tmp_path: Path, plane: int) -> None:
    codes = range(plane * 0x10000, (plane + 1) * 0x10000)
    words = "".join(chr(code) for code in codes if code not in SURROGATES)
    plain = a_session()
    session = replace(
        plain,
        name=words,
        project=replace(plain.project, excluded={words: words}),
        flags={"fastapi": {"activity": FlagVerdict("concern", "major", words[::-1])}},
        decision=replace(plain.decision, notes=words),
        changes=(*plain.changes, Change(plain.updated, words)),
    )
    assert_round_trip(session, tmp_path / "first.toml", tmp_path / "second.toml")


@given(
    start=times.filter(lambda time: 2 <= time.year <= 9998),
    offset=st.timedeltas(timedelta(hours=-23, minutes=-59), timedelta(hours=23, minutes=59)),
    micros=st.integers(0, 999_999),
)
def test_a_time_of_any_zone_is_written_once_for_all(start: datetime, offset: timedelta, micros: int) -> None:
    minutes = timedelta(minutes=offset // timedelta(minutes=1))
    zoned = start.replace(microsecond=micros).astimezone(timezone(minutes))
    session = replace(a_session(), created=zoned, changes=(Change(zoned, "moved"),))
    text = dump(session)
    loaded = parse_session(parse_document(text.encode(), Path("choice.toml")))
    assert dump(loaded) == text
    assert loaded.created == start
