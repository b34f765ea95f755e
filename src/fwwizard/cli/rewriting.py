"""What a command says of the file that it rewrites: comments, which are lost, and doubts of the disk."""

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
    """Afterwards: where they are, and whether the disk confirmed it."""
    from fwwizard.storage.sessions import UNCONFIRMED

    if saved.commented is not None:
        click.echo(printable(f"the file with its comments is now {saved.commented}"), err=True)
    if not saved.durable:
        click.echo(f"fwwizard: {UNCONFIRMED}", err=True)
