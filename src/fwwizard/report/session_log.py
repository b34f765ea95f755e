"""The change log of a session as text and JSON."""

from __future__ import annotations

from collections.abc import Mapping

from fwwizard.core.session import Change, Scalar, Session
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.recovery import moment
from fwwizard.report.tables import aligned


def log_text(session: Session, names: Mapping[str, str]) -> str:
    """One line a change, oldest first, in the time of this place; then what is retired.

    Args:
        session: whose log.
        names: of frameworks, by id; one that has none is named by its id.
    """
    rows = [[moment(change.at), change.edit, _led(change, names)] for change in session.changes]
    lines = aligned([[printable(cell) for cell in row] for row in rows]) if rows else []
    lines = [printable(session.name), *(f"  {line}" for line in lines or ["nothing was changed yet"])]
    if session.catalog.note:
        lines += ["", f"catalog: {printable(session.catalog.note)}"]
    if session.retired:
        lines += ["", "retired, about what the catalog no longer has:"]
        lines += [f"  {printable(entry)}" for entry in retired_lines(session.retired)]
    return "".join(f"{line}\n" for line in lines)


def log_json(session: Session, names: Mapping[str, str]) -> dict[str, JsonValue]:
    """The log for machines, format 1: times in UTC, leaders by id and name."""
    return {
        "format": 1,
        "session": {"id": session.id, "name": session.name},
        "catalog": {
            "version": session.catalog.version,
            "digest": session.catalog.digest,
            "note": session.catalog.note,
        },
        "changes": [
            {
                "at": change.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "edit": change.edit,
                "leader": change.leader,
                "leader_name": names.get(change.leader, change.leader),
            }
            for change in session.changes
        ],
        "retired": dict(session.retired),
    }


def retired_lines(retired: Mapping[str, Scalar]) -> list[str]:
    """Each retired value behind its path; what is only marked as true needs no value."""
    return [
        key if value is True else f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value:g}"
        for key, value in retired.items()
    ]


def _led(change: Change, names: Mapping[str, str]) -> str:
    return f"{names.get(change.leader, change.leader)} led" if change.leader else "nobody led"
