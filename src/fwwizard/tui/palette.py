"""What the command palette finds: commands that are possible now, frameworks, steps, sessions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from fwwizard.errors import FwwizardError, printable
from fwwizard.tui.commands import COMMANDS, FIRST_KEYS
from fwwizard.tui.screens.wizard import WizardScreen
from fwwizard.tui.store import Listed
from fwwizard.tui.together import TogetherApp

Entry = tuple[str, str, Callable[[], object], str]
"""Text, help, what it does, and another word by which it is found."""

NOT_OFFERED = {"app.palette", "app.help", "choice.take"}
MOVES = "list"
"""The group of commands that only move the cursor."""


class WizardProvider(Provider):
    """Commands with their keys, then frameworks, then sessions."""

    async def startup(self) -> None:
        """Looks which sessions there are; without a list the palette has none."""
        app = self.app
        self._listed: list[Listed] = []
        if isinstance(app, TogetherApp):
            with suppress(FwwizardError):
                self._listed = await asyncio.to_thread(app.context.store.listed)

    async def search(self, query: str) -> Hits:
        """Everything that fits."""
        matcher = self.matcher(query)
        for text, help_text, do, word in (*self._commands(), *self._frameworks(), *self._sessions()):
            score = max(matcher.match(text), matcher.match(word))
            if score > 0:
                yield Hit(score, matcher.highlight(text), do, text=text, help=help_text)

    async def discover(self) -> Hits:
        """The commands, before anything is typed."""
        for text, help_text, do, _ in self._commands():
            yield DiscoveryHit(Content(text), do, text=text, help=help_text)

    def _commands(self) -> Iterator[Entry]:
        table = {c.id: c for c in COMMANDS if c.group != MOVES and c.id not in NOT_OFFERED}
        found: dict[str, Entry] = {}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            command = table.get(binding.id or "")
            if command is None or not enabled:
                continue
            if command.id not in found or (command.id, binding.key) in FIRST_KEYS:
                key = self.app.get_key_display(binding)
                run = partial(self.app.run_action, binding.action, node)
                found[command.id] = f"{command.help}  ({key})", "", run, command.label
        yield from found.values()

    def _sessions(self) -> Iterator[Entry]:
        app = self.app
        if isinstance(app, TogetherApp):
            for entry in self._listed:
                if entry.session is not None:
                    do = partial(app.open_session, entry.path, entry.name)
                    yield f"Open {printable(entry.name)}", "Saves this session and opens that one", do, ""

    def _frameworks(self) -> Iterator[Entry]:
        screen = self.screen
        if isinstance(screen, WizardScreen) and screen.evaluation is not None:
            for standing in screen.evaluation.standings:
                text = f"Show {printable(standing.name)}"
                yield text, "Everything about it", partial(screen.open_card, standing.framework), ""
