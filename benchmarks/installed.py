"""The wheel, installed into a virtual environment of its own, and sessions made with it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

RANKING = (
    'priorities.ranking=[["team"],["time_to_market"],["performance"],["scalability"],'
    '["budget"],["fit"],["future"]]'
)
PYTHON_TEAM = (
    RANKING,
    "priorities.confirmed=true",
    "project.languages.python=expert",
    'project.needs=["api_first"]',
    "checklist.websockets=want",
    "checklist.api_docs=want",
    "step=priorities",
)
"""What a team of one language says: half of the frameworks are out."""
OPEN_TEAM = (*PYTHON_TEAM, "project.other_languages=consider")
"""The same with every framework in: the most there is to compute."""

_BARE = """\
from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("one label")


Bare().run()
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """An installation from the wheel below a directory that the caller throws away."""

    directory: Path

    @property
    def python(self) -> Path:
        """The interpreter."""
        return self.directory / "venv" / "bin" / "python"

    @property
    def fwwizard(self) -> Path:
        """The console script."""
        return self.python.with_name("fwwizard")

    @property
    def bare_app(self) -> Path:
        """A Textual program that shows one label."""
        return self.directory / "bare.py"

    def environment(self, home: str = "home") -> dict[str, str]:
        """That of a person who writes bytecode and has a good terminal.

        Args:
            home: which of the program's homes, made when first written.
        """
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "NO_COLOR"}
        return kept | {
            "FWWIZARD_HOME": str(self.directory / home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
        }

    def make_session(
        self, name: str, answers: Sequence[str], home: str = "home", options: Sequence[str] = ()
    ) -> None:
        """Writes a session with the program itself.

        Args:
            name: what it is called.
            answers: as `--set` takes them.
            home: the program's home that it lies in.
            options: global ones, before the command.

        Raises:
            subprocess.CalledProcessError: it refused the answers.
        """
        settings = [word for answer in answers for word in ("--set", answer)]
        subprocess.run(
            [self.fwwizard, *options, "new", name, "--no-open", *settings],
            env=self.environment(home),
            cwd=self.directory,
            check=True,
            stdout=subprocess.DEVNULL,
        )


def install(directory: Path) -> Installed:
    """Builds the wheel of this checkout and installs it below a directory.

    Raises:
        subprocess.CalledProcessError: building or installing failed.
    """
    made = Installed(directory)
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--quiet",
        "--no-isolation",
        "--outdir",
        str(directory),
        str(ROOT),
    ]
    subprocess.run(build, check=True, env=quiet, stdout=subprocess.DEVNULL)
    (wheel,) = directory.glob("*.whl")
    venv.create(directory / "venv", with_pip=True)
    pip = [str(made.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    constraints = str(ROOT / "constraints.txt")
    subprocess.run(
        [*pip, "-c", constraints, str(wheel)], check=True, env=made.environment(), stderr=subprocess.DEVNULL
    )
    made.bare_app.write_text(_BARE)
    return made
