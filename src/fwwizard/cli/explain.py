"""`fwwizard explain`: why A, and not B."""

from __future__ import annotations

import click

from fwwizard.cli.naming import named_framework
from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.explanation import explain
from fwwizard.errors import EXIT_DONE, EXIT_NONE, InputError
from fwwizard.report.explanation import explanation_json, explanation_text


@click.command("explain")
@click.argument("session")
@click.argument("a", required=False)
@click.argument("b", required=False)
@format_option("text", "json")
@click.pass_obj
def command(place: Place, session: str, a: str | None, b: str | None, output: str) -> int:
    """Say why one framework leads in SESSION, or why A and not B.

    Without B the comparison is with the leader, or for the leader with the one behind it.
    """
    evaluation = place.evaluation(session)
    pair = _pair(evaluation, a, b)
    if pair is None:
        click.echo("No framework is left to explain: all are excluded.")
        return EXIT_NONE
    found = explain(evaluation, *pair)
    if output == "json":
        print_json(explanation_json(evaluation, found))
    else:
        click.echo(explanation_text(evaluation, found), nl=False)
    return EXIT_DONE


def _pair(evaluation: Evaluation, a: str | None, b: str | None) -> tuple[str, str] | None:
    """The two to compare; None where nobody is given and nobody is left."""
    leader, runner_up = evaluation.leader, evaluation.runner_up
    first = named_framework(evaluation.catalog, a).id if a else leader.framework if leader else None
    if first is None:
        return None
    if b is not None:
        return first, named_framework(evaluation.catalog, b).id
    against = runner_up if leader is not None and first == leader.framework else leader
    others = [s.framework for s in evaluation.standings if s.framework != first]
    second = against.framework if against is not None else next(iter(others), None)
    if second is None:
        raise InputError("there is only one framework in this catalog, and nothing to compare it with")
    return first, second
