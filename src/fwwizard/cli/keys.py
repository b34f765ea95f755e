"""`fwwizard keys`: the keys of the wizard."""

from __future__ import annotations

import click

from fwwizard.errors import EXIT_DONE


@click.command("keys")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "toml"]),
    default="text",
    help="toml: a settings file in which they can be changed.",
)
def command(form: str) -> int:
    """Print the keys of the wizard and what they do."""
    from fwwizard.tui.key_table import as_keymap, as_markdown, as_text

    forms = {"text": as_text, "markdown": as_markdown, "toml": as_keymap}
    click.echo(forms[form](), nl=False)
    return EXIT_DONE
