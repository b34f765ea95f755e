"""Small questions in front of a screen: a line to type, a choice to make."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.row_list import Row, RowList
from fwwizard.tui.widgets.text_line import TextLine

LONGEST_NAME = 120


class NameLine(TextLine):
    """The line of a dialog; that its enter takes the answer stands in the table of commands too."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt.take")


class LineDialog(ModalScreen[str | None]):
    """Asks for one line; None where the person turned away."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt.leave", "app.suspend")

    line = query_one(Input)
    hint = query_one(".dialog--hint", Static)

    def __init__(
        self, title: str, *, value: str = "", hint: str = "", required: str = "", longest: int = LONGEST_NAME
    ) -> None:
        """A question.

        Args:
            title: the question.
            value: what stands in the line at first.
            hint: a sentence below the line.
            required: what is said to an empty answer; empty: an empty answer is fine.
            longest: how many characters fit.
        """
        super().__init__()
        self._title, self._value, self._hint, self._required = title, value, hint, required
        self._longest = longest

    def compose(self) -> ComposeResult:
        """Question, line, hint."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._title)), classes="dialog--title")
            yield NameLine(self._value, max_length=self._longest)
            yield Static(Content(printable(self._hint)), classes="dialog--hint")
            yield Static("enter  take it    esc  leave it", classes="dialog--keys", markup=False)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Takes the answer, unless one is required and missing."""
        answer = event.value.strip()
        if self._required and not answer:
            self.hint.update(Content.styled(self._required, "$text-error"))
        else:
            self.dismiss(answer)

    def action_leave_question(self) -> None:
        """Turns away."""
        self.dismiss(None)


class ChoiceDialog(ModalScreen[str]):
    """Asks to choose one of a few things to do; empty where the person turned away."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("choice.leave", "app.suspend")

    def __init__(self, title: str, text: str, choices: dict[str, str]) -> None:
        """A choice.

        Args:
            title: what happened.
            text: what it means.
            choices: what can be done, by its id, the first the safest.
        """
        super().__init__()
        self._title, self._text, self._choices = title, text, choices

    def compose(self) -> ComposeResult:
        """What happened, and what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._title)), classes="dialog--title")
            yield Static(Content(printable(self._text)), classes="dialog--text")
            choices = RowList([Row(i, Content(printable(text))) for i, text in self._choices.items()])
            choices.styles.height = len(self._choices)
            yield choices
            yield Static("enter  choose    esc  leave it", classes="dialog--keys", markup=False)

    @on(RowList.Chosen)
    def take(self, event: RowList.Chosen) -> None:
        """Takes the choice."""
        self.dismiss(event.row_id)

    def action_leave(self) -> None:
        """Turns away."""
        self.dismiss("")
