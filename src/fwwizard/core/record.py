"""The base of every core value: a frozen dataclass that pydantic may validate at the edge."""

from __future__ import annotations

from typing import ClassVar


class Record:
    """Base without fields; its one setting makes a reader refuse keys that no field declares.

    The setting is a plain dict with a name that pydantic looks for, so that storage can validate
    core dataclasses as they are while the core itself never imports pydantic.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
