"""Sessions of every shape that the types allow, for hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import strategies as st

from fwwizard.core.session import (
    STEPS,
    CatalogRef,
    Change,
    Decision,
    FlagVerdict,
    MustLevel,
    Priorities,
    Project,
    ProofOfConcept,
    Session,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.one_of(st.sampled_from(["team", "budget", "a.b", "", "kebab-case", "ünï"]), texts)
numbers = st.floats(allow_nan=False, allow_infinity=False)
whole_numbers = st.integers(-(2**63) + 1, 2**63 - 1)
times = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(microsecond=0))
days = st.none() | st.dates()


def mappings(values: st.SearchStrategy[object]) -> st.SearchStrategy[Mapping[str, object]]:
    return st.dictionaries(ids, values, max_size=4)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=4).map(tuple)


catalog_refs = st.builds(CatalogRef, texts, texts, texts)
projects = st.builds(
    Project,
    current=ids,
    languages=mappings(st.sampled_from(["expert", "working", "learning", "open"])),
    other_languages=st.sampled_from(["exclude", "consider"]),
    experience=mappings(st.sampled_from(["production", "tried"])),
    needs=tuples(ids),
    concurrent_users=st.none() | whole_numbers,
    conditions=tuples(ids),
    runtimes=mappings(texts),
    excluded=mappings(texts),
)
priorities = st.builds(
    Priorities,
    ranking=tuples(tuples(ids)),
    confirmed=st.booleans(),
    ignored=tuples(ids),
    points=st.none() | mappings(numbers),
)
wishes = st.sampled_from(["must", "want"]) | st.builds(MustLevel, texts)
verdicts = st.builds(
    FlagVerdict,
    st.sampled_from(["accept", "concern", "rule-out"]),
    st.sampled_from(["minor", "major"]),
    texts,
)
decisions = st.builds(
    Decision,
    status=st.sampled_from(["proposed", "accepted", "superseded"]),
    chosen=ids,
    deciders=tuples(texts),
    notes=texts,
    review_on=days,
)
plans = st.builds(
    ProofOfConcept, start=days, flows=tuples(texts), owners=mappings(texts), numbers=mappings(numbers)
)
changes = st.builds(Change, times, texts, ids)

sessions = st.builds(
    Session,
    format=st.just(1),
    id=texts,
    name=texts,
    created=times,
    updated=times,
    step=st.sampled_from(STEPS),
    priorities=priorities,
    catalog=catalog_refs,
    project=projects,
    checklist=mappings(wishes),
    targets=mappings(numbers),
    flags=mappings(mappings(verdicts)),
    decision=decisions,
    poc=plans,
    retired=mappings(texts | whole_numbers | numbers | st.booleans()),
    changes=tuples(changes),
)


def a_session(
    name: str = "Payments API", session_id: str = "3f0c1a2b-0000-4000-8000-000000000000"
) -> Session:
    """A small session as a person would have it."""
    return Session(
        format=1,
        id=session_id,
        name=name,
        created=datetime(2026, 11, 21, 10, tzinfo=UTC),
        updated=datetime(2026, 11, 21, 10, 42, 10, tzinfo=UTC),
        step="checklist",
        priorities=Priorities((("team",), ("time_to_market", "performance")), confirmed=True),
        checklist={"authentication": "must", "api_docs": MustLevel("official")},
        changes=(Change(datetime(2026, 11, 21, 10, 5, tzinfo=UTC), "ranked team first", "birch"),),
    )
