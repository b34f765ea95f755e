"""`fwwizard sessions`: list, rename, copy, delete, and where they are."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from fwwizard.cli.place import Place
from fwwizard.cli.rewriting import say_before, say_where
from fwwizard.cli.session_drift import command as drift
from fwwizard.cli.session_log import command as log
from fwwizard.errors import EXIT_DONE, InputError, printable
from fwwizard.report.tables import aligned, shortened

NAME_WIDTH = 48
"""Cells for a name in the list: one long name must not push the others' columns off the screen."""


@click.group("sessions", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """List the sessions, look at one, rename, copy, delete or recover it."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_sessions)
    return EXIT_DONE


@command.command("list")
@click.pass_obj
def list_sessions(place: Place) -> int:
    """List the sessions, the one changed last first, broken ones with what is wrong."""
    from fwwizard.storage.session_store import Broken, listing

    members = listing(place.sessions)
    if not members:
        click.echo(printable(f"no sessions in {place.sessions}; fwwizard new begins one"))
        return EXIT_DONE
    rows = []
    for member in members:
        if isinstance(member, Broken):
            rows.append(["-", member.path.name, "", f"cannot be read: {member.error}"])
        else:
            s = member.session
            when = _local(s.updated).strftime("%Y-%m-%d %H:%M")
            leader = s.changes[-1].leader if s.changes else ""
            state = f"at {s.step}" + (f", {leader} led" if leader else "")
            rows.append([s.id[:8], shortened(s.name, NAME_WIDTH), when, state])
    for line in aligned([[printable(cell) for cell in row] for row in rows]):
        click.echo(line)
    return EXIT_DONE


@command.command("rename")
@click.argument("session")
@click.argument("name")
@click.pass_obj
def rename_session(place: Place, session: str, name: str) -> int:
    """Give SESSION another NAME; its file keeps its own."""
    from fwwizard.storage.session_store import rename
    from fwwizard.storage.sessions import read

    path, name = place.session_file(session), _named(name)
    say_before(read(path))
    say_where(rename(path, name, datetime.now(UTC)))
    return EXIT_DONE


@command.command("copy")
@click.argument("session")
@click.argument("name")
@click.pass_obj
def copy_session(place: Place, session: str, name: str) -> int:
    """Copy SESSION to a new one called NAME, and print its path."""
    from fwwizard.storage.session_store import copy

    click.echo(str(copy(place.session_file(session), _named(name), datetime.now(UTC), place.sessions)))
    return EXIT_DONE


@command.command("delete")
@click.argument("session")
@click.pass_obj
def delete_session(place: Place, session: str) -> int:
    """Put SESSION aside, and print where it can be found again."""
    from fwwizard.storage.session_store import delete

    click.echo(str(delete(place.session_file(session)).aside))
    return EXIT_DONE


@command.command("path")
@click.argument("session", required=False)
@click.pass_obj
def session_path(place: Place, session: str | None) -> int:
    """Print where SESSION is, or the directory of the sessions."""
    click.echo(str(place.sessions if session is None else place.session_file(session)))
    return EXIT_DONE


@command.command("recover")
@click.argument("session")
@click.option("--yes", is_flag=True, help="Do it; without, only say what would come back and what be lost.")
@click.pass_obj
def recover_session(place: Place, session: str, yes: bool) -> int:
    """Go back to the version before the last save of a SESSION that cannot be read.

    The broken file is put aside, not deleted; its place is printed.
    """
    from fwwizard.report.recovery import recovery_text
    from fwwizard.storage.recovery import recoverable
    from fwwizard.storage.session_store import recover

    path = place.session_file(session)
    found = recoverable(path)
    click.echo(recovery_text(found.kept, found.written), err=True)
    if yes:
        click.echo(str(recover(path).aside))
    else:
        click.echo("nothing was done; --yes does it", err=True)
    return EXIT_DONE


command.add_command(log)
command.add_command(drift)


def _local(time: datetime) -> datetime:
    """The time in this place's zone, or as it is where that has no such day."""
    try:
        return time.astimezone()
    except OverflowError:
        return time


def _named(name: str) -> str:
    if not name.strip():
        raise InputError("a session needs a name")
    return name
