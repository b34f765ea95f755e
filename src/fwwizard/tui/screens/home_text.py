"""What the first screen says: the welcome, and a session as an entry of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fwwizard.tui.store import Listed
from fwwizard.tui.widgets.session_list import Entry

WELCOME = """\
Choose a backend framework, and be able to defend the choice later.

You say what you are building, rank what matters, and tick what you need.
Every framework is ranked as you go, with the reasons and what is not known.
Everything is saved as you type, and nothing leaves this machine.

Press enter to begin."""


def session_entry(one: Listed, now_ago: Callable[..., str], leaders: Mapping[str, str]) -> Entry:
    """A session in the list: when it was changed, its step, who leads it; or what is wrong with it."""
    path = str(one.path)
    if one.session is None:
        return Entry(path, one.name, error=one.error)
    return Entry(
        path, one.name, now_ago(one.session.updated), one.session.step.capitalize(), leaders.get(path, "")
    )
