"""The quick way from TOML values to core values takes nothing that the validator would refuse."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.fitting import UnfitError, fitted
from fwwizard.storage.session_text import dump
from fwwizard.storage.toml_text import Document
from fwwizard.storage.validation import validated
from tests.storage.strategies import a_session, sessions

Raw = dict[str, object]

odd_values = st.one_of(
    st.text(max_size=5),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.sampled_from(["want", "must", "accept", "expert", "checklist", 100, 1.0]),
    st.just([]),
    st.lists(st.sampled_from(["team", 1, []]), max_size=2),
    st.dictionaries(
        st.sampled_from(["must", "verdict", "a", "at"]), st.sampled_from(["want", 1]), max_size=2
    ),
)


def by_the_validator(raw: Raw) -> Session:
    return validated(Document(Path("session.toml"), "", raw), Session)


def as_written(session: Session) -> Raw:
    return tomllib.loads(dump(session))


@st.composite
def spoilt(draw: st.DrawFn) -> Raw:
    """The tables of a session with one value, anywhere, exchanged for another."""
    raw = as_written(draw(sessions))
    at: object = raw
    while True:
        if isinstance(at, dict) and at:
            key: object = draw(st.sampled_from(sorted(at)))
        elif isinstance(at, list) and at:
            key = draw(st.integers(0, len(at) - 1))
        else:
            return raw
        below = cast("dict[object, object]", at)[key]
        if isinstance(below, dict | list) and below and draw(st.booleans()):
            at = below
            continue
        cast("dict[object, object]", at)[key] = draw(odd_values)
        return raw


@given(sessions)
def test_a_session_as_it_was_written_needs_no_validator(session: Session) -> None:
    raw = as_written(session)
    assert fitted(Session, raw) == by_the_validator(raw)


@given(spoilt())
def test_what_fits_is_what_the_validator_makes(raw: Raw) -> None:
    try:
        value = fitted(Session, raw)
    except UnfitError:
        return
    assert value == by_the_validator(raw)


@pytest.mark.parametrize("key", ["id", "priorities", "step"])
def test_what_is_absent_does_not_fit(key: str) -> None:
    raw = as_written(a_session())
    del raw[key]
    with pytest.raises(UnfitError):
        fitted(Session, raw)
    with pytest.raises(InputError):
        by_the_validator(raw)


def test_a_sound_session_is_read_without_the_validator(tmp_path: Path) -> None:
    path = tmp_path / "sound.toml"
    path.write_text(dump(a_session()))
    program = (
        "import sys; from pathlib import Path; from fwwizard.storage.sessions import read; "
        f"read(Path({str(path)!r})); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
