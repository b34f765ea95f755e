"""Writes a report of the open session: asks what is missing and where to, works in a thread."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from fwwizard.core.edits import set_flows, set_start
from fwwizard.core.evaluation import Evaluation
from fwwizard.errors import FwwizardError, printable
from fwwizard.tui.panes.pane import Change, Pane
from fwwizard.tui.screens.dialogs import LineDialog

if TYPE_CHECKING:
    from fwwizard.report.documents import Document, Form
    from fwwizard.tui.panes.verdict import Wanted
    from fwwizard.tui.screens.wizard import WizardScreen

Severity = Literal["information", "warning", "error"]

LONGEST_PATH = 1_000
LONGEST_FLOWS = 400

_WANTED: dict[Wanted, tuple[Document, Form, str, str]] = {
    "record": ("record", "markdown", "decision.md", "Write the decision record to"),
    "page": ("record", "html", "decision.html", "Write the record as a page to"),
    "plan": ("plan", "markdown", "poc.md", "Write the plan of the proof of concept to"),
}
"""Document, form, how the default name ends, and the question."""


async def write_report(screen: WizardScreen, wanted: Wanted) -> None:
    """Asks where to, and writes; says where it lies, or why it does not.

    Args:
        screen: the wizard with the session.
        wanted: which report.
    """
    from fwwizard.storage.session_names import slug

    kind, form, ending, title = _WANTED[wanted]
    if kind == "plan" and not await _complete(screen):
        return
    evaluation = screen.evaluation
    if evaluation is None:
        return
    answer = await screen.app.push_screen_wait(
        LineDialog(
            title,
            value=f"{slug(evaluation.session.name)}-{ending}",
            hint=f"In {Path.cwd()}, unless the path says otherwise. A file of that name is replaced.",
            required="A file name is needed.",
            longest=LONGEST_PATH,
        )
    )
    if answer is None:
        return
    make = partial(_make, screen, evaluation, kind, form, Path(answer))
    worker = screen.app.run_worker(make, thread=True, group="report-text")
    said, severity = await worker.wait()
    screen.app.notify(printable(said), severity=severity, markup=False)


def _make(
    screen: WizardScreen, evaluation: Evaluation, kind: Document, form: Form, path: Path
) -> tuple[str, Severity]:
    """Makes and writes the text; in a thread.

    Returns:
        What to tell, and how grave it is.
    """
    from fwwizard.report.documents import document

    try:
        text = document(evaluation, kind, form, stopped=lambda: not screen.is_attached)
        if text is None:
            return "Nothing was written: no framework is left to try.", "warning"
        written = screen.context.write(path, text, screen.path)
    except FwwizardError as error:
        return str(error), "error"
    return f"Written to {written}", "information"


async def _complete(screen: WizardScreen) -> bool:
    """Asks for the user flows and the first day where they are missing; False: leave it."""
    evaluation = screen.evaluation
    if evaluation is None or evaluation.catalog.plan is None:
        return evaluation is not None
    poc, wanted = evaluation.session.poc, evaluation.catalog.plan.flows
    if len(poc.flows) < wanted:
        answer = await screen.app.push_screen_wait(
            LineDialog(
                f"Which {wanted} user flows are tried?",
                value=", ".join(poc.flows),
                hint="Separated by commas, for example: search, checkout. Empty: named in the plan later.",
                longest=LONGEST_FLOWS,
            )
        )
        if answer is None:
            return False
        flows = tuple(flow.strip() for flow in answer.split(",") if flow.strip())
        if flows != poc.flows:
            _apply(screen, partial(set_flows, flows=flows))
    return poc.start is not None or await _ask_start(screen)


async def _ask_start(screen: WizardScreen) -> bool:
    hint = "For example 2026-12-01. Empty: the plan counts days without dates."
    while True:
        answer = await screen.app.push_screen_wait(LineDialog("On which day does it begin?", hint=hint))
        if answer is None:
            return False
        if not answer:
            return True
        try:
            start = date.fromisoformat(answer)
        except ValueError:
            hint = f"“{answer}” is no day of the form 2026-12-01."
            continue
        _apply(screen, partial(set_start, start=start))
        return True


def _apply(screen: WizardScreen, change: Change) -> None:
    screen.apply(Pane.Asked(change))
