"""`fwwizard sessions drift`: what changed since the catalog that a session was made with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.cli.rewriting import say_before, say_where
from fwwizard.errors import EXIT_DONE, InputError, printable

if TYPE_CHECKING:
    from pathlib import Path

    from fwwizard.core.drift import Drift
    from fwwizard.core.model import Catalog
    from fwwizard.storage.sessions import Stored


@click.command("drift")
@click.argument("session")
@click.option("--accept", is_flag=True, help="Take this catalog over for the session.")
@click.option("--stay", is_flag=True, help="Stay with the session's catalog, and note what came of it there.")
@format_option("text", "json")
@click.pass_obj
def command(place: Place, session: str, accept: bool, stay: bool, output: str) -> int:
    """Say what changed for SESSION since the catalog that it was made with.

    Which facts and rules, which places in the ranking, and whether the leader still leads. Nothing
    is written without --accept or --stay. Answers about what this catalog lacks are kept either way.
    """
    from fwwizard.core.checks import made_elsewhere
    from fwwizard.report.drift import drift_json, drift_text
    from fwwizard.storage.sessions import read

    if accept and stay:
        raise InputError("--accept and --stay exclude each other")
    path, catalog = place.session_file(session), place.catalog()
    if accept or stay:
        found, stored = _answered(path, catalog, accept)
    else:
        stored = read(path)
        found = _drift(stored, catalog) if made_elsewhere(catalog, stored.session) else None
    if found is None:
        version = catalog.model.version
        click.echo(printable(f"{stored.session.name} was made with this catalog, {version}"), err=True)
        return EXIT_DONE
    note = stored.session.catalog.note
    if output == "json":
        print_json(drift_json(found, note))
    else:
        click.echo(drift_text(found, note), nl=False)
    return EXIT_DONE


def _drift(stored: Stored, catalog: Catalog) -> Drift:
    from fwwizard.core.drift import drift
    from fwwizard.core.evaluation import Evaluator
    from fwwizard.storage.remembered import remembered
    from fwwizard.storage.session_checks import check_answers

    check_answers(stored.session, catalog, stored.document)
    former = remembered(stored.session.catalog.digest)
    return drift(Evaluator(catalog), stored.session, Evaluator(former) if former else None)


def _answered(path: Path, catalog: Catalog, accept: bool) -> tuple[Drift | None, Stored]:
    """Gives the person's answer, unless there is nothing to answer; reading and writing are one."""
    from fwwizard.core.catalog_edits import stay, take_over
    from fwwizard.core.checks import made_elsewhere
    from fwwizard.core.edits import logged
    from fwwizard.core.evaluation import evaluate
    from fwwizard.storage.locks import writing
    from fwwizard.storage.remembered import remember
    from fwwizard.storage.sessions import read, save

    now = datetime.now(UTC)
    with writing(path):
        stored = read(path)
        if not made_elsewhere(catalog, stored.session):
            return None, stored
        found = _drift(stored, catalog)
        edit = (take_over if accept else stay)(catalog, stored.session, found, now.date())
        say_before(stored)
        leader = evaluate(catalog, edit.session).leader_id
        saved = save(logged(edit, now, leader), path, expected=stored.digest)
    if accept:
        remember(catalog)
    say_where(saved)
    return found, stored
