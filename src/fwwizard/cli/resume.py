"""`fwwizard resume`: go on with a session."""

from __future__ import annotations

import click

from fwwizard.cli.place import Place


@click.command("resume")
@click.argument("session", required=False)
@click.pass_obj
def command(place: Place, session: str | None) -> int:
    """Open SESSION in the wizard where it was left; without SESSION the one changed last."""
    from fwwizard.cli.wizard import open_wizard, require_terminal

    path = place.session_file(session)
    if place.picture is None:
        require_terminal(f"fwwizard rank {path}")
    return open_wizard(place, path)
