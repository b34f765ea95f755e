"""Several mistakes as one error: a reader that found one goes on, so that all can be told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from fwwizard.errors import InputError

T = TypeVar("T")


class MistakesError(InputError):
    """More than one mistake; it reads as the first of them, and says how many there are besides."""

    def __init__(self, errors: Sequence[InputError]) -> None:
        first = errors[0]
        message = f"{first.message} (and {len(errors) - 1} more)"
        super().__init__(
            message, file=first.file, line=first.line, column=first.column, key=first.key, hint=first.hint
        )
        self.errors = tuple(errors)


def each(error: InputError) -> tuple[InputError, ...]:
    """The single mistakes that an error stands for."""
    return error.errors if isinstance(error, MistakesError) else (error,)


def joined(errors: Sequence[InputError]) -> InputError:
    """One error for several, of which there is at least one."""
    return errors[0] if len(errors) == 1 else MistakesError(errors)


def read_beside(found: Iterable[InputError], read: Callable[[], T]) -> T:
    """What a reader gives, unless it or an earlier look found mistakes.

    Raises:
        InputError: everything that was found.
    """
    errors = list(found)
    try:
        value = read()
    except InputError as error:
        raise joined([*errors, *each(error)]) from None
    if errors:
        raise joined(errors)
    return value
