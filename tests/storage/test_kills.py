"""A program killed at any moment leaves the state before or after the edit that it was making."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tried

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "seed", "kills"),
    [("autosave", 1, 125), ("autosave", 2, 125), ("set", 3, 130), ("store", 4, 130)],
)
def test_a_writer_killed_at_any_moment_loses_no_edit_that_returned(
    tmp_path: Path, way: str, seed: int, kills: int, tried: Tried
) -> None:
    command = [sys.executable, "-m", "tests.storage.killing", way, str(seed), str(kills), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    tried(f"kills while {way} edits", found["kills"])
    assert found["kills"] == kills
    # Or else no kill hit a writer at work, and nothing would have been tried.
    assert found["landed"] + found["strays"] > 0
    assert found["edits"] > kills / 4
