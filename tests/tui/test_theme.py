"""Colors are named in one place, and every theme has all of our tokens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import fwwizard.tui
from fwwizard.tui.theme import THEMES, tokens
from tests.tui.waiting import screen_text
from tests.tui.wizard_app import opened, ranked

SOURCES = Path(fwwizard.tui.__file__).parent
LITERAL = re.compile(
    r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\brgba?\(|\bhsla?\(|\bansi_\w+"
    r"|\b(?:color|background|tint)\s*:\s*(?!\$|auto\b|transparent\b)\w",
)
OURS = ("rule", "score", "band", "gain", "loss")


def test_only_the_theme_names_a_color() -> None:
    files = [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.tcss")]
    assert len(files) > 50
    named = {
        file.name: [found.group() for found in LITERAL.finditer(_styles(file))]
        for file in files
        if file.name != "theme.py"
    }
    assert {name: found for name, found in named.items() if found} == {}


def _styles(file: Path) -> str:
    return file.read_text() if file.suffix == ".tcss" else "\n".join(_strings(file.read_text()))


def _strings(source: str) -> list[str]:
    """The texts in a module in which styles may stand."""
    return re.findall(r'"""(?:.|\n)*?"""|"[^"\n]*"', source)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_gives_each_token_a_color(theme: Theme) -> None:
    given = tokens(theme) | theme.variables
    assert all(Color.parse(given[token]) for token in OURS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_theme_shows_the_wizard(theme: Theme) -> None:
    async with opened(ranked(), theme=theme.name) as (app, _, _):
        assert app.theme == theme.name
        assert "RANKING" in screen_text(app)


async def test_the_terminal_theme_leaves_colors_to_the_terminal() -> None:
    async with opened(ranked(), theme="fwwizard-terminal") as (app, _, _):
        strips = app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colors = {color for style in styles for color in (style.color, style.bgcolor) if color}
        assert colors
        assert all(color.is_default or color.number is not None for color in colors)
