"""What to do when a session could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fwwizard.errors import FwwizardError
from fwwizard.tui.screens.dialogs import ChoiceDialog

if TYPE_CHECKING:
    from fwwizard.tui.screens.wizard import WizardScreen


def mend(screen: WizardScreen, error: FwwizardError) -> None:
    """Asks where somebody else changed the file; else tries again in a while."""
    from fwwizard.storage.sessions import ChangedOutsideError

    if not isinstance(error, ChangedOutsideError):
        if screen.autosave is not None:
            screen.autosave.try_again()
        return
    if isinstance(screen.app.screen, ChoiceDialog):
        return

    async def chosen(choice: str | None) -> None:
        try:
            if choice == "copy":
                screen.keep_as_copy()
            elif choice == "reload":
                await screen.reload()
        except FwwizardError as failure:
            screen.notify(str(failure), severity="error", markup=False)

    screen.app.push_screen(
        ChoiceDialog(
            "Somebody else changed this session",
            f"{screen.path.name} is no longer what was read here. Nothing was overwritten.",
            {
                "copy": "keep mine as a copy, and go on there",
                "reload": "show theirs, and give up what I changed since",
            },
        ),
        chosen,
    )
