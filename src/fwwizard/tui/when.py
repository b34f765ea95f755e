"""Points in time in words, as a list of sessions shows them."""

from __future__ import annotations

from datetime import datetime

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ago(then: datetime, now: datetime) -> str:
    """How long ago something was: `just now`, `5 minutes ago`, `yesterday`, `12 Nov 2026`."""
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return "just now"
    if seconds < _HOUR:
        return _counted(int(seconds // _MINUTE), "minute")
    days = (now.date() - then.astimezone(now.tzinfo).date()).days
    if days == 0 or seconds < 6 * _HOUR:
        return _counted(int(seconds // _HOUR), "hour")
    if days == 1:
        return "yesterday"
    if days < 14:
        return _counted(days, "day")
    return f"{then.day} {then:%b %Y}"


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'} ago"
