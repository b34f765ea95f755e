"""`fwwizard catalog activity`: a project's upkeep, counted in a local clone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from fwwizard.cli.place import Place
from fwwizard.errors import EXIT_DONE, InputError, printable

if TYPE_CHECKING:
    from fwwizard.core.model import Catalog


class Options(TypedDict):
    """What the command line said."""

    clone: str
    overlay: str | None
    docs: tuple[str, ...]
    docs_clone: str | None
    tag_prefix: str
    bot: tuple[str, ...]
    every_commit: bool


@click.command("activity", short_help="Count the upkeep of a framework in a git clone.")
@click.argument("framework", metavar="ID")
@click.option("--clone", required=True, metavar="DIR", help="A local git clone with its whole history.")
@click.option("--overlay", metavar="DIR", help="Write into this overlay instead of your own.")
@click.option("--docs", multiple=True, metavar="PATH", help="Documentation in the clone.  [docs, doc]")
@click.option("--docs-clone", metavar="DIR", help="The clone that --docs is in, where it is another one.")
@click.option("--tag-prefix", default="", metavar="TEXT", help="What stands before the version in tags.")
@click.option("--bot", multiple=True, metavar="NAME", help="Leave out this account: a name or an e-mail.")
@click.option("--every-commit", is_flag=True, help="Changes are all commits but merges, not landed ones.")
@click.pass_obj
def command(place: Place, framework: str, **options: Unpack[Options]) -> int:
    """Count the upkeep of framework ID in a local clone, and write it into an overlay.

    No network. The branch that is checked out is read; its newest commit dates what is counted, and
    a year is the 365 days up to it. Left out everywhere: accounts of bots.

    \b
    changes   landed ones: commits on the line of first parents, a merged
              branch once; for the last year and the year before
    authors   by their commits without merges; an e-mail is one, and so is
              a name (the mail map is read); author_growth is their ratio
              to those of the year before
    carriers  the fewest authors who made half of the year's commits;
              top_share is the part of the busiest one
    releases  tags of final versions of the last year, and the newest one
    docs      commits without merges that touch --docs, but for release
              notes and translations
    """
    from fwwizard.cli.overlay_place import checked_id, overlay_of
    from fwwizard.storage.overlays import framework_file, set_facts

    file = framework_file(overlay_of(place, options["overlay"]), checked_id(framework))
    catalog = place.catalog()
    if catalog.framework(framework) is None and not file.exists():
        hint = f"fwwizard catalog new-framework {framework} begins one"
        raise InputError(f'there is no framework "{framework}" in this catalog', hint=hint)
    facts, lines = _counted(catalog, framework, options)
    set_facts(file, framework, facts)
    for line in (*lines, f"written to {file}"):
        click.echo(printable(line))
    return EXIT_DONE


def _counted(catalog: Catalog, framework: str, options: Options) -> tuple[Mapping[str, str], list[str]]:
    """What was counted, as facts and as text."""
    from fwwizard.core.activity import activity, docs_activity, releases
    from fwwizard.report.activity import activity_facts, activity_text
    from fwwizard.storage.git_history import commits_of, docs_commits_of, open_clone, tags_of

    clone = open_clone(Path(options["clone"]))
    docs_clone = open_clone(Path(options["docs_clone"])) if options["docs_clone"] else clone
    bots, paths = options["bot"], options["docs"] or ("docs", "doc")
    found = activity(commits_of(clone, bots), clone.on, every_commit=options["every_commit"])
    released = releases(tags_of(clone), clone.on, options["tag_prefix"])
    docs = docs_activity(docs_commits_of(docs_clone, paths, bots), docs_clone.on)
    known = catalog.framework(framework)
    repository = known.repository if known is not None else ""
    docs_repository = known.docs_repository if known is not None and docs_clone is not clone else repository
    sources = _source(catalog, repository, clone.commit), _source(catalog, docs_repository, docs_clone.commit)
    return activity_facts(found, released, docs, sources), activity_text(found, released, docs)


def _source(catalog: Catalog, repository: str, commit: str) -> str:
    """Where it was counted: the commit's address where the repository is known."""
    if repository:
        return f"https://github.com/{repository}/commit/{commit}"
    shared = any(source.id == "history" for source in catalog.model.sources)
    return "ref:history" if shared else f"commit {commit}"
