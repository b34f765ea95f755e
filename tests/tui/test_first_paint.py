"""Nothing heavy is imported on the way to the first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "fwwizard.core.model": "the rules, a table of dataclasses",
    "fwwizard.storage.validation": "the validator",
    "jinja2": "templates",
    "numpy": "nothing of ours",
    "pydantic": "the validator",
    "tomli_w": "writing sessions",
}
FIRST = """
import sys
from fwwizard.cli import main, place, wizard
from fwwizard.storage.config import load_config
from fwwizard.tui import app, session_files, store
from fwwizard.tui.screens import home
print(*(name for name in {names} if name in sys.modules))
"""


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_list_of_sessions_is_shown_without(heavy: str) -> None:
    program = FIRST.format(names=[heavy])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "", HEAVY[heavy]
