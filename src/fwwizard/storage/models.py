"""Reads `model.toml`: whole, or the entries that an overlay adds and replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from fwwizard.core.model import Model
from fwwizard.storage.refusals import refuse
from fwwizard.storage.shapes import field_shapes, is_list_of_records
from fwwizard.storage.toml_text import Document
from fwwizard.storage.validation import validated, validated_fields

FORMAT = 1


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_HasId)


def whole_model(document: Document) -> Model:
    """The rules that a `model.toml` holds.

    Raises:
        InputError: something in the file does not fit, or an id stands twice in a list.
    """
    _check(document)
    return validated(document, Model)


def overlaid_model(base: Model, document: Document) -> Model:
    """The rules with an overlay's: an entry replaces the whole entry of its id, or is added.

    Raises:
        InputError: something in the file does not fit, or an id stands twice in a list.
    """
    _check(document)
    given = validated_fields(document, Model, document.raw)
    for name in given.keys() & set(sections()):
        given[name] = _merged(getattr(base, name), given[name])
    if "capability_values" in given:
        given["capability_values"] = {**base.capability_values, **given["capability_values"]}
    return replace(base, **given)


def sections() -> tuple[str, ...]:
    """The names of the lists of entries with an id: `factors`, `attributes` …"""
    return tuple(name for name, shape in field_shapes(Model).items() if is_list_of_records(shape))


def _merged(old: Iterable[E], new: Iterable[E]) -> tuple[E, ...]:
    entries = {entry.id: entry for entry in old}
    entries.update((entry.id, entry) for entry in new)
    return tuple(entries.values())


def _check(document: Document) -> None:
    given = document.raw.get("format", FORMAT)
    if given != FORMAT and isinstance(given, int):
        hint = "it was made for a newer fwwizard" if given > FORMAT else ""
        raise refuse(document, ("format",), f"must be {FORMAT}, not {given}", hint)
    for name in sections():
        _check_ids(document, name)


def _check_ids(document: Document, section: str) -> None:
    seen: set[str] = set()
    entries = document.raw.get(section)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        entry_id = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry_id, str):
            if entry_id in seen:
                raise refuse(document, (section, index, "id"), f'"{entry_id}" stands there more than once')
            if not entry_id:
                raise refuse(document, (section, index, "id"), "must not be empty")
            seen.add(entry_id)
