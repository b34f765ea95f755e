"""The panes of the steps, imported when a step is first visited."""

from __future__ import annotations

from importlib import import_module

from fwwizard.core.session import STEPS, Step
from fwwizard.tui.panes.pane import Pane


def make_pane(step: Step) -> Pane:
    """A new pane for a step; its id is the step."""
    match step:
        case "project":
            from fwwizard.tui.panes.project import ProjectPane

            return ProjectPane(id=step)
        case "priorities":
            from fwwizard.tui.panes.priorities import PrioritiesPane

            return PrioritiesPane(id=step)
        case "fit":
            from fwwizard.tui.panes.fit import FitPane

            return FitPane(id=step)
        case "checklist":
            from fwwizard.tui.panes.checklist import ChecklistPane

            return ChecklistPane(id=step)
        case "flags":
            from fwwizard.tui.panes.flags import FlagsPane

            return FlagsPane(id=step)
        case "verdict":
            from fwwizard.tui.panes.verdict import VerdictPane

            return VerdictPane(id=step)


def preload() -> None:
    """Imports all panes, so that the first visit of a step does not wait for it; for a thread."""
    for step in STEPS:
        import_module(f"fwwizard.tui.panes.{step}")
