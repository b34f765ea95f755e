"""How a session begins: nothing said, every factor tied."""

from __future__ import annotations

from datetime import UTC, datetime

from fwwizard.core import ranking
from fwwizard.core.model import Catalog
from fwwizard.core.session import FORMAT, CatalogRef, Session

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a session began that nobody began."""


def neutral_session(catalog: Catalog) -> Session:
    """A session in which nothing was said, for what the catalog alone tells; never saved."""
    return new_session(catalog, "", "", NEVER)


def new_session(catalog: Catalog, session_id: str, name: str, now: datetime) -> Session:
    """A session without answers, made with a catalog.

    Args:
        catalog: whose factors are to be ranked.
        session_id: an id that no other session has.
        name: any text.
        now: with a time zone.
    """
    at = now.replace(microsecond=0)
    factors = tuple(factor.id for factor in catalog.model.factors)
    return Session(
        format=FORMAT,
        id=session_id,
        name=name,
        created=at,
        updated=at,
        step="project",
        priorities=ranking.start(factors),
        catalog=CatalogRef(catalog.model.version, catalog.digest),
    )
