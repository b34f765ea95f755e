"""`fwwizard new`: a new session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import click

from fwwizard.cli.answers import answered, parse_assignments
from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE, InputError


@click.command("new")
@click.argument("name", default="New decision")
@click.option("--set", "answers", metavar="KEY=VALUE", multiple=True, help="Give an answer. May be repeated.")
@click.option("--no-open", is_flag=True, help="Only write the file, and print its path.")
@click.pass_obj
def command(place: Place, name: str, answers: tuple[str, ...], no_open: bool) -> int:
    """Begin a session called NAME, and open it in the wizard."""
    from fwwizard.core.edits import logged
    from fwwizard.core.evaluation import evaluate
    from fwwizard.core.new_session import new_session
    from fwwizard.storage.remembered import remember
    from fwwizard.storage.session_names import new_id
    from fwwizard.storage.session_store import create

    if not no_open:
        from fwwizard.cli.wizard import require_terminal

        require_terminal("fwwizard new NAME --no-open")
    if not name.strip():
        raise InputError("a session needs a name")
    catalog, now = place.catalog(), datetime.now(UTC).replace(microsecond=0)
    session = new_session(catalog, new_id(), name, now)
    if answers:
        edit = answered(session, parse_assignments(answers), catalog, place.sessions)
        session = logged(edit, now, evaluate(catalog, edit.session).leader_id)
        session = replace(session, created=now)
    path, _ = create(session, place.sessions)
    remember(catalog)
    if no_open:
        click.echo(str(path))
        return EXIT_DONE
    from fwwizard.cli.wizard import open_wizard

    return open_wizard(place, path)
