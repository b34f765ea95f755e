"""What is taken over from the evaluation before an edit gives the same as computing it anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.evaluation import Evaluator
from fwwizard.core.session import FlagVerdict, Priorities, Session, Wish
from tests.catalogs import invented
from tests.core.build import session

CATALOG = invented()
MODEL = CATALOG.model
FRAMEWORKS = [f.id for f in CATALOG.frameworks]
EVALUATOR = Evaluator(CATALOG)
Edit = Callable[[Session], Session]


def project(**changes: object) -> Edit:
    return lambda s: replace(s, project=replace(s.project, **changes))  # type: ignore[arg-type]  # checked at run time


wishes: st.SearchStrategy[Wish] = st.sampled_from(["must", "want"])
edits: st.SearchStrategy[Edit] = st.one_of(
    st.lists(st.sampled_from([n.id for n in MODEL.needs]), unique=True).map(
        lambda needs: project(needs=tuple(needs))
    ),
    st.dictionaries(st.sampled_from(["python", "go", "java"]), st.sampled_from(["expert", "open"])).map(
        lambda languages: project(languages=languages)
    ),
    st.dictionaries(st.sampled_from(FRAMEWORKS), st.sampled_from(["production", "tried"])).map(
        lambda experience: project(experience=experience)
    ),
    st.dictionaries(st.sampled_from(FRAMEWORKS), st.just("why")).map(lambda out: project(excluded=out)),
    st.sampled_from(["exclude", "consider"]).map(lambda other: project(other_languages=other)),
    st.dictionaries(st.sampled_from([r.id for r in MODEL.requirements if r.capability]), wishes).map(
        lambda checklist: lambda s: replace(s, checklist=checklist)
    ),
    st.dictionaries(st.sampled_from([a.id for a in MODEL.attributes]), st.floats(1, 1e4)).map(
        lambda targets: lambda s: replace(s, targets=targets)
    ),
    st.sampled_from([FlagVerdict("accept"), FlagVerdict("concern"), FlagVerdict("rule-out")]).map(
        lambda said: lambda s: replace(s, flags={FRAMEWORKS[0]: {MODEL.flags[0].id: said}})
    ),
    st.permutations([f.id for f in MODEL.factors]).map(
        lambda order: lambda s: replace(s, priorities=Priorities(tuple((f,) for f in order), confirmed=True))
    ),
)


@given(st.lists(edits, min_size=1, max_size=6))
def test_a_chain_of_edits_ends_where_a_fresh_evaluation_does(chain: list[Edit]) -> None:
    answers = session([[f.id] for f in MODEL.factors])
    evaluation = EVALUATOR.evaluate(answers)
    for edit in chain:
        answers = edit(answers)
        evaluation = EVALUATOR.evaluate(answers, evaluation)
    assert evaluation.standings == EVALUATOR.evaluate(answers).standings
