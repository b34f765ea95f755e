"""A screen whose content is read and computed in a thread once the catalog is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.message import Message
from textual.reactive import var
from textual.worker import get_current_worker

from fwwizard.errors import FwwizardError
from fwwizard.tui.screens.sized import SizedScreen
from fwwizard.tui.store import Context

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation, Evaluator
    from fwwizard.tui.store import Opened

Content = TypeVar("Content")


class TogetherAsked(Message):
    """Marked sessions are to be shown together: two side by side, or all as a group."""

    def __init__(self, paths: tuple[Path, ...], as_group: bool) -> None:
        self.paths = paths
        self.as_group = as_group
        super().__init__()


class ComputedScreen(SizedScreen[None], Generic[Content]):
    """Reads sessions, computes, shows; a new computation takes the place of one under way."""

    evaluator: var[Evaluator | None] = var(None, init=False)
    """Evaluates the sessions; None until the catalog is there."""

    class Failed(Message):
        """A session cannot be read, or does not fit the catalog."""

        def __init__(self, error: FwwizardError) -> None:
            self.error = error
            super().__init__()

    class OpenAsked(Message):
        """A session is to be opened."""

        def __init__(self, path: Path, name: str) -> None:
            self.path = path
            self.name = name
            super().__init__()

    class Computed(Message):
        """There is something to show."""

        def __init__(self, content: object) -> None:
            self.content = content
            super().__init__()

    def __init__(self, context: Context, paths: tuple[Path, ...]) -> None:
        """A screen over some sessions.

        Args:
            context: the world outside.
            paths: the sessions' files.
        """
        super().__init__()
        self.context = context
        self.paths = paths
        self.content: Content | None = None

    def compute(self, evaluator: Evaluator, opened: list[Opened]) -> Content | None:
        """What is shown, from sessions just read; in a thread. None where the work was given up.

        Raises:
            FwwizardError: a session does not fit.
        """
        raise NotImplementedError

    @property
    def evaluation(self) -> Evaluation | None:
        """That of the one session whose frameworks a table would show; None until it is computed."""
        raise NotImplementedError

    def show(self) -> None:
        """Shows what was computed."""
        raise NotImplementedError

    def watch_evaluator(self) -> None:
        """Computes as soon as there is a catalog."""
        if self.evaluator is not None and self.content is None:
            self.run_worker(self._work, thread=True, exclusive=True, group="compute")

    def _work(self) -> None:
        evaluator, worker = self.evaluator, get_current_worker()
        if evaluator is None:
            return
        try:
            opened = [self.context.store.open(path) for path in self.paths]
            content = self.compute(evaluator, opened)
        except FwwizardError as error:
            self.post_message(self.Failed(error))
            return
        if content is not None and not worker.is_cancelled:
            self.post_message(self.Computed(content))
