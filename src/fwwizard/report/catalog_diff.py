"""What differs between two catalogs, and what that moves, as text and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from fwwizard.core.catalog_diff import Difference, Move, differences, moves
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.model import Catalog
from fwwizard.errors import printable
from fwwizard.report.json_value import JsonValue
from fwwizard.report.tables import aligned

Pair = tuple[Evaluation, Evaluation]
"""One session with the old and with the new catalog."""


def catalog_diff_json(old: Catalog, new: Catalog, pair: Pair | None) -> dict[str, JsonValue]:
    """Every difference, and with a session every move: format 1."""
    row: dict[str, JsonValue] = {
        "format": 1,
        "old": {"version": old.model.version, "digest": old.digest},
        "new": {"version": new.model.version, "digest": new.digest},
        "differences": [
            {"section": d.section, "id": d.id, "key": d.key, "before": d.before, "after": d.after}
            for d in differences(old, new)
        ],
    }
    if pair is None:
        return row
    before, after = pair
    return {
        **row,
        "session": {"id": after.session.id, "name": after.session.name},
        "leader": [_leader(before), _leader(after)],
        "moves": [_move_json(move) for move in moves(before, after)],
    }


def catalog_diff_text(old: Catalog, new: Catalog, pair: Pair | None) -> str:
    """The same for people."""
    found = differences(old, new)
    count = f"{len(found):,} {'difference' if len(found) == 1 else 'differences'}"
    lines = [f"{old.model.version} to {new.model.version}: {count if found else 'no difference'}"]
    lines += _differences(found)
    if pair is not None:
        lines += ["", *_moves(*pair)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _differences(found: Iterable[Difference]) -> Iterator[str]:
    for section, of_section in groupby(found, key=lambda d: d.section):
        listed = list(of_section)
        for word, entries in (
            ("added", [d for d in listed if not d.key and d.before is None]),
            ("removed", [d for d in listed if not d.key and d.after is None]),
        ):
            if entries:
                yield f"  {section}, {word}: {', '.join(d.id for d in entries)}"
        for entry_id, of_entry in groupby((d for d in listed if d.key), key=lambda d: d.id):
            yield f"  {section} {entry_id}".rstrip()
            yield from (f"    {_changed(d)}" for d in of_entry)


def _changed(difference: Difference) -> str:
    if difference.before is None:
        return f"{difference.key}: {difference.after} (added)"
    if difference.after is None:
        return f"{difference.key}: {difference.before} (removed)"
    return f"{difference.key}: {difference.before} -> {difference.after}"


def _moves(before: Evaluation, after: Evaluation) -> list[str]:
    found = moves(before, after)
    name = after.session.name
    if not found:
        return [f"in {name} nothing moves"]
    rows = [[move.name, *_places(move.before, move.after)] for move in found]
    return [f"in {name}: {_leads(before, after)}", *(f"  {line}" for line in aligned(rows))]


def _leads(before: Evaluation, after: Evaluation) -> str:
    if not (before.tells_winner and after.tells_winner):
        return "every priority is tied, so that nobody leads"
    was, now = before.leader, after.leader
    if now is None:
        return "nobody passes any more" if was is not None else "nobody passes, as before"
    if was is not None and was.framework == now.framework:
        return f"{now.name} still leads"
    return f"{now.name} leads now" + (f", before it was {was.name}" if was is not None else "")


def _places(before: Standing | None, after: Standing | None) -> tuple[str, str]:
    if before is None or after is None:
        return ("new" if before is None else "gone", _place(after or before))
    ranks = f"{_rank(before)} -> {_rank(after)}" if _rank(before) != _rank(after) else _rank(after)
    return (ranks, f"{_points(before)} -> {_points(after)}")


def _place(standing: Standing | None) -> str:
    return f"{_rank(standing)} with {_points(standing)}" if standing is not None else ""


def _rank(standing: Standing) -> str:
    mark = " if confirmed" if standing.status == "conditional" else ""
    return f"{standing.rank}{mark}" if standing.rank is not None else "out"


def _points(standing: Standing) -> str:
    return f"{standing.score * 100:.1f}"


def _leader(evaluation: Evaluation) -> str | None:
    leader = evaluation.leader if evaluation.tells_winner else None
    return leader.framework if leader is not None else None


def _move_json(move: Move) -> dict[str, JsonValue]:
    ends = (move.before, move.after)
    return {
        "id": move.framework,
        "name": move.name,
        "rank": [end.rank if end else None for end in ends],
        "score": [end.score if end else None for end in ends],
        "status": list(move.statuses),
    }
