"""What a command says of comments in a session file, which a rewrite loses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fwwizard.errors import printable

if TYPE_CHECKING:
    from fwwizard.storage.sessions import Saved, Stored


def say_before(stored: Stored) -> None:
    """Before the file is rewritten: that it has comments, and that they are kept."""
    if stored.has_comments:
        note = f"{stored.path} has comments, which a rewrite loses; the file is kept beside it first"
        click.echo(printable(note), err=True)


def say_where(saved: Saved) -> None:
    """Afterwards: where they are."""
    if saved.commented is not None:
        click.echo(printable(f"the file with its comments is now {saved.commented}"), err=True)
