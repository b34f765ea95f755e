"""What comes back and what is lost where a broken session gives way to the version before."""

from __future__ import annotations

from datetime import datetime

from fwwizard.core.session import Session
from fwwizard.errors import printable


def recovery_text(kept: Session, written: datetime) -> str:
    """Two sentences.

    Args:
        kept: the version before the last save.
        written: when the broken file was written last.
    """
    last = f", the last “{kept.changes[-1].edit}”" if kept.changes else ""
    count = f"{len(kept.changes)} {'change' if len(kept.changes) == 1 else 'changes'} in its log"
    return printable(
        f"The version before is of {moment(kept.updated)}, with {count}{last}. "
        f"The broken file was written on {moment(written)}: what was answered between the two is lost."
    )


def moment(time: datetime) -> str:
    """A time in this place's zone, to the minute."""
    try:
        return time.astimezone().strftime("%Y-%m-%d %H:%M")
    except OverflowError:  # a day that this place's zone does not have
        return time.strftime("%Y-%m-%d %H:%M")
