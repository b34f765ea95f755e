"""A screen that knows how much room it has, and says so where it is too little."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen
from textual.widgets import Static

LEAST_WIDTH, LEAST_HEIGHT = 60, 18

Result = TypeVar("Result")


class SizedScreen(Screen[Result]):
    """Carries the classes of its size: `-tiny` to `-vast` by columns, `-flat` to `-tall` by lines."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (Textual declares it for the instance)
        (0, "-tiny"),
        (LEAST_WIDTH, "-narrow"),
        (100, "-medium"),
        (120, "-broad"),
        (140, "-wide"),
        (180, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  (as above)
        (0, "-flat"),
        (LEAST_HEIGHT, "-short"),
        (30, "-tall"),
    ]


class TooSmall(Static):
    """Covers a screen that is too small for what is on it."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: cover;
        width: 100%;
        height: 100%;
        background: $background;
        padding: 1 2;
    }
    .-tiny > TooSmall, .-flat > TooSmall {
        display: block;
    }
    """

    def __init__(self) -> None:
        super().__init__(
            f"The wizard needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines.\n"
            "Make the window larger, or go on without it:\n\n"
            "  fwwizard set SESSION KEY=VALUE\n"
            "  fwwizard rank SESSION",
            markup=False,
        )
