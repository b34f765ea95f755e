"""`fwwizard catalog`: look into the catalog, check it, compare it, extend it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from fwwizard.cli.catalog_activity import command as activity
from fwwizard.cli.naming import named_framework
from fwwizard.cli.options import format_option, print_json
from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_BAD_INPUT, EXIT_DONE, InputError, printable


@click.group("catalog", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Look into the catalog, check it, compare it with another, extend it by your own facts."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_frameworks)
    return EXIT_DONE


@command.command("list")
@click.pass_obj
def list_frameworks(place: Place) -> int:
    """List the frameworks with id, languages and categories."""
    from fwwizard.report.tables import aligned

    catalog = place.catalog()
    languages = {language.id: language.name for language in catalog.model.languages}
    rows = [
        [
            f.id,
            f.name,
            ", ".join(languages.get(x, x) for x in f.languages),
            ", ".join(f.categories),
            "your own" if f.own else "with facts of yours" if f.has_own else "",
        ]
        for f in catalog.frameworks
    ]
    for line in aligned([[printable(cell) for cell in row] for row in rows]):
        click.echo(line)
    return EXIT_DONE


@command.command("show")
@click.argument("framework")
@click.pass_obj
def show(place: Place, framework: str) -> int:
    """Print every fact of FRAMEWORK, an id or a name, with its source, and the state of every flag."""
    from fwwizard.report.framework import framework_text

    catalog = place.catalog()
    found = named_framework(catalog, framework)
    click.echo(framework_text(catalog, found), nl=False)
    return EXIT_DONE


@command.command("table")
@click.option(
    "--columns",
    default="",
    metavar="A,B",
    help="Ids of columns, or what of an id stands behind the dot; `all` for every one.",
)
@click.option("--session", default="", help="A session whose candidates, ranks and scores are meant.")
@click.option("--sort", default="", metavar="A", help="The column to sort by, its better end first.")
@click.option("--list", "list_only", is_flag=True, help="List the columns that there are.")
@format_option("text", "csv", "json")
@click.pass_obj
def table(place: Place, columns: str, session: str, sort: str, list_only: bool, output: str) -> int:
    """Print frameworks side by side, by chosen columns.

    Without a session nothing is ranked; with one, only candidates still in are printed.
    """
    from fwwizard.cli.table import listed_columns, printed

    evaluation = place.evaluation(session) if session else place.neutral_evaluation()
    if list_only:
        click.echo(listed_columns(evaluation), nl=False)
        return EXIT_DONE
    printed(evaluation, columns, sort, output, with_session=bool(session))
    return EXIT_DONE


@command.command("check", short_help="Check the catalog, or the one in DIRECTORY.")
@click.argument("directory", required=False)
@click.pass_obj
def check(place: Place, directory: str | None) -> int:
    """Check the catalog, or the one in DIRECTORY: form, sources, days, one use for each evidence.

    Every mistake is named with file, line and key. Exit code 2 where there is one.
    """
    if directory is not None:
        place = replace(place, catalog_directory=Path(directory))
    catalog, mistakes = place.checked_catalog()
    for mistake in mistakes:
        click.echo(str(mistake), err=True)
    if catalog is None or mistakes:
        count = len(mistakes)
        click.echo(f"fwwizard: {count} {'mistake' if count == 1 else 'mistakes'} in the catalog", err=True)
        return EXIT_BAD_INPUT
    facts = sum(len(f.facts) + len(f.capabilities) for f in catalog.frameworks)
    unknown = sum(
        sum(not fact.known and fact.low is None for fact in f.facts.values())
        + sum(c.level == "unknown" for c in f.capabilities.values())
        for f in catalog.frameworks
    )
    figures = sum(len(s.figures) for s in catalog.figures)
    sentence = (
        f"catalog {catalog.model.version} is sound: {len(catalog.frameworks)} frameworks, "
        f"{facts} facts ({unknown} of them unknown), {figures} figures in {len(catalog.figures)} sets, "
        f"{len(catalog.advice)} pieces of advice"
    )
    click.echo(printable(sentence))
    return EXIT_DONE


@command.command("diff", short_help="Say what differs between two catalogs.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--session", metavar="SESSION", help="Say what it moves in the ranking of SESSION.")
@format_option("text", "json")
@click.pass_obj
def diff(place: Place, old: str, new: str, session: str | None, output: str) -> int:
    """Say what differs between the catalogs in the directories OLD and NEW: facts, rules, frameworks."""
    from fwwizard.report.catalog_diff import catalog_diff_json, catalog_diff_text

    places = [replace(place, catalog_directory=Path(directory)) for directory in (old, new)]
    before, after = (one.catalog() for one in places)
    pair = None
    if session is not None:
        # Two catalogs are what was asked for: that one is not the session's own goes without saying.
        pair = (places[0].evaluation(session, tell=False), places[1].evaluation(session, tell=False))
    if output == "json":
        print_json(catalog_diff_json(before, after, pair))
    else:
        click.echo(catalog_diff_text(before, after, pair), nl=False)
    return EXIT_DONE


@command.command("new-framework", short_help="Begin the file of your own framework.")
@click.argument("framework", metavar="ID")
@click.option("--overlay", metavar="DIR", help="Write into this overlay instead of your own.")
@click.pass_obj
def new_framework(place: Place, framework: str, overlay: str | None) -> int:
    """Begin the file of your own framework ID: every fact unknown, each with what it may be.

    Nothing is overwritten. The file is valid as it stands; fill in what you know.
    """
    from fwwizard.cli.overlay_place import checked_id, overlay_of
    from fwwizard.report.skeleton import framework_skeleton
    from fwwizard.storage.overlays import framework_file, write_new

    file = framework_file(overlay_of(place, overlay), checked_id(framework))
    catalog = place.catalog()
    if catalog.framework(framework) is not None:
        hint = f"write only what differs to {file}, which may begin with [facts]"
        raise InputError(f'the catalog has a framework "{framework}" already', hint=hint)
    write_new(file, framework_skeleton(catalog.model, framework))
    click.echo(printable(str(file)))
    return EXIT_DONE


@command.command("sources")
@click.pass_obj
def sources(place: Place) -> int:
    """Print the sources that facts share, and the sets of published figures."""
    catalog = place.catalog()
    for source in catalog.model.sources:
        click.echo(printable(f"{source.id}: {source.title}{f', {source.url}' if source.url else ''}"))
    for figures in catalog.figures:
        day = f", {figures.run_date}" if figures.run_date else ""
        own = ", your own" if figures.own else ""
        sentence = f"{figures.id}: {figures.name}{day}, {figures.confidence}, {figures.source}{own}"
        click.echo(printable(sentence))
    return EXIT_DONE


@command.command("path")
@click.pass_obj
def path(place: Place) -> int:
    """Print where the catalog lies."""
    from fwwizard.storage.shipped import shipped_catalog

    click.echo(str(place.catalog_directory or shipped_catalog()))
    return EXIT_DONE


command.add_command(activity)
