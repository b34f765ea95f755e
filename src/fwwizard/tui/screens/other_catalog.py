"""A session that was made with another catalog: what changed, and the person's answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fwwizard.core.catalog_edits import stay, stayed, take_over
from fwwizard.tui.screens.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from fwwizard.core.drift import Drift
    from fwwizard.core.edits import Edit
    from fwwizard.core.evaluation import Evaluator
    from fwwizard.core.session import Session
    from fwwizard.tui.screens.wizard import WizardScreen

STAY, ACCEPT = "stay", "accept"


class CatalogDialog(ReadingDialog):
    """What changed since the session's catalog."""

    CSS_PATH = ReadingDialog.CSS_PATH


def look(screen: WizardScreen, *, asked: bool = False) -> None:
    """Finds out what the catalog in force means for the session, and asks for the person's answer.

    Args:
        screen: with the session; nothing happens where it was made with this catalog.
        asked: the person wants to see it again; else nothing is asked about a catalog to which the
            person said no before.
    """
    working = screen.working
    if working is None or not working.made_elsewhere:
        return
    evaluator, session = working.evaluation.evaluator, working.session
    if asked or not stayed(evaluator.catalog, session):
        screen.run_worker(lambda: _find_out(screen, evaluator, session), thread=True, group="catalog")


def _find_out(screen: WizardScreen, evaluator: Evaluator, session: Session) -> None:
    """In a thread: the old catalog has to be read, and the session evaluated under both."""
    from fwwizard.core.drift import drift
    from fwwizard.core.evaluation import Evaluator

    former = screen.context.former_catalog(session.catalog.digest)
    found = drift(evaluator, session, Evaluator(former) if former is not None else None)
    screen.post_message(screen.InTurn(lambda: _ask(screen, found)))


def _ask(screen: WizardScreen, found: Drift) -> None:
    from fwwizard.report.drift import drift_lead, drift_sections

    if screen.working is None or isinstance(screen.app.screen, CatalogDialog):
        return
    note = screen.working.session.catalog.note
    sections = [(section.title, section.entries) for section in drift_sections(found, note)]
    # An overlay, or a fact mended in place, changes a catalog without another version.
    same = found.made_with == found.version
    choices = {
        STAY: f"stay with catalog {found.made_with or 'of before'}{' as it was' if same else ''}, "
        "and note what came of it",
        ACCEPT: f"take over catalog {found.version}{' as it is today' if same else ''}",
    }

    def chosen(choice: str | None) -> None:
        if choice in (STAY, ACCEPT):
            _answer(screen, found, accept=choice == ACCEPT)

    title = "This session was made with another catalog"
    screen.app.push_screen(CatalogDialog(title, drift_lead(found), sections, choices), chosen)


def _answer(screen: WizardScreen, found: Drift, *, accept: bool) -> None:
    if screen.working is None:
        return
    catalog, now = screen.working.evaluation.catalog, screen.context.clock()

    def change(session: Session) -> Edit:
        return (take_over if accept else stay)(catalog, session, found, now.date())

    screen.become(screen.working.applied(change, now))
    if accept:
        screen.look_at_catalog()
