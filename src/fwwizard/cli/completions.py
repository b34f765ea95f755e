"""`fwwizard completions`: the completion script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from fwwizard.errors import EXIT_DONE


@click.command("completions")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script of SHELL.

    \b
      bash:  eval "$(fwwizard completions bash)"
      zsh:   eval "$(fwwizard completions zsh)"
      fish:  fwwizard completions fish | source
    """
    from fwwizard.cli.main import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completions for {shell}")
    script = kind(cli, {}, "fwwizard", "_FWWIZARD_COMPLETE").source()
    click.echo(script)
    return EXIT_DONE
