"""Whether the answers in a session file fit a catalog, with the place of the first that does not."""

from __future__ import annotations

from fwwizard.core.checks import refusals
from fwwizard.core.model import Catalog
from fwwizard.core.session import Session
from fwwizard.storage.session_text import answer_error
from fwwizard.storage.toml_text import Document


def check_answers(session: Session, catalog: Catalog, document: Document) -> None:
    """Refuses answers that the catalog cannot use; ids of the session's own catalog are let be.

    Raises:
        InputError: the first such answer, with its key, and its line in the document.
    """
    found = refusals(catalog, session)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise answer_error(document, found[0].key, f"{found[0].message}{more}")
