"""The wizard: one screen that owns the session and its evaluation, with the steps as panes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.movement import Movement
from fwwizard.core.progress import answered
from fwwizard.core.session import STEPS, Session, Step
from fwwizard.tui.commands import bindings
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.screens.saving import SavingScreen
from fwwizard.tui.screens.sized import TooSmall
from fwwizard.tui.screens.step_panes import StepPanes
from fwwizard.tui.store import Context, Opened
from fwwizard.tui.widgets.change_line import ChangeLine
from fwwizard.tui.widgets.key_bar import KeyBar
from fwwizard.tui.widgets.line_prompt import LinePrompt
from fwwizard.tui.widgets.ranking_panel import RankingPanel
from fwwizard.tui.widgets.ranking_strip import RankingStrip
from fwwizard.tui.widgets.step_rail import StepRail
from fwwizard.tui.widgets.title_bar import TitleBar
from fwwizard.tui.working import Working


class WizardScreen(SavingScreen):
    """Applies what panes ask for, evaluates, and hands session and evaluation down."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("wizard")

    session: var[Session | None] = var(None, init=False)
    """The answers so far; None while the file is read."""

    evaluation: var[Evaluation | None] = var(None, init=False)
    """What follows from them; None until the catalog is there."""

    movement: var[Movement] = var(Movement(), init=False)
    """What the last change did to the ranking."""

    last_edit: var[str] = var("", init=False)
    """What was done last, in the past tense."""

    step: var[Step] = var[Step]("project", init=False)
    """The step one is at."""

    done: var[frozenset[Step]] = var(frozenset[Step](), init=False)
    """The steps that are answered."""

    panes = query_one(StepPanes)
    panel = query_one(RankingPanel)

    class Left(Message):
        """The person wants to go back to the sessions."""

    class InTurn(Message):
        """Something to do once everything that was asked for before is done."""

        def __init__(self, do: Callable[[], Awaitable[None] | None]) -> None:
            self.do = do
            super().__init__()

    def __init__(self, context: Context, path: Path, *, name: str = "") -> None:
        """Opens a session.

        Args:
            context: the world outside.
            path: the session's file.
            name: what the title says until the file is read.
        """
        super().__init__(context, path)
        self._first_title = name or path.stem
        self._focus: dict[Step, Widget] = {}

    def compose(self) -> ComposeResult:
        """Title, steps, pane and panel, what changed, keys."""
        yield TitleBar(id="title")
        yield StepRail().data_bind(current=WizardScreen.step, done=WizardScreen.done)
        with Horizontal(id="body"):
            yield StepPanes(self._give)
            yield RankingPanel(id="ranking").data_bind(WizardScreen.movement, WizardScreen.evaluation)
        yield ChangeLine().data_bind(WizardScreen.movement, edit=WizardScreen.last_edit)
        yield LinePrompt(id="save-as")
        yield RankingStrip().data_bind(WizardScreen.movement, WizardScreen.evaluation)
        yield KeyBar()
        yield TooSmall()

    # ── opening ──────────────────────────────────────────────────────────────

    def on_mount(self) -> None:
        """Says what is being opened; the app hands over file and catalog when it has them."""
        self.title_bar.subject = self._first_title
        self.title_bar.state = "opening…"

    async def begin(self, opened: Opened, evaluator: Evaluator) -> None:
        """Shows a session that was read, at the step where it was left."""
        self.save_to(opened)
        await self.show_session(opened.session, evaluator)
        if not self.context.unattended:
            self.look_at_catalog()
        if self.context.prepare_after is not None:
            self.set_timer(self.context.prepare_after, self.panes.prepare)

    async def show_session(self, session: Session, evaluator: Evaluator) -> None:
        """Shows a session from its beginning, at the step where it was left."""
        self.title_bar.state = "saved"
        self._assign(Working.begun(session, evaluator))
        await self.go_to(session.step)

    @on(StepPanes.Prepared)
    def tell_settled(self, event: StepPanes.Prepared) -> None:
        """All is in memory that will stay there."""
        event.stop()
        self.context.settled()

    # ── changes ──────────────────────────────────────────────────────────────

    @on(Pane.Asked)
    def apply(self, event: Pane.Asked) -> None:
        """Applies the change that a pane asks for."""
        event.stop()
        if self.working is not None:
            self.become(self.working.applied(event.change, self.context.clock()))

    def become(self, working: Working) -> None:
        """Shows and saves another state."""
        if working is not self.working:
            self._assign(working)
            self.save_soon()

    def _assign(self, working: Working) -> None:
        """Hands everything down, the evaluation last: what draws, draws then."""
        self.working = working
        self.session = working.session
        self.movement = working.movement
        self.last_edit = working.last_edit
        self.title_bar.subject = working.title
        self.done = answered(working.evaluation)
        self._give(self.panes.pane(self.step))
        self.evaluation = working.evaluation
        self.refresh_bindings()

    def _give(self, pane: Pane | None) -> None:
        """Only the pane in sight is kept up to date: redrawing all six would cost frames."""
        if pane is not None and self.working is not None and pane.evaluation is not self.working.evaluation:
            pane.today = self.context.clock().date()
            pane.session = self.working.session
            pane.evaluation = self.working.evaluation

    def in_turn(self, do: Callable[[], Awaitable[None] | None]) -> None:
        """Does something after all changes that panes have asked for.

        A change comes as a message from the pane, a key of the screen at once: typed fast, `J` and
        `u` would change places. So the key takes the way of the message, from the pane upward.
        """
        (self.panes.pane(self.step) or self).post_message(self.InTurn(do))

    @on(InTurn)
    async def take_turn(self, event: InTurn) -> None:
        """Does what waited for its turn."""
        event.stop()
        outcome = event.do()
        if outcome is not None:
            await outcome

    def look_at_catalog(self, *, asked: bool = False) -> None:
        """Asks about another catalog, if the session was made with one; else keeps this one for later."""
        if self.working is None:
            return
        if self.working.made_elsewhere:
            from fwwizard.tui.screens.other_catalog import look

            look(self, asked=asked)
        elif self.working.session.catalog.digest:
            catalog = self.working.evaluation.catalog
            self.run_worker(lambda: self.context.remember(catalog), thread=True, group="catalog")

    def action_catalog(self) -> None:
        """Shows again what changed since the session's catalog."""
        self.look_at_catalog(asked=True)

    def action_undo(self) -> None:
        """Takes the last change back."""
        self.in_turn(self._undo)

    def action_redo(self) -> None:
        """Makes the change again that was taken back last."""
        self.in_turn(self._redo)

    def _undo(self) -> None:
        if self.working is not None:
            self.become(self.working.undone(self.context.clock()))

    def _redo(self) -> None:
        if self.working is not None:
            self.become(self.working.redone(self.context.clock()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dims what is not possible now."""
        if action == "undo":
            return True if self.working is not None and self.working.can_undo else None
        if action == "redo":
            return True if self.working is not None and self.working.can_redo else None
        if action == "catalog":
            return True if self.working is not None and self.working.made_elsewhere else None
        if action == "next_step":
            return None if self.step == STEPS[-1] else True
        if action == "previous_step":
            return None if self.step == STEPS[0] else True
        return True

    # ── steps ────────────────────────────────────────────────────────────────

    async def go_to(self, step: Step) -> None:
        """Shows the pane of a step, with the focus where it was left; nothing while it is being left."""
        if self.working is None or not self.is_attached:
            return
        focused = self.focused
        before = self.panes.pane(self.step)
        if focused is not None and before is not None and before in focused.ancestors:
            self._focus[self.step] = focused
        pane = await self.panes.show(step)
        if pane is None or not self.is_attached:
            return
        if step != self.working.session.step:
            self.working = self.working.at_step(step)
            self.session = self.working.session
            self.save_soon()
        self.step = step
        self._focus_pane(pane)
        # Both at once: else the pane that is left would be painted once more, with the keys of this one.
        for key_bar in self.query(KeyBar):  # none while the wizard is being left
            key_bar.follow(self)
        self.refresh(layout=True)

    def _focus_pane(self, pane: Pane) -> None:
        target = self._focus.get(self.step)
        if target is None or not target.focusable:
            target = next((w for w in self.focus_chain if pane in w.ancestors), None)
        if target is not None:
            self.set_focus(target, scroll_visible=False)

    def action_step(self, number: int) -> None:
        """To a step by its number."""
        self.in_turn(partial(self.go_to, STEPS[number - 1]))

    def action_next_step(self) -> None:
        """To the step after this one, if there is one."""
        self.in_turn(partial(self._go_by, 1))

    def action_previous_step(self) -> None:
        """To the step before this one, if there is one."""
        self.in_turn(partial(self._go_by, -1))

    async def _go_by(self, by: int) -> None:
        await self.go_to(STEPS[min(len(STEPS) - 1, max(0, STEPS.index(self.step) + by))])

    @on(StepRail.Chosen)
    async def choose_step(self, event: StepRail.Chosen) -> None:
        """To the step that was clicked."""
        await self.go_to(event.step)

    # ── ranking and frameworks ───────────────────────────────────────────────

    @on(RankingStrip.Clicked)
    def action_toggle_ranking(self) -> None:
        """Into the ranking, which opens over the pane where it has no place beside it; and back."""
        pane = self.panes.pane(self.step)
        if self.focused is not None and self.panel in self.focused.ancestors:
            self.panel.remove_class("-open")
            if pane is not None:
                self._focus_pane(pane)
            return
        if pane is not None and self.focused is not None and pane in self.focused.ancestors:
            self._focus[self.step] = self.focused
        self.panel.add_class("-open")
        self.panel.ranking.focus()

    @on(Pane.SharesDrawn)
    def hand_shares(self, event: Pane.SharesDrawn) -> None:
        """What is said of a share in one place is said in the other."""
        event.stop()
        self.panel.adopt(event.evaluation, event.shares)

    @on(Pane.FrameworkChosen)
    @on(RankingPanel.FrameworkChosen)
    def show_framework(self, event: Pane.FrameworkChosen | RankingPanel.FrameworkChosen) -> None:
        """Opens the card of a framework."""
        self.open_card(event.framework)

    def open_card(self, framework: str) -> None:
        """Shows everything about a framework."""
        if self.evaluation is not None:
            from fwwizard.tui.screens.card import FrameworkCard

            self.app.push_screen(FrameworkCard(self.evaluation, framework))

    # ── leaving ──────────────────────────────────────────────────────────────

    def action_home(self) -> None:
        """Out of the ranking; else saves and goes back to the sessions."""
        if self.focused is not None and self.panel in self.focused.ancestors:
            self.action_toggle_ranking()
            return
        self.in_turn(self._leave)

    def _leave(self) -> None:
        self.post_message(self.Left())
