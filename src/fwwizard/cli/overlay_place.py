"""Into which overlay a command writes."""

from __future__ import annotations

from pathlib import Path

from fwwizard.cli.place import Place


def overlay_of(place: Place, named: str | None) -> Path:
    """The overlay that the command names, else the last of the global option, else the user's own."""
    if named:
        return Path(named)
    if place.overlays:
        return place.overlays[-1]
    from fwwizard.storage.places import places

    return places().overlay
