"""The red flags: candidates by signs, the evidence of each, and the team's verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar, Literal

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from fwwizard.core import cycles, edits
from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.model import FlagRule
from fwwizard.core.session import FlagVerdict, Verdict
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.flags_detail import sign_explained
from fwwizard.tui.panes.flags_rows import flag_rows, heads, label_width, legend, reviewed, shown
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.widgets.detail import NOTHING, Explanation
from fwwizard.tui.widgets.matrix import Matrix, MatrixHead
from fwwizard.tui.widgets.row_list import Row, RowList


class SignMatrix(Matrix):
    """Frameworks by signs; enter opens the card of one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("flags.card")


class FlagsPane(ListPane):
    """Which warning signs the candidates show, and what the team makes of them."""

    QUESTION: ClassVar[str] = "Which warning signs worry you?"
    HELP: ClassVar[str] = (
        "A sign is raised by dated evidence. **Accept** it with a reason, voice a **concern** (it takes "
        "points off; e says why), or **rule out** the framework. What you do not review is reported as "
        "such."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("flags")

    DEFAULT_CSS = """
    FlagsPane .flags--legend {
        height: 1;
    }
    FlagsPane.-low .flags--legend {
        display: none;
    }
    """

    matrix = query_one(Matrix)
    head = query_one(MatrixHead)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._show_all = False

    # ── what is shown ────────────────────────────────────────────────────────

    def compose_list(self) -> Iterable[Widget]:
        """The matrix under the names of its columns."""
        matrix = SignMatrix()
        yield MatrixHead(matrix, "framework")
        yield matrix
        yield Static(legend(), classes="flags--legend", markup=False)

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """Frameworks by signs."""
        rules = evaluation.catalog.model.flags
        self.matrix.columns = len(rules)
        self.matrix.label_width = label_width(evaluation, width)
        self.head.name_columns([heads(rule) for rule in rules])
        return flag_rows(evaluation, self._show_all, width)

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """The evidence of the sign under the cursor."""
        rule = self._rule
        return sign_explained(evaluation, row_id, rule) if rule else NOTHING

    def summed_up(self, evaluation: Evaluation) -> Content:
        """How many raised signs are reviewed."""
        return reviewed(shown(evaluation, self._show_all))

    def fit_into(self, width: int, height: int) -> None:
        """Leaves the legend away where every line counts."""
        self.set_class(height < 20, "-low")

    @on(Matrix.ColumnChanged)
    def follow_column(self, event: Matrix.ColumnChanged) -> None:
        """Explains the sign that the cursor came to."""
        event.stop()
        self.head.refresh()
        self.explain()

    @on(Matrix.Measured)
    def measure_head(self, event: Matrix.Measured) -> None:
        """Draws the head over the new columns."""
        event.stop()
        self.head.refresh()

    # ── what the person asks for ─────────────────────────────────────────────

    @on(RowList.Chosen)
    def show_framework(self, event: RowList.Chosen) -> None:
        """Enter or a click: everything about the framework."""
        event.stop()
        self.post_message(self.FrameworkChosen(event.row_id))

    def action_move_column(self, by: int) -> None:
        """To the next sign, or the one before."""
        self.matrix.at += by

    def action_toggle_all(self) -> None:
        """All frameworks, or only those still in."""
        self._show_all = not self._show_all
        self.redraw()

    def action_verdict(self, verdict: Verdict | Literal[""]) -> None:
        """Says what the team makes of the sign; empty: takes it back."""
        framework, rule = self._framework, self._rule
        if framework is None or rule is None or self.session is None:
            return
        present = self._present
        if not verdict:
            if present is not None:
                self.ask(partial(edits.set_flag_verdict, framework=framework, flag=rule, verdict=None))
        elif verdict == "concern":
            # At once, without a question: the key says "again" for a major one, and e says why.
            self.ask(partial(cycles.cycle_concern, framework=framework, flag=rule))
        else:
            self._ask_reason(framework, rule, FlagVerdict(verdict, reason=present.reason if present else ""))

    def action_reason(self) -> None:
        """Asks for the reason of the verdict under the cursor."""
        framework, rule, present = self._framework, self._rule, self._present
        if framework is not None and rule is not None and present is not None:
            self._ask_reason(framework, rule, present)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A reason belongs to a verdict."""
        if action == "reason":
            return True if self._present is not None else None
        return True

    def _ask_reason(self, framework: Framework, rule: FlagRule, said: FlagVerdict) -> None:
        asked = {
            "accept": "why is it acceptable?",
            "concern": "what is the concern?",
            "rule-out": "why rule it out?",
        }
        self.ask_line(
            f"{framework.name}: {asked[said.verdict]}",
            partial(self._answer, framework, rule, said),
            value=said.reason,
            placeholder="may stay empty" if said.verdict == "concern" else "a reason",
        )

    def _answer(self, framework: Framework, rule: FlagRule, said: FlagVerdict, reason: str) -> str:
        if not reason and said.verdict != "concern":
            return "the reason is kept with the decision"
        verdict = replace(said, reason=reason)
        self.ask(partial(edits.set_flag_verdict, framework=framework, flag=rule, verdict=verdict))
        return ""

    # ── what is under the cursor ─────────────────────────────────────────────

    @property
    def _framework(self) -> Framework | None:
        return self.catalog.framework(self.row_list.cursor_id) if self.evaluation else None

    @property
    def _present(self) -> FlagVerdict | None:
        """What the team says to the sign so far."""
        if self.session is None or self.evaluation is None or self._rule is None:
            return None
        return self.session.flags.get(self.row_list.cursor_id, {}).get(self._rule.id)

    @property
    def _rule(self) -> FlagRule | None:
        rules = self.catalog.model.flags
        return rules[self.matrix.at] if self.matrix.at < len(rules) else None
