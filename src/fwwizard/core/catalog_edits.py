"""The person's answer to another catalog: take it over, or stay with what was decided under the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fwwizard.core.checks import made_elsewhere
from fwwizard.core.drift import Drift, accepted
from fwwizard.core.edits import Edit
from fwwizard.core.model import Catalog
from fwwizard.core.restoring import answers_among
from fwwizard.core.session import CatalogRef, Scalar, Session

_SHOWN = 12
"""So many digits of a digest tell catalogs of one version apart."""


def take_over(catalog: Catalog, session: Session, drift: Drift, day: date) -> Edit:
    """The session made with this catalog from now on; ids that it lacks are retired, others may return.

    Args:
        catalog: the one in force.
        session: made with another.
        drift: what that means; its former outcome is noted.
        day: when the person said so.
    """
    source = drift.made_with or "an unnamed catalog"
    # Where the old catalog is not at hand, what was noted of it is all there is.
    noted = "" if drift.compared else session.catalog.note
    before = noted or f"before, {drift.before.text}"
    note = f"{_told(catalog)} taken over on {day} from {source}; {before}"
    reference = CatalogRef(catalog.model.version, catalog.digest, note)
    edit = f"took over catalog {catalog.model.version}"
    if drift.lacking:
        edit += f", {_answers(drift.lacking)} retired"
    if drift.returning:
        edit += f", {_answers(drift.returning)} back"
    return Edit(replace(accepted(catalog, session), catalog=reference), edit)


def stay(catalog: Catalog, session: Session, drift: Drift, day: date) -> Edit:
    """The session with its own catalog and all its answers, and a note of what was the outcome there.

    Args:
        catalog: the one in force, which is not taken over.
        session: made with another.
        drift: what this catalog would mean.
        day: when the person said so.
    """
    with_own = f"with {drift.made_with or 'its own catalog'}, "
    clauses = session.catalog.note.split("; ") if session.catalog.note else []
    if not any(clause.startswith(with_own) for clause in clauses):
        clauses.append(f"{with_own}{drift.before.text}")
    clauses.append(f"{_told(catalog)} not taken over on {day}")
    reference = replace(session.catalog, note="; ".join(clauses))
    edit = f"stayed with catalog {drift.made_with}; {catalog.model.version} is not taken over"
    return Edit(replace(session, catalog=reference), edit)


def stayed(catalog: Catalog, session: Session) -> bool:
    """Whether the person was asked about just this catalog and stayed."""
    return made_elsewhere(catalog, session) and _told(catalog) in session.catalog.note


def _told(catalog: Catalog) -> str:
    """A catalog by its version and the beginning of its digest."""
    return f"{catalog.model.version} ({catalog.digest.removeprefix('sha256:')[:_SHOWN]})"


def _answers(retired: Mapping[str, Scalar]) -> str:
    count = len(answers_among(retired))
    return "1 answer" if count == 1 else f"{count} answers"
