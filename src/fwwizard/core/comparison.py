"""Two sessions side by side: what differs, what moved, and which answer moved it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from fwwizard.core.answer_words import Words
from fwwizard.core.answers import Answer, answers
from fwwizard.core.attribution import CATALOG, Attribution, attribute
from fwwizard.core.evaluation import SAME_SCORE, Evaluation, Evaluator, Standing
from fwwizard.core.fact_differences import RULES, FactDifference, fact_differences
from fwwizard.core.gates import Reason
from fwwizard.core.mixing import Path
from fwwizard.core.model import Catalog
from fwwizard.core.session import Session

Side = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Cause:
    """An answer, or the catalogs, and how much of a score's difference it brought."""

    key: str
    """The key of an answer, or `catalog`."""
    amount: float
    """In scores, B less A."""


@dataclass(frozen=True, slots=True)
class GateDifference:
    """A gate that stands in one of the two sessions only, and the answers that set it there."""

    side: Side
    """The session in which it stands."""
    reason: Reason
    set_by: tuple[str, ...]
    """Keys of differing answers, or `catalog` where a fact differs."""


@dataclass(frozen=True, slots=True)
class Move:
    """One framework in both rankings."""

    framework: str
    name: str
    a: Standing | None
    """None where the catalog of that session lacks it."""
    b: Standing | None
    causes: tuple[Cause, ...]
    """The largest first, whichever sign; they sum to the difference of the scores."""
    gates: tuple[GateDifference, ...]

    @property
    def difference(self) -> float | None:
        """Score in B less score in A; None where one of them lacks it."""
        return None if self.a is None or self.b is None else self.b.score - self.a.score

    @property
    def places(self) -> int | None:
        """Places won (positive) from A to B, None where it has no rank in one of them."""
        before = self.a.rank if self.a else None
        after = self.b.rank if self.b else None
        return None if before is None or after is None else before - after

    @property
    def out_in_both(self) -> bool:
        """Whether a gate keeps it out on both sides."""
        return self.a is not None and self.b is not None and self.a.status == self.b.status == "excluded"

    @property
    def moved(self) -> bool:
        """Whether anything about it differs: rank, score or what stands in its way."""
        difference = self.difference
        return difference is None or abs(difference) > SAME_SCORE or bool(self.places or self.gates)


class Comparison:
    """What two evaluations have in common and what not; B against A is the same with every sign turned."""

    def __init__(self, a: Evaluation, b: Evaluation) -> None:
        self.a = a
        self.b = b
        self.words = Words(a.catalog, b.catalog)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer that one of them gives, in the order of the steps."""
        return answers(self.a.session, self.b.session, self.words)

    @cached_property
    def differing(self) -> tuple[Answer, ...]:
        """The answers that differ."""
        return tuple(answer for answer in self.answers if answer.differs)

    @cached_property
    def facts(self) -> tuple[FactDifference, ...]:
        """What the two catalogs tell differently."""
        return fact_differences(self.a.catalog, self.b.catalog)

    @cached_property
    def attribution(self) -> Attribution:
        """How much of each score's difference each cause brought."""
        return attribute(self.a, self.b, self.differing)

    @property
    def same(self) -> bool:
        """Whether nothing differs: neither an answer nor a fact."""
        return not self.differing and not self.facts

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every framework, in the order of A's ranking, then those that only B's catalog has."""
        ours = {s.framework: s for s in self.a.standings}
        theirs = {s.framework: s for s in self.b.standings}
        return tuple(self._move(f, ours.get(f), theirs.get(f)) for f in dict.fromkeys([*ours, *theirs]))

    @cached_property
    def labels(self) -> dict[str, str]:
        """What causes are called, by their keys."""
        return {answer.key: answer.label for answer in self.answers} | {
            CATALOG: "The catalog's facts and rules"
        }

    def facts_of(self, framework: str) -> tuple[FactDifference, ...]:
        """What the catalogs tell differently of a framework, and the rules, which are about everyone."""
        return tuple(fact for fact in self.facts if fact.framework in (framework, RULES))

    def moved_by(self, key: str) -> tuple[tuple[Move, float], ...]:
        """The frameworks whose scores a cause moved, with how much, the largest first."""
        found = [(move, c.amount) for move in self.moves for c in move.causes if c.key == key]
        return tuple(sorted(found, key=lambda one: (-abs(one[1]), one[0].name)))

    def gated_by(self, key: str) -> tuple[tuple[Move, GateDifference], ...]:
        """The frameworks in whose way an answer stands, in one of the two sessions."""
        return tuple((move, gate) for move in self.moves for gate in move.gates if key in gate.set_by)

    def swapped(self) -> Comparison:
        """The same with the sides exchanged."""
        return Comparison(self.b, self.a)

    def _move(self, framework: str, a: Standing | None, b: Standing | None) -> Move:
        shares = self.attribution.shares.get(framework, {})
        causes = [Cause(key, amount) for key, amount in shares.items() if abs(amount) > 1e-12]
        causes.sort(key=lambda cause: (-abs(cause.amount), cause.key))
        name = self.words.framework(framework)
        return Move(framework, name, a, b, tuple(causes), tuple(self._gates(framework, a, b)))

    def _gates(self, framework: str, a: Standing | None, b: Standing | None) -> Iterator[GateDifference]:
        if a is None or b is None:
            return
        both = {(r.kind, r.id, r.status) for r in a.reasons} & {(r.kind, r.id, r.status) for r in b.reasons}
        sides: tuple[tuple[Side, Standing], ...] = (("a", a), ("b", b))
        for side, standing in sides:
            for reason in standing.reasons:
                if (reason.kind, reason.id, reason.status) not in both:
                    yield GateDifference(side, reason, self._set_by(framework, reason))

    def _set_by(self, framework: str, reason: Reason) -> tuple[str, ...]:
        """The differing answers that put a gate up; the catalogs where no answer did."""
        paths = self._languages(framework) if reason.kind == "language" else self._paths(framework, reason)
        found = tuple(answer.key for answer in self.differing if answer.path in paths)
        return found or ((CATALOG,) if self.facts else ())

    def _paths(self, framework: str, reason: Reason) -> set[Path]:
        match reason.kind:
            case "runtime":
                return {("project", "runtimes", reason.id)}
            case "rule-out":
                return {("flags", framework, reason.id)}
            case "excluded":
                return {("project", "excluded", framework)}
            case _:
                requirements = (r for e in (self.a, self.b) for r in e.catalog.model.requirements)
                read = {("targets", r.attribute) for r in requirements if r.id == reason.id and r.attribute}
                return {("checklist", reason.id), *(read if reason.kind == "target" else ())}

    def _languages(self, framework: str) -> set[Path]:
        """Whether others are considered, whether its own are known, and who named languages first."""
        written = {x for e in (self.a, self.b) if (f := e.catalog.framework(framework)) for x in f.languages}
        ours, theirs = self.a.session.project.languages, self.b.session.project.languages
        told = set(ours) ^ set(theirs)
        named = told if not ours or not theirs else told & written
        return {("project", "other_languages"), *(("project", "languages", x) for x in named)}


def compare(
    a: Session, b: Session, in_force: Evaluator, remembered: Callable[[str], Catalog | None]
) -> Comparison:
    """Two sessions, each by the catalog that it was made with, or by the one in force.

    Args:
        a: the left one.
        b: the right one.
        in_force: evaluates sessions of its catalog, and those whose catalog is not at hand.
        remembered: the catalog of a digest, None where it is not at hand.
    """
    evaluators = {in_force.catalog.digest: in_force}

    def of(session: Session) -> Evaluation:
        digest = session.catalog.digest or in_force.catalog.digest
        if digest not in evaluators:
            catalog = remembered(digest)
            evaluators[digest] = in_force if catalog is None else Evaluator(catalog)
        return evaluators[digest].evaluate(session)

    return Comparison(of(a), of(b))
