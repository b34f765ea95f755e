"""The table of commands agrees with the README, with the settings and with what is printed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fwwizard.tui.commands import COMMANDS
from fwwizard.tui.key_table import as_keymap, as_markdown, as_text, keys_of
from tests.cli.running import process

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_has_the_table_as_it_is() -> None:
    """`fwwizard keys --format markdown` prints what belongs there."""
    assert as_markdown() in README.read_text()


def test_every_form_has_every_command() -> None:
    forms = as_markdown(), as_text(), as_keymap()
    for command in COMMANDS:
        assert all(command.help in form for form in forms)
        assert all(" ".join(keys_of(command)) in form.replace("`", "") for form in forms[:2])


def test_the_keymap_is_a_settings_file() -> None:
    named = as_keymap().replace('# "', '"')
    keys = tomllib.loads(named)["keys"]
    assert keys == {command.id: command.keys for command in COMMANDS}
    assert tomllib.loads(as_keymap())["keys"] == {}


@pytest.mark.parametrize("form", ["text", "markdown", "toml"])
def test_the_command_line_prints_them(form: str, home: Path) -> None:
    done = process("keys", "--format", form, home=home)
    assert done.code == 0
    assert done.out == {"text": as_text, "markdown": as_markdown, "toml": as_keymap}[form]()
