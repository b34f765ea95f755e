"""`fwwizard sessions log`: what was changed when, and who led afterwards."""

from __future__ import annotations

import click

from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE


@click.command("log")
@click.argument("session")
@format_option("text", "json")
@click.pass_obj
def command(place: Place, session: str, output: str) -> int:
    """Print the change log of SESSION, oldest first: when, what, and who led afterwards.

    The log holds the last 200 changes. Below it stand answers about what the catalog no longer has.
    """
    from fwwizard.report.session_log import log_json, log_text
    from fwwizard.storage.remembered import remembered
    from fwwizard.storage.sessions import load

    found = load(place.session_file(session))
    catalog = place.catalog()
    names = {framework.id: framework.name for framework in catalog.frameworks}
    if not {change.leader for change in found.changes if change.leader} <= set(names):
        former = remembered(found.catalog.digest)
        names = {f.id: f.name for f in former.frameworks} | names if former else names
    if output == "json":
        print_json(log_json(found, names))
    else:
        click.echo(log_text(found, names), nl=False)
    return EXIT_DONE
