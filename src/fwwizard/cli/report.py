"""`fwwizard report`: the decision record of a session, or the plan of its proof of concept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE, EXIT_NONE, printable

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation

FORMATS = ("markdown", "html", "json")
_BY_SUFFIX = {".html": "html", ".htm": "html", ".json": "json"}
_NOBODY = "No framework is left to try: all are excluded.\n"


@click.command("report")
@click.argument("session")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to write it: markdown, unless the name of FILE ends in .html or .json.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("-o", "--output", metavar="FILE", help="Write it to FILE, which is replaced; - prints it.")
@click.option("--poc", is_flag=True, help="The plan of a proof of concept with the finalists instead.")
@click.pass_obj
def command(place: Place, session: str, form: str | None, output: str | None, poc: bool) -> int:
    """Write the decision record of SESSION: what was chosen, why, how sure, and what it rests on.

    The same session and catalog always give the same bytes. Exit code 1 where all are excluded: the
    record then names what misses least. For example:

    \b
      fwwizard report payments -o docs/decisions/0007-framework.md
      fwwizard report payments -o decision.html
      fwwizard report payments --poc
    """
    evaluation = place.evaluation(session)
    if form is None:
        form = _BY_SUFFIX.get(Path(output or "").suffix.lower(), "markdown")
    text = _text(evaluation, form, poc=poc)
    if output in (None, "-") or text is None:
        click.echo(text if text is not None else _NOBODY, nl=False)
    else:
        from fwwizard.storage.reports import write_report

        written = write_report(Path(str(output)), text, place.session_file(session))
        click.echo(printable(f"wrote {written}"), err=True)
    return EXIT_DONE if evaluation.candidates else EXIT_NONE


def _text(evaluation: Evaluation, form: str, *, poc: bool) -> str | None:
    """The text to write; None where a plan has nobody to try."""
    from fwwizard.report.documents import document, document_json, plan_json

    if form == "json":
        value = plan_json(evaluation) if poc else document_json(evaluation)
        return json.dumps(value, indent=2, allow_nan=False) + "\n" if value is not None else None
    return document(evaluation, "plan" if poc else "record", "html" if form == "html" else "markdown")
