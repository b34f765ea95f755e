from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.storage.session_names import file_name_for, is_session_name, new_id


@given(st.text(), st.text(), st.booleans())
def test_any_name_and_id_give_a_plain_file_name(name: str, session_id: str, whole: bool) -> None:
    made = file_name_for(name, session_id, whole_id=whole)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.toml", made)
    assert len(made) < 100
    assert is_session_name(made)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Payments API", "payments-api-3f0c1a2b.toml"),
        ("Überweisungen & mehr", "uberweisungen-mehr-3f0c1a2b.toml"),
        ("支払い", "session-3f0c1a2b.toml"),
        ("../../etc/passwd", "etc-passwd-3f0c1a2b.toml"),
        ("CON", "con-3f0c1a2b.toml"),
        ("", "session-3f0c1a2b.toml"),
        ("x" * 500, f"{'x' * 40}-3f0c1a2b.toml"),
        ("a\x00b\x1b[31m\u202ec", "a-b-31mc-3f0c1a2b.toml"),
    ],
)
def test_file_names_follow_the_name(name: str, made: str) -> None:
    assert file_name_for(name, "3f0c1a2b-0000-4000-8000-000000000000") == made


@pytest.mark.parametrize(
    "name", [".x.toml.bak", ".x.toml", "x.commented.toml", "x.commented-2.toml", "x.txt", "x"]
)
def test_what_stands_beside_sessions_is_none(name: str) -> None:
    assert not is_session_name(name)


def test_ids_differ() -> None:
    assert new_id() != new_id()
