"""The themes and our own tokens: the only place that names a color."""

from __future__ import annotations

from textual.theme import Theme

DEFAULT_THEME = "fwwizard-dark"

DARK = Theme(
    name="fwwizard-dark",
    primary="#6aa5f5",
    secondary="#9a8cf0",
    accent="#5fd0c0",
    foreground="#d7dce5",
    background="#0f1217",
    surface="#141920",
    panel="#1b212b",
    success="#7cc98a",
    warning="#e3b35c",
    error="#f07f7f",
    dark=True,
    variables={
        "block-cursor-background": "#1d3152",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#1f2937",
        "block-cursor-blurred-foreground": "#e6eaf2",
        "border": "#6aa5f5",
        "border-blurred": "#2a323f",
        "footer-key-foreground": "#6aa5f5",
        "footer-description-foreground": "#a7b0bf",
        "text-muted": "#95a0b2",
        "text-disabled": "#5d6778",
        "scrollbar": "#2a323f",
        "scrollbar-hover": "#3a4557",
        "scrollbar-active": "#6aa5f5",
        "scrollbar-background": "#0f1217",
        "scrollbar-background-hover": "#0f1217",
        "scrollbar-background-active": "#0f1217",
        "rule": "#2a323f",
        "score": "#4f80c4",
        "band": "#2b4263",
    },
)

LIGHT = Theme(
    name="fwwizard-light",
    primary="#1f5fbf",
    secondary="#5b48c2",
    accent="#0b7f74",
    foreground="#1d232b",
    background="#fbfbf9",
    surface="#f4f4f1",
    panel="#e9eae6",
    success="#2c7a3d",
    warning="#8f6100",
    error="#b3312f",
    dark=False,
    variables={
        "block-cursor-background": "#cfe0f8",
        "block-cursor-foreground": "#0c1a2e",
        "block-cursor-blurred-background": "#e4e8ee",
        "block-cursor-blurred-foreground": "#1d232b",
        "border": "#1f5fbf",
        "border-blurred": "#cfd2cc",
        "footer-key-foreground": "#1f5fbf",
        "footer-description-foreground": "#4c5561",
        "text-muted": "#57606b",
        "text-disabled": "#8d949d",
        "scrollbar": "#cfd2cc",
        "scrollbar-hover": "#b4b8b0",
        "scrollbar-active": "#1f5fbf",
        "scrollbar-background": "#fbfbf9",
        "scrollbar-background-hover": "#fbfbf9",
        "scrollbar-background-active": "#fbfbf9",
        "rule": "#cfd2cc",
        "score": "#4a7fcc",
        "band": "#b9d0f0",
    },
)

CONTRAST = Theme(
    name="fwwizard-contrast",
    primary="#7ab8ff",
    secondary="#c9b8ff",
    accent="#5ff0dc",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#7dff9a",
    warning="#ffd75f",
    error="#ff8a8a",
    dark=True,
    variables={
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#3a3a3a",
        "block-cursor-blurred-foreground": "#ffffff",
        "border": "#ffffff",
        "border-blurred": "#8a8a8a",
        "text-muted": "#d0d0d0",
        "text-disabled": "#a0a0a0",
        "rule": "#8a8a8a",
        "band": "#3f6ea3",
    },
)

TERMINAL = Theme(
    name="fwwizard-terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-background": "ansi_bright_black",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
        "footer-key-foreground": "ansi_cyan",
        "footer-description-foreground": "ansi_default",
        "input-cursor-background": "ansi_bright_white",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_bright_white",
        "text": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_bright_black",
        "text-error": "ansi_red",
        "text-warning": "ansi_yellow",
        "text-success": "ansi_green",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "rule": "ansi_bright_black",
        "score": "ansi_blue",
        "band": "ansi_cyan",
    },
)
"""The terminal's own palette: every color is the one that the person has chosen for it."""

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)


def tokens(theme: Theme) -> dict[str, str]:
    """Our own tokens for a theme that does not define them; ours and Textual's may.

    rule: separating lines. score: the bar of a score as far as it is certain. band: what unknown
    facts may add. gain, loss: what speaks for and against, what rose and fell.
    """
    ansi = theme.ansi
    return {
        "rule": "ansi_bright_black" if ansi else (theme.panel or theme.secondary or theme.primary),
        "score": theme.primary,
        "band": "ansi_cyan" if ansi else (theme.secondary or theme.primary),
        "gain": theme.success or theme.primary,
        "loss": theme.error or theme.warning or theme.primary,
    }
