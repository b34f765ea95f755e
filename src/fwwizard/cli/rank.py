"""`fwwizard rank`: the ranking of a session."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE, EXIT_NONE
from fwwizard.report.ranking import ranking_csv, ranking_json, ranking_text


@click.command("rank")
@click.argument("session")
@format_option("text", "json", "csv")
@click.option(
    "--samples",
    type=click.IntRange(0, 1_000_000),
    default=10_000,
    show_default=True,
    help="Weightings drawn for the robustness; 0 leaves it out.",
)
@click.pass_obj
def command(place: Place, session: str, output: str, samples: int) -> int:
    """Print the ranking of SESSION: scores, bands, what is out and why.

    SESSION is a name, an id or its beginning, or a path. Exit code 1 where nothing passes.
    """
    evaluation = place.evaluation(session)
    if output == "json":
        print_json(ranking_json(evaluation, samples))
    elif output == "csv":
        click.echo(ranking_csv(evaluation), nl=False)
    else:
        click.echo(ranking_text(evaluation, samples, datetime.now(UTC).date()), nl=False)
    return EXIT_DONE if evaluation.candidates else EXIT_NONE
