"""Undo and redo over immutable sessions."""

from __future__ import annotations

from dataclasses import dataclass, field

from fwwizard.core.session import Session

DEPTH = 500
"""How many states are kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A state of the session and the sentence of the edit that led to it."""

    session: Session
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """States before and after the present one; immutable, every operation makes a new one."""

    present: Entry
    past: tuple[Entry, ...] = field(default=())
    future: tuple[Entry, ...] = field(default=())

    @classmethod
    def of(cls, session: Session) -> History:
        """A history that begins now."""
        return cls(Entry(session))

    def after(self, session: Session, sentence: str) -> History:
        """The history with one more state; what was undone before is forgotten."""
        return History(Entry(session, sentence), (*self.past, self.present)[-DEPTH:])

    def replaced(self, session: Session) -> History:
        """The present state replaced, for what is no edit, such as the step one is at."""
        return History(Entry(session, self.present.sentence), self.past, self.future)

    def undone(self) -> History:
        """One state back; unchanged at the beginning."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History:
        """One state forward; unchanged at the end."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
