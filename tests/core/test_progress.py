"""Which steps count as answered."""

from __future__ import annotations

from typing import Any

from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Need
from fwwizard.core.progress import answered
from fwwizard.core.session import Decision, FlagVerdict, Priorities, Project, Step
from tests.core.build import additive, session

CATALOG = additive({"ash": (0.9, 0.2), "birch": (0.6, 0.8)}, ["team", "speed"])
OPEN = Priorities((("team", "speed"),))


def marks(**more: Any) -> set[str]:
    return set(answered(evaluate(CATALOG, session(**({"priorities": OPEN} | more)))))


def test_nothing_is_answered_at_first() -> None:
    assert marks() == set()


def test_each_answer_marks_its_step() -> None:
    assert marks(project=Project(current="ash")) == {"project"}
    assert marks(project=Project(concurrent_users=0)) == {"project"}
    assert marks(project=Project(needs=("api",))) == {"fit"}
    assert marks(priorities=Priorities((("team",), ("speed",)), confirmed=True)) == {"priorities"}
    assert marks(checklist={"docs": "want"}) == {"checklist"}
    assert marks(targets={"speed": 5.0}) == {"checklist"}
    assert marks(flags={"ash": {"security": FlagVerdict("accept")}}) == {"flags"}
    assert marks(decision=Decision(chosen="ash")) == {"verdict"}


def test_what_is_being_built_is_told_with_the_project_and_not_with_the_fit() -> None:
    needs = [Need("api", "An API", group="What you build"), Need("fast", "Fast", group="What you need")]
    catalog = additive({"ash": (0.9, 0.2)}, ["team", "speed"], needs=needs)

    def marked(*ticked: str) -> frozenset[Step]:
        return answered(evaluate(catalog, session(priorities=OPEN, project=Project(needs=ticked))))

    assert marked("api") == {"project"}
    assert marked("fast") == {"fit"}
    assert marked("api", "fast") == {"project", "fit"}
