"""What differs between two catalogs, and what that moves in a ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Protocol

from fwwizard.core.catalog import Capability, Claim, Fact, Figure
from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Standing
from fwwizard.core.flags import shown_value
from fwwizard.core.gates import Status
from fwwizard.core.model import Catalog
from fwwizard.core.record import Record

SECTIONS = (
    *("factors", "attributes", "requirements", "needs", "flags", "categories"),
    *("capabilities", "languages", "conditions", "sources"),
)
"""The lists of the model, in the order in which they are told."""

_MARKS = frozenset({"id", "kind", "own", "own_parts"})
"""What says who stated something, or what it is, and not what is stated."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two catalogs state differently."""

    section: str
    """`frameworks`, `figures`, `advice`, `model`, or a list of the model such as `attributes`."""
    id: str
    """The entry; empty for the model as a whole."""
    key: str
    """The dotted key within the entry; empty where the entry as a whole was added or removed."""
    before: str | None
    """What the old catalog says, None where it says nothing."""
    after: str | None
    """What the new catalog says, None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a framework stands with the old and with the new catalog; None where it is not in one."""

    framework: str
    name: str
    before: Standing | None
    after: Standing | None

    @property
    def statuses(self) -> tuple[Status | None, Status | None]:
        """Whether it passes, before and after."""
        return (
            self.before.status if self.before else None,
            self.after.status if self.after else None,
        )


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def differences(old: Catalog, new: Catalog) -> tuple[Difference, ...]:
    """Everything that the two state differently: rules first, then frameworks, figures and advice."""
    found: list[Difference] = []
    found += _of_entry("model", "", _model_leaves(old), _model_leaves(new))
    for section in SECTIONS:
        found += _of_entries(section, getattr(old.model, section), getattr(new.model, section))
    found += _of_entries("frameworks", old.frameworks, new.frameworks)
    found += _of_entries("figures", old.figures, new.figures)
    found += _of_entries("advice", old.advice, new.advice)
    return tuple(found)


def moves(before: Evaluation, after: Evaluation) -> tuple[Move, ...]:
    """Who stands elsewhere, by the new order; then who is gone.

    Args:
        before: a session with the old catalog.
        after: the same session with the new one.
    """
    old = {standing.framework: standing for standing in before.standings}
    found = [Move(s.framework, s.name, old.pop(s.framework, None), s) for s in after.standings]
    found += [Move(s.framework, s.name, s, None) for s in old.values()]
    return tuple(move for move in found if _moved(move.before, move.after))


def _moved(before: Standing | None, after: Standing | None) -> bool:
    if before is None or after is None:
        return True
    places = (before.rank, before.status) != (after.rank, after.status)
    return places or abs(before.score - after.score) > SAME_SCORE


def _model_leaves(catalog: Catalog) -> dict[str, str]:
    model = catalog.model
    said = {"version": model.version, "title": model.title, "as_of": str(model.as_of or "")}
    said |= {f"capability_values.{level}": f"{v:g}" for level, v in model.capability_values.items()}
    return {key: value for key, value in said.items() if value}


def _of_entries(section: str, old: Iterable[_Named], new: Iterable[_Named]) -> Iterator[Difference]:
    before, after = ({entry.id: entry for entry in entries} for entries in (old, new))
    for entry_id in sorted({*before, *after}):
        was, now = before.get(entry_id), after.get(entry_id)
        if was is None or now is None:
            yield Difference(section, entry_id, "", _title(was), _title(now))
        elif was != now:
            yield from _of_entry(section, entry_id, dict(_leaves(was, "")), dict(_leaves(now, "")))


def _of_entry(
    section: str, entry_id: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Difference(section, entry_id, key, before.get(key), after.get(key))


def _title(entry: _Named | None) -> str | None:
    if entry is None:
        return None
    return str(getattr(entry, "name", "") or getattr(entry, "title", "") or entry.id)


def _leaves(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Every single statement in a value, by its dotted key; what is left out states nothing."""
    below = _below(value)
    if below is not None:
        for name, part in below:
            yield from _leaves(part, f"{key}.{name}".strip("."))
    elif value not in (None, "", ()):
        yield key, ", ".join(map(_text, value)) if isinstance(value, tuple) else _text(value)


def _below(value: object) -> Iterator[tuple[str, object]] | None:
    """The parts of a value with their names; None of what is one statement."""
    if isinstance(value, Fact):
        return _with_ground(shown_value(value), value)
    if isinstance(value, Capability):
        return _with_ground(value.level, value)
    if isinstance(value, Figure):  # the rest of it is its label
        return iter((("", value.value), ("production", value.production)))
    if isinstance(value, Claim):
        return iter((("", value.says),))
    if isinstance(value, Record):
        names = [field.name for field in fields(value)]  # type: ignore[arg-type]  # every record is a dataclass
        return ((name, getattr(value, name)) for name in names if name not in _MARKS)
    if isinstance(value, Mapping):
        return ((str(name), part) for name, part in value.items())
    if isinstance(value, tuple) and any(isinstance(one, Record | tuple) for one in value):
        return _labeled(value)
    return None


def _with_ground(shown: str, known: Fact | Capability) -> Iterator[tuple[str, object]]:
    """What is stated, under no name of its own, then what it rests on."""
    yield "", shown
    for name in ("unit", "how", "source", "as_of", "basis"):
        yield name, getattr(known, name, None)


def _labeled(entries: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Entries of a list by what tells them apart, the second of that label with its number."""
    seen: Counter[str] = Counter()
    for entry in entries:
        label = _label(entry)
        seen[label] += 1
        yield f"{label} {seen[label]}".strip() if seen[label] > 1 or not label else label, entry


def _label(value: object) -> str:
    """What tells an entry of a list from the others; empty where only its place does."""
    if isinstance(value, Figure):
        parts = (value.framework, value.test, value.variant, value.server, value.driver, value.version)
        return " ".join(part for part in parts if part)
    if isinstance(value, Claim):
        return f"{value.topic} ({value.source})"
    return str(getattr(value, "id", ""))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
