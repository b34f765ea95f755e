"""Reads a TOML file as it is: bytes to text to tables, each failure in one sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fwwizard.errors import InputError
from fwwizard.storage.reading import read_bytes

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
        InputError: it cannot be read, is no UTF-8 text, or no TOML (with the line).
    """
    return parse_document(read_bytes(file), file)


def parse_document(content: bytes, file: Path) -> Document:
    """Parse the content of a TOML file; `file` is named in errors.

    Raises:
        InputError: it is no UTF-8 text, or no TOML (with the line).
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8 text", file=file, line=line) from None
    try:
        return Document(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, file) from None
    except RecursionError:
        raise InputError("is nested too deeply", file=file) from None
    except ValueError:  # the parser hands on what int() and datetime() say, without a place
        raise InputError("holds a number or date that is out of range", file=file) from None


def digest_of(content: bytes) -> str:
    """What identifies the content of a file: `sha256:` and 64 digits."""
    return f"sha256:{sha256(content).hexdigest()}"


def _syntax_error(message: str, text: str, file: Path) -> InputError:
    place = _PLACE.search(message)
    if place is None:
        return InputError(f"is not valid TOML: {message}", file=file)
    what = message[: place.start()]
    what = what[:1].lower() + what[1:]
    if place["line"] is None:
        lines = text.count("\n") + (not text.endswith("\n"))
        return InputError(f"is not valid TOML: {what} at its end", file=file, line=max(1, lines))
    return InputError(
        f"is not valid TOML: {what} at column {place['column']}", file=file, line=int(place["line"])
    )
