"""Which facts and rules two catalogs tell differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fwwizard.core.catalog import UNKNOWN_CAPABILITY, UNKNOWN_FACT, Fact, FigureSet, Framework
from fwwizard.core.flags import shown_value
from fwwizard.core.model import Catalog, Model
from fwwizard.core.wording import capability_name, fact_name

RULES = ""
"""The framework of a difference that is about the rules, and so about everyone."""


@dataclass(frozen=True, slots=True)
class FactDifference:
    """Something that two catalogs tell differently."""

    framework: str
    """Empty where a rule differs."""
    key: str
    """The dotted key in the catalog's file."""
    label: str
    a: str
    """In words; empty where the catalog does not say."""
    b: str


def fact_differences(a: Catalog, b: Catalog) -> tuple[FactDifference, ...]:
    """What differs and could move a score, a gate or a sign: words and sources are left out."""
    if a is b:
        return ()
    theirs = {framework.id: framework for framework in b.frameworks}
    found = list(_rules(a.model, b.model))
    for framework in a.frameworks:
        other = theirs.pop(framework.id, None)
        if other is None:
            found.append(FactDifference(framework.id, "id", framework.name, "in the catalog", ""))
        else:
            found += _framework(framework, other, b.model)
            found += _figures(framework.id, a.figures, b.figures)
    found += [FactDifference(f.id, "id", f.name, "", "in the catalog") for f in theirs.values()]
    return tuple(found)


def _framework(a: Framework, b: Framework, model: Model) -> Iterator[FactDifference]:
    for key in dict.fromkeys([*a.facts, *b.facts]):
        ours, theirs = a.facts.get(key, UNKNOWN_FACT), b.facts.get(key, UNKNOWN_FACT)
        if (ours.value, ours.low, ours.high) != (theirs.value, theirs.low, theirs.high):
            yield FactDifference(a.id, f"facts.{key}", fact_name(model, key), _fact(ours), _fact(theirs))
    for key in dict.fromkeys([*a.capabilities, *b.capabilities]):
        levels = [f.capabilities.get(key, UNKNOWN_CAPABILITY).level for f in (a, b)]
        if levels[0] != levels[1]:
            name = capability_name(model, key)
            yield FactDifference(a.id, f"capabilities.{key}", name, levels[0], levels[1])
    for key, ours_, theirs_ in (
        ("languages", a.languages, b.languages),
        ("categories", a.categories, b.categories),
        ("builds_on", a.builds_on, b.builds_on),
        ("runtimes", _pairs(a.runtimes), _pairs(b.runtimes)),
    ):
        if ours_ != theirs_:
            label = key.replace("_", " ").capitalize()
            yield FactDifference(a.id, key, label, ", ".join(ours_), ", ".join(theirs_))


def _pairs(of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{key} {value}" for key, value in of.items())


def _fact(fact: Fact) -> str:
    if fact.value is None and fact.low is not None and fact.high is not None:
        return f"{fact.low:g} to {fact.high:g}"
    return shown_value(fact)


def _figures(framework: str, a: tuple[FigureSet, ...], b: tuple[FigureSet, ...]) -> Iterator[FactDifference]:
    """The sets in which a framework's figures are not the same."""
    ours, theirs = ({one.id: one for one in sets if one.scored} for sets in (a, b))
    for key in dict.fromkeys([*ours, *theirs]):
        mine, other = [_told(s[key], framework) if key in s else [] for s in (ours, theirs)]
        if mine != other:
            shown = ["; ".join(f"{test} {value:,.6g}" for test, value, _ in of) for of in (mine, other)]
            name = (theirs.get(key) or ours[key]).name
            yield FactDifference(framework, f"figures.{key}", f"Figures: {name}", shown[0], shown[1])


def _told(figure_set: FigureSet, framework: str) -> list[tuple[str, float, tuple[object, ...]]]:
    """What a set says of a framework: test, figure, and what else decides about its position."""
    tests = {test.id: (test.measure, test.worst, test.best) for test in figure_set.tests}
    return [
        (figure.test, figure.value, (figure.production, *tests.get(figure.test, ())))
        for figure in figure_set.figures
        if figure.framework == framework
    ]


def _rules(a: Model, b: Model) -> Iterator[FactDifference]:
    """Rules that decide otherwise; what is only said about them is left out."""
    for section, ours, theirs in zip(_SECTIONS, _bare(a), _bare(b), strict=True):
        yield from _section(section, ours, theirs)
    if a.capability_values != b.capability_values:
        yield FactDifference(RULES, "capability_values", "What levels are worth", "one way", "another way")


_SECTIONS = ("factors", "attributes", "requirements", "needs", "flags")


def _bare(model: Model) -> tuple[Mapping[str, object], ...]:
    """The rules by section and id, without their words."""
    return (
        {o.id: o.id for o in model.factors},
        {o.id: replace(o, name="", help="") for o in model.attributes},
        {o.id: replace(o, name="", group="", help="") for o in model.requirements},
        {o.id: replace(o, name="", group="", help="") for o in model.needs},
        {o.id: replace(o, name="", question="", sentence="") for o in model.flags},
    )


def _section(
    section: str, ours: Mapping[str, object], theirs: Mapping[str, object]
) -> Iterator[FactDifference]:
    for key in dict.fromkeys([*ours, *theirs]):
        mine, other = ours.get(key), theirs.get(key)
        if mine != other:
            words = ("one way", "another way") if mine and other else ("", "in the catalog")
            shown = words if mine is None or other is not None else words[::-1]
            yield FactDifference(RULES, f"{section}.{key}", f"{section[:-1].capitalize()}: {key}", *shown)
