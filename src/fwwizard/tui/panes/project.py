"""The project: what is being built, with whom, on what, and what runs today."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from fwwizard.core import cycles, edits
from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.gates import version
from fwwizard.core.session import Project
from fwwizard.core.wording import language_name
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.list_pane import ListPane
from fwwizard.tui.panes.pane import Change
from fwwizard.tui.panes.project_detail import project_explained
from fwwizard.tui.panes.project_rows import MORE, OTHERS, USERS, kind_of, project_rows
from fwwizard.tui.widgets.detail import Explanation
from fwwizard.tui.widgets.row_list import Row, RowList


class ProjectPane(ListPane):
    """Everything that the team says of the project and of itself."""

    QUESTION: ClassVar[str] = "What are you building, and with whom?"
    HELP: ClassVar[str] = (
        "Languages are a gate: frameworks in others are out, unless you consider them. Knowledge of "
        "languages and frameworks counts for them; the verdict says whether to stay with what runs today."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("project", "team")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._show_all = False

    # ── what is shown ────────────────────────────────────────────────────────

    def rows(self, evaluation: Evaluation, width: int) -> Iterable[Row]:
        """The groups of questions."""
        return project_rows(evaluation, self._show_all)

    def explanation(self, evaluation: Evaluation, row_id: str) -> Explanation:
        """What the answer does."""
        return project_explained(evaluation, row_id)

    def summed_up(self, evaluation: Evaluation) -> Content:
        """How many frameworks the answers leave in."""
        return Content(f"{len(evaluation.candidates)} of {len(evaluation.standings)} frameworks in")

    # ── what the person asks for ─────────────────────────────────────────────

    @on(RowList.Chosen)
    def take_next(self, event: RowList.Chosen) -> None:
        """Enter or a click: the next answer."""
        event.stop()
        self.action_tick()

    def action_tick(self) -> None:
        """Ticks, takes the next answer, or asks for what has to be typed."""
        self.action_change(1)

    def action_change(self, by: int) -> None:
        """The next answer or the one before; a tick is toggled, a question asked."""
        kind, of = kind_of(self.row_list.cursor_id)
        if kind == MORE:
            self.action_toggle_all()
        elif kind == USERS:
            self._ask_users()
        elif kind == "runtime":
            self._ask_version(of)
        elif (change := self._cycled(kind, of, by)) is not None:
            self.ask(change)

    def _cycled(self, kind: str, of: str, by: int) -> Change | None:
        """The change to the next answer of a row that has a few answers; None for other rows."""
        model = self.catalog.model
        if kind == "need":
            return partial(edits.toggle_need, need=next(n for n in model.needs if n.id == of))
        if kind == "condition":
            return partial(edits.toggle_condition, condition=next(c for c in model.conditions if c.id == of))
        if kind == "language":
            language = next(x for x in model.languages if x.id == of)
            return partial(cycles.cycle_language, language=language, by=by)
        if kind == OTHERS:
            return edits.toggle_other_languages
        framework = self._framework
        return partial(cycles.cycle_experience, framework=framework, by=by) if framework else None

    def action_untick(self) -> None:
        """Takes the answer away."""
        kind, of = kind_of(self.row_list.cursor_id)
        change = self._cleared(kind, of)
        if change is not None:
            self.ask(change)

    def _cleared(self, kind: str, of: str) -> Change | None:
        """The change that takes an answer away; None where there is none."""
        project, model = self._project, self.catalog.model
        if (kind == "need" and of in project.needs) or (kind == "condition" and of in project.conditions):
            return self._cycled(kind, of, 1)
        if kind == "language" and of in project.languages:
            language = next(x for x in model.languages if x.id == of)
            return partial(edits.set_language, language=language, knowledge=None)
        if kind == USERS and project.concurrent_users is not None:
            return partial(edits.set_concurrent_users, users=None)
        if kind == "runtime" and of in project.runtimes:
            return partial(edits.set_runtime, runtime=of, version="")
        framework = self._framework
        if framework is not None and framework.id in project.experience:
            return partial(edits.set_experience, framework=framework, experience=None)
        return None

    def action_today(self) -> None:
        """The framework under the cursor runs today, or no longer does."""
        if framework := self._framework:
            self.ask(partial(cycles.toggle_current, framework=framework))

    def action_leave_out(self) -> None:
        """Leaves the framework under the cursor out, with a reason, or takes it back in."""
        framework = self._framework
        if framework is None:
            return
        if framework.id in self._project.excluded:
            self.ask(partial(edits.leave_out, framework=framework, reason=None))
        else:
            self.ask_line(
                f"Why leave {framework.name} out?",
                partial(self._leave_out, framework),
                placeholder="a reason",
            )

    def action_toggle_all(self) -> None:
        """Shows the frameworks of all languages, or only those of the team's."""
        self._show_all = not self._show_all
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of frameworks are at hand where a framework is under the cursor."""
        if action in ("today", "leave_out"):
            return self._framework is not None
        return super().check_action(action, parameters)

    def explain(self) -> None:
        """Explains the row, and shows the keys that it takes."""
        super().explain()
        self.refresh_bindings()

    # ── questions ────────────────────────────────────────────────────────────

    def _ask_users(self) -> None:
        users = self._project.concurrent_users
        value = "" if users is None else str(users)
        self.ask_line("Users at once:", self._set_users, value=value, kind="integer", placeholder="not known")

    def _set_users(self, answer: str) -> str:
        if answer and not answer.isdecimal():
            return "a whole number, or nothing"
        self.ask(partial(edits.set_concurrent_users, users=int(answer) if answer else None))
        return ""

    def _ask_version(self, runtime: str) -> None:
        name = language_name(self.catalog.model, runtime)
        value = self._project.runtimes.get(runtime, "")
        set_version = partial(self._set_version, runtime)
        self.ask_line(f"{name}, the version you run:", set_version, value=value, placeholder="any")

    def _set_version(self, runtime: str, answer: str) -> str:
        if answer and not version(answer):
            return "a version such as 3.11, or nothing"
        self.ask(partial(edits.set_runtime, runtime=runtime, version=answer))
        return ""

    def _leave_out(self, framework: Framework, answer: str) -> str:
        if not answer:
            return "the reason is kept with the decision"
        self.ask(partial(edits.leave_out, framework=framework, reason=answer))
        return ""

    # ── what is under the cursor ─────────────────────────────────────────────

    @property
    def _project(self) -> Project:
        return self.session.project if self.session else Project()

    @property
    def _framework(self) -> Framework | None:
        if self.evaluation is None or not self.is_mounted:
            return None
        kind, of = kind_of(self.row_list.cursor_id)
        return self.catalog.framework(of) if kind == "framework" else None
