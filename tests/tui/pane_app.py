"""One pane alone, with a screen around it that does what the wizard does with what panes ask for."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult

from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.model import Catalog
from fwwizard.core.session import Session
from fwwizard.tui.panes.pane import Pane
from fwwizard.tui.theme import DARK, tokens
from fwwizard.tui.widgets.row_list import RowList
from tests.tui.waiting import screen_lines, screen_text


class PaneApp(App[None]):
    """Applies what the pane asks for to the newest session, evaluates, assigns."""

    def __init__(self, catalog: Catalog, session: Session, pane: Pane) -> None:
        super().__init__()
        self.evaluator = Evaluator(catalog)
        self.session = session
        self.evaluation: Evaluation = self.evaluator.evaluate(session)
        self.pane = pane
        self.sentences: list[str] = []
        self.opened: list[str] = []
        self.animation_level = "none"
        self.register_theme(DARK)
        self.theme = DARK.name
        pane.session, pane.evaluation = self.session, self.evaluation

    @property
    def list(self) -> RowList:
        """The list of the pane."""
        return self.pane.query_one(RowList)

    @property
    def words(self) -> str:
        """What the screen says, with single spaces."""
        return " ".join(screen_text(self).split())

    def line_of(self, text: str) -> str:
        """The first line below the question that has a text; empty where none has."""
        return next((line for line in screen_lines(self)[1:] if text in line), "")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.pane

    @on(Pane.Asked)
    def apply(self, event: Pane.Asked) -> None:
        edit = event.change(self.session)
        self.sentences.append(edit.sentence)
        self.show(edit.session)

    def show(self, session: Session) -> None:
        """Evaluates a session and hands it down."""
        self.session = session
        self.evaluation = self.evaluator.evaluate(session)
        self.pane.session, self.pane.evaluation = self.session, self.evaluation

    @on(Pane.FrameworkChosen)
    def note(self, event: Pane.FrameworkChosen) -> None:
        self.opened.append(event.framework)
