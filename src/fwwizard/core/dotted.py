"""Paths of keys as one text: dotted as in TOML, parts that need it in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PART = re.compile(r'([A-Za-z0-9_-]+)|"((?:[^"\\]|\\["\\])*)"')


def joined(parts: Iterable[str]) -> str:
    """The parts as one key: `project.needs`, `flags."a.b".old`; `split` takes it back."""
    return ".".join(part if _BARE.fullmatch(part) else _quoted(part) for part in parts)


def split(key: str) -> tuple[str, ...]:
    """The parts of a key that `joined` made; none where it made no such key."""
    parts, at = [], 0
    while match := _PART.match(key, at):
        bare, quoted = match.groups()
        parts.append(bare if bare is not None else re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL))
        at = match.end()
        if at == len(key):
            return tuple(parts)
        if key[at] != ".":
            return ()
        at += 1
    return ()


def _quoted(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
