"""The screens by name, each with the sessions and keys that lead there: for snapshots and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.new_session import new_session
from fwwizard.core.session import Change, FlagVerdict, Priorities, Project, Session, Step
from fwwizard.tui.app import WizardApp
from fwwizard.tui.panes.verdict import VerdictPane
from fwwizard.tui.screens.computed import ComputedScreen
from fwwizard.tui.screens.home import HomeScreen
from fwwizard.tui.screens.wizard import WizardScreen
from fwwizard.tui.store import Context
from fwwizard.tui.widgets.ranking_line import share_columns
from fwwizard.tui.widgets.row_list import GUTTER, RowList
from tests.decisions import decisions as decisions  # noqa: PLC0414  named among the scenes too
from tests.tui.memory_store import MemoryStore
from tests.tui.waiting import painted, settled
from tests.tui.wizard_app import ready as wizard_ready

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen, and how one gets there."""

    name: str
    step: Step | None
    """The step that the session resumes at; None: the list of sessions."""
    keys: tuple[str, ...] = ()
    sessions: bool = True
    """Whether there are sessions at all."""
    team: bool = False
    """Whether the sessions are those of a team, shown together in the end."""


SCENES = (
    Scene("first-run", None, sessions=False),
    Scene("home", None, keys=("down",)),
    Scene("project", "project", keys=("down",) * 7),
    Scene("priorities", "priorities", keys=("down", "J")),
    Scene("fit", "fit"),
    Scene("checklist", "checklist", keys=("down", "down")),
    Scene("flags", "flags", keys=("down", "right")),
    Scene("verdict", "verdict"),
    Scene("card", "verdict", keys=("enter",)),
    Scene("help", "priorities", keys=("question_mark",)),
    Scene("jump", "checklist", keys=("apostrophe",)),
    Scene("points", "priorities", keys=("s", "j", "J")),
    Scene("table", "verdict", keys=("T", "f", "l", "s", "l", "l", "j", "space")),
    Scene("columns", "verdict", keys=("T", "c", "j")),
    Scene("card-source", "verdict", keys=("enter", "l", "j")),
    Scene("compare", None, keys=("m", "m", "v", "G", "enter"), team=True),
    Scene("group", None, keys=("m", "m", "m", "t", *("down",) * 3), team=True),
)


def payments(catalog: Catalog, step: Step) -> Session:
    """A Python team that builds a JSON API; answers that a catalog lacks are left out."""
    at = NOON - timedelta(hours=2)
    start = new_session(catalog, "3f0c0000-0000-4000-8000-000000000000", "Payments API", at)
    factors = [factor.id for factor in catalog.model.factors]
    order = ("team", "time_to_market", "performance", "scalability", "fit", "future")
    needs = {need.id for need in catalog.model.needs}
    requirements = {requirement.id for requirement in catalog.model.requirements}
    frameworks = [framework.id for framework in catalog.frameworks]
    known = next((f for f in ("flask", "birch") if f in frameworks), frameworks[0])
    wishes = {"authentication": "must", "api_docs": "must", "websockets": "want", "testing": "want"}
    return replace(
        start,
        step=step,
        updated=NOON - timedelta(minutes=3),
        priorities=Priorities(
            tuple((factor,) for factor in order if factor in factors),
            confirmed=True,
            ignored=tuple(factor for factor in factors if factor not in order),
        ),
        project=Project(
            current=known,
            languages={"python": "expert", "go": "learning"},
            experience={known: "production"},
            needs=tuple(need for need in ("json_api", "strong_async") if need in needs),
            concurrent_users=400,
        ),
        checklist={key: wish for key, wish in wishes.items() if key in requirements},  # type: ignore[misc]  # words of wishes
        flags={known: {catalog.model.flags[0].id: FlagVerdict("accept", reason="we pin versions")}},
    )


def others(catalog: Catalog) -> list[Session]:
    """Two more sessions for the list."""
    start = new_session(catalog, "a1", "Internal tool for the back office", NOON - timedelta(days=12))
    leader = evaluate(catalog, start).leader
    change = Change(NOON - timedelta(days=1), "ticked something", leader.framework if leader else "")
    return [
        replace(start, step="fit", updated=NOON - timedelta(days=1), changes=(change,)),
        new_session(catalog, "b2", "Kurznachrichten 日本語 [bold]x[/bold]", NOON - timedelta(days=40)),
    ]


def team(catalog: Catalog) -> list[Session]:
    """Three people about one decision; what they answer differently moves leaders in any catalog."""
    first = payments(catalog, "verdict")
    ann = replace(
        first, id="a3", name="Payments, Ann", project=replace(first.project, experience={}, current="")
    )
    factors = tuple((factor.id,) for factor in catalog.model.factors)
    wishes = ("websockets", "testing", "validation")
    requirements = {requirement.id for requirement in catalog.model.requirements}
    bob = replace(
        ann,
        id="b3",
        name="Payments, Bob",
        updated=NOON - timedelta(hours=1),
        priorities=Priorities(factors, confirmed=True),
        checklist={w: "must" if w == "websockets" else "want" for w in wishes if w in requirements},
        project=replace(ann.project, languages={"go": "expert", "kotlin": "working"}, needs=()),
        flags={},
    )
    cem = replace(
        ann,
        id="c3",
        name="Payments, Cem",
        updated=NOON - timedelta(hours=2),
        priorities=Priorities(factors[::-1], confirmed=True),
        project=replace(ann.project, needs=ann.project.needs[:1]),
    )
    return [ann, bob, cem]


def app_of(scene: Scene, catalog: Catalog, theme: str = "") -> WizardApp:
    """The program at the beginning of a scene, with sessions in memory and a clock that stands still."""
    session = payments(catalog, scene.step or "verdict")
    listed = team(catalog) if scene.team else [session, *others(catalog)]
    store = MemoryStore(*(listed if scene.sessions else []))
    first = Path(f"/{session.id}.toml") if scene.step is not None else None
    context = Context(
        store, lambda: catalog, lambda: NOON, lambda: "new", first=first, theme=theme, prepare_after=None
    )
    app = WizardApp(context)
    app.animation_level = "none"
    return app


def ready(app: WizardApp) -> bool:
    """Whether the list with its leaders, the wizard with its ranking, or a team is on the screen."""
    if isinstance(app.screen, ComputedScreen):
        return app.screen.content is not None and bool(app.screen.query_one(RowList).rows)
    for screen in app.screen_stack:
        if isinstance(screen, WizardScreen):
            saved = screen.autosave is not None and screen.autosave.state.kind == "saved"
            weighed = all(pane.certainty is not None for pane in screen.query(VerdictPane) if pane.display)
            return wizard_ready(app) and saved and weighed and shares_shown(screen)
    screen = app.screen
    return isinstance(screen, HomeScreen) and screen.listed is not None and _leaders_known(screen)


def shares_shown(screen: WizardScreen) -> bool:
    """Whether the ranking shows the first-rank shares, if it has room for them and they mean something."""
    ranking, evaluation = screen.panel.ranking, screen.evaluation
    width = ranking.scrollable_content_region.width - GUTTER
    if evaluation is None or not evaluation.tells_winner or not share_columns(width):
        return True
    return any(place.share is not None for place in ranking.places.values())


def _leaders_known(screen: HomeScreen) -> bool:
    return not screen.listed or bool(screen.leaders)


async def play(scene: Scene, pilot: Pilot[int]) -> None:
    """Leads from the beginning of a scene to its picture."""
    app = pilot.app
    assert isinstance(app, WizardApp)
    await settled(pilot, lambda: ready(app), "the first screen with its ranking")
    for key in scene.keys:
        await pilot.press(key)
        if scene.team and key in {"v", "t"}:
            await settled(pilot, lambda: isinstance(app.screen, ComputedScreen) and ready(app), key)
    await settled(pilot, lambda: ready(app), "the picture")
    await painted(pilot)
