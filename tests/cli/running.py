"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from fwwizard.cli.main import run

TREES = Path(__file__).parents[1] / "data" / "catalog"
SRC = Path(__file__).parents[2] / "src"


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


class Commands:
    """`fwwizard` with a directory of sessions of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], sessions: Path) -> None:
        self._capsys = capsys
        self.sessions = sessions

    def __call__(self, *arguments: str, catalog: Path | None = TREES) -> Result:
        options = ["--sessions", str(self.sessions)]
        if catalog is not None:
            options += ["--catalog", str(catalog)]
        code = run([*options, *arguments])
        captured = self._capsys.readouterr()
        return Result(code, captured.out, captured.err)

    def new(self, name: str = "Payments API", *answers: str) -> Path:
        """A new session; its file."""
        options = [word for answer in answers for word in ("--set", answer)]
        result = self("new", name, "--no-open", *options)
        assert result.code == 0, result.err
        return Path(result.out.strip())


def process(*arguments: str, home: Path, code: str = "") -> Result:
    """The same in a process of its own; `code` runs after the command, with `exit_code` set."""
    script = (
        "import sys\nfrom fwwizard.cli.main import run\n"
        f"exit_code = run(sys.argv[1:])\n{code}\nsys.exit(exit_code)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(SRC), "FWWIZARD_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)
