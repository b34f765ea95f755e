"""The checklist: what it must have, what the team wants, and who would drop out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import isfinite
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from fwwizard.core import cycles, edits
from fwwizard.core.checklist import as_wish, attribute_of, level_now, levels_of, takes_number, takes_target
from fwwizard.core.defaults import counting, defaults, with_consequence
from fwwizard.core.edits import Edit
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.gates import default_level
from fwwizard.core.model import Attribute, Requirement
from fwwizard.core.session import MustLevel, Session, Wish
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.checklist_detail import requirement_explained
from fwwizard.tui.panes.checklist_rows import Tally, checklist_rows, tally
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.panes.pane import Change
from fwwizard.tui.widgets.detail import Explanation
from fwwizard.tui.widgets.marks import DEFAULT
from fwwizard.tui.widgets.row_list import Row, RowList


class ChecklistPane(ListPane):
    """Every requirement as must, want or don't care."""

    QUESTION: ClassVar[str] = "Must, want, or don't care?"
    HELP: ClassVar[str] = (
        "A **must** is a gate: who fails it is out, however well it scores. A **want** counts in the "
        "score. The bar shows how the candidates have it; the explanation says who would drop out. Until "
        "your first wish the catalog's defaults count, marked ◦; then your wishes count instead."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("checklist")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._tally: tuple[object, Tally] | None = None

    # ── what is shown ────────────────────────────────────────────────────────

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """The requirements of the model in their groups."""
        return checklist_rows(evaluation, self._holders(evaluation), width)

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """What a must does, and who has it."""
        return requirement_explained(evaluation, self._requirement(row_id), self._holders(evaluation)[row_id])

    def summed_up(self, evaluation: Evaluation) -> Content:
        """How many musts and wants there are, and whether they count instead of the defaults."""
        model, session = evaluation.catalog.model, evaluation.session
        by_default = counting(model, session)
        if by_default and not session.checklist:
            return Content(f"{DEFAULT} {len(by_default)} count until your first wish")
        wishes = session.checklist.values()
        musts = sum(cycles.is_must(wish) for wish in wishes)
        replaced = len(defaults(model)) if not by_default else 0
        instead = f" instead of {replaced} defaults" if replaced else ""
        return Content(f"{musts} must, {len(wishes) - musts} want{instead}")

    def _holders(self, evaluation: Evaluation) -> Tally:
        """Who has what; counted anew only when other candidates or levels are at stake."""
        key = (tuple(s.framework for s in evaluation.candidates), evaluation.session.checklist)
        if self._tally is None or self._tally[0] != key:
            self._tally = key, tally(evaluation)
        return self._tally[1]

    def _requirement(self, row_id: str) -> Requirement:
        return next(r for r in self.catalog.model.requirements if r.id == row_id)

    @property
    def _current(self) -> Requirement | None:
        return self._requirement(self.row_list.cursor_id) if self.row_list.cursor_id else None

    # ── what the person asks for ─────────────────────────────────────────────

    @on(RowList.Chosen)
    def take_next(self, event: RowList.Chosen) -> None:
        """Enter or a click: the next wish."""
        event.stop()
        self.action_cycle()

    def wish(self, change: Change) -> None:
        """Asks for a change of a wish; it says so where the defaults cease to count by it."""
        model = self.catalog.model

        def told(session: Session) -> Edit:
            return with_consequence(model, session, change(session))

        self.ask(told)

    def action_cycle(self) -> None:
        """Don't care, want, must."""
        if requirement := self._current:
            must = as_wish(self.catalog.model, requirement)
            self.wish(partial(cycles.cycle_wish, requirement=requirement, must=must))

    def action_wish(self, wish: str) -> None:
        """A must or a want, or no longer one; empty: don't care."""
        requirement = self._current
        if requirement is None:
            return
        must = as_wish(self.catalog.model, requirement)
        if not wish:
            self.wish(partial(edits.set_wish, requirement=requirement, wish=None))
        elif wish == "want":
            self.wish(partial(cycles.toggle_want, requirement=requirement))
        elif must is not None:
            self.wish(partial(cycles.toggle_must, requirement=requirement, must=must))
        else:
            self.action_target()

    def action_level(self) -> None:
        """The next level that is good enough for a must."""
        requirement = self._current
        if requirement is None:
            return
        levels, default = levels_of(self.catalog.model, requirement), default_level(requirement)
        if not levels:
            self.action_target()
            return
        self.wish(partial(cycles.cycle_level, requirement=requirement, levels=levels, default=default))

    def action_target(self) -> None:
        """Asks for the figure that is enough."""
        requirement, evaluation = self._current, self.evaluation
        attribute = attribute_of(self.catalog.model, requirement) if requirement else None
        if requirement is None or attribute is None or evaluation is None:
            return
        unit = f" ({attribute.unit})" if attribute.unit else ""
        question = f"{requirement.name}, enough{unit}:"
        if takes_target(self.catalog.model, requirement):
            target = evaluation.session.targets.get(attribute.id)
            value = f"{target:g}" if target is not None else ""
            self.ask_line(question, partial(self._set_target, attribute), value=value, kind="number")
        elif takes_number(self.catalog.model, requirement):
            value = level_now(evaluation, requirement)
            self.ask_line(question, partial(self._set_number, requirement), value=value, kind="number")

    def _set_target(self, attribute: Attribute, answer: str) -> str:
        target = _number(answer) if answer else None
        if answer and (target is None or target <= 0):
            return "a number above 0, or nothing"
        self.ask(partial(edits.set_target, attribute=attribute, target=target))
        return ""

    def _set_number(self, requirement: Requirement, answer: str) -> str:
        if answer and _number(answer) is None:
            return "a number, or nothing"
        wish: Wish = MustLevel(answer) if answer and answer != default_level(requirement) else "must"
        self.wish(partial(edits.set_wish, requirement=requirement, wish=wish))
        return ""


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None
