"""What to do when a session could not be saved, or somebody else changed its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fwwizard.core.answers_diff import differences
from fwwizard.core.session import Session
from fwwizard.errors import FwwizardError
from fwwizard.tui.screens.another_file import keep_as_copy, reload
from fwwizard.tui.screens.dialogs import ChoiceDialog
from fwwizard.tui.screens.reading_dialog import Entries, ReadingDialog

if TYPE_CHECKING:
    from fwwizard.tui.screens.saving import SavingScreen

COPY = "keep mine as a copy, and go on there"
RELOAD = "show theirs, and give up what I changed since"
NOTHING_LOST = "Nothing was overwritten."


class ConflictDialog(ChoiceDialog):
    """Somebody else changed the file."""

    CSS_PATH = ChoiceDialog.CSS_PATH


class CompareDialog(ReadingDialog):
    """Mine and theirs, answer by answer."""

    CSS_PATH = ReadingDialog.CSS_PATH


def mend(screen: SavingScreen, error: FwwizardError) -> None:
    """Asks where somebody else changed the file; else tries again in a while."""
    from fwwizard.storage.sessions import ChangedOutsideError

    if isinstance(error, ChangedOutsideError):
        ask(screen, f"{screen.path.name} is no longer what was read here. {NOTHING_LOST}")
    elif screen.autosave is not None:
        screen.autosave.try_again()


def ask(screen: SavingScreen, text: str) -> None:
    """Asks what to do about a file that somebody else changed, unless that is being asked."""
    if any(isinstance(shown, ConflictDialog | CompareDialog) for shown in screen.app.screen_stack):
        return

    async def chosen(choice: str | None) -> None:
        if choice == "compare":
            compare(screen)
        else:
            await _resolve(screen, choice)

    choices = {"copy": COPY, "reload": RELOAD, "compare": "compare mine with theirs first"}
    screen.app.push_screen(ConflictDialog("Somebody else changed this session", text, choices), chosen)


def compare(screen: SavingScreen) -> None:
    """Shows what differs between the session as it stands here and in its file."""
    if screen.working is None:
        return
    try:
        theirs = screen.context.store.open(screen.path).session
    except FwwizardError as failure:
        screen.notify(str(failure), severity="error", markup=False)
        return
    mine = screen.working.session

    async def chosen(choice: str | None) -> None:
        await _resolve(screen, choice)

    lead, sections = compared(mine, theirs)
    choices = {"copy": COPY, "reload": RELOAD}
    screen.app.push_screen(CompareDialog("Mine and theirs", lead, sections, choices), chosen)


def compared(mine: Session, theirs: Session) -> tuple[str, list[tuple[str, Entries]]]:
    """What differs, as a sentence and sections: answers by their keys, and what was done where."""
    found = differences(mine, theirs)
    count = f"{len(found)} {'answer differs' if len(found) == 1 else 'answers differ'}"
    lead = f"{count} between what stands here and what is in the file." if found else "No answer differs."
    answers = [(d.key, f"mine: {d.mine or '–'}   theirs: {d.theirs or '–'}") for d in found]
    sections: list[tuple[str, Entries]] = [("Answers", answers)]
    for title, one, other in (("Changed here", mine, theirs), ("Changed there", theirs, mine)):
        done = [change.edit for change in one.changes if change not in other.changes]
        sections.append((title, [("", edit) for edit in done]))
    return lead, [(title, entries) for title, entries in sections if entries]


async def _resolve(screen: SavingScreen, choice: str | None) -> None:
    try:
        if choice == "copy":
            keep_as_copy(screen)
        elif choice == "reload":
            await reload(screen)
    except FwwizardError as failure:
        screen.notify(str(failure), severity="error", markup=False)
