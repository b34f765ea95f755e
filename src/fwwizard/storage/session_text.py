"""A session as TOML text, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, replace
from datetime import UTC, datetime
from typing import Any

import tomli_w

from fwwizard.core.record import Record
from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.fitting import UnfitError, fitted
from fwwizard.storage.migrations import STEPS, Steps, migrated
from fwwizard.storage.refusals import refuse
from fwwizard.storage.shapes import record_fields
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document

_TOP = ("format", "id", "name", "created", "updated", "step", "catalog", "project", "priorities", "checklist")
"""The first keys of the file, in their order; the others follow as the session declares them."""

_LONGEST = 140
"""Characters of a sentence about an answer."""


def dump(session: Session) -> str:
    """The session as the text of its file: the same session always gives the same bytes."""
    table = session_table(session)
    changes = table.pop("changes", [])
    # One table each, at the end: as a value the log would stand above every answer.
    log = [f"\n[[changes]]\n{tomli_w.dumps(change)}" for change in changes]
    return tomli_w.dumps(table) + "".join(log)


def session_table(session: Session) -> dict[str, Any]:
    """The session as the TOML values of its file, in their order; `parse_session` takes them back.

    Answers that were not given are left out. Times are in UTC, to the second.
    """
    table = _table(session)
    return {key: table[key] for key in _TOP if key in table} | table


def parse_session(document: Document, steps: Steps = STEPS) -> Session:
    """The session that a document holds; its text serves only to find lines for errors.

    Args:
        document: a session file; one of an older format is brought to today's.
        steps: what leads from older formats to today's.

    Raises:
        InputError: something in it does not fit, or it was made by a newer program.
    """
    document = migrated(document, steps)
    session = _fitted(document)
    changes = (
        replace(change, at=_moment(document, ("changes", number, "at"), change.at))
        for number, change in enumerate(session.changes)
    )
    return replace(
        session,
        created=_moment(document, ("created",), session.created),
        updated=_moment(document, ("updated",), session.updated),
        changes=tuple(changes),
    )


def _fitted(document: Document) -> Session:
    try:
        return fitted(Session, document.raw)
    except UnfitError:
        from fwwizard.storage.validation import validated

        return validated(document, Session)


def answer_error(document: Document, key: str, message: str) -> InputError:
    """The error for an answer that the catalog cannot use, with its line.

    Args:
        document: the session's file.
        key: the dotted path of the answer.
        message: what is wrong with it, one clause.
    """
    if len(message) > _LONGEST:  # it may quote an id of any length
        message = f"{message[: _LONGEST // 2]}…{message[-_LONGEST // 2 + 1 :]}"
    return refuse(document, _path(document.raw, key.split(".")), message)


def _moment(document: Document, path: KeyPath, time: datetime) -> datetime:
    try:
        return _in_utc(time)
    except OverflowError:
        raise refuse(document, path, "is a time that is out of range") from None


def _in_utc(time: datetime) -> datetime:
    # A time without a zone was typed by hand; every reader must take it for the same moment.
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(microsecond=0)


def _table(record: Record) -> dict[str, Any]:
    """A record as a TOML table, without what is as it would be anyway."""
    table = {}
    for field in record_fields(type(record)):
        value = getattr(record, field.name)
        if value is not None and value != _default(field):
            table[field.name] = _value(value)
    return table


def _value(value: object) -> object:
    if isinstance(value, Record):
        return _table(value)
    if isinstance(value, tuple):
        return [_value(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: _value(entry) for key, entry in value.items()}
    return _in_utc(value) if isinstance(value, datetime) else value


def _default(field: Field[object]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _path(raw: object, parts: list[str]) -> KeyPath:
    """The keys that a dotted path stands for; a key may hold dots itself."""
    for length in range(len(parts), 0, -1):
        key = ".".join(parts[:length])
        if isinstance(raw, dict) and key in raw:
            return (key, *_path(raw[key], parts[length:]))
    return tuple(parts)
