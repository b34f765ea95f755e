"""Where a key stands in a TOML text: what the parser of the standard library does not tell.

Only read on the way to an error message, and for comments; the text has been parsed before, if only
up to where the parser gave up. Whatever the scanner does not follow ends it quietly, and the place
is then simply not known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Keys and indexes from the top of a document: `("flags", 0, "raised")`."""


class Position(NamedTuple):
    """Where something begins in a text; both counted from 1."""

    line: int
    column: int
    """In characters, a tab being one."""


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_OTHER_VALUE = re.compile(r"[^,\]}#\n]+")
_OUTSIDE_STRINGS = re.compile(_STRING.pattern + r"|(?P<comment>#[^\n]*)|(?P<plain>[^\"'#]+)|.", re.DOTALL)
_DIGITS = re.compile(r"[0-9_]+")


def positions_of(text: str) -> dict[KeyPath, Position]:
    """Where every key, table and array entry begins that the scanner finds."""
    scanner = _Scanner(text)
    with suppress(_LostError, IndexError, RecursionError, ValueError):
        scanner.document()
    return scanner.positions


def position_of(positions: Mapping[KeyPath, Position], path: Sequence[str | int]) -> Position | None:
    """Where a path begins, or the nearest part above it that stands somewhere."""
    for length in range(len(path), 0, -1):
        position = positions.get(tuple(path[:length]))
        if position is not None:
            return position
    return None


def has_comment(text: str) -> bool:
    """Whether a TOML text holds a comment."""
    return any(match["comment"] for match in _OUTSIDE_STRINGS.finditer(text))


def deep_place(text: str, depth: int = 100) -> int | None:
    """The bracket, counted in characters from 0, with which lists and tables nest deeper than `depth`."""
    open_brackets = 0
    for match in _OUTSIDE_STRINGS.finditer(text):
        for place in range(*match.span() if match["plain"] else (0, 0)):
            open_brackets += (text[place] in "[{") - (text[place] in "]}")
            if open_brackets > depth:
                return place
    return None


def long_number_place(text: str, digits: int) -> int | None:
    """Where the first number of more than so many digits begins, counted in characters from 0."""
    for match in _OUTSIDE_STRINGS.finditer(text):
        for number in _DIGITS.finditer(text, *match.span()) if match["plain"] else ():
            if len(number[0]) - number[0].count("_") > digits:
                return number.start()
    return None


class _LostError(Exception):
    """The scanner met what it does not follow."""


class _Scanner:
    """One pass over a document that notes where each path begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.positions: dict[KeyPath, Position] = {}
        self._counts: dict[KeyPath, int] = {}
        self._seen = 0
        self._line = 1
        self._line_start = 0

    def document(self) -> None:
        """Scan tables and key-value pairs up to the end."""
        table: KeyPath = ()
        self._blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._blank()

    def _header(self) -> KeyPath:
        is_array = self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        keys = self._keys("]")
        self.at += 2 if is_array else 1
        last, start = keys[-1]
        path = (*self._inside(keys[:-1]), last)
        if is_array:
            index = self._counts[path] = self._counts.get(path, -1) + 1
            self._note(path, start)
            path = (*path, index)
        elif path in self._counts:
            path = (*path, self._counts[path])
        self._note(path, start)
        return path

    def _inside(self, keys: Iterable[tuple[str, int]]) -> KeyPath:
        """The path of a table name's beginning, in the newest entry of each array of tables."""
        path: KeyPath = ()
        for key, start in keys:
            path = (*path, key)
            self._note(path, start)
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for key, start in self._keys("="):
            path = (*path, key)
            self._note(path, start)
        self.at += 1
        self._spaces()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        character = self.text[self.at]
        if character in "\"'":
            self.at = self._match(_STRING).end()
        elif character == "[":
            self._array(path)
        elif character == "{":
            self._inline_table(path)
        else:
            self.at = self._match(_OTHER_VALUE).end()

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        self._blank()
        while self.text[self.at] != "]":
            entry = (*path, index)
            self._note(entry, self.at)
            self._value(entry)
            self._separator()
            index += 1
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self._blank()
        while self.text[self.at] != "}":
            self._pair(path)
            self._separator()
        self.at += 1

    def _separator(self) -> None:
        self._blank()
        if self.text[self.at] == ",":
            self.at += 1
            self._blank()

    def _keys(self, end: str) -> list[tuple[str, int]]:
        """The parts of a dotted key with where they stand, up to the character that ends it."""
        keys: list[tuple[str, int]] = []
        while True:
            self._spaces()
            start = self.at
            quoted = self.text[self.at] in "\"'"
            match = self._match(_STRING if quoted else _BARE_KEY)
            self.at = match.end()
            keys.append((str(tomllib.loads(f"key = {match[0]}")["key"]) if quoted else match[0], start))
            self._spaces()
            if self.text[self.at] == end:
                return keys
            if self.text[self.at] != ".":
                raise _LostError
            self.at += 1

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _LostError
        return match

    def _blank(self) -> None:
        self.at = self._match(_BLANK).end()

    def _spaces(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def _note(self, path: KeyPath, position: int) -> None:
        if path in self.positions:
            return
        self._line += self.text.count("\n", self._seen, position)
        self._line_start = max(self._line_start, self.text.rfind("\n", self._seen, position) + 1)
        self._seen = position
        self.positions[path] = Position(self._line, position - self._line_start + 1)
