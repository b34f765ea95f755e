"""The requirements that count in coverage while nothing is wished, and what the first wish does to them."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.edits import Edit
from fwwizard.core.model import Model, Requirement
from fwwizard.core.session import Session
from fwwizard.core.value_functions import Coverage


def defaults(model: Model) -> tuple[Requirement, ...]:
    """What the catalog counts where nothing is wished."""
    ids = {i for a in model.attributes if isinstance(a.value, Coverage) for i in a.value.default}
    return tuple(r for r in model.requirements if r.id in ids)


def counting(model: Model, session: Session) -> tuple[Requirement, ...]:
    """The defaults, as long as they count: until the first wish that coverage can read."""
    wished = any(not r.attribute and r.id in session.checklist for r in model.requirements)
    return () if wished else defaults(model)


def with_consequence(model: Model, session: Session, edit: Edit) -> Edit:
    """The edit, whose sentence says so where the defaults cease to count by it, or count again.

    Args:
        model: whose defaults are meant.
        session: the answers before the edit.
        edit: what was done.
    """
    before, after = counting(model, session), counting(model, edit.session)
    if bool(before) == bool(after):
        return edit
    count = len(defaults(model))
    consequence = f"the {count} defaults no longer count" if before else f"the {count} defaults count again"
    return replace(edit, sentence=f"{edit.sentence}; {consequence}")
