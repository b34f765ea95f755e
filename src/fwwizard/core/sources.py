"""Where a source leads: a path in a repository, a package, a shared reference, an address."""

from __future__ import annotations

from urllib.parse import urlsplit

from fwwizard.core.catalog import Framework
from fwwizard.core.model import Catalog, Model


def address(source: str, framework: Framework, model: Model) -> str:
    """The address of a source, or its title where it has none.

    A `source` is an address, `docs:PATH` in the documentation's repository, a PATH in the
    framework's own, a package such as `pkg:pypi/NAME`, or `ref:ID` of the model's sources.
    """
    if source.startswith(("http://", "https://", "pkg:")):
        return source
    if source.startswith("ref:"):
        found = next((s for s in model.sources if s.id == source.removeprefix("ref:")), None)
        return (found.url or found.title) if found else source
    repository = framework.repository
    path = source
    if source.startswith("docs:"):
        repository, path = framework.docs_repository or framework.repository, source.removeprefix("docs:")
    if not repository or not path:
        return source
    return f"https://github.com/{repository}/blob/HEAD/{path}"


def repository_address(framework: Framework) -> str:
    """The web address of the framework's repository, empty where it has none."""
    repository = framework.repository
    return repository if is_web(repository) or not repository else f"https://github.com/{repository}"


def place(source: str, framework: Framework, catalog: Catalog) -> str:
    """Where a source leads, in words: published sets by their names, all else by its address.

    A `source` here may also be the ids of published sets, as `evidence.backing` gives them.
    """
    sets = {figure_set.id: figure_set for figure_set in catalog.figures}
    ids = source.split(", ")
    if source and all(one in sets for one in ids):
        return "; ".join(sets[one].name for one in ids)
    return address(source, framework, catalog.model) if source else ""


def web_address(source: str, framework: Framework, catalog: Catalog) -> str:
    """The web address of a source, of several sets that of the first; empty where it has none."""
    sets = {figure_set.id: figure_set.source for figure_set in catalog.figures}
    first = source.split(", ", 1)[0]
    found = address(sets.get(first, source), framework, catalog.model) if source else ""
    return found if is_web(found) else ""


def is_web(text: str) -> bool:
    """Whether a text is an address that a browser may be given: http or https, a host, no blank.

    What a terminal could obey is no part of an address.
    """
    if not text.isprintable() or any(c.isspace() for c in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host)


def cited(source: str, model: Model) -> str:
    """The title of a shared source with its address in brackets; of any other source, itself."""
    found = next((s for s in model.sources if s.id == source.removeprefix("ref:")), None)
    if not source.startswith("ref:") or found is None:
        return source
    return f"{found.title} ({found.url})" if found.url else found.title
