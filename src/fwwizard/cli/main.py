"""`fwwizard`: the table of commands, and errors to exit codes."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from fwwizard import __version__
from fwwizard.cli.place import Picture, Place
from fwwizard.errors import EXIT_BAD_INPUT, EXIT_DEFECT, EXIT_DONE, EXIT_INTERRUPTED, FwwizardError, printable

COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("new", "Begin a session."),
    "resume": ("resume", "Go on with a session, the last one by default."),
    "set": ("set_answers", "Give answers without the wizard."),
    "rank": ("rank", "Print the ranking of a session."),
    "compare": ("compare", "Show what differs between two sessions, and what moved whom."),
    "merge": ("merge", "Show where several people agree and what splits them."),
    "explain": ("explain", "Say why one framework leads, or why A and not B."),
    "report": ("report", "Write the decision record, or the plan of a proof of concept."),
    "sessions": ("sessions", "List, rename, copy or delete sessions."),
    "catalog": ("catalog", "Look into the catalog, check, compare or extend it."),
    "keys": ("keys", "Print the keys of the wizard."),
    "completions": ("completions", "Print the completion script of a shell."),
}
"""Name to module and help: `--help` needs no command's module."""

SCREENS = ("resume", "compare")
"""The commands that open a screen, of which `--screenshot` can take a picture."""

MOST_COLUMNS, MOST_ROWS = 500, 200
"""A screenshot larger than this is a slip."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"fwwizard.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the table without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option("--catalog", metavar="DIR", help="Use the catalog in DIR instead of the shipped one.")
@click.option("--overlay", metavar="DIR", multiple=True, help="Add your own facts from DIR. May be repeated.")
@click.option("--sessions", metavar="DIR", help="Keep sessions in DIR.")
@click.option("--screenshot", metavar="FILE", help="Save the screen that would open as SVG, and end.")
@click.option(
    "--size", metavar="COLUMNSxROWS", default="120x40", help="Of the screenshot.  [default: 120x40]"
)
@click.option("--press", metavar="KEYS", default="", help="Keys to press before it, for example 6,enter.")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(
    ctx: click.Context,
    catalog: str | None,
    overlay: tuple[str, ...],
    sessions: str | None,
    screenshot: str | None,
    size: str,
    press: str,
) -> None:
    """Choose a backend framework, and be able to defend the choice.

    Without a command the wizard opens. Everything it does can be done by commands too.
    """
    picture = None
    if screenshot is not None:
        if ctx.invoked_subcommand not in (None, *SCREENS):
            raise click.UsageError(f'"{ctx.invoked_subcommand}" opens no screen to take a screenshot of')
        picture = Picture(Path(screenshot), *_size(size), tuple(key for key in press.split(",") if key))
    ctx.obj = Place.of(catalog, overlay, sessions, picture)
    if ctx.invoked_subcommand is None:
        from fwwizard.cli.wizard import open_wizard

        ctx.exit(open_wizard(ctx.obj))


def _size(text: str) -> tuple[int, int]:
    """Columns and rows of `120x40`."""
    columns, _, rows = text.partition("x")
    if not (columns.isascii() and columns.isdecimal() and rows.isascii() and rows.isdecimal()):
        raise click.UsageError(f'"{text}" is no size of the form 120x40')
    size = int(columns), int(rows)
    if not (MOST_COLUMNS >= size[0] >= 1 <= size[1] <= MOST_ROWS):
        raise click.UsageError(f'"{text}" is no size up to {MOST_COLUMNS}x{MOST_ROWS}')
    return size


def main() -> None:
    """The console script: runs a command and leaves with its exit code."""
    # A command lives for a moment: looking for garbage costs more than it frees. The wizard lives on.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name that the terminal cannot show is no defect
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs one command line.

    Returns:
        The exit code: 0 done, 1 the answer is "none", 2 bad input or usage, 70 a defect of ours,
        130 interrupted.
    """
    try:
        result = cli.main(arguments, prog_name="fwwizard", standalone_mode=False)
    except click.exceptions.Abort:
        return EXIT_INTERRUPTED
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "fwwizard"
        message = error.format_message().rstrip(".")
        click.echo(printable(f"fwwizard: {message}; see {path} --help"), err=True)
        return error.exit_code
    except FwwizardError as error:
        click.echo(f"fwwizard: {error}", err=True)
        return error.exit_code
    except (BrokenPipeError, SystemExit):  # click ends by itself where the reader of a pipe has gone
        _silence_stdout()
        return EXIT_DONE
    except OSError as error:
        click.echo(printable(f"fwwizard: {error.strerror or error}"), err=True)
        return EXIT_BAD_INPUT
    except Exception as error:  # noqa: BLE001  a defect of ours: three plain lines and a log, no traceback
        from fwwizard.cli.defect import report_defect

        report_defect(error)
        return EXIT_DEFECT
    return result if isinstance(result, int) else 0


def _silence_stdout() -> None:
    """Whoever read our output has gone: nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
