"""From what a validator found wrong to one sentence with file, line, column and key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from fwwizard.errors import InputError
from fwwizard.storage.mistakes import joined
from fwwizard.storage.shapes import (
    NO_SHAPE,
    READERS,
    Shape,
    choices,
    in_words,
    inner,
    is_union,
    meant,
    quoted,
)
from fwwizard.storage.toml_lines import KeyPath, Position, position_of, positions_of
from fwwizard.storage.toml_text import Document

_SHOWN = 40
"""So many characters of a refused value or key are shown."""

_SHOWN_PATH = 120
"""And so many of a path of keys, its beginning and its end."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a document."""

    path: KeyPath
    what: Literal["unknown", "absent", "misfit"]
    """A key that nothing declares, a key that is not there, or a value that does not fit."""
    shape: Shape
    """What should stand at the path; of an unknown key, what has the known ones."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a validator reports: its name for the mistake, and the way there.

    The way holds keys and indexes, and between them the label of each union's member.
    """

    kind: str
    place: Sequence[str | int]


def problem_of(finding: Finding, shape: Shape, raw: object) -> Problem | None:
    """What a finding means, or None where it speaks of a member of a union that was not meant.

    Args:
        finding: the validator's words.
        shape: the type that the document as a whole should have.
        raw: the document.
    """
    path: list[str | int] = []
    owner = shape
    for step in finding.place:
        if is_union(shape):
            chosen = meant(shape, raw)
            if chosen is None:
                return union_problem(tuple(path), shape, raw)
            if chosen.__name__ != step:
                return None
            owner = shape = chosen
        elif step == "[key]":
            return Problem(tuple(path), "unknown", get_args(owner)[0])
        else:
            path.append(step)
            owner, shape = shape, inner(shape, step)
            raw = value_below(raw, step)
    return _problem(finding.kind, tuple(path), owner, shape)


def union_problem(path: KeyPath, union: Shape, raw: object) -> Problem:
    """The problem of a value that is none of a union's members."""
    if not choices(union):
        return Problem(path, "misfit", union)
    if isinstance(raw, dict):
        return Problem((*path, "kind"), "misfit" if "kind" in raw else "absent", union)
    return Problem(path, "misfit", dict)


def refusal(problems: Iterable[Problem], document: Document) -> InputError:
    """The error for all problems of a document, the one that stands first before the others.

    What is missing comes last: most often it is there, under a name with a typing error.

    Args:
        problems: at least one.
        document: what they are about.
    """
    positions = positions_of(document.text)
    unique = list({problem.path: problem for problem in problems}.values())
    unique.sort(key=lambda p: (p.what == "absent", position_of(positions, p.path) or ()))
    errors = []
    for problem in unique:
        message, hint = _sentence(problem, value_at(document.raw, problem.path))
        errors.append(refuse(document, problem.path, message, hint, positions))
    return joined(errors)


def refuse(
    document: Document,
    path: KeyPath,
    message: str,
    hint: str = "",
    positions: Mapping[KeyPath, Position] | None = None,
) -> InputError:
    """The error for one place in a document.

    Args:
        document: the file.
        path: the way to the place; where it stands is found, or the nearest part above it.
        message: what is wrong, one clause.
        hint: what to do about it.
        positions: where keys stand, if that is known already.
    """
    found = position_of(positions_of(document.text) if positions is None else positions, path)
    line, column = found or (None, None)
    key = dotted(path, document.raw)
    return InputError(message, file=document.file, line=line, column=column, key=key, hint=hint)


def set_by_reader(document: Document, places: Iterable[tuple[KeyPath, object]]) -> Iterator[InputError]:
    """The errors for keys that a file may not give, in the tables at some places."""
    for path, table in places:
        if isinstance(table, dict):
            for key in READERS:
                if key in table:
                    yield refuse(document, (*path, key), "is an unknown key")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to one that is unknown, or ""."""
    near = get_close_matches(word, list(known), n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def dotted(path: KeyPath, raw: object) -> str:
    """A path as it is shown: `attributes.memory.share`, entries of a list by id where they have one."""
    shown = ""
    for step in path:
        raw = value_below(raw, step)
        if isinstance(step, str):
            shown += f".{_clipped(step)}"
        elif isinstance(raw, dict) and isinstance(raw.get("id"), str):
            shown += f".{_clipped(str(raw['id']))}"
        else:
            shown += f"[{step}]"
    shown = shown.removeprefix(".")
    if len(shown) <= _SHOWN_PATH:
        return shown
    return f"{shown[: _SHOWN_PATH // 2]}…{shown[-_SHOWN_PATH // 2 + 1 :]}"


def value_at(raw: object, path: KeyPath) -> object:
    """What stands at a path, or None."""
    for step in path:
        raw = value_below(raw, step)
    return raw


def value_below(raw: object, step: str | int) -> object:
    """What stands under one key or index, or None."""
    if isinstance(raw, dict):
        return raw.get(step)
    if isinstance(raw, list) and isinstance(step, int) and step < len(raw):
        return raw[step]
    return None


def _problem(kind: str, path: KeyPath, owner: Shape, shape: Shape) -> Problem:
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return Problem(path, "unknown", owner)
    if kind != "missing":
        return Problem(path, "misfit", shape)
    if path and isinstance(path[-1], int):  # a list of fixed length that is too short
        return Problem(path[:-1], "misfit", owner)
    return Problem(path, "absent", shape)


def _sentence(problem: Problem, value: object) -> tuple[str, str]:
    """What is wrong, and a hint."""
    if problem.what == "absent":
        return "is missing", ""
    if problem.what == "unknown":
        return "is an unknown key", did_you_mean(str(problem.path[-1]), choices(problem.shape))
    if problem.shape is NO_SHAPE or not problem.path:
        return "does not fit", ""
    words = () if isinstance(problem.shape, type) else choices(problem.shape)
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    return f"must be {quoted(words) if words else in_words(problem.shape)}{_but_is(value)}", hint


def _but_is(value: object) -> str:
    if isinstance(value, bool | int | float | str):
        return f", not {_clipped(json.dumps(value, ensure_ascii=False))}"
    return ""


def _clipped(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
