"""What the types cannot say of `model.toml`: that ids lead somewhere and numbers lie where they may."""

from __future__ import annotations

from collections.abc import Iterator

from fwwizard.core.model import Attribute, Condition, FlagRule, Model, Need, Requirement
from fwwizard.core.value_functions import Coverage, Figures, Levels
from fwwizard.storage.flaws import Flaw, unknown
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.value_rules import value_flaws, words_flaws


def model_flaws(model: Model) -> Iterator[Flaw]:
    """Everything that is wrong with the rules."""
    if not model.factors:
        yield Flaw("model.toml", "", (), "a catalog needs at least one of [[factors]]")
    for path, message in words_flaws(model.capability_values.items(), ("capability_values",)):
        yield Flaw("model.toml", "", path, message)
    for attribute in model.attributes:
        yield from _attribute_flaws(attribute, model)
    for requirement in model.requirements:
        yield from _requirement_flaws(requirement, model)
    for need in model.needs:
        yield from _need_flaws(need, model)
    for flag in model.flags:
        yield from _flag_flaws(flag, model)


def _attribute_flaws(attribute: Attribute, model: Model) -> Iterator[Flaw]:
    def flaw(path: KeyPath, message: str, hint: str = "") -> Flaw:
        return Flaw("attributes", attribute.id, path, message, hint)

    factors = [factor.id for factor in model.factors]
    if attribute.factor not in factors:
        yield flaw(("factor",), *unknown("factor", attribute.factor, factors))
    if attribute.share < 0:
        yield flaw(("share",), "must not be negative")
    if attribute.share > 1e6:
        yield flaw(("share",), "must not be greater than 1,000,000")
    for path, message in value_flaws(attribute.value):
        yield flaw(("value", *path), message)
    if isinstance(attribute.value, Coverage):
        requirements = [requirement.id for requirement in model.requirements]
        for index, wished in enumerate(attribute.value.default):
            if wished not in requirements:
                yield flaw(("value", "default", index), *unknown("requirement", wished, requirements))


def _requirement_flaws(requirement: Requirement, model: Model) -> Iterator[Flaw]:
    def flaw(path: KeyPath, message: str, hint: str = "") -> Flaw:
        return Flaw("requirements", requirement.id, path, message, hint)

    read = [requirement.capability, requirement.fact, requirement.attribute]
    if len([one for one in read if one]) != 1:
        yield flaw((), "must read exactly one of capability, fact and attribute")
    attributes = [attribute.id for attribute in model.attributes]
    if requirement.attribute and requirement.attribute not in attributes:
        yield flaw(("attribute",), *unknown("attribute", requirement.attribute, attributes))
    if requirement.fact and not requirement.levels:
        yield flaw((), "a requirement that reads a fact needs levels")
    for path, message in words_flaws(requirement.levels.items(), ("levels",)):
        yield flaw(path, message)
    words = _words_of(requirement, model)
    if words and requirement.enough and requirement.enough not in words:
        yield flaw(("enough",), *unknown("level", requirement.enough, words))


def _words_of(requirement: Requirement, model: Model) -> list[str]:
    if requirement.capability:
        return list(model.capability_values)
    for attribute in model.attributes:
        if attribute.id == requirement.attribute and isinstance(attribute.value, Levels):
            return list(attribute.value.levels)
    return list(requirement.levels)


def _need_flaws(need: Need, model: Model) -> Iterator[Flaw]:
    categories = [category.id for category in model.categories]
    if need.category and need.category not in categories:
        yield Flaw("needs", need.id, ("category",), *unknown("category", need.category, categories))
    for index, evidence in enumerate(need.evidence):
        at: KeyPath = ("evidence", index)
        if evidence.capability and evidence.fact:
            yield Flaw("needs", need.id, at, "must read a capability or a fact, not both")
        if not (evidence.capability or evidence.fact or isinstance(evidence.value, Figures)):
            yield Flaw("needs", need.id, at, "must read a capability, a fact or figures")
        for path, message in value_flaws(evidence.value):
            yield Flaw("needs", need.id, (*at, "value", *path), message)


def _flag_flaws(flag: FlagRule, model: Model) -> Iterator[Flaw]:
    scored = {attribute.fact_id for attribute in model.attributes}
    for name, groups in (("raised", flag.raised), ("watch", flag.watch)):
        for g, group in enumerate(groups):
            for c, condition in enumerate(group):
                at: KeyPath = (name, g, c)
                if not _compares_once(condition):
                    message = "must have exactly one of below, at_least, older_than_days and among"
                    yield Flaw("flags", flag.id, at, message)
                if condition.fact in scored:
                    message = f'"{condition.fact}" feeds an attribute already, and evidence counts once'
                    yield Flaw("flags", flag.id, (*at, "fact"), message)


def _compares_once(condition: Condition) -> bool:
    numbers = [condition.below, condition.at_least, condition.older_than_days]
    return len([n for n in numbers if n is not None]) + bool(condition.among) == 1
