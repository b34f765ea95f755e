"""`fwwizard set`: every answer of the wizard, without the wizard."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from fwwizard.cli.answers import answered, parse_assignments
from fwwizard.cli.kept import offering_kept
from fwwizard.cli.place import Place, say_of_catalog
from fwwizard.cli.rewriting import say_before, say_where
from fwwizard.errors import EXIT_DONE


@click.command("set")
@click.argument("session")
@click.argument("answers", metavar="KEY=VALUE...", nargs=-1, required=True)
@click.pass_obj
def command(place: Place, session: str, answers: tuple[str, ...]) -> int:
    """Give answers in SESSION.

    KEY is the dotted path in the session file, VALUE is TOML or a bare word; no VALUE takes the
    answer back. For example:

    \b
      fwwizard set payments checklist.websockets=want
      fwwizard set payments 'priorities.ranking=[["team"], ["budget"]]'
      fwwizard set payments project.languages.python=expert
      fwwizard set payments checklist.websockets=
    """
    from fwwizard.core.edits import logged
    from fwwizard.core.evaluation import evaluate
    from fwwizard.storage.locks import writing
    from fwwizard.storage.remembered import remember
    from fwwizard.storage.session_checks import check_answers
    from fwwizard.storage.sessions import read, save

    assignments = parse_assignments(answers)
    path = place.session_file(session)
    catalog = place.catalog()
    # Read, change and write are one: whoever sets another answer meanwhile waits or is refused.
    with writing(path):
        with offering_kept(path):
            stored = read(path)
        check_answers(stored.session, catalog, stored.document)
        edit = answered(stored.session, assignments, catalog, path)
        changed = logged(edit, datetime.now(UTC), evaluate(catalog, edit.session).leader_id)
        say_before(stored)
        saved = save(changed, path, expected=stored.digest)
    if stored.session.catalog.digest == catalog.digest:
        remember(catalog)
    say_of_catalog(catalog, stored.session)
    say_where(saved)
    return EXIT_DONE
