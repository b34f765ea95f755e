"""Session files of every format there was: none is ever changed, and all are read for good.

`expected.toml` beside them says what comes of each over the invented catalog. A new format adds files;
it never touches these.
"""

from __future__ import annotations

import shutil
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from fwwizard.core.evaluation import evaluate
from fwwizard.core.session import FORMAT, Session
from fwwizard.errors import InputError, printable
from fwwizard.storage.session_checks import check_answers
from fwwizard.storage.session_text import dump, parse_session
from fwwizard.storage.sessions import read
from fwwizard.storage.toml_text import parse_document
from tests.catalogs import invented

FROZEN = Path(__file__).parents[1] / "data" / "sessions"
EXPECTED = tomllib.loads((FROZEN / "expected.toml").read_text(encoding="utf-8"))
SOUND = sorted(path for path in FROZEN.glob("*.toml") if path.name != "expected.toml")
BROKEN = sorted((FROZEN / "broken").glob("*.toml"))


def ranking_digest(session: Session) -> str:
    """Order, status and score to nine digits of every framework, as one digest."""
    standings = evaluate(invented(), session).standings
    lines = [f"{s.rank} {s.framework} {s.status} {s.score:.9f}" for s in standings]
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def checked(path: Path) -> Session:
    stored = read(path)
    check_answers(stored.session, invented(), stored.document)
    return stored.session


def test_each_has_its_expectation() -> None:
    assert {path.stem for path in SOUND} == set(EXPECTED["sound"])
    assert {path.stem for path in BROKEN} == set(EXPECTED["broken"])
    assert {EXPECTED["sound"][path.stem]["format"] for path in SOUND} == set(range(1, FORMAT + 1))


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_one_ranks_as_it_always_did(path: Path) -> None:
    expected = EXPECTED["sound"][path.stem]
    session = checked(path)
    leader = evaluate(invented(), session).leader
    assert (leader.framework if leader else "") == expected["leader"]
    assert ranking_digest(session) == expected["ranking"]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_one_says_the_same_after_it_was_saved(path: Path) -> None:
    session = checked(path)
    text = dump(session)
    assert parse_session(parse_document(text.encode(), path)) == session
    assert text.startswith(f"format = {FORMAT}\n")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_one_is_refused_in_the_same_words_and_left_as_it_is(path: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copy(path, tmp_path))
    with pytest.raises(InputError) as caught:
        checked(copied)
    error, expected = caught.value, EXPECTED["broken"][path.stem]
    told = {"line": error.line or 0, "key": error.key, "message": error.message, "hint": error.hint}
    assert {
        name: printable(text) if isinstance(text, str) else text for name, text in told.items()
    } == expected
    assert copied.read_bytes() == path.read_bytes()
