"""What commands must not import: they would be slow to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import TREES, Commands, process

LOADED = "print('LOADED', *sorted({m.partition('.')[0] for m in sys.modules}))"


def loaded(*arguments: str, home: Path) -> set[str]:
    result = process(*arguments, home=home, code=LOADED)
    assert result.code == 0, result.err
    return set(result.out.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "words",
    [
        ["rank", "A"],
        ["rank", "A", "--json"],
        ["explain", "A"],
        ["compare", "A", "B"],
        ["compare", "A", "B", "--format", "markdown"],
        ["merge", "A", "B", "--json"],
        ["sessions"],
        ["catalog", "list"],
    ],
)
def test_commands_import_no_textual_and_no_numpy(
    fwwizard: Commands, tmp_path: Path, words: list[str]
) -> None:
    fwwizard.new("A")
    fwwizard.new("B")
    options = ["--sessions", str(fwwizard.sessions), "--catalog", str(TREES)]
    assert not {"textual", "rich", "numpy"} & loaded(*options, *words, home=tmp_path)


def test_help_imports_next_to_nothing(tmp_path: Path) -> None:
    found = loaded("--help", home=tmp_path)
    assert "click" in found
    assert not {"textual", "rich", "numpy", "pydantic", "tomllib", "platformdirs"} & found


def test_version_and_completions(tmp_path: Path) -> None:
    assert process("--version", home=tmp_path).out.strip() == "fwwizard 0.1.0"
    for shell in ("bash", "zsh", "fish"):
        assert "_FWWIZARD_COMPLETE" in process("completions", shell, home=tmp_path).out
