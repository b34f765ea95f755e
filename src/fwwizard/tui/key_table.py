"""The table of commands in the forms that people read outside the wizard: Markdown, text, a keymap."""

from __future__ import annotations

from collections.abc import Iterator

from fwwizard.tui.commands import COMMANDS, GROUPS, Command, key_name


def keys_of(command: Command) -> tuple[str, ...]:
    """The keys of a command as they are shown, the usual one first."""
    return tuple(key_name(key) for key in command.keys.split(","))


def _grouped() -> Iterator[tuple[str, list[Command]]]:
    for group, title in GROUPS.items():
        yield title, [command for command in COMMANDS if command.group == group]


def as_markdown() -> str:
    """One table a group; what stands in the README."""
    parts = []
    for title, commands in _grouped():
        rows = [f"| {_code(command)} | {command.help} | `{command.id}` |" for command in commands]
        parts.append("\n".join([f"**{title}**", "", "| key | what it does | id |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _code(command: Command) -> str:
    # A bar would end the cell, and is no key of ours.
    return " ".join(f"`{key}`" for key in keys_of(command))


def as_text() -> str:
    """Keys and what they do, a line each, under the titles of the groups."""
    width = max(len(" ".join(keys_of(command))) for command in COMMANDS)
    parts = []
    for title, commands in _grouped():
        rows = [f"  {' '.join(keys_of(command)).ljust(width)}  {command.help}" for command in commands]
        parts.append("\n".join([title, *rows]))
    return "\n\n".join(parts) + "\n"


def as_keymap() -> str:
    """The `[keys]` table of a settings file with every command as a comment, to be changed by hand."""
    lines = ["[keys]", "# Take away the # and name other keys, separated by commas."]
    for title, commands in _grouped():
        lines += ["", f"# {title}"]
        lines += [f'# "{command.id}" = "{command.keys}"  # {command.help}' for command in commands]
    return "\n".join(lines) + "\n"
