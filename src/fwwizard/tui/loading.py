"""What is read in the background after the first paint: the sessions and the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from fwwizard.errors import FwwizardError

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation, Evaluator
    from fwwizard.core.model import Catalog
    from fwwizard.core.session import Session
    from fwwizard.tui.store import Listed


class CatalogLoaded(Message):
    """The catalog is there."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        super().__init__()


class CatalogFailed(Message):
    """The catalog cannot be read."""

    def __init__(self, error: FwwizardError) -> None:
        self.error = error
        super().__init__()


class SessionsRead(Message):
    """The sessions were read, or cannot be."""

    def __init__(self, listed: list[Listed], error: FwwizardError | None = None) -> None:
        self.listed = listed
        self.error = error
        super().__init__()


class LeadersKnown(Message):
    """The sessions were evaluated."""

    def __init__(self, leaders: Mapping[str, str]) -> None:
        self.leaders = leaders
        super().__init__()


def load_evaluator(load_catalog: Callable[[], Catalog]) -> CatalogLoaded | CatalogFailed:
    """Reads the catalog and prepares what depends on it alone; for a thread."""
    from fwwizard.core.evaluation import Evaluator

    try:
        evaluator = Evaluator(load_catalog())
    except FwwizardError as error:
        return CatalogFailed(error)
    # Kept by the evaluator: the first change of the person shall not wait for it.
    _ = evaluator.assessor.findings
    return CatalogLoaded(evaluator)


def outcomes(evaluator: Evaluator, listed: Iterable[Listed]) -> Mapping[str, str]:
    """Who leads each readable session, with points or in words, by its path; for a thread."""
    from fwwizard.core.checks import refusals
    from fwwizard.core.rounding import points

    found: dict[str, str] = {}
    for entry in listed:
        if entry.session is None:
            continue
        if refusals(evaluator.catalog, entry.session):
            found[str(entry.path)] = "does not fit"
            continue
        evaluation = evaluator.evaluate(entry.session)
        leader = evaluation.leader
        if not evaluation.tells_winner:
            text = "not ranked yet"
        elif leader is None:
            text = "nobody passes"
        else:
            text = f"{leader.name} {points(leader.score)}"
            text += " if confirmed" if leader.status == "conditional" else ""
        found[str(entry.path)] = text
    return found


def usable_evaluation(evaluator: Evaluator, session: Session | None) -> Evaluation | None:
    """The evaluation of a session; None without one, or where the catalog cannot use its answers."""
    from fwwizard.core.checks import refusals

    if session is None or refusals(evaluator.catalog, session):
        return None
    return evaluator.evaluate(session)


def neutral_evaluation(evaluator: Evaluator) -> Evaluation:
    """The evaluation of a session in which nothing was said, for what the catalog alone tells."""
    from fwwizard.core.new_session import neutral_session

    return evaluator.evaluate(neutral_session(evaluator.catalog))
