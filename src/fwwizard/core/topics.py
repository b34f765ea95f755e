"""What a group should talk about first: the questions whose settling would turn the most leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fwwizard.core.answer_words import Words
from fwwizard.core.answers import Answer, answers
from fwwizard.core.assessment import concern_points
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.gates import gate
from fwwizard.core.group import Group
from fwwizard.core.mixing import PRIORITIES, Path, mixed
from fwwizard.core.scoring import Scorer
from fwwizard.core.session import Session
from fwwizard.core.verdict import listed

SHOWN = 8
"""More topics than this are no agenda."""

SMALLEST = 0.005
"""Half a point: what moves nobody's scores further, and no gate, is not worth talking about."""

NAMED = 3
"""More people than this are counted, not named."""

Kind = Literal["unranked", "order", "gate", "answer"]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the people answer differently, and what it does."""

    kind: Kind
    key: str
    """The key of the answer; empty for people who have not ranked."""
    text: str
    """What it is about and who says what, one clause."""
    turns: tuple[str, ...]
    """Whose leader would be another one, had they answered as the largest other camp."""
    effect: float
    """The most that it moves any score of anyone, in scores."""
    between: tuple[int, int] | None = None
    """One person of each of the two largest camps, by place in the group."""


@dataclass(frozen=True, slots=True)
class _Camp:
    said: str
    people: tuple[int, ...]


def topics(evaluations: Sequence[Evaluation], found: Group) -> tuple[Topic, ...]:
    """The topics of a group, the most urgent first.

    Each question that people answer differently is tried on each person: with the answer of the
    largest camp that the person is not in, everything else as the person said, who would lead?
    Ordered by how many leaders turn, then by how far a score moves.

    Args:
        evaluations: one a person, of one catalog, with names that tell them apart.
        found: the group of the same people.
    """
    trial = _Trial(evaluations)
    questions = [trial.topic(path, found) for path in trial.open_questions()]
    worth = [t for t in questions if t.turns or t.effect >= SMALLEST]
    worth.sort(key=lambda t: (-len(t.turns), -t.effect, t.key))
    unranked = [e.session.name for e in evaluations if not e.tells_winner]
    return (*_unranked(unranked), *worth[:SHOWN])


def _unranked(names: list[str]) -> list[Topic]:
    if not names:
        return []
    verb = "has" if len(names) == 1 else "have"
    return [Topic("unranked", "", f"{listed(names)} {verb} not ranked the priorities yet", (), 0.0)]


class _Trial:
    """Tries one person's answer on another."""

    def __init__(self, evaluations: Sequence[Evaluation]) -> None:
        self._evaluations = evaluations
        self._sessions = [e.session for e in evaluations]
        self._catalog = evaluations[0].catalog
        self._words = Words(self._catalog)
        self._places = evaluations[0].evaluator.indices
        self._scorer = Scorer(evaluations[0].evaluator.assessor)
        self._scores = [self._whole_scores(s) for s in self._sessions]
        self._said = self._answers()

    def _answers(self) -> dict[Path, list[Answer | None]]:
        """Each person's answers by path, in words; compared with the first person's."""
        found: dict[Path, list[Answer | None]] = {}
        for person, session in enumerate(self._sessions):
            for answer in answers(session, session, self._words):
                found.setdefault(answer.path, [None] * len(self._sessions))[person] = answer
        return found

    def open_questions(self) -> list[Path]:
        """The paths of the answers that can matter and are not the same for everyone."""
        idle = {("project", "current"), ("project", "concurrent_users")}
        return [
            path
            for path in self._said
            if path not in idle
            and path[0] not in {"decision", "poc"}
            and path[:2] != ("project", "conditions")
            and len(self._camps(path)) > 1
        ]

    def topic(self, path: Path, found: Group) -> Topic:
        """What an open question is about, and what it does."""
        camps = self._camps(path)
        turns, effect = [], 0.0
        for person, evaluation in enumerate(self._evaluations):
            other = self._other_camp(path, camps, person)
            if other is None:
                continue
            tried = mixed(self._sessions[person], self._sessions[other.people[0]], {path})
            scores = self._whole_scores(tried)
            moved = (abs(x - y) for x, y in zip(scores, self._scores[person], strict=True))
            effect = max(effect, *moved)
            own = next(camp for camp in camps if person in camp.people)
            gates = _gates(path, own.said, other.said)
            leader = self._leader(tried, scores, None if gates else evaluation)
            if evaluation.tells_winner and evaluation.leader and leader != evaluation.leader.framework:
                turns.append(evaluation.session.name)
        gating = _gates(path, *(camp.said for camp in camps))
        kind: Kind = "order" if path == PRIORITIES else "gate" if gating else "answer"
        between = (camps[0].people[0], camps[1].people[0])
        return Topic(kind, ".".join(path), self._text(path, camps, found), tuple(turns), effect, between)

    def _other_camp(self, path: Path, camps: list[_Camp], person: int) -> _Camp | None:
        """The largest camp that a person is not in; a ranking that nobody made is no camp."""
        for camp in camps:
            made = path != PRIORITIES or self._evaluations[camp.people[0]].tells_winner
            if made and person not in camp.people:
                return camp
        return None

    def _whole_scores(self, session: Session) -> list[float]:
        """The scores as a ranking has them, concerns taken off."""
        scores = list(self._scorer.scores(session))
        for framework in session.flags:
            place = self._places.get(framework)
            if place is not None:
                scores[place] -= concern_points(session, framework)
        return scores

    def _camps(self, path: Path) -> list[_Camp]:
        """Who says what, the largest camp first."""
        said = [one.a if one else "" for one in self._said[path]]
        found = [
            _Camp(text, tuple(i for i, t in enumerate(said) if t == text)) for text in dict.fromkeys(said)
        ]
        return sorted(found, key=lambda camp: -len(camp.people))

    def _leader(self, session: Session, scores: Sequence[float], gates_of: Evaluation | None) -> str:
        """Who leads with other scores; gates are looked at anew unless they are those of an evaluation."""
        found: list[tuple[bool, float, str, str]] = []
        for framework, score in zip(self._catalog.frameworks, scores, strict=True):
            if gates_of is not None:
                status = gates_of.standing(framework.id).status
            else:
                status = gate(self._catalog.model, session, framework).status
            if status != "excluded":
                found.append((status != "passes", -score, framework.name, framework.id))
        return min(found, default=(False, 0.0, "", ""))[3]

    def _text(self, path: Path, camps: list[_Camp], found: Group) -> str:
        if path == PRIORITIES and found.split is not None:
            split = found.split
            sides = (split.first, split.for_first), (split.second, split.for_second)
            names = [self._words.factor(factor) for factor, _ in sides]
            who = [f"{self._who(list(people))} for {n}" for n, (_, people) in zip(names, sides, strict=True)]
            return f"{names[0]} or {names[1]} first? {'; '.join(who)}"
        label = next(one.label for one in self._said[path] if one is not None)
        if path == PRIORITIES:
            return f"{label}: {len(camps)} different ones"
        names = [e.session.name for e in self._evaluations]
        shown = [f"{c.said or 'not said'}: {self._who([names[i] for i in c.people])}" for c in camps]
        return f"{label}? {'; '.join(shown)}"

    def _who(self, people: list[str]) -> str:
        """Names, or how many where they are too many to read."""
        return listed(people) if len(people) <= NAMED else f"{len(people)} of {len(self._evaluations)}"


def _gates(path: Path, *said: str) -> bool:
    """Whether going from one answer to another can put a gate up or take it away."""
    if path[0] == "checklist":
        return any(text.startswith("must") for text in said)
    if path[0] == "flags":
        return any(text.startswith("rule-out") for text in said)
    gating = {("languages",), ("other_languages",), ("runtimes",), ("excluded",)}
    return path[0] == "targets" or path[1:2] in gating
