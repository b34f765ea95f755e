"""`fwwizard merge`: several sessions as a group."""

from __future__ import annotations

import click

from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.core.acceptability import FULL
from fwwizard.core.evaluation import Evaluator
from fwwizard.core.team import Team, size_problem, team
from fwwizard.errors import EXIT_DONE, EXIT_NONE, InputError


@click.command("merge")
@click.argument("sessions", nargs=-1, required=True)
@format_option("text", "markdown", "json")
@click.pass_obj
def command(place: Place, sessions: tuple[str, ...], output: str) -> int:
    """Show where the people of SESSIONS agree, what splits them, and what to talk about first.

    Two to twenty sessions, one a person, all evaluated with the catalog in force. Ranks are never
    averaged. Exit code 1 where their musts together leave no framework.
    """
    found = _team(place, sessions)
    if output == "json":
        from fwwizard.report.team import team_json

        print_json(team_json(found))
    else:
        from fwwizard.report.team import team_markdown, team_text

        click.echo((team_markdown if output == "markdown" else team_text)(found), nl=False)
    return EXIT_DONE if found.group.regret else EXIT_NONE


def _team(place: Place, names: tuple[str, ...]) -> Team:
    from fwwizard.storage.session_checks import check_answers
    from fwwizard.storage.sessions import read

    problem = size_problem(len(names))
    if problem:
        raise InputError(problem, hint="name each person's session")
    files = [place.session_file(name) for name in names]
    for file in files:
        if files.count(file) > 1:
            raise InputError("is named twice, and nobody counts twice", file=file)
    stored = [read(file) for file in files]
    evaluator = Evaluator(place.catalog())
    for one in stored:
        check_answers(one.session, evaluator.catalog, one.document)
    found = team([one.session for one in stored], evaluator, FULL)
    if found is None:  # only where somebody asked it to stop
        raise InputError("nothing to show")
    return found
