"""The answers of two sessions side by side, as a person compares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fwwizard.core.answer_words import Words
from fwwizard.core.mixing import PRIORITIES, Path
from fwwizard.core.session import Session, Step


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as each of two sessions has it."""

    path: Path
    step: Step
    """The step of the wizard that asks for it."""
    label: str
    a: str
    """In words; empty where the session does not say."""
    b: str
    differs: bool

    @property
    def key(self) -> str:
        """The dotted path in the session file."""
        return ".".join(self.path)


def answers(a: Session, b: Session, words: Words) -> tuple[Answer, ...]:
    """Every answer that one of two sessions gives, in the order of the steps.

    Names, notes of the change log and where the wizard resumes are no answers.
    """
    found = [*_project(a, b, words), *_priorities(a, b, words), *_fit(a, b, words)]
    found += [*_checklist(a, b, words), *_flags(a, b, words), *_outcome(a, b, words)]
    return tuple(found)


def _project(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    yield from _needs(a, b, words, "project")
    ours, theirs = a.project, b.project
    for key in _keys(ours.languages, theirs.languages):
        label = f"Language: {words.language(key)}"
        yield _one(("project", "languages", key), label, [ours.languages.get(key), theirs.languages.get(key)])
    others = ("project", "other_languages")
    yield _one(others, "Other languages", [ours.other_languages, theirs.other_languages])
    if ours.current or theirs.current:
        shown = [words.framework(p.current) if p.current else None for p in (ours, theirs)]
        yield _one(("project", "current"), "Runs today", shown)
    for key in _keys(ours.experience, theirs.experience):
        path, label = ("project", "experience", key), f"Experience: {words.framework(key)}"
        yield _one(path, label, [ours.experience.get(key), theirs.experience.get(key)])
    for key in _keys(ours.runtimes, theirs.runtimes):
        path, label = ("project", "runtimes", key), f"Must run on: {key}"
        yield _one(path, label, [ours.runtimes.get(key), theirs.runtimes.get(key)])
    for key in _keys(ours.excluded, theirs.excluded):
        path, label = ("project", "excluded", key), f"Left out: {words.framework(key)}"
        shown = [
            None if p.excluded.get(key) is None else p.excluded[key] or "without a reason"
            for p in (ours, theirs)
        ]
        yield _one(path, label, shown)
    if ours.concurrent_users is not None or theirs.concurrent_users is not None:
        counts = [None if p.concurrent_users is None else f"{p.concurrent_users:,}" for p in (ours, theirs)]
        yield _one(("project", "concurrent_users"), "Users at once", counts)
    for key in _members(ours.conditions, theirs.conditions):
        holds = ["holds" if key in p.conditions else None for p in (ours, theirs)]
        yield _one(("project", "conditions", key), words.condition(key), holds)


def _needs(a: Session, b: Session, words: Words, step: Step) -> Iterator[Answer]:
    for key in _members(a.project.needs, b.project.needs):
        if words.step_of_need(key) == step:
            ticked = ["needed" if key in s.project.needs else None for s in (a, b)]
            yield _one(("project", "needs", key), words.need(key), ticked, step=step)


def _priorities(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    shown = [words.priorities(s.priorities) for s in (a, b)]
    differ = a.priorities != b.priorities
    yield Answer(PRIORITIES, "priorities", "Ranking", shown[0], shown[1], differ)


def _fit(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    yield from _needs(a, b, words, "fit")


def _checklist(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    for key in _keys(a.checklist, b.checklist):
        shown = [words.wish(s.checklist.get(key)) for s in (a, b)]
        yield _one(("checklist", key), words.requirement(key), shown, step="checklist")
    for key in _keys(a.targets, b.targets):
        shown = [words.target(key, s.targets.get(key)) for s in (a, b)]
        differs = a.targets.get(key) != b.targets.get(key)  # shown to six digits, compared to the last
        label = f"Enough: {words.attribute(key)}"
        yield Answer(("targets", key), "checklist", label, shown[0] or "", shown[1] or "", differs)


def _flags(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    for framework in _keys(a.flags, b.flags):
        ours, theirs = a.flags.get(framework, {}), b.flags.get(framework, {})
        for flag in _keys(ours, theirs):
            label = f"{words.framework(framework)}: {words.flag(flag)}"
            shown = [words.verdict(said.get(flag)) for said in (ours, theirs)]
            yield _one(("flags", framework, flag), label, shown, step="flags")


def _outcome(a: Session, b: Session, words: Words) -> Iterator[Answer]:
    for field, label in (("status", "Status"), ("chosen", "Chosen"), ("deciders", "Decided by"),
                         ("notes", "Notes"), ("review_on", "Look again on")):  # fmt: skip
        yield from _written("decision", field, label, words.decision(a, field), words.decision(b, field))
    for field, label in (("start", "Proof of concept starts"), ("flows", "User flows"),
                         ("owners", "Owners"), ("numbers", "Acceptance numbers")):  # fmt: skip
        yield from _written("poc", field, label, words.plan(a, field), words.plan(b, field))


def _written(section: str, field: str, label: str, a: str, b: str) -> Iterator[Answer]:
    if a or b:
        yield Answer((section, field), "verdict", label, a, b, a != b)


def _one(path: Path, label: str, both: Sequence[str | None], step: Step = "project") -> Answer:
    a, b = both
    return Answer(path, step, label, a or "", b or "", a != b)


def _keys(a: Mapping[str, object], b: Mapping[str, object]) -> list[str]:
    return list(dict.fromkeys([*a, *b]))


def _members(a: tuple[str, ...], b: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys([*a, *b]))
