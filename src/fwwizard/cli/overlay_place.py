"""Into which overlay a command writes."""

from __future__ import annotations

import re
from pathlib import Path

from fwwizard.cli.place import Place
from fwwizard.errors import InputError

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def checked_id(framework: str) -> str:
    """The id, where it can be the name of a framework's file.

    Raises:
        InputError: it cannot.
    """
    if not _ID.fullmatch(framework):
        hint = "use small letters, digits and hyphens, for example our-framework"
        raise InputError(f'"{framework}" cannot be the id of a framework', hint=hint)
    return framework


def overlay_of(place: Place, named: str | None) -> Path:
    """The overlay that the command names, else the last of the global option, else the user's own."""
    if named:
        return Path(named)
    if place.overlays:
        return place.overlays[-1]
    from fwwizard.storage.places import places

    return places().overlay
