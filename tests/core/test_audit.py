"""Each rule of `catalog check`, broken once in a catalog that is sound otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from fwwizard.core.audit import audit
from fwwizard.core.catalog import Capability, Claim, Fact, Figure, FigureSet, FigureTest, Framework
from fwwizard.core.model import (
    Attribute,
    Catalog,
    Category,
    Condition,
    Evidence,
    Factor,
    FlagRule,
    Model,
    Named,
    Need,
    Requirement,
    Source,
)
from fwwizard.core.value_functions import CapabilityMean, Direct, Figures, Levels

DAY = date(2026, 11, 21)
Break = Callable[[Catalog], Catalog]


def sound() -> Catalog:
    """One of everything that a rule looks at."""
    model = Model(
        1,
        "t",
        (Factor("speed", "Speed"), Factor("future", "Future")),
        (
            Attribute("throughput", "speed", Figures("requests", 1, 100)),
            Attribute("protection", "speed", CapabilityMean(("cors",))),
            Attribute("backing", "future", Levels({"company": 1.0, "individual": 0.2})),
            Attribute("closeness", "future", Direct()),
        ),
        as_of=DAY,
        requirements=(
            Requirement("cors", "CORS", capability="cors"),
            Requirement("backed", "Backed", attribute="backing", enough="company"),
            Requirement("guide", "Guide", fact="guide", levels={"guide": 1.0, "none": 0.0}, enough="guide"),
        ),
        needs=(
            Need("site", "Site", evidence=(Evidence(capability="cors"),)),
            Need("calm", "Calm", category="traditional"),
        ),
        categories=(Category("traditional", "Traditional"),),
        flags=(FlagRule("quiet", "Quiet", raised=((Condition("changes", below=12),),)),),
        languages=(Named("python", "Python"),),
        sources=(Source("history", "Git"),),
    )
    facts = {
        "backing": Fact("company", source="README.md"),
        "closeness": Fact(0.5, source="README.md"),
        "guide": Fact("guide", source="UPGRADE.md"),
        "changes": Fact(90.0, source="ref:history", as_of=DAY),
    }
    alder = Framework(
        "alder",
        "Alder",
        languages=("python",),
        categories=("traditional",),
        as_of=DAY,
        facts=facts,
        capabilities={"cors": Capability("official", source="docs/cors.md")},
        claims=(Claim("purpose", "trees", "ref:history"),),
    )
    test = FigureTest("t", "T", "requests", "req/s", 1, 100, concurrency=64, keep_alive=True)
    lab = FigureSet("lab", "Lab", "https://example.org", "high", "wrk", "8 cores", DAY, tests=(test,))
    return Catalog(model, (alder,), (replace(lab, figures=(Figure("alder", "t", 50),)),))


def model(**changes: object) -> Break:
    return lambda c: replace(c, model=replace(c.model, **changes))  # type: ignore[arg-type]  # fields of a model


def alder(**changes: object) -> Break:
    return lambda c: replace(c, frameworks=(replace(c.frameworks[0], **changes),))  # type: ignore[arg-type]  # fields of a framework


def fact(key: str, new: Fact | None) -> Break:
    def broken(c: Catalog) -> Catalog:
        facts = {k: f for k, f in c.frameworks[0].facts.items() if k != key}
        return alder(facts=facts if new is None else facts | {key: new})(c)

    return broken


def cors(new: Capability) -> Break:
    return alder(capabilities={"cors": new})


def lab(**changes: object) -> Break:
    return lambda c: replace(c, figures=(replace(c.figures[0], **changes),))  # type: ignore[arg-type]  # fields of a set


def trial(**changes: object) -> Break:
    def broken(c: Catalog) -> Catalog:
        return lab(tests=(replace(c.figures[0].tests[0], **changes),))(c)  # type: ignore[arg-type]  # fields of a test

    return broken


def also(*attributes: Attribute) -> Break:
    return lambda c: model(attributes=(*c.model.attributes, *attributes))(c)


OLD_SKETCH = model(as_of=None)
BROKEN: list[tuple[str, Break, str, str, str]] = [
    ("fact without a source", fact("guide", Fact("guide")), "alder", "facts.guide", "names no source"),
    (
        "interval without a source",
        fact("closeness", Fact(low=0.1, high=0.4)),
        "alder",
        "facts.closeness",
        "names no source",
    ),
    ("level without a source", cors(Capability("manual")), "alder", "capabilities.cors", "names no source"),
    ("claim without a source", alder(claims=(Claim("x", "y", ""),)), "alder", "claims[0]", "names no source"),
    ("fact without a day", alder(as_of=None), "alder", "facts.guide", "has no day"),
    (
        "fact of a day to come",
        fact("guide", Fact("guide", source="x", as_of=date(2026, 11, 22))),
        "alder",
        "facts.guide",
        "later than the day of the catalog",
    ),
    (
        "word out of the scale",
        fact("backing", Fact("nobody", source="x")),
        "alder",
        "facts.backing",
        "none of",
    ),
    (
        "level out of the yardstick",
        cors(Capability("superb", source="x")),  # type: ignore[arg-type]  # that is the fault
        "alder",
        "capabilities.cors",
        "none of built-in",
    ),
    ("fact that is missing", fact("changes", None), "alder", "facts.changes", "is not there"),
    ("capability that is missing", alder(capabilities={}), "alder", "capabilities.cors", "is not there"),
    ("orphan fact", fact("stars", Fact(9.0, source="x")), "alder", "facts.stars", "is read by nothing"),
    (
        "orphan capability",
        lambda c: alder(capabilities={**c.frameworks[0].capabilities, "tea": Capability("unknown")})(c),
        "alder",
        "capabilities.tea",
        "is read by nothing",
    ),
    (
        "capability scored twice",
        also(Attribute("safety", "future", CapabilityMean(("cors",)))),
        "model",
        "attributes",
        "capability cors is scored by 2 attributes",
    ),
    (
        "fact scored twice",
        also(Attribute("nearness", "future", Direct(), fact="closeness")),
        "model",
        "attributes",
        "fact closeness is scored by 2 attributes",
    ),
    (
        "measure scored twice",
        also(Attribute("pace", "future", Figures("requests", 1, 9))),
        "model",
        "attributes",
        "measure requests is scored by 2 attributes",
    ),
    (
        "flag and attribute on one fact",
        model(flags=(FlagRule("quiet", "Quiet", raised=((Condition("closeness", below=1),),)),)),
        "model",
        "flags.quiet",
        "which an attribute scores already",
    ),
    (
        "factor without an attribute",
        lambda c: model(factors=(*c.model.factors, Factor("x", "X")))(c),
        "model",
        "factors.x",
        "has no attribute",
    ),
    (
        "requirement that nobody meets",
        cors(Capability("manual", source="x")),
        "model",
        "requirements.cors",
        "is met by no framework",
    ),
    (
        "word that nobody reaches",
        fact("backing", Fact("individual", source="x")),
        "model",
        "requirements.backed",
        "is met by no framework",
    ),
    (
        "fact that nobody has",
        fact("guide", Fact()),
        "model",
        "requirements.guide",
        "is met by no framework",
    ),
    ("need that nobody serves", cors(Capability("unknown")), "model", "needs.site", "known of no framework"),
    ("need of an empty category", alder(categories=()), "model", "needs.calm", "neither evidence nor"),
    ("orphan category", alder(categories=()), "model", "categories.traditional", "has no framework"),
    ("orphan language", alder(languages=()), "model", "languages.python", "has no framework"),
    (
        "orphan source",
        lambda c: model(sources=(*c.model.sources, Source("survey", "A survey")))(c),
        "model",
        "sources.survey",
        "is named by nothing",
    ),
    ("set without a source", lab(source=""), "figures/lab", "source", "names no source"),
    ("set without a tool", lab(tool=""), "figures/lab", "tool", "is not stated"),
    ("set without hardware", lab(hardware=""), "figures/lab", "hardware", "is not stated"),
    ("set without a day", lab(run_date=None), "figures/lab", "run_date", "is not stated"),
    ("test without concurrency", trial(concurrency=None), "figures/lab", "tests.t", "neither concurrency"),
    ("test without keep-alive", trial(keep_alive=None), "figures/lab", "tests.t", "neither keep_alive"),
    ("measure that nobody reads", trial(measure="tea"), "figures/lab", "tests.t", "read by nothing"),
]


def test_a_sound_catalog_has_no_shortcoming() -> None:
    assert list(audit(sound())) == []


@pytest.mark.parametrize(
    ("broken", "place", "key", "words"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_each_rule_speaks_when_it_is_broken(broken: Break, place: str, key: str, words: str) -> None:
    found = [s for s in audit(broken(sound())) if (s.place, s.key) == (place, key) and words in s.message]
    assert len(found) == 1


def test_a_claim_set_may_leave_its_conditions_open() -> None:
    assert list(audit(lab(confidence="low", tool="", run_date=None)(sound()))) == []


def test_a_sketch_without_a_day_owes_nobody_sources() -> None:
    unsourced = fact("guide", Fact("guide"))(OLD_SKETCH(sound()))
    assert list(audit(unsourced)) == []
