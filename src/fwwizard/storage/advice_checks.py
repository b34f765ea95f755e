"""What the types cannot say of `advice.toml`: that each rule reads an answer and ids lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from fwwizard.core.advice import PLACES, places_in
from fwwizard.core.advice_rules import AdviceRule, AnswerRead, FactRead
from fwwizard.core.model import Catalog
from fwwizard.storage.flaws import Flaw, unknown
from fwwizard.storage.toml_lines import KeyPath

_SENTENCES = 2


def advice_flaws(catalog: Catalog) -> Iterator[Flaw]:
    """Everything that is wrong with the advice."""
    ids = _Ids(catalog)
    for rule in catalog.advice:
        for path, message, hint in _rule_flaws(rule, ids):
            yield Flaw("advice", rule.id, path, message, hint)


class _Ids:
    """What a rule may name."""

    def __init__(self, catalog: Catalog) -> None:
        model, frameworks = catalog.model, catalog.frameworks
        self.sources = [source.id for source in model.sources]
        self.of_answers = {
            "conditions": ("condition", [condition.id for condition in model.conditions]),
            "needs": ("need", [need.id for need in model.needs]),
            "wishes": ("requirement", [requirement.id for requirement in model.requirements]),
            "first": ("factor", [factor.id for factor in model.factors]),
        }
        self.of_facts = {
            "fact": list(dict.fromkeys(key for f in frameworks for key in f.facts)),
            "capability": list(dict.fromkeys(key for f in frameworks for key in f.capabilities)),
            "category": [category.id for category in model.categories],
            "language": [language.id for language in model.languages],
        }
        self.levels = [*model.capability_values, "unknown"]


_Found = Iterator[tuple[KeyPath, str, str]]


def _rule_flaws(rule: AdviceRule, ids: _Ids) -> _Found:
    yield from _text_flaws(rule, ids)
    if not rule.answers or not all(rule.answers):
        message = "reads no answer of the session, and would say the same to everybody"
        yield (("answers",) if rule.answers else (), message, 'give it answers = [[{ conditions = ["…"] }]]')
    for name, groups in (("answers", rule.answers), ("unless", rule.unless)):
        for g, answers in enumerate(groups):
            for index, answer in enumerate(answers):
                yield from _answer_flaws(answer, (name, g, index), ids)
    for g, facts in enumerate(rule.facts):
        if not facts:
            yield ("facts", g), "must read at least one fact", ""
        for index, fact in enumerate(facts):
            yield from _fact_flaws(fact, ("facts", g, index), ids)


def _text_flaws(rule: AdviceRule, ids: _Ids) -> _Found:
    if not rule.text.strip() or len(_sentences(rule.text)) > _SENTENCES:
        yield ("text",), f"must be one sentence or {_SENTENCES}", ""
    for place in places_in(rule.text):
        if place not in PLACES:
            yield ("text",), *unknown("place", place, PLACES)
    if not rule.source:
        yield ("source",), "must not be empty", ""
    reference = rule.source.removeprefix("ref:")
    if reference != rule.source and reference not in ids.sources:
        yield ("source",), *unknown("source", reference, ids.sources)


def _answer_flaws(answer: AnswerRead, at: KeyPath, ids: _Ids) -> _Found:
    given = [f.name for f in fields(answer) if getattr(answer, f.name) not in ((), None)]
    if len(given) != 1:
        yield at, "must read exactly one answer", f"one of {', '.join(f.name for f in fields(answer))}"
    for name, (what, known) in ids.of_answers.items():
        for index, one in enumerate(getattr(answer, name)):
            if one not in known:
                yield (*at, name, index), *unknown(what, one, known)


def _fact_flaws(fact: FactRead, at: KeyPath, ids: _Ids) -> _Found:
    read = [name for name in ids.of_facts if getattr(fact, name)]
    if len(read) != 1:
        yield at, f"must read exactly one of {', '.join(ids.of_facts)}", ""
    for name in read:
        known = ids.of_facts[name]
        if getattr(fact, name) not in known:
            yield (*at, name), *unknown(name, getattr(fact, name), known)
    compared = [fact.below is not None, fact.at_least is not None, bool(fact.among)].count(True)
    if fact.fact and compared != 1:
        yield at, "must have exactly one of among, below and at_least", ""
    if fact.capability and not (fact.among and compared == 1):
        yield at, "must name the levels of the capability by among", ""
    if (fact.category or fact.language) and compared:
        yield at, "compares nothing: a framework is of a category or language, or is not", ""
    if fact.capability:
        for index, level in enumerate(fact.among):
            if level not in ids.levels:
                yield (*at, "among", index), *unknown("level", level, ids.levels)


def _sentences(text: str) -> list[str]:
    """Where a sentence ends: at a full stop, question or exclamation mark before a space or the end."""
    ends = text.replace("? ", ". ").replace("! ", ". ").split(". ")
    return [sentence for sentence in ends if sentence.strip()]
