"""Where a source leads: a path in a repository, a package, a shared reference, an address."""

from __future__ import annotations

from fwwizard.core.catalog import Framework
from fwwizard.core.model import Model


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


def cited(source: str, model: Model) -> str:
    """The title of a shared source with its address in brackets; of any other source, itself."""
    found = next((s for s in model.sources if s.id == source.removeprefix("ref:")), None)
    if not source.startswith("ref:") or found is None:
        return source
    return f"{found.title} ({found.url})" if found.url else found.title
