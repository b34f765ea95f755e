"""From the session formats of earlier programs to today's, one format at a time.

Format 1 is the first, so there is no step yet. A step takes the parsed file of its format and
returns that of the next; it may change the table that it is given. Readers write nothing: the file
keeps its format until the next edit is saved, and its old form is then the version before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fwwizard.core.session import FORMAT
from fwwizard.storage.fitting import GREATEST
from fwwizard.storage.refusals import refuse
from fwwizard.storage.toml_text import Document

Step = Callable[[dict[str, Any]], dict[str, Any]]
Steps = Mapping[int, Step]
"""By the format that a step starts from."""

STEPS: Steps = {}


def made_by_newer(document: Document) -> bool:
    """Whether a file is of a format that only a newer program reads: then it is not broken."""
    given = document.raw.get("format")
    return isinstance(given, int) and given > FORMAT


def migrated(document: Document, steps: Steps = STEPS) -> Document:
    """The document in today's format, with the text of the file for the lines of errors.

    Args:
        document: a session file of any format.
        steps: what leads from older formats to today's.

    Raises:
        InputError: it was made by a newer program, or no step leads on from its format.
    """
    given = document.raw.get("format")
    if not isinstance(given, int) or isinstance(given, bool):
        return document  # validation says what is wrong with it
    if abs(given) >= GREATEST:
        raise refuse(document, ("format",), "is a number out of range")
    if made_by_newer(document):
        message = f"was made by a newer fwwizard, this one reads format {FORMAT} and not {given}"
        raise refuse(document, ("format",), message, "it was left as it is")
    raw = document.raw
    for number in range(given, FORMAT):
        if number not in steps:
            raise refuse(document, ("format",), f"must be {FORMAT}, not {given}")
        raw = {**steps[number](raw), "format": number + 1}
    return Document(document.file, document.text, raw)
