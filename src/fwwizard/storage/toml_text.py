"""Reads a TOML file as it is: bytes to text to tables, each failure in one sentence."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fwwizard.errors import InputError
from fwwizard.storage.reading import read_bytes
from fwwizard.storage.toml_lines import deep_place, long_number_place

_CLIPPED = 120
"""So many characters of what the parser says are shown; it may quote a key of any length."""

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file that could be parsed; nothing is said yet about what it holds."""

    file: Path
    text: str
    raw: dict[str, object]


def read_document(file: Path) -> Document:
    """Read and parse a TOML file.

    Raises:
        InputError: it cannot be read, is no UTF-8 text, or no TOML (with line and column).
    """
    return parse_document(read_bytes(file), file)


def parse_document(content: bytes, file: Path) -> Document:
    """Parse the content of a TOML file; `file` is named in errors.

    Raises:
        InputError: it is no UTF-8 text, or no TOML (with line and column).
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        raise _error("is not UTF-8 text", file, before, len(before)) from None
    try:
        return Document(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, file) from None
    except RecursionError:
        raise _error("is nested too deeply", file, text, deep_place(text)) from None
    except ValueError:  # the parser hands on what int() says of too many digits, without a place
        place = long_number_place(text, sys.get_int_max_str_digits())
        raise _error("holds a number that is out of range", file, text, place) from None


def digest_of(content: bytes) -> str:
    """What identifies the content of a file: `sha256:` and 64 digits."""
    return f"sha256:{sha256(content).hexdigest()}"


def _syntax_error(message: str, text: str, file: Path) -> InputError:
    place = _PLACE.search(message)
    what = message[: place.start()] if place else message
    what = what if len(what) <= _CLIPPED else f"{what[: _CLIPPED - 1]}…"
    told = f"is not valid TOML: {what[:1].lower()}{what[1:]}"
    if place is None:
        return InputError(told, file=file)
    if place["line"] is None:
        return _error(f"{told} at its end", file, text, len(text.removesuffix("\n")))
    return InputError(told, file=file, line=int(place["line"]), column=int(place["column"]))


def _error(message: str, file: Path, text: str, at: int | None) -> InputError:
    """The error for a place in a text that is counted in characters from 0."""
    if at is None:
        return InputError(message, file=file)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return InputError(message, file=file, line=line, column=column)
