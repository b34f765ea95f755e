"""Two programs that edit one session at once: every edit is in the file, or was refused aloud."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fwwizard.storage.sessions import load, save
from tests.conftest import Tried
from tests.storage.racing import KEYS
from tests.storage.strategies import a_session

ROOT = Path(__file__).parents[2]
EDITS = 200


class Racer:
    """A writer in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def begin(self, word: str) -> None:
        """Has it make an edit, without waiting."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        """What it says next."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def racer(way: str, name: str, file: Path) -> Iterator[Racer]:
    command = [sys.executable, "-m", "tests.storage.racing", way, name, str(file)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        found = Racer(process)
        try:
            assert found.answer() == "ready"
            yield found
        finally:
            process.communicate()


@pytest.mark.slow
@pytest.mark.parametrize("ways", [("set", "set"), ("set", "wizard"), ("wizard", "wizard")])
def test_of_two_writers_every_edit_is_in_the_file_or_was_refused_aloud(
    tmp_path: Path, ways: tuple[str, str], tried: Tried
) -> None:
    file = tmp_path / "choice.toml"
    save(a_session(), file)
    landed = refused = 0
    with racer(ways[0], "first", file) as first, racer(ways[1], "second", file) as second:
        for number in range(EDITS):
            words = {name: f"{name}-{number}" for name in KEYS}
            for one, word in zip((first, second), words.values(), strict=True):
                one.begin(word)
            answers = dict(zip(words, (first.answer(), second.answer()), strict=True))
            session = load(file)
            logged = " ".join(change.edit for change in session.changes[-2:])
            values = (session.decision.notes, *session.poc.flows)
            for name, answer in answers.items():
                assert (words[name] in logged) == (words[name] in values) == (answer == "in"), answer
                assert answer == "in" or "not saved" in answer or "another program" in answer
            landed += sum(answer == "in" for answer in answers.values())
            refused += sum(answer != "in" for answer in answers.values())
    tried(f"edits raced by {' and '.join(ways)}, in the file", landed)
    tried(f"edits raced by {' and '.join(ways)}, refused aloud", refused)
    assert landed + refused == 2 * EDITS
    assert landed >= EDITS
