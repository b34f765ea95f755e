"""The state of a session that is worked on, as one immutable value: what each key makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from fwwizard.core import edits
from fwwizard.core.checks import made_elsewhere
from fwwizard.core.edits import Edit
from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.history import History
from fwwizard.core.movement import Movement, movement
from fwwizard.core.session import Session, Step


@dataclass(frozen=True, slots=True)
class Working:
    """A session with its history, what follows from it, and what the last change did."""

    history: History
    evaluation: Evaluation
    movement: Movement = field(default_factory=Movement)
    last_edit: str = ""
    """What was done last, in the past tense."""

    @classmethod
    def begun(cls, session: Session, evaluator: Evaluator) -> Working:
        """With nothing changed yet."""
        return cls(History.of(session), evaluator.evaluate(session))

    @property
    def session(self) -> Session:
        """The answers as they stand."""
        return self.history.present.session

    @property
    def made_elsewhere(self) -> bool:
        """Whether the session was made with another catalog than the one in force."""
        return made_elsewhere(self.evaluation.catalog, self.session)

    @property
    def title(self) -> str:
        """The name of the session, with its catalog where that is another one."""
        name = self.session.name
        if not self.made_elsewhere:
            return name
        return f"{name} (made with catalog {self.session.catalog.version or 'unknown'})"

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self.history.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self.history.future)

    def applied(self, change: Callable[[Session], Edit], now: datetime) -> Working:
        """With one more change, which is logged; the same object where it changes nothing."""
        edit = change(self.session)
        if edit.session == self.session:
            return self
        after = self._evaluated(edit.session)
        session = edits.logged(edit, now, after.leader_id)
        history = self.history.after(session, edit.sentence)
        return Working(history, after, movement(self.evaluation, after), edit.sentence)

    def undone(self, now: datetime) -> Working:
        """With the last change taken back."""
        if not self.can_undo:
            return self
        return self._travelled(self.history.undone(), f"took back “{self.history.present.sentence}”", now)

    def redone(self, now: datetime) -> Working:
        """With the change made again that was taken back last."""
        if not self.can_redo:
            return self
        return self._travelled(self.history.redone(), f"again “{self.history.future[0].sentence}”", now)

    def at_step(self, step: Step) -> Working:
        """At another step, which is no change of the decision."""
        return replace(self, history=self.history.replaced(edits.at_step(self.session, step)))

    def _travelled(self, history: History, sentence: str, now: datetime) -> Working:
        """At another state of the history; the step one is at stays."""
        session = replace(history.present.session, step=self.session.step, updated=now.replace(microsecond=0))
        after = self._evaluated(session)
        return Working(history.replaced(session), after, movement(self.evaluation, after), sentence)

    def _evaluated(self, session: Session) -> Evaluation:
        return self.evaluation.evaluator.evaluate(session, self.evaluation)
