"""The one family of expected errors: what is wrong, where, what to do, and the exit code."""

from __future__ import annotations

from pathlib import Path

EXIT_DONE = 0
EXIT_NONE = 1
"""Done, and the answer is "none"."""
EXIT_BAD_INPUT = 2
EXIT_DEFECT = 70
EXIT_INTERRUPTED = 130


class FwwizardError(Exception):
    """An error that a person can mend.

    Args:
        message: what is wrong, one clause without a full stop.
        file: the file it is about.
        line: the line in that file, counted from 1.
        column: the character in that line, counted from 1; of no use without the line.
        key: the dotted path of the key in that file.
        hint: what to do about it.
    """

    exit_code = EXIT_BAD_INPUT

    def __init__(
        self,
        message: str,
        *,
        file: Path | None = None,
        line: int | None = None,
        column: int | None = None,
        key: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column if line else None
        self.key = key
        self.hint = hint

    def __str__(self) -> str:
        """`file:line:column: key: message; hint`, what is known of it, without control characters."""
        parts = (self.file, self.line, self.column) if self.file is not None else ()
        place = "".join(f"{part}:" for part in parts if part) + " " if parts else ""
        key = f"{self.key}: " if self.key else ""
        hint = f"; {self.hint}" if self.hint else ""
        return printable(f"{place}{key}{self.message}{hint}")


class InputError(FwwizardError):
    """A file, an argument or an answer that cannot be used."""


class SessionNotFoundError(InputError):
    """No session of that name, id or path."""


class NoTerminalError(FwwizardError):
    """The wizard needs a terminal and there is none."""


class SaveError(FwwizardError):
    """A session could not be written; what was there before still is."""


def printable(text: str) -> str:
    """The text with every character that a terminal could obey replaced by a visible one.

    Control characters, line and paragraph separators, and the characters that reverse or hide text
    (Unicode categories Cc, Cf, Zl, Zp, Cs) become U+FFFD, white space a space; joiners inside
    words stay, as scripts need them.
    """
    if text.isprintable():  # nearly always, and tables have thousands of texts
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else _shown(c) for c in text)


_JOINERS = "\u200c\u200d"


def _shown(character: str) -> str:
    return " " if character in "\n\t\r\u3000\u00a0" or character.isspace() else "\N{REPLACEMENT CHARACTER}"
