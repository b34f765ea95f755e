"""Reads one framework's file: whole, or only the part that an overlay says differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fwwizard.core.catalog import Framework
from fwwizard.storage.refusals import did_you_mean, refuse
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document
from fwwizard.storage.validation import validated, validated_fields

_UNKNOWN = "unknown"


def whole_framework(document: Document) -> Framework:
    """The framework that a file describes in full.

    Raises:
        InputError: something in the file does not fit, or its id is not the file's name.
    """
    check_id(document)
    return validated(document, Framework, _plain(document))


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
    return _owned(replace(whole_framework(document), own=True))


def overlaid_framework(base: Framework, document: Document) -> Framework:
    """A framework with what an overlay says of it; facts and capabilities are merged by id.

    Raises:
        InputError: something in the file does not fit, or its id is not the file's name.
    """
    check_id(document)
    given = validated_fields(document, Framework, _plain(document))
    said = _owned(replace(base, **({"facts": {}, "capabilities": {}} | given)))
    return replace(
        said,
        facts={**base.facts, **said.facts},
        capabilities={**base.capabilities, **said.capabilities},
    )


def check_id(document: Document) -> None:
    """Refuse a file whose `id` is another than its name says.

    Raises:
        InputError: the file has another id.
    """
    stem = document.file.stem
    given = document.raw.get("id", stem)
    if given != stem and isinstance(given, str):
        taken = any(file.stem == given for file in document.file.parent.glob("*.toml"))
        hint = f"{given}.toml has that id" if taken else ""
        raise refuse(document, ("id",), f'must be "{stem}", as the file is named', hint)


def _owned(framework: Framework) -> Framework:
    facts = {key: replace(fact, own=True) for key, fact in framework.facts.items()}
    capabilities = {key: replace(known, own=True) for key, known in framework.capabilities.items()}
    return replace(framework, facts=facts, capabilities=capabilities)


def _plain(document: Document) -> dict[str, object]:
    """The content with every fact as a table, and `own` refused, which is nobody's to write."""
    raw = dict(document.raw)
    _refuse_own(document, raw, ())
    for part in ("facts", "capabilities"):
        entries = raw.get(part)
        if isinstance(entries, dict):
            for key, said in entries.items():
                _refuse_own(document, said, (part, key))
    facts = raw.get("facts")
    if isinstance(facts, dict):
        raw["facts"] = {key: _fact_table(said) for key, said in facts.items()}
    return raw


def _refuse_own(document: Document, table: object, path: KeyPath) -> None:
    if isinstance(table, dict) and "own" in table:
        raise refuse(document, (*path, "own"), "is an unknown key")


def _fact_table(said: object) -> object:
    """A bare value as the table that it stands for; an unknown value is none."""
    if isinstance(said, dict):
        return {key: value for key, value in said.items() if (key, value) != ("value", _UNKNOWN)}
    if said == _UNKNOWN:
        return {}
    return said if isinstance(said, list) else {"value": said}
