"""Options that several commands share, and how they print JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

from fwwizard.report.json_value import JsonValue

C = TypeVar("C", bound=Callable[..., Any])


def format_option(*formats: str, preset: bool = True) -> Callable[[C], C]:
    """`--format`, and `--json` for the same as `--format json`.

    Args:
        formats: what may be asked for.
        preset: whether the first is meant where none is named; else the command gets None.
    """

    def decorate(command: C) -> C:
        as_json = click.option("--json", "output", flag_value="json", help="The same as --format json.")
        as_format = click.option(
            "--format",
            "output",
            type=click.Choice(formats),
            default=formats[0] if preset else None,
            show_default=preset,
            help="How to print it.",
        )
        return as_format(as_json(command))

    return decorate


def print_json(value: JsonValue) -> None:
    """Prints JSON, indented; text keeps its characters but for those that a terminal obeys."""
    click.echo(json.dumps(value, indent=2, allow_nan=False))
