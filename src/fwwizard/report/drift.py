"""What another catalog means for a session, in sections: for the wizard, the command line and machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import groupby

from fwwizard.core.drift import Drift, Move
from fwwizard.core.session import Scalar
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.session_log import retired_lines


@dataclass(frozen=True, slots=True)
class Section:
    """A title and what stands below it: pairs of a label, which may be empty, and a text."""

    title: str
    entries: tuple[tuple[str, str], ...]


def drift_lead(drift: Drift) -> str:
    """The outcome in one sentence: who led, who leads now."""
    now = drift.after
    match now.kind:
        case "leads":
            after = f"{now.name} leads with {now.points}"
        case "if-confirmed":
            after = f"{now.name} leads if confirmed, with {now.points}"
        case "nobody":
            after = "no framework meets every must"
        case _:
            after = "every priority is tied"
    if drift.leads_still:
        after = f"{now.name} still leads, with {now.points}" + (
            ", if confirmed" if now.kind == "if-confirmed" else ""
        )
    return f"With {catalogs(drift)[0]}, {drift.before.text}; with {catalogs(drift)[1]}, {after}."


def catalogs(drift: Drift) -> tuple[str, str]:
    """What the two catalogs are called in a sentence."""
    if drift.made_with == drift.version:
        return "the facts as they were", "those of today"
    return f"catalog {drift.made_with or 'of before'}", drift.version


def drift_sections(drift: Drift, note: str = "") -> tuple[Section, ...]:
    """Everything that changed, what decides first.

    Args:
        drift: what changed.
        note: what the session has noted of its catalog.
    """
    facts = tuple(
        (name, "; ".join(f"{c.what}: {c.before} → {c.after}" for c in changes))
        for name, changes in groupby(drift.facts, key=lambda change: change.name)
    )
    others = f"{drift.others} {'fact' if drift.others == 1 else 'facts'} that your answers do not read"
    sections = (
        Section("Places in the ranking", tuple((move.name, _moved(move)) for move in drift.moves)),
        Section("Facts that your answers read", facts),
        Section("Other facts that changed", (("", others),) if drift.others else ()),
        Section("Rules that your answers use", tuple(("", rule) for rule in drift.rules)),
        Section("New in the catalog", tuple(("", name) for name in drift.came)),
        Section("No longer in the catalog", tuple(("", name) for name in drift.went)),
        Section("Answers about what this catalog lacks, kept aside", _answers(drift.lacking)),
        Section("Answers that come back", _answers(drift.returning)),
        Section("Noted before", (("", note),) if note else ()),
        Section("Not compared", () if drift.compared else (("", NOT_AT_HAND),)),
    )
    found = tuple(section for section in sections if section.entries)
    nothing = Section("", (("", "Nothing changed that your answers read."),))
    return found if found or not drift.compared else (nothing,)


NOT_AT_HAND = (
    "The catalog of this session is not on this machine, so that single facts cannot be compared. "
    "What the session itself records is shown."
)


def _moved(move: Move) -> str:
    if not move.before:
        return f"new, {_place(move.after)}"
    if not move.after:
        return f"{_place(move.before)}, no longer there"
    why = f": {move.why}" if move.why else ""
    return f"{move.before} → {move.after}{why}"


def _place(place: str) -> str:
    return "out" if place == "out" else f"place {place}"


def _answers(answers: Mapping[str, Scalar]) -> tuple[tuple[str, str], ...]:
    return tuple(("", line) for line in retired_lines(answers))


def drift_text(drift: Drift, note: str = "") -> str:
    """The whole as plain text."""
    lines = [drift_lead(drift)]
    for section in drift_sections(drift, note):
        lines += ["", section.title] if section.title else [""]
        lines += [f"  {label + ': ' if label else ''}{text}" for label, text in section.entries]
    return "".join(f"{printable(line)}\n" for line in lines)


def drift_json(drift: Drift, note: str = "") -> dict[str, JsonValue]:
    """The whole for machines; `format` is 1, and ids stand beside names."""
    return {
        "format": 1,
        "made_with": drift.made_with,
        "version": drift.version,
        "compared": drift.compared,
        "before": asdict(drift.before),
        "after": asdict(drift.after),
        "leads_still": drift.leads_still,
        "facts": [asdict(change) for change in drift.facts],
        "other_facts": drift.others,
        "rules": list(drift.rules),
        "came": list(drift.came),
        "went": list(drift.went),
        "moves": [asdict(move) for move in drift.moves],
        "lacking": dict(drift.lacking),
        "returning": dict(drift.returning),
        "note": note,
    }
