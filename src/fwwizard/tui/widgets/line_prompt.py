"""A question that one line answers, asked in place: enter answers, escape leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input, Static

from fwwizard.errors import printable
from fwwizard.tui.commands import bindings
from fwwizard.tui.widgets.text_line import TextLine

Answer = Callable[[str], str]
"""Takes the answer; what it returns is what is wrong with it, empty where nothing is."""


class AnswerLine(TextLine):
    """The line of a prompt. The keys of the prompt are its own, so that the key bar shows them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def action_leave_question(self) -> None:
        """Leaves the question at once: the next key belongs elsewhere."""
        self.query_ancestor(LinePrompt).leave()


class LinePrompt(Horizontal):
    """Hidden until it asks. It hands the focus back to where it came from."""

    DEFAULT_CSS = """
    LinePrompt {
        display: none;
        height: 1;
        & > .line-prompt--question {
            width: auto;
            max-width: 60%;
            text-style: bold;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & > Input {
            width: 1fr;
            margin: 0 1;
        }
        & > .line-prompt--wrong {
            width: auto;
            max-width: 40%;
            color: $text-error;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        &.-asking {
            display: block;
        }
    }
    """

    question = query_one(".line-prompt--question", Static)
    line = query_one(Input)
    wrong = query_one(".line-prompt--wrong", Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._answer: Answer | None = None
        self._left: Callable[[], object] | None = None
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """Question, line, and what is wrong with the answer."""
        yield Static(classes="line-prompt--question", markup=False)
        yield AnswerLine(compact=True)
        yield Static(classes="line-prompt--wrong", markup=False)

    @property
    def asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._answer is not None

    def ask(
        self,
        question: str,
        answer: Answer,
        *,
        value: str = "",
        kind: Literal["text", "integer", "number"] = "text",
        placeholder: str = "",
        left: Callable[[], object] | None = None,
    ) -> None:
        """Asks a question; one that still waits is dropped.

        Args:
            question: the question.
            answer: is called with what was typed, without space around it; it returns what is
                wrong with that, and the question stays, or nothing.
            value: what stands in the line at first.
            kind: what may be typed.
            placeholder: what an empty line shows.
            left: is called where the person leaves the question without an answer.
        """
        if not self.asking:
            self._before = self.screen.focused
        self._answer = answer
        self._left = left
        self.question.update(Content(printable(question)))
        self.wrong.update("")
        self.line.type = kind
        self.line.placeholder = printable(placeholder)
        self.line.value = value
        self.line.cursor_position = len(value)
        self.add_class("-asking")
        # At once: the next key belongs to the line.
        self.screen.set_focus(self.line)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Hands the answer over and closes, unless something is wrong with it."""
        event.stop()
        if self._answer is None:
            return
        wrong = self._answer(event.value.strip())
        if wrong:
            self.wrong.update(Content(printable(wrong)))
        else:
            self._close()

    def leave(self) -> None:
        """Closes without an answer."""
        left = self._left
        self._close()
        if left is not None:
            left()

    def _close(self) -> None:
        self._answer = self._left = None
        self.remove_class("-asking")
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)
        self._before = None
