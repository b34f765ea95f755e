"""Walks the declared types of the core's values, for errors that speak of what is expected."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

Shape = object
"""A type as it is annotated: a class, `tuple[str, ...]`, a union …"""

NO_SHAPE: Shape = None
"""Nothing is declared there."""

READERS = ("own", "own_parts")
"""Fields that what reads an overlay sets, and that are nobody's to write."""


@cache
def field_shapes(record: type) -> Mapping[str, Shape]:
    """The types of a dataclass's fields by name."""
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in record_fields(record)}


def record_fields(record: type) -> tuple[Field[object], ...]:
    """The fields of a dataclass; none of any other type."""
    return fields(record) if is_dataclass(record) else ()


def members(shape: Shape) -> tuple[Shape, ...]:
    """The types of a union without None; of another type, itself."""
    if get_origin(shape) in {Union, types.UnionType}:
        return tuple(member for member in get_args(shape) if member is not types.NoneType)
    return (shape,)


def is_union(shape: Shape) -> bool:
    """Whether there is more than one type to choose from, None apart."""
    return len(members(shape)) > 1


def inner(shape: Shape, step: str | int) -> Shape:
    """The type of what stands under a key or an index, or NO_SHAPE."""
    shape = members(shape)[0]
    if isinstance(shape, type) and is_dataclass(shape):
        return field_shapes(shape).get(str(step), NO_SHAPE)
    arguments = get_args(shape)
    if get_origin(shape) is tuple and isinstance(step, int):
        if arguments[-1] is ...:
            return arguments[0]
        return arguments[step] if step < len(arguments) else NO_SHAPE
    return arguments[1] if get_origin(shape) is Mapping else NO_SHAPE


def kind_of(shape: Shape) -> str:
    """The word in the field `kind` by which a class is told from the others of its union, or ""."""
    if not isinstance(shape, type):
        return ""
    return next((str(field.default) for field in record_fields(shape) if field.name == "kind"), "")


def meant(union: Shape, raw: object) -> type | None:
    """The class of a union that a table is meant to be, by its `kind` where there are several."""
    if not isinstance(raw, dict):
        return None
    classes = [member for member in members(union) if isinstance(member, type) and is_dataclass(member)]
    if len(classes) == 1:
        return classes[0]
    return next((member for member in classes if kind_of(member) == raw.get("kind")), None)


def is_list_of_records(shape: Shape) -> bool:
    """Whether it is a list of any length of one dataclass."""
    arguments = get_args(shape)
    return get_origin(shape) is tuple and arguments[-1] is ... and is_dataclass(arguments[0])


def choices(shape: Shape) -> tuple[str, ...]:
    """The words that may stand there: those of a literal, a union's kinds, a table's keys."""
    if get_origin(shape) is Literal:
        return tuple(str(word) for word in get_args(shape))
    if isinstance(shape, type):
        return tuple(field.name for field in record_fields(shape) if field.name not in READERS)
    return tuple(kind for member in members(shape) if (kind := kind_of(member)))


def in_words(shape: Shape) -> str:
    """What is expected, as it reads after "must be"."""
    parts = members(shape)
    if len(parts) > 1:
        return _one_of([word for part in parts for word in _in_union(part)])
    shape = parts[0]
    if get_origin(shape) is Literal:
        return quoted(choices(shape))
    if get_origin(shape) is tuple:
        arguments = get_args(shape)
        return "a list" if arguments[-1] is ... else f"a list of {len(arguments)}"
    return _WORDS.get(shape, "a table")


def quoted(words: Iterable[str]) -> str:
    """At least one word to choose from, as it reads after "must be"."""
    return _one_of([f'"{word}"' for word in words])


def _one_of(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"


def _in_union(shape: Shape) -> list[str]:
    """A literal is its words, and a table is told by the keys that it must have."""
    if get_origin(shape) is Literal:
        return [f'"{word}"' for word in choices(shape)]
    if not (isinstance(shape, type) and is_dataclass(shape)):
        return [in_words(shape)]
    required = [f.name for f in record_fields(shape) if f.default is MISSING and f.default_factory is MISSING]
    return ["{ " + ", ".join(f"{name} = …" for name in required) + " }"]


_WORDS: Mapping[object, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a day such as 2026-11-21",
    datetime: "a time such as 2026-11-21T10:00:00Z",
}
