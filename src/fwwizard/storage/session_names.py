"""Names of session files: which are safe to make, and which of a directory's files are sessions."""

from __future__ import annotations

import re
import unicodedata
from uuid import uuid4

_LONGEST = 40
_SHORT_ID = 8
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_COMMENTED = re.compile(r"\.commented(-\d+)?\.toml$")


def new_id() -> str:
    """An id that no other session has."""
    return str(uuid4())


def file_name_for(name: str, session_id: str, *, whole_id: bool = False) -> str:
    """A file name for a session: letters, digits and hyphens, whatever name and id hold.

    Args:
        name: the session's name, any text.
        session_id: its id, of which the beginning tells equal names apart.
        whole_id: use all of the id, where another session's begins alike.
    """
    told_by = _plain(session_id)[: None if whole_id else _SHORT_ID][:_LONGEST].strip("-") or "0"
    return f"{slug(name)}-{told_by}.toml"


def slug(name: str) -> str:
    """A name as a part of a file name: at most forty letters, digits and hyphens."""
    return _plain(name)[:_LONGEST].strip("-") or "session"


def is_session_name(name: str) -> bool:
    """Whether a file of that name in a directory of sessions is one, and no copy kept beside it."""
    return name.endswith(".toml") and not name.startswith(".") and not _COMMENTED.search(name)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return _NOT_PLAIN.sub("-", decomposed.encode("ascii", "ignore").decode().lower()).strip("-")
