"""What an overlay says is marked in the wizard: panel, strip, card, checklist, flags."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.catalog import Fact
from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.movement import Movement
from fwwizard.tui.panes.checklist import ChecklistPane
from fwwizard.tui.panes.flags_detail import sign_explained
from fwwizard.tui.screens.card_pages import fact_page, figure_page, flag_page, score_page
from fwwizard.tui.widgets.ranking_strip import strip
from tests.catalogs import invented
from tests.core.build import session
from tests.tui.pane_app import PaneApp
from tests.tui.waiting import settled

RANKED = [["team"], ["time_to_market"], ["performance"], ["future"]]


def overlaid() -> Catalog:
    """Birch has a fact of ours, the first flag our thresholds, websockets are our requirement."""
    catalog = invented()
    ours = Fact(1, source="our wiki", own=True)
    frameworks = tuple(
        replace(f, facts={**f.facts, "learning_curve": ours}) if f.id == "birch" else f
        for f in catalog.frameworks
    )
    model = replace(
        catalog.model,
        flags=tuple(replace(f, own=n == 0) for n, f in enumerate(catalog.model.flags)),
        requirements=tuple(replace(r, own=r.id == "websockets") for r in catalog.model.requirements),
    )
    figures = tuple(replace(s, own=True) for s in catalog.figures)
    return replace(catalog, frameworks=frameworks, model=model, figures=figures)


def evaluation() -> Evaluation:
    return evaluate(overlaid(), session(RANKED))


def page_text(page: str) -> str:
    found = evaluation()
    birch = found.catalog.framework("birch")
    assert birch is not None
    pages = {"score": score_page, "facts": fact_page, "figures": figure_page, "flags": flag_page}
    passages = pages[page](found, birch, 100)
    return " ".join(" ".join(line.plain for passage in passages for line in passage.lines).split())


def test_the_card_marks_facts_figures_and_thresholds() -> None:
    assert "our wiki, yours" in page_text("score")
    assert "our wiki, yours" in page_text("facts")
    assert ", yours" in page_text("figures")
    assert "(your thresholds)" in page_text("flags")


def test_the_strip_marks_who_has_facts_of_ours() -> None:
    text = strip(evaluation(), Movement(), 200, 2).plain
    assert "Birch ◈" in text
    assert text.count("◈") == 1


def test_a_sign_says_that_its_thresholds_are_ours() -> None:
    found = evaluation()
    first, second, *_ = found.catalog.model.flags
    assert "your thresholds" in sign_explained(found, "birch", first).title.plain
    assert "your thresholds" not in sign_explained(found, "birch", second).title.plain


async def test_the_checklist_marks_our_requirement() -> None:
    app = PaneApp(overlaid(), session(RANKED), ChecklistPane())
    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot, lambda: "WebSockets ◈" in app.words)
        assert app.words.count("◈") == 1
