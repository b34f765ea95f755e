"""What was counted in a clone: as facts of an overlay, and as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from fwwizard.core.activity import Activity, DocsActivity, Releases


def activity_facts(
    found: Activity, released: Releases, docs: DocsActivity, sources: tuple[str, str]
) -> Mapping[str, str]:
    """The facts by id, each as a TOML value; what nothing can be said of is unknown.

    Args:
        found: changes and people.
        released: releases.
        docs: changes of the documentation.
        sources: where it was counted, and where the documentation was.
    """
    source, docs_source = sources
    no_tags = "no tag names a final version"
    no_docs = "no commit touches the documentation's path"
    touched = docs.last is not None
    this, before = (docs.last_year, docs.year_before) if touched else (None, None)
    return {
        "changes_last_year": _fact(found.changes_last_year, found.on, source),
        "changes_year_before": _fact(found.changes_year_before, found.on, source),
        "authors": _fact(found.authors, found.on, source),
        "author_growth": _fact(found.author_growth, found.on, source, "nobody the year before"),
        "carriers": _fact(found.carriers, found.on, source, "no commit in the year"),
        "top_share": _fact(found.top_share, found.on, source, "no commit in the year"),
        "releases_last_year": _fact(
            released.last_year if released.last else None, released.on, source, no_tags
        ),
        "last_release": _fact(_iso(released.last), released.on, source, released.version or no_tags),
        "docs_changes_last_year": _fact(this, docs.on, docs_source, no_docs),
        "docs_changes_year_before": _fact(before, docs.on, docs_source, no_docs),
        "last_docs_change": _fact(_iso(docs.last), docs.on, docs_source, "" if touched else no_docs),
    }


def activity_text(found: Activity, released: Releases, docs: DocsActivity) -> list[str]:
    """The same for people."""
    growth = f", {found.author_growth:g} times those of the year before" if found.author_growth else ""
    share = f"; the busiest one's share: {found.top_share:g}" if found.top_share is not None else ""
    last = f"; the last, {released.version}, on {released.last}" if released.last else ""
    touched = f"; the last on {docs.last}" if docs.last else ""
    return [
        f"in the 365 days to {found.on}:",
        f"  changes: {found.changes_last_year}; {found.changes_year_before} the year before",
        f"  authors: {found.authors}{growth}",
        f"  people who made half of the commits: {found.carriers or 0}{share}",
        f"  releases (to {released.on}): {released.last_year}{last}",
        f"  changes of the documentation (to {docs.on}):"
        f" {docs.last_year}; {docs.year_before} the year before{touched}",
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fact(value: float | str | None, on: date, source: str, how: str = "") -> str:
    """A fact in one line; `how` goes with words and with what is unknown."""
    known = value is not None
    parts = [f"value = {_toml(value if known else 'unknown')}"]
    if how and (not known or isinstance(value, str)):
        parts.append(f"how = {_toml(how)}")
    parts += [f"source = {_toml(source)}", f"as_of = {on.isoformat()}", 'basis = "measured"']
    return f"{{ {', '.join(parts)} }}"


def _toml(value: float | str | None) -> str:
    # A string of JSON without anything beyond ASCII is one of TOML too.
    return json.dumps(value) if isinstance(value, str) else f"{value:g}" if value is not None else '""'
