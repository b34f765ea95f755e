"""What another catalog means for a session: which facts, rules, frameworks and ranks changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fwwizard.core.drift_facts import FactChange, fact_changes, other_changes
from fwwizard.core.drift_rules import rule_changes
from fwwizard.core.evaluation import Evaluation, Evaluator, Standing
from fwwizard.core.model import Catalog
from fwwizard.core.restoring import restore
from fwwizard.core.retiring import retire
from fwwizard.core.rounding import points
from fwwizard.core.session import Scalar, Session

Kind = Literal["leads", "if-confirmed", "nobody", "tied", "logged", "unknown"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who leads a session under one catalog."""

    kind: Kind
    """`logged`: only the session's change log says so; `unknown`: nothing does."""
    framework: str = ""
    name: str = ""
    points: int | None = None
    """Of 100."""

    @property
    def text(self) -> str:
        """One clause in the past tense, as it is remembered."""
        match self.kind:
            case "leads":
                return f"{self.name} led with {self.points} of 100"
            case "if-confirmed":
                return f"{self.name} led if confirmed, with {self.points} of 100"
            case "nobody":
                return "no framework met every must"
            case "tied":
                return "every priority was tied"
            case "logged":
                return f"{self.name} led after the last change"
        return "nobody is on record as the leader"


@dataclass(frozen=True, slots=True)
class Move:
    """Another place of one framework."""

    framework: str
    name: str
    before: str
    """Its rank, `out`, or empty where that catalog has no such framework."""
    after: str
    why: str = ""
    """Why it is out now, where it was not before."""


@dataclass(frozen=True, slots=True)
class Drift:
    """From the catalog that a session was made with to the one in force."""

    made_with: str
    """The version of the session's catalog; may be the same as `version` where only facts differ."""
    version: str
    compared: bool
    """Whether the session's catalog is at hand; if not, only the outcome is remembered."""
    before: Outcome
    after: Outcome
    facts: tuple[FactChange, ...] = ()
    """Those that this session reads, of frameworks that are or were candidates."""
    others: int = 0
    """How many more facts changed, which this session does not read."""
    rules: tuple[str, ...] = ()
    """What changed in the rules that this session uses, a clause each."""
    came: tuple[str, ...] = ()
    """Names of frameworks that only the catalog in force has."""
    went: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    """By place in the new ranking."""
    lacking: Mapping[str, Scalar] = field(default_factory=dict)
    """Answers whose ids the catalog in force lacks, by their path; accepting retires them."""
    returning: Mapping[str, Scalar] = field(default_factory=dict)
    """Retired answers that accepting brings back."""

    @property
    def leads_still(self) -> bool | None:
        """Whether the leader is the same; None where one of the two is not known."""
        if not self.before.framework or not self.after.framework:
            return None
        return self.before.framework == self.after.framework

    @property
    def changes_nothing(self) -> bool:
        """Whether the catalogs are known to agree in everything that this session reads."""
        found = self.facts or self.rules or self.came or self.went or self.moves
        return self.compared and not found and not self.lacking and not self.returning


def drift(evaluator: Evaluator, session: Session, former: Evaluator | None) -> Drift:
    """What changed for a session that was made with another catalog.

    Args:
        evaluator: of the catalog in force.
        session: the answers, which may name ids that this catalog lacks.
        former: of the session's own catalog, None where it is not at hand.
    """
    catalog = evaluator.catalog
    now = evaluator.evaluate(session)
    without = retire(catalog, session)
    back = restore(catalog, without)
    found = Drift(
        made_with=session.catalog.version,
        version=catalog.model.version,
        compared=former is not None,
        before=_remembered(session, catalog),
        after=outcome(now),
        lacking={k: v for k, v in without.retired.items() if session.retired.get(k) != v},
        returning={k: v for k, v in without.retired.items() if k not in back.retired},
    )
    return (
        found if former is None else _compared(found, former.evaluate(retire(former.catalog, session)), now)
    )


def accepted(catalog: Catalog, session: Session) -> Session:
    """The session with this catalog's ids alone in force; the reference to its catalog is untouched."""
    return restore(catalog, retire(catalog, session))


def outcome(evaluation: Evaluation) -> Outcome:
    """Who leads an evaluation."""
    leader = evaluation.leader
    if not evaluation.tells_winner:
        return Outcome("tied")
    if leader is None:
        return Outcome("nobody")
    kind: Kind = "if-confirmed" if leader.status == "conditional" else "leads"
    return Outcome(kind, leader.framework, leader.name, points(leader.score))


def _remembered(session: Session, catalog: Catalog) -> Outcome:
    """What the session itself records: the leader after its last change."""
    leader = session.changes[-1].leader if session.changes else ""
    if not leader:
        return Outcome("unknown")
    known = catalog.framework(leader)
    return Outcome("logged", leader, known.name if known else leader)


def _compared(found: Drift, then: Evaluation, now: Evaluation) -> Drift:
    old = {framework.id: framework.name for framework in then.catalog.frameworks}
    new = {framework.id: framework.name for framework in now.catalog.frameworks}
    facts = fact_changes(then, now)
    return Drift(
        made_with=found.made_with,
        version=found.version,
        compared=True,
        before=outcome(then),
        after=found.after,
        facts=facts,
        others=other_changes(then.catalog, now.catalog, facts),
        rules=rule_changes(then, now),
        came=tuple(name for key, name in new.items() if key not in old),
        went=tuple(name for key, name in old.items() if key not in new),
        moves=_moves(then, now),
        lacking=found.lacking,
        returning=found.returning,
    )


def _moves(then: Evaluation, now: Evaluation) -> tuple[Move, ...]:
    if not (then.tells_winner and now.tells_winner):
        return ()
    before = {s.framework: _place(s) for s in then.standings}
    after = {s.framework: s for s in now.standings}
    moves = []
    for standing in now.standings:
        place, was = _place(standing), before.get(standing.framework, "")
        if place != was:
            why = "; ".join(r.text for r in standing.reasons if r.status == "excluded")
            moves.append(Move(standing.framework, standing.name, was, place, why if place == "out" else ""))
    moves += [Move(s.framework, s.name, _place(s), "") for s in then.standings if s.framework not in after]
    return tuple(moves)


def _place(standing: Standing) -> str:
    return "out" if standing.rank is None else str(standing.rank)
