"""Turns parsed TOML into core values. The only module that imports pydantic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from fwwizard.errors import InputError
from fwwizard.storage.fitting import GREATEST
from fwwizard.storage.mistakes import each, joined
from fwwizard.storage.refusals import Finding, Problem, problem_of, refusal, refuse, union_problem
from fwwizard.storage.shapes import NO_SHAPE, Shape, choices, field_shapes, inner, is_union, meant
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document

T = TypeVar("T")

_DEEPEST = 40
"""So deep may tables and lists stand in each other; nothing that we read goes beyond ten."""


def validated(document: Document, kind: type[T], raw: object = None, above: KeyPath = ()) -> T:
    """The core value that a document holds.

    Args:
        document: the file, named in errors.
        kind: the class of the value.
        raw: what to validate where it is not the document's content as it stands.
        above: the way to it in the document.

    Raises:
        InputError: what does not fit, all of it by line, with the keys.
    """
    if not above:
        _check_plain_values(document)
    value = _fit(document, kind, document.raw if raw is None else raw, above)
    if not isinstance(value, kind):
        raise TypeError(kind)  # cannot be: the adapter is of that class
    return value


def validated_fields(
    document: Document, kind: type, raw: Mapping[str, object], above: KeyPath = ()
) -> dict[str, Any]:
    """The fields of a class that a table gives, when it need not give all of them.

    Args:
        document: the file, named in errors.
        kind: the class.
        raw: the table.
        above: the way to the table in the document.

    Raises:
        InputError: what does not fit, all of it by line, with the keys.
    """
    if not above:
        _check_plain_values(document)
    shapes = field_shapes(kind)
    unknown = [Problem((*above, name), "unknown", kind) for name in raw if name not in shapes]
    errors = list(each(refusal(unknown, document))) if unknown else []
    found: dict[str, Any] = {}
    for name, value in raw.items():
        if name in shapes:
            try:
                found[name] = _fit(document, shapes[name], value, (*above, name))
            except InputError as error:
                errors += each(error)
    if errors:
        raise joined(errors)
    return found


def _fit(document: Document, shape: Shape, raw: object, above: KeyPath) -> object:
    problems = list(_untagged(shape, raw, ()))
    value: object = None
    try:
        # Through JSON, because strict validation takes lists for tuples and text for days only there.
        value = _adapter(shape).validate_json(to_json(raw), strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        for found in (Finding(detail["type"], detail["loc"]) for detail in details):
            problem = problem_of(found, shape, raw)
            problems += [problem] if problem else []
    if problems:
        raise refusal([replace(p, path=(*above, *p.path)) for p in problems], document)
    return value


@cache
def _adapter(shape: Any) -> TypeAdapter[object]:
    return TypeAdapter(shape)


def _untagged(shape: Shape, raw: object, path: KeyPath) -> Iterator[Problem]:
    """Tables that do not say which class of a union they are; the validator would take any that fits."""
    if is_union(shape) and isinstance(raw, dict):
        chosen = meant(shape, raw)
        if chosen is None and choices(shape):
            yield union_problem(path, shape, raw)
        shape = chosen
    if shape is NO_SHAPE:
        return
    entries = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for step, value in entries:
        yield from _untagged(inner(shape, step), value, (*path, step))


def _check_plain_values(document: Document) -> None:
    """Refuse what TOML can say and no field means: infinite numbers, and nesting without end."""
    errors: list[InputError] = []
    waiting: list[tuple[KeyPath, object]] = [((), document.raw)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, float) and not math.isfinite(value):
            errors.append(refuse(document, path, "must be a finite number"))
        if isinstance(value, int) and abs(value) >= GREATEST:
            errors.append(refuse(document, path, "is a number out of range"))
        if len(path) > _DEEPEST:
            errors.append(refuse(document, path[:1], "is nested too deeply"))
            break
        if isinstance(value, dict):
            waiting += [((*path, key), below) for key, below in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), below) for index, below in enumerate(value)]
    if errors:
        raise joined(sorted(errors, key=lambda error: error.line or 0))
