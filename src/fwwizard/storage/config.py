"""The person's settings, from one TOML file that need not exist."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fwwizard.storage.places import places


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` may say. Everything in it is optional."""

    theme: str = ""
    """The name of a theme; the program's own where empty."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of a command, several separated by commas: `undo = "u,ctrl+z"`."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Answers that a new session starts with: tables and keys as in a session file, unchecked here."""


def load_config(file: Path | None = None) -> Config:
    """The settings in a file, the person's own unless another is named; without a file, none.

    Raises:
        InputError: the file cannot be read, or something in it does not fit, with line and key.
    """
    path = file or places().config_file
    if file is None and not os.path.lexists(path):
        return Config()
    # Imported here, and without pydantic: settings are read before the first paint.
    from fwwizard.storage.refusals import Problem, refusal
    from fwwizard.storage.toml_text import read_document

    document = read_document(path)
    problems = []
    for key, value in document.raw.items():
        if key not in _SHAPES:
            problems.append(Problem((key,), "unknown", Config))
        elif not isinstance(value, _SHAPES[key]):
            problems.append(Problem((key,), "misfit", _SHAPES[key]))
        elif key == "keys" and isinstance(value, dict):
            problems += [
                Problem((key, name), "misfit", str) for name in value if not isinstance(value[name], str)
            ]
    if problems:
        raise refusal(problems, document)
    given: Mapping[str, Any] = document.raw
    return Config(**given)


_SHAPES: Mapping[str, type] = {"theme": str, "keys": dict, "defaults": dict}
