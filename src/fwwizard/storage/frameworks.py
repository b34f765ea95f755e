"""Reads one framework's file: whole, or only the part that an overlay says differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from fwwizard.core.catalog import Framework
from fwwizard.errors import InputError
from fwwizard.storage.mistakes import read_beside
from fwwizard.storage.refusals import did_you_mean, refuse, set_by_reader
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document
from fwwizard.storage.validation import validated, validated_fields

_UNKNOWN = "unknown"


def whole_framework(document: Document) -> Framework:
    """The framework that a file describes in full.

    Raises:
        InputError: something in the file does not fit, or its id is not the file's name.
    """
    found = (*id_errors(document), *_own_errors(document))
    return read_beside(found, lambda: validated(document, Framework, _plain(document)))


def new_framework(document: Document, known: Iterable[str]) -> Framework:
    """The framework that an overlay adds, marked as the user's own in every part.

    Args:
        document: the overlay's file.
        known: ids of the frameworks that there are, for the suggestion.

    Raises:
        InputError: something in the file does not fit, or it is only a part.
    """
    stem = document.file.stem
    if "name" not in document.raw:
        message = f'has no name, and the catalog has no "{stem}" that it could be a part of'
        raise refuse(document, (), message, did_you_mean(stem, known))
    framework = whole_framework(document)
    return _owned(replace(framework, own=True), framework.as_of)


def overlaid_framework(base: Framework, document: Document) -> Framework:
    """A framework with what an overlay says of it; facts and capabilities are merged by id.

    The overlay's `as_of` dates what the overlay says, and nothing of the framework beneath; without
    one, what names no day itself is undated.

    Raises:
        InputError: something in the file does not fit, or its id is not the file's name.
    """
    found = (*id_errors(document), *_own_errors(document))
    given = read_beside(found, lambda: validated_fields(document, Framework, _plain(document)))
    day = given.pop("as_of", None)
    said = _owned(replace(base, **({"facts": {}, "capabilities": {}} | given)), day)
    parts = [name for name in given if name not in {"id", "facts", "capabilities"}]
    return replace(
        said,
        facts={**base.facts, **said.facts},
        capabilities={**base.capabilities, **said.capabilities},
        own_parts=tuple(dict.fromkeys((*base.own_parts, *parts))) if not base.own else (),
    )


def id_errors(document: Document) -> Iterator[InputError]:
    """What is wrong with the `id` of a file: it must be as the file is named."""
    stem = document.file.stem
    given = document.raw.get("id", stem)
    if given != stem and isinstance(given, str):
        taken = any(file.stem == given for file in document.file.parent.glob("*.toml"))
        hint = f"{given}.toml has that id" if taken else ""
        yield refuse(document, ("id",), f'must be "{stem}", as the file is named', hint)


def _owned(framework: Framework, day: date | None) -> Framework:
    """Facts and capabilities marked as the user's, those without a day described on that day."""
    facts = {key: replace(fact, own=True, as_of=fact.as_of or day) for key, fact in framework.facts.items()}
    capabilities = {
        key: replace(known, own=True, as_of=known.as_of or day)
        for key, known in framework.capabilities.items()
    }
    return replace(framework, facts=facts, capabilities=capabilities)


def _plain(document: Document) -> dict[str, object]:
    """The content with every fact as a table."""
    raw = dict(document.raw)
    facts = raw.get("facts")
    if isinstance(facts, dict):
        raw["facts"] = {key: _fact_table(said) for key, said in facts.items()}
    return raw


def _own_errors(document: Document) -> Iterator[InputError]:
    """Keys that only what reads an overlay may set."""
    places: list[tuple[KeyPath, object]] = [((), document.raw)]
    for part in ("facts", "capabilities"):
        entries = document.raw.get(part)
        if isinstance(entries, dict):
            places += [((part, key), said) for key, said in entries.items()]
    yield from set_by_reader(document, places)


def _fact_table(said: object) -> object:
    """A bare value as the table that it stands for; an unknown value is none."""
    if isinstance(said, dict):
        return {key: value for key, value in said.items() if (key, value) != ("value", _UNKNOWN)}
    if said == _UNKNOWN:
        return {}
    return said if isinstance(said, list) else {"value": said}
