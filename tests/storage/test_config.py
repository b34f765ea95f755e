from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fwwizard.errors import InputError
from fwwizard.storage.config import Config, load_config


def test_without_a_file_there_are_no_settings(home: Path) -> None:
    assert load_config() == Config()
    assert list(home.iterdir()) == []


def test_settings_are_read(home: Path) -> None:
    (home / "config.toml").write_text(
        'theme = "nord"\n[keys]\nundo = "u,ctrl+z"\n[defaults.project.languages]\npython = "expert"\n'
    )
    assert load_config() == Config(
        theme="nord",
        keys={"undo": "u,ctrl+z"},
        defaults={"project": {"languages": {"python": "expert"}}},
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('\nthem = "nord"', '2:1: them: is an unknown key; did you mean "theme"?'),
        ("theme = 3", "1:1: theme: must be text, not 3"),
        ("keys = 'u'", '1:1: keys: must be a table, not "u"'),
        ("[keys]\nundo = 3", "2:1: keys.undo: must be text, not 3"),
        ("theme =", "1:8: is not valid TOML: invalid value at its end"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        load_config(file)
    assert str(caught.value) == f"{file}:{sentence}"


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        load_config(tmp_path / "none.toml")


def test_settings_are_read_without_pydantic(home: Path) -> None:
    (home / "config.toml").write_text('theme = "nord"\n')
    load = "from fwwizard.storage.config import load_config; load_config()"
    code = f"import sys; {load}; print('pydantic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert told == b"False\n"
