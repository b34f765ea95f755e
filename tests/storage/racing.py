"""One of two writers of a session: `python -m tests.storage.racing WAY NAME FILE`.

Makes one edit for each line that it is given, and answers with a line: "in", or the sentence with
which the edit was refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from fwwizard.cli.main import run
from fwwizard.core.edits import Edit, logged
from fwwizard.core.session import Session
from fwwizard.errors import SaveError
from fwwizard.storage.sessions import read
from fwwizard.tui.session_files import SessionFile

CATALOG = Path(__file__).parents[1] / "data" / "catalog"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
KEYS = {"first": "decision.notes", "second": "poc.flows"}

Writer = Callable[[str], str]
"""Makes an edit of that word, and says how it went."""


def set_answers(name: str, file: Path) -> Writer:
    """As `fwwizard set`, which reads the file anew each time."""

    def write(word: str) -> str:
        value = f'["{word}"]' if KEYS[name] == "poc.flows" else word
        with redirect_stderr(StringIO()) as told:
            code = run(["--catalog", str(CATALOG), "set", str(file), f"{KEYS[name]}={value}"])
        return "in" if code == 0 else told.getvalue().strip() or f"code {code}"

    return write


def wizard(name: str, file: Path) -> Writer:
    """As the wizard, which goes on from what it saved itself, and reads again when it is refused."""
    opened = [SessionFile(read(file))]
    session = [opened[0].session]

    def write(word: str) -> str:
        edited = logged(Edit(_answered(session[0], name, word), f"set {KEYS[name]}={word}"), NOON, "")
        try:
            opened[0].save(edited)
        except SaveError as error:
            opened[0] = SessionFile(read(file))
            session[0] = opened[0].session
            return str(error)
        session[0] = edited
        return "in"

    return write


def _answered(session: Session, name: str, word: str) -> Session:
    if KEYS[name] == "poc.flows":
        return replace(session, poc=replace(session.poc, flows=(word,)))
    return replace(session, decision=replace(session.decision, notes=word))


WAYS: dict[str, Callable[[str, Path], Writer]] = {"set": set_answers, "wizard": wizard}


def main(way: str, name: str, file: Path) -> None:
    """Answers until nothing more is asked."""
    write = WAYS[way](name, file)
    print("ready", flush=True)  # noqa: T201  the parent waits for it
    for line in sys.stdin:
        print(write(line.strip()), flush=True)  # noqa: T201  the answer


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
