"""Sessions with answers of every kind that the invented catalog takes, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from fwwizard.core.model import Catalog
from fwwizard.core.session import Decision, FlagVerdict, MustLevel, Priorities, Project, Session, Wish
from tests.catalogs import invented
from tests.core.build import session


@st.composite
def answered(draw: st.DrawFn, catalog: Catalog | None = None) -> Session:
    """A session that the catalog accepts."""
    catalog = catalog or invented()
    model = catalog.model
    frameworks = st.sampled_from([f.id for f in catalog.frameworks])
    flags = st.sampled_from([f.id for f in model.flags])
    languages = st.sampled_from([x.id for x in model.languages])
    needs = draw(st.lists(st.sampled_from([n.id for n in model.needs]), unique=True, max_size=4))
    verdicts = st.builds(
        FlagVerdict, st.sampled_from(["accept", "concern", "rule-out"]), st.sampled_from(["minor", "major"])
    )
    project = Project(
        current=draw(frameworks | st.just("")),
        languages=draw(
            st.dictionaries(languages, st.sampled_from(["expert", "working", "learning", "open"]), max_size=3)
        ),
        other_languages=draw(st.sampled_from(["exclude", "consider"])),
        experience=draw(st.dictionaries(frameworks, st.sampled_from(["production", "tried"]), max_size=3)),
        needs=tuple(needs),
        concurrent_users=draw(st.none() | st.integers(0, 10_000)),
        conditions=tuple(draw(st.lists(st.sampled_from([c.id for c in model.conditions]), unique=True))),
        excluded=draw(st.dictionaries(frameworks, st.sampled_from(["", "no licence"]), max_size=2)),
    )
    return session(
        project=project,
        priorities=draw(priorities([f.id for f in model.factors])),
        checklist=draw(checklists(catalog)),
        targets=draw(
            st.dictionaries(st.sampled_from(["request_capacity", "memory"]), st.floats(1, 1e6), max_size=2)
        ),
        flags=draw(
            st.dictionaries(frameworks, st.dictionaries(flags, verdicts, min_size=1, max_size=2), max_size=3)
        ),
        decision=Decision(chosen=draw(frameworks | st.just(""))),
    )


@st.composite
def priorities(draw: st.DrawFn, factors: list[str]) -> Priorities:
    """Any ranking with ties of some factors, the others ignored, sometimes with points."""
    order = draw(st.permutations(factors))
    count = draw(st.integers(1, len(order)))
    groups: list[tuple[str, ...]] = []
    tied = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    for factor, with_the_last in zip(order, tied, strict=False):
        if groups and with_the_last:
            groups[-1] = (*groups[-1], factor)
        else:
            groups.append((factor,))
    points = None
    if draw(st.booleans()):
        points = {factor: float(draw(st.integers(1, 100))) for factor in order[:count]}
    return Priorities(tuple(groups), draw(st.booleans()), tuple(order[count:]), points)


def checklists(catalog: Catalog) -> st.SearchStrategy[dict[str, Wish]]:
    """Wishes and musts for capabilities and facts in words."""
    plain = [r.id for r in catalog.model.requirements if r.capability or r.enough]
    capable = [r.id for r in catalog.model.requirements if r.capability]
    words: st.SearchStrategy[Wish] = st.sampled_from(["must", "want"])
    wishes = st.dictionaries(st.sampled_from(plain), words, max_size=5)
    levels = st.sampled_from(["built-in", "official", "ecosystem"]).map(MustLevel)
    leveled = st.dictionaries(st.sampled_from(capable), levels, max_size=2)
    return st.tuples(wishes, leveled).map(lambda both: {**both[0], **both[1]})
