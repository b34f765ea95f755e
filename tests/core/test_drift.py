"""What another catalog means for a session, and the person's two answers to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from fwwizard.core.catalog import Capability, Fact
from fwwizard.core.catalog_edits import stay, stayed, take_over
from fwwizard.core.checks import made_elsewhere
from fwwizard.core.drift import Drift, Move, drift
from fwwizard.core.evaluation import Evaluator
from fwwizard.core.model import Attribute, Catalog, Factor, FlagRule, Need, Requirement
from fwwizard.core.session import CatalogRef, Change, Project, Session
from fwwizard.core.value_functions import Direct, Linear
from tests.catalogs import invented
from tests.core.build import NOON, additive, fact, framework, session

DAY = date(2026, 12, 1)
OLD = replace(
    additive({"ada": [0.9, 0.5], "bob": [0.8, 0.5], "cyd": [0.1, 0.1]}, ["team", "budget"]),
    digest="sha256:old",
)


def versioned(catalog: Catalog, digest: str = "sha256:new", version: str = "2") -> Catalog:
    return replace(catalog, digest=digest, model=replace(catalog.model, version=version))


def with_fact(catalog: Catalog, framework_id: str, name: str, value: Fact) -> Catalog:
    return replace(
        catalog,
        frameworks=tuple(
            replace(f, facts={**f.facts, name: value}) if f.id == framework_id else f
            for f in catalog.frameworks
        ),
    )


def made(ranking: list[list[str]] | None = None, **more: Any) -> Session:
    return session(ranking or [["team"], ["budget"]], catalog=CatalogRef("1", "sha256:old"), **more)


def found(now: Catalog, of: Session, then: Catalog | None = OLD) -> Drift:
    return drift(Evaluator(now), of, Evaluator(then) if then else None)


def test_a_fact_that_lost_the_lead_is_named_with_the_moves() -> None:
    now = versioned(with_fact(OLD, "ada", "team", fact(0.2)))
    seen = found(now, made())
    assert [(c.name, c.what, c.before, c.after) for c in seen.facts] == [("Ada", "team", "0.9", "0.2")]
    assert seen.moves == (Move("bob", "Bob", "2", "1"), Move("ada", "Ada", "1", "2"))
    assert seen.before.text == "Ada led with 80 of 100"
    assert (seen.after.name, seen.leads_still) == ("Bob", False)
    assert not seen.changes_nothing


def test_what_the_session_does_not_read_is_only_counted() -> None:
    now = versioned(with_fact(OLD, "ada", "budget", fact(0.0)))
    seen = found(now, made([["team"]]))
    assert seen.facts == ()
    assert seen.others == 1
    assert seen.moves == ()
    assert seen.leads_still
    assert seen.changes_nothing


def test_who_is_out_before_and_after_is_not_gone_into() -> None:
    now = versioned(with_fact(OLD, "cyd", "team", fact(1.0)))
    assert found(now, made(project=Project(excluded={"cyd": "no"}))).facts == ()
    assert len(found(now, made()).facts) == 1


def test_frameworks_that_came_and_went() -> None:
    now = versioned(
        replace(OLD, frameworks=(*OLD.frameworks[1:], framework("dee", {"team": 1.0, "budget": 1.0})))
    )
    seen = found(now, made(project=Project(current="ada")))
    assert (seen.came, seen.went) == (("Dee",), ("Ada",))
    assert Move("dee", "Dee", "", "1") in seen.moves
    assert Move("ada", "Ada", "1", "") in seen.moves
    assert seen.lacking == {"project.current.ada": True}


def test_a_framework_that_drops_out_says_why() -> None:
    docs = Requirement("docs", "Documentation", capability="docs")
    old = replace(OLD, model=replace(OLD.model, requirements=(docs,)))
    old = replace(old, frameworks=tuple(replace(f, capabilities=has("official")) for f in old.frameworks))
    now = versioned(
        replace(old, frameworks=tuple(replace(f, capabilities=has(f.id)) for f in old.frameworks))
    )
    seen = found(now, made(checklist={"docs": "must"}), old)
    assert Move("ada", "Ada", "1", "out", "Documentation: manual, needs at least ecosystem") in seen.moves
    assert [(c.name, c.what, c.before, c.after) for c in seen.facts] == [
        ("Ada", "Documentation", "official", "manual")
    ]


def has(word: str) -> dict[str, Capability]:
    return {"docs": Capability("manual" if word == "ada" else "official")}


def test_rules_that_the_session_uses() -> None:
    model = OLD.model
    attributes = (
        Attribute("team", "team", Linear(0.0, 2.0), share=0.75),
        Attribute("extra", "team", Direct(), share=0.25, name="Something extra"),
        Attribute("budget", "budget", Direct()),
    )
    factors = (*model.factors, Factor("fit", "Fit"))
    flags = (FlagRule("quiet", "Gone quiet"),)
    now = versioned(replace(OLD, model=replace(model, attributes=attributes, factors=factors, flags=flags)))
    assert found(now, made()).rules == (
        "Fit is a new factor, not ranked yet",
        "Team is valued on another scale",
        "Team is 75.0 % of team, before 100.0 %",
        "Something extra counts in team now",
        "Gone quiet is a new sign",
    )
    back = found(
        replace(OLD, digest="sha256:later"), replace(made(), catalog=CatalogRef("2", "sha256:new")), now
    )
    assert "Fit is no longer a factor" in back.rules
    assert "Something extra no longer counts in team" in back.rules
    assert "Gone quiet is no longer a sign" in back.rules


def test_wishes_and_needs_that_read_something_else() -> None:
    model = OLD.model
    old = replace(
        OLD,
        model=replace(
            model,
            requirements=(Requirement("docs", "Docs", capability="docs"),),
            needs=(Need("api", "An API"),),
        ),
    )
    now = versioned(
        replace(
            old,
            model=replace(
                old.model,
                requirements=(Requirement("docs", "Docs", capability="handbook"),),
                needs=(Need("api", "An API", category="x"),),
            ),
        )
    )
    asked = made(checklist={"docs": "want"}, project=Project(needs=("api",)))
    assert found(now, asked, old).rules == (
        "Docs in the checklist reads something else",
        "An API is judged by other evidence",
    )
    assert found(now, made(), old).rules == ()


def test_without_the_old_catalog_the_log_is_what_is_known() -> None:
    now = versioned(with_fact(OLD, "ada", "team", fact(0.2)))
    seen = found(now, made(changes=(Change(NOON, "did", "ada"),)), None)
    assert not seen.compared
    assert seen.before.text == "Ada led after the last change"
    assert seen.leads_still is False
    assert seen.facts == ()
    assert seen.moves == ()
    assert not seen.changes_nothing
    nothing = found(now, made(), None)
    assert nothing.before.text == "nobody is on record as the leader"
    assert nothing.leads_still is None


def test_taking_it_over_retires_notes_and_says_so() -> None:
    now = versioned(replace(OLD, frameworks=OLD.frameworks[1:]))
    answers = made(project=Project(current="ada", excluded={"cyd": "no"}))
    edit = take_over(now, answers, found(now, answers), DAY)
    after = edit.session
    assert edit.sentence == "took over catalog 2, 1 answer retired"
    assert not made_elsewhere(now, after)
    assert after.retired == {"project.current.ada": True}
    assert after.project.excluded == {"cyd": "no"}
    assert after.catalog.note == "2 (new) taken over on 2026-12-01 from 1; before, Ada led with 80 of 100"
    again = versioned(OLD, "sha256:third", "3")
    back = take_over(again, after, found(again, after, now), DAY)
    assert back.sentence == "took over catalog 3, 1 answer back"
    assert back.session.project == answers.project
    assert back.session.retired == {}


def test_staying_keeps_everything_and_notes_what_was_the_outcome() -> None:
    now = versioned(replace(OLD, frameworks=OLD.frameworks[1:]))
    answers = made(project=Project(current="ada"))
    assert not stayed(now, answers)
    edit = stay(now, answers, found(now, answers), DAY)
    after = edit.session
    assert replace(after, catalog=answers.catalog) == answers
    assert after.catalog.digest == "sha256:old"
    assert after.catalog.note == "with 1, Ada led with 80 of 100; 2 (new) not taken over on 2026-12-01"
    assert stayed(now, after)
    later = versioned(now, "sha256:later", "3")
    assert not stayed(later, after)
    twice = stay(later, after, found(later, after, None), DAY).session
    assert twice.catalog.note.startswith("with 1, Ada led with 80 of 100; 2 (new)")
    taken = take_over(later, twice, found(later, twice, None), DAY).session
    assert taken.catalog.note.startswith("3 (later) taken over on 2026-12-01 from 1; with 1, Ada led with 80")


def test_over_the_invented_catalog_the_same_facts_drift_nowhere() -> None:
    catalog = invented()
    answers = session([["team"], ["performance"]], catalog=CatalogRef("trees-0", "sha256:before"))
    assert drift(Evaluator(catalog), answers, Evaluator(catalog)).changes_nothing
    worse = replace(
        catalog, figures=(), frameworks=tuple(replace(f, languages=("latin",)) for f in catalog.frameworks)
    )
    seen = drift(
        Evaluator(worse),
        replace(answers, project=Project(languages={"python": "expert"})),
        Evaluator(catalog),
    )
    kinds = {change.key.partition(":")[0] for change in seen.facts}
    assert {"figures", "languages"} <= kinds
    assert any(change.after == "not measured" for change in seen.facts)
