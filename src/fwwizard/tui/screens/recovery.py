"""What is offered for a session that cannot be read."""

from __future__ import annotations

from fwwizard.report.recovery import moment, recovery_text
from fwwizard.tui.screens.dialogs import ChoiceDialog
from fwwizard.tui.store import Kept, Listed

RECOVER = "recover"


def recovery_dialog(broken: Listed, kept: Kept | None) -> ChoiceDialog:
    """Asks whether to go back to the version before, if there is one; says what is lost then."""
    choices = {"leave": "leave it as it is"}
    if kept is None:
        text = "There is no earlier version that can be read."
    else:
        text = f"{recovery_text(kept.session, kept.written)} The broken file is kept."
        choices[RECOVER] = f"go back to the version of {moment(kept.session.updated)}"
    return ChoiceDialog(f"{broken.name} cannot be read", f"{broken.error}. {text}", choices)
