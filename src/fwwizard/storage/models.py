"""Reads `model.toml` and `advice.toml`: whole, or the entries that an overlay adds and changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar, get_args

from fwwizard.core.advice_rules import AdviceFile, AdviceRule
from fwwizard.core.model import Model
from fwwizard.errors import InputError
from fwwizard.storage.mistakes import each, joined, read_beside
from fwwizard.storage.refusals import refuse, set_by_reader
from fwwizard.storage.shapes import field_shapes, is_list_of_records, record_fields
from fwwizard.storage.toml_lines import KeyPath
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
    return read_beside(_form_errors(document, sections()), lambda: validated(document, Model))


def whole_advice(document: Document) -> tuple[AdviceRule, ...]:
    """The rules that an `advice.toml` holds.

    Raises:
        InputError: something in the file does not fit, or an id stands twice.
    """
    found = _entry_errors(document, "advice")
    return read_beside(found, lambda: validated(document, AdviceFile)).advice


def overlaid_model(base: Model, document: Document) -> Model:
    """The rules with an overlay's: an entry of a known id changes the keys that it gives, others are added.

    Raises:
        InputError: something in the file does not fit, or an id stands twice in a list.
    """
    lists = {name: raw for name in sections() if isinstance(raw := document.raw.get(name), list)}
    rest = {key: value for key, value in document.raw.items() if key not in lists}
    errors = list(_form_errors(document, sections()))
    given: dict[str, Any] = {}
    try:
        given = validated_fields(document, Model, rest)
    except InputError as error:
        errors += each(error)
    for name, entries in lists.items():
        try:
            given[name] = _overlaid_entries(getattr(base, name), document, name, entries)
        except InputError as error:
            errors += each(error)
    if errors:
        raise joined(errors)
    if "capability_values" in given:
        given["capability_values"] = {**base.capability_values, **given["capability_values"]}
    return replace(base, **given)


def overlaid_advice(base: tuple[AdviceRule, ...], document: Document) -> tuple[AdviceRule, ...]:
    """The advice with an overlay's: a rule of a known id changes the keys that it gives, others are added.

    Raises:
        InputError: something in the file does not fit, or an id stands twice.
    """
    entries = document.raw.get("advice")
    if set(document.raw) - {"advice"} or not isinstance(entries, list):
        return whole_advice(document)
    found = _entry_errors(document, "advice")
    return read_beside(found, lambda: _overlaid_entries(base, document, "advice", entries, AdviceRule))


def sections() -> tuple[str, ...]:
    """The names of the lists of entries with an id: `factors`, `attributes` …"""
    return tuple(name for name, shape in field_shapes(Model).items() if is_list_of_records(shape))


def _overlaid_entries(
    base: Sequence[E],
    document: Document,
    section: str,
    raw: Iterable[object],
    kind: type[E] | None = None,
) -> tuple[E, ...]:
    """The entries with those of an overlay, which are marked as the user's where they can be."""
    kind = kind or get_args(field_shapes(Model)[section])[0]
    assert kind is not None  # noqa: S101  a list of records has their class
    marked = {"own": True} if any(field.name == "own" for field in record_fields(kind)) else {}
    entries = {entry.id: entry for entry in base}
    errors: list[InputError] = []
    for index, table in enumerate(raw):
        try:
            entry = _overlaid_entry(entries, document, (section, index), table, kind)
            entries[entry.id] = replace(entry, **marked)
        except InputError as error:
            errors += each(error)
    if errors:
        raise joined(errors)
    return tuple(entries.values())


def _overlaid_entry(
    entries: Mapping[str, E], document: Document, at: KeyPath, table: object, kind: type[E]
) -> E:
    known = entries.get(str(table.get("id"))) if isinstance(table, dict) else None
    if known is None or not isinstance(table, dict):
        return validated(document, kind, table, at)
    return replace(known, **validated_fields(document, kind, table, at))  # type: ignore[type-var]  # as above


def _form_errors(document: Document, names: Iterable[str]) -> Iterator[InputError]:
    given = document.raw.get("format", FORMAT)
    if given != FORMAT and isinstance(given, int):
        hint = "it was made for a newer fwwizard" if given > FORMAT else ""
        yield refuse(document, ("format",), f"must be {FORMAT}, not {given}", hint)
    for name in names:
        yield from _entry_errors(document, name)


def _entry_errors(document: Document, section: str) -> Iterator[InputError]:
    """Ids that stand twice or are empty, and keys that are nobody's to write."""
    seen: set[str] = set()
    entries = document.raw.get(section)
    tables = entries if isinstance(entries, list) else []
    yield from set_by_reader(document, [((section, index), entry) for index, entry in enumerate(tables)])
    for index, entry in enumerate(tables):
        entry_id = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry_id, str):
            if entry_id in seen:
                yield refuse(document, (section, index, "id"), f'"{entry_id}" stands there more than once')
            if not entry_id:
                yield refuse(document, (section, index, "id"), "must not be empty")
            seen.add(entry_id)
