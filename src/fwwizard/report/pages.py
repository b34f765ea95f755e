"""HTML pages: one self-contained file, without script and without anything loaded from elsewhere."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from fwwizard.report.pictures.colors import DARK, LIGHT, properties
from fwwizard.report.rendering import render


def page(kind: Literal["record", "plan"], **content: object) -> str:
    """The page of a decision record or of a plan.

    Args:
        kind: which template.
        content: what the template speaks of.
    """
    # Our own colors, not text from outside.
    light, dark = Markup(properties(LIGHT)), Markup(properties(DARK))  # noqa: S704
    return render(f"{kind}.html.jinja", light=light, dark=dark, **content)
