"""Makes core values of TOML values that fit, without the validator: most files hold no mistake.

The types are those that the dataclasses declare. Whoever gets `UnfitError` asks `validation.py`,
which says what is wrong and where; its import alone costs more than opening a session may.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, TypeVar, get_args, get_origin

from fwwizard.storage.shapes import Shape, field_shapes, meant, members, record_fields

T = TypeVar("T")
Fit = Callable[[object], object]

GREATEST = 2**63
"""Whole numbers of TOML lie below it."""

_GREATEST_FRACTION = 2**53
"""Whole numbers below it are the same as fractions; what others mean, the validator decides."""

_PLAIN = frozenset({str, bool, date, datetime})


class UnfitError(Exception):
    """Something does not fit, or is too unusual to decide here."""


def fitted(kind: type[T], raw: object) -> T:
    """The core value of a class that TOML values describe; equal to what the validator would make.

    Raises:
        UnfitError: something does not fit.
    """
    shape: Shape = kind
    value = _fit(shape)(raw)
    if not isinstance(value, kind):
        raise UnfitError
    return value


@cache
def _fit(shape: Shape) -> Fit:
    parts = members(shape)
    if len(parts) > 1:
        return _union(shape, parts)
    (part,) = parts
    if get_origin(part) is Literal:
        return _word(frozenset(get_args(part)))
    if get_origin(part) is tuple:
        return _list(get_args(part))
    if get_origin(part) is Mapping:
        return _table(_fit(get_args(part)[1]))
    if part is int:
        return _whole
    if part is float:
        return _number
    if part in _PLAIN:
        return _exactly(part)
    if isinstance(part, type) and is_dataclass(part):
        return _record(part)
    return _unknown


def _record(kind: type) -> Fit:
    shapes = field_shapes(kind)
    required = {f.name for f in record_fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def fit(raw: object) -> object:
        if not isinstance(raw, dict) or not raw.keys() <= shapes.keys() or not required <= raw.keys():
            raise UnfitError
        return kind(**{name: _fit(shapes[name])(value) for name, value in raw.items()})

    return fit


def _union(shape: Shape, parts: tuple[Shape, ...]) -> Fit:
    def fit(raw: object) -> object:
        if isinstance(raw, dict):
            chosen = meant(shape, raw)
            if chosen is None:
                raise UnfitError
            return _fit(chosen)(raw)
        exact = [part for part in parts if part is type(raw)]
        for part in exact or parts:
            if not (isinstance(part, type) and is_dataclass(part)):
                try:
                    return _fit(part)(raw)
                except UnfitError:
                    continue
        raise UnfitError

    return fit


def _list(arguments: tuple[Shape, ...]) -> Fit:
    if arguments[-1] is not ...:
        return _unknown
    fit_entry = _fit(arguments[0])

    def fit(raw: object) -> object:
        if not isinstance(raw, list):
            raise UnfitError
        return tuple(map(fit_entry, raw))

    return fit


def _table(fit_entry: Fit) -> Fit:
    def fit(raw: object) -> object:
        if not isinstance(raw, dict):
            raise UnfitError
        return {key: fit_entry(value) for key, value in raw.items()}

    return fit


def _word(words: frozenset[object]) -> Fit:
    def fit(raw: object) -> object:
        if not isinstance(raw, str) or raw not in words:
            raise UnfitError
        return raw

    return fit


def _exactly(kind: object) -> Fit:
    def fit(raw: object) -> object:
        if type(raw) is not kind:
            raise UnfitError
        return raw

    return fit


def _whole(raw: object, greatest: int = GREATEST) -> int:
    if type(raw) is not int or abs(raw) >= greatest:
        raise UnfitError
    return raw


def _number(raw: object) -> object:
    if type(raw) is float and math.isfinite(raw):
        return raw
    return float(_whole(raw, _GREATEST_FRACTION))


def _unknown(_raw: object) -> object:
    raise UnfitError
