"""`fwwizard compare`: two sessions side by side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.core.comparison import Comparison, compare
from fwwizard.core.evaluation import Evaluator
from fwwizard.core.session import Session
from fwwizard.errors import EXIT_DONE


@click.command("compare")
@click.argument("a")
@click.argument("b")
@format_option("text", "markdown", "json", preset=False)
@click.pass_obj
def command(place: Place, a: str, b: str, output: str | None) -> int:
    """Show what differs between sessions A and B, and which answer moved whom.

    On a terminal the screen opens; with --format, or elsewhere, it is printed. A session that was
    made with another catalog is evaluated with that one where this machine still has it.
    """
    files = (place.session_file(a), place.session_file(b))
    watched = sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()
    if output is None and (watched or place.picture is not None):
        from fwwizard.cli.wizard import open_wizard

        return open_wizard(place, compared=files)
    comparison = _compared(place, files)
    if output == "json":
        from fwwizard.report.comparison_json import comparison_json

        print_json(comparison_json(comparison))
    else:
        from fwwizard.report.comparison import comparison_markdown, comparison_text

        printed = comparison_markdown if output == "markdown" else comparison_text
        click.echo(printed(comparison), nl=False)
    return EXIT_DONE


def _compared(place: Place, files: tuple[Path, Path]) -> Comparison:
    """The two sessions of the files, each checked against the catalog that it is evaluated with."""
    from fwwizard.storage.remembered import remembered
    from fwwizard.storage.session_checks import check_answers
    from fwwizard.storage.sessions import read

    stored = [read(file) for file in files]
    sessions: list[Session] = [one.session for one in stored]
    found = compare(sessions[0], sessions[1], Evaluator(place.catalog()), remembered)
    for one, evaluation in zip(stored, (found.a, found.b), strict=True):
        check_answers(one.session, evaluation.catalog, one.document)
    return found
