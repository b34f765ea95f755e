"""Writes files of an overlay: new ones, and facts into those that are there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from fwwizard.errors import InputError, SaveError
from fwwizard.storage.atomic import reason, write_text
from fwwizard.storage.catalog_files import FRAMEWORKS
from fwwizard.storage.toml_lines import positions_of
from fwwizard.storage.toml_text import parse_document, read_document


def framework_file(overlay: Path, framework_id: str) -> Path:
    """Where an overlay says what it says of a framework; the file need not exist."""
    return overlay / FRAMEWORKS / f"{framework_id}.toml"


def write_new(file: Path, text: str) -> None:
    """Write a file that must not be there yet, with the directories above it.

    Raises:
        InputError: there is something of that name.
        SaveError: it cannot be written.
    """
    _make_directory(file)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise InputError("is there already and stays as it is", file=file, hint="edit it") from None
    except OSError as error:
        raise SaveError(f"not written, {reason(error)}", file=file) from error


def set_facts(file: Path, framework_id: str, facts: Mapping[str, str]) -> None:
    """Give facts in the file of a framework; everything else in it stays, comments too.

    Args:
        file: may be absent; it then says nothing but the facts.
        framework_id: the framework.
        facts: by id, each as a TOML value in one line.

    Raises:
        InputError: the file cannot be read, or says such a fact over several lines.
        SaveError: it cannot be written.
    """
    lines = [f"{key} = {value}" for key, value in facts.items()]
    if not file.exists():
        write_new(file, "\n".join([f'id = "{framework_id}"', "", "[facts]", *lines, ""]))
        return
    document = read_document(file)
    text = _with_facts(document.text, facts)
    meant = dict(document.raw)
    known = meant.get("facts", {})
    said = tomllib.loads("\n".join(lines))
    meant["facts"] = {**known, **said} if isinstance(known, dict) else said
    if _parsed(text, file) != meant:
        hint = "write the facts each in one line below [facts], or move the file away"
        raise InputError("states its facts in a form that cannot be changed in place", file=file, hint=hint)
    write_text(file, text)


def _with_facts(text: str, facts: Mapping[str, str]) -> str:
    """The text with a line for each fact: the one that is there, or a new one below `[facts]`."""
    at = {key: line for key, (line, _) in positions_of(text).items()}
    lines = text.splitlines()
    fresh = []
    for key, value in facts.items():
        number = at.get(("facts", key))
        if number is None:
            fresh.append(f"{key} = {value}")
        else:
            lines[number - 1] = f"{key} = {value}"
    if fresh:
        head = next((n for n, line in enumerate(lines) if line.split("#")[0].strip() == "[facts]"), None)
        if head is None:
            lines += ["", "[facts]", *fresh]
        else:
            lines[head + 1 : head + 1] = fresh
    return "\n".join([*lines, ""])


def _parsed(text: str, file: Path) -> dict[str, object] | None:
    try:
        return parse_document(text.encode(), file).raw
    except InputError:
        return None


def _make_directory(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"not written, {reason(error)}", file=file.parent) from error
