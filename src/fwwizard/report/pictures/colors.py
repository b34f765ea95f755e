"""The colors of the HTML report: the only place that names them. A test measures their contrast."""

from __future__ import annotations

from collections.abc import Mapping

Palette = Mapping[str, str]

LIGHT: Palette = {
    "paper": "#ffffff",
    "ink": "#1d232b",
    "muted": "#545d6b",
    "panel": "#f4f5f2",
    "rule": "#c9ced6",
    "link": "#1a56b0",
    "bar": "#1f5fbf",
    "keeps": "#1f5fbf",
    "now": "#8f1d1b",
    "part-ink": "#ffffff",
    "part-0": "#1f5fbf",
    "part-1": "#8a4b00",
    "part-2": "#0b6e64",
    "part-3": "#7a3fb0",
    "part-4": "#a3304f",
    "part-5": "#3f6212",
    "part-6": "#4b5563",
    "part-7": "#9a3412",
    "rank-0": "#ffffff",
    "rank-1": "#e3edfb",
    "rank-2": "#c0d7f6",
    "rank-3": "#8fb8ee",
    "rank-ink": "#10141a",
    "raised": "#fbe3e1",
    "raised-ink": "#8f1d1b",
    "watch": "#fdf0cf",
    "watch-ink": "#6b4700",
    "unknown": "#ebecef",
    "unknown-ink": "#454d59",
}

DARK: Palette = {
    "paper": "#12161c",
    "ink": "#e4e8ee",
    "muted": "#a7b0bf",
    "panel": "#1b212b",
    "rule": "#3a4454",
    "link": "#8ab8ff",
    "bar": "#6aa5f5",
    "keeps": "#6aa5f5",
    "now": "#f5a3a0",
    "part-ink": "#10141a",
    "part-0": "#7fb0ff",
    "part-1": "#f0b060",
    "part-2": "#5fd0c0",
    "part-3": "#c9a0f5",
    "part-4": "#f58fa8",
    "part-5": "#a5d05a",
    "part-6": "#b4bcc8",
    "part-7": "#f59a6a",
    "rank-0": "#12161c",
    "rank-1": "#1a2a42",
    "rank-2": "#213a61",
    "rank-3": "#2b4f85",
    "rank-ink": "#f2f5f9",
    "raised": "#4a1c1b",
    "raised-ink": "#ffc4c1",
    "watch": "#43330c",
    "watch-ink": "#ffdf9c",
    "unknown": "#2a323f",
    "unknown-ink": "#c3cad5",
}

PARTS = 8
"""How many factors have a color of their own; beyond that colors come again."""

TINTS = 4
"""How many steps the tint of a share has."""

PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "paper"),
    ("ink", "panel"),
    ("muted", "paper"),
    ("muted", "panel"),
    ("link", "paper"),
    ("link", "panel"),
    *((f"part-{i}", "part-ink") for i in range(PARTS)),
    *(("rank-ink", f"rank-{i}") for i in range(TINTS)),
    ("raised-ink", "raised"),
    ("watch-ink", "watch"),
    ("unknown-ink", "unknown"),
)
"""Text and what lies behind it: every pair must have a contrast of at least 4.5."""

GRAPHICS: tuple[tuple[str, str], ...] = (
    ("bar", "paper"),
    ("now", "paper"),
    *((f"part-{i}", "paper") for i in range(PARTS)),
)
"""Shapes that mean something and what lies behind them: at least 3."""


def properties(palette: Palette) -> str:
    """The palette as custom properties of CSS."""
    return "".join(f"--{name}:{color};" for name, color in palette.items())


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colors `#rrggbb`, 1..21. Source: WCAG 2.2, relative luminance."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
