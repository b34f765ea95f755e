"""A line to type in."""

from __future__ import annotations

from textual.widgets import Input


class TextLine(Input):
    """A line whose cursor does not blink, and which takes every character, `/` too."""

    def on_mount(self) -> None:
        """Lets the cursor stand still."""
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key types something, so that no command has it meanwhile.

        Textual does not find the character of `slash`, and would show its command as at hand.
        """
        return key == "slash" or super().check_consume_key(key, character)
