"""Goes on with another file: what somebody else wrote, a copy, or where the person says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fwwizard.errors import FwwizardError
from fwwizard.tui.working import Working

if TYPE_CHECKING:
    from fwwizard.tui.screens.saving import SavingScreen


async def reload(screen: SavingScreen) -> None:
    """Shows what is in the file now; what was not saved is given up.

    Raises:
        InputError: the file cannot be read, or its answers do not fit; nothing was given up.
    """
    if screen.autosave is None or screen.working is None:
        return
    evaluator = screen.working.evaluation.evaluator
    opened = screen.context.store.open(screen.path)
    opened.check(evaluator.catalog)
    screen.autosave.drop()
    screen.autosave.retarget(opened)
    await screen.show_session(opened.session, evaluator)


def keep_as_copy(screen: SavingScreen) -> None:
    """Goes on in a file of its own; the other one stays what somebody else made of it.

    Raises:
        SaveError: the copy could not be written.
    """
    if screen.autosave is None or screen.working is None:
        return
    mine = screen.working.session
    session = replace(mine, id=screen.context.new_id(), name=f"{mine.name} (copy)")
    screen.path = screen.context.store.create(session)
    screen.autosave.drop()
    screen.autosave.retarget(screen.context.store.open(screen.path))
    screen.become(Working.begun(session, screen.working.evaluation.evaluator))


def save_as(screen: SavingScreen, where: str) -> str:
    """Goes on in the file that the person names; the one before stays as it was saved last.

    Returns:
        What is wrong with that file, empty where everything is written there now.
    """
    if screen.autosave is None or screen.working is None:
        return "nothing is open"
    try:
        path = screen.context.store.save_as(screen.working.session, where)
        opened = screen.context.store.open(path)
    except FwwizardError as error:
        return error.message.removeprefix("not saved, ")  # the line has little room, and says so itself
    screen.path = path
    screen.autosave.moved(opened)
    screen.notify(f"Goes on in {path}", markup=False)
    return ""
