"""KEY=VALUE on the command line: an answer by its dotted path in the session file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fwwizard.core.checks import problems
from fwwizard.core.edits import Edit
from fwwizard.errors import InputError
from fwwizard.storage.session_checks import check_answers
from fwwizard.storage.session_text import answer_error, parse_session, session_table
from fwwizard.storage.toml_text import Document

if TYPE_CHECKING:
    from fwwizard.core.model import Catalog
    from fwwizard.core.session import Session

_FIXED = ("format", "id", "created", "updated", "changes", "catalog.digest", "catalog.version")
"""Keys that the program keeps itself."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One answer to give, or to take back where the value is None."""

    path: tuple[str, ...]
    value: object
    words: str
    """As it was typed."""


def parse_assignments(words: Sequence[str]) -> list[Assignment]:
    """Reads KEY=VALUE words; VALUE is TOML or a bare word, nothing takes the answer back.

    Raises:
        InputError: a word has no `=`, no key, or a key that the program keeps itself.
    """
    return [_assignment(word) for word in words]


def _assignment(word: str) -> Assignment:
    key, equals, text = word.partition("=")
    key = key.strip()
    if not equals or not key or not all(key.split(".")):
        hint = "for example checklist.websockets=want"
        raise InputError(f'"{word}" is not of the form KEY=VALUE', hint=hint)
    if not word.isprintable() and any("\ud800" <= c <= "\udfff" for c in word):
        raise InputError("an answer is not UTF-8 text")
    if any(f"{key}.".startswith(f"{fixed}.") or fixed.startswith(f"{key}.") for fixed in _FIXED):
        raise InputError(f'"{key}" is kept by the program and cannot be set')
    return Assignment(tuple(key.split(".")), _value(text.strip()), word)


def _value(text: str) -> object:
    if not text:
        return None
    try:
        found = tomllib.loads(f"value = {text}")
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return text
    return found["value"] if len(found) == 1 else text


def answered(session: Session, assignments: Sequence[Assignment], catalog: Catalog, file: Path) -> Edit:
    """The session with the answers given, checked against the catalog.

    A ranking or points that are given count as confirmed.

    Raises:
        InputError: an answer does not fit, by its key.
    """
    table: dict[str, object] = session_table(session)
    for assignment in assignments:
        _assign(table, assignment)
    given = {assignment.path for assignment in assignments}
    if ("priorities", "confirmed") not in given and given & _RANKINGS:
        _priorities(table)["confirmed"] = True
    if ("priorities", "ranking") in given and ("priorities", "ignored") not in given:
        _rank_again(_priorities(table))
    # The text is empty: what is wrong stands on the command line, not in a line of the file.
    document = Document(file, "", table)
    changed = parse_session(document)
    check_answers(changed, catalog, document)
    _check_new_ids(session, changed, catalog, document)
    return Edit(changed, "set " + ", ".join(assignment.words for assignment in assignments))


def _check_new_ids(before: Session, after: Session, catalog: Catalog, document: Document) -> None:
    """Ids of another catalog are let be where the session has them already, not where they are typed now."""
    had = {(problem.key, problem.message) for problem in problems(catalog, before)}
    for problem in problems(catalog, after):
        if problem.unknown_id and (problem.key, problem.message) not in had:
            raise answer_error(document, problem.key, problem.message)


_RANKINGS = {("priorities", "ranking"), ("priorities", "points")}


def _assign(table: dict[str, object], assignment: Assignment) -> None:
    here = table
    for key in assignment.path[:-1]:
        below = here.setdefault(key, {})
        if not isinstance(below, dict):
            dotted = ".".join(assignment.path)
            raise InputError(f'"{dotted}" leads through "{key}", which holds a value of its own')
        here = below
    if assignment.value is None:
        here.pop(assignment.path[-1], None)
    else:
        here[assignment.path[-1]] = assignment.value


def _priorities(table: dict[str, object]) -> dict[str, object]:
    found = table.setdefault("priorities", {})
    return found if isinstance(found, dict) else {}


def _rank_again(priorities: dict[str, object]) -> None:
    """Factors that are ranked now are no longer ignored."""
    ranking, ignored = priorities.get("ranking"), priorities.get("ignored")
    if isinstance(ranking, list) and isinstance(ignored, list):
        ranked = [factor for group in ranking if isinstance(group, list) for factor in group]
        priorities["ignored"] = [factor for factor in ignored if factor not in ranked]
