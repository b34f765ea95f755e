"""A mistake in a catalog that its types cannot say, and the words for an id that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fwwizard.storage.refusals import did_you_mean
from fwwizard.storage.toml_lines import KeyPath

Section = Literal[
    "model.toml",
    "factors",
    "attributes",
    "requirements",
    "needs",
    "flags",
    "categories",
    "languages",
    "conditions",
    "sources",
    "frameworks",
    "figures",
    "advice",
    "plan.toml",
]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong in one entry of a catalog."""

    section: Section
    id: str
    """The entry; empty for the model as a whole."""
    path: KeyPath
    """The way to the place below the entry."""
    message: str
    hint: str = ""


def unknown(what: str, given: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and hint for an id that nothing has."""
    return f'there is no {what} "{given}"', did_you_mean(given, known)
