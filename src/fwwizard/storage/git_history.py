"""Reads the history of a local clone with git: no network, and nothing that the clone says is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fwwizard.core.activity import Commit, DocsCommit, Tag, is_bot
from fwwizard.errors import InputError

_FIELD, _RECORD = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone whose history is whole."""

    directory: Path
    commit: str
    """The newest commit of the branch that is checked out, in full."""
    on: date
    """Its day in UTC."""


def open_clone(directory: Path) -> Clone:
    """Look at a clone.

    Raises:
        InputError: git is missing, the directory is no clone, has no commit, or lacks older history.
    """
    if not directory.is_dir():
        raise InputError("there is no such directory", file=directory, hint="name a local git clone")
    if _run(directory, ["rev-parse", "--git-dir"]) is None:
        raise InputError("is no git clone", file=directory, hint=_CLONE_IT)
    found = _run(directory, ["log", "-1", "--format=%H %ct", "HEAD"])
    if not found:
        raise InputError("has no commit yet", file=directory)
    if (_run(directory, ["rev-parse", "--is-shallow-repository"]) or "").strip() != "false":
        hint = "run git fetch --unshallow in it"
        raise InputError("is a shallow clone, which lacks older history", file=directory, hint=hint)
    commit, _, seconds = found.partition(" ")
    return Clone(directory, commit, _day(seconds))


def commits_of(clone: Clone, bots: Collection[str] = ()) -> list[Commit]:
    """All commits of the branch that is checked out, the newest first.

    Args:
        clone: the clone.
        bots: names and e-mails of accounts that are no person's, beside those that are known.

    Raises:
        InputError: git cannot read them.
    """
    form = _FIELD.join(("%H", "%ct", "%aN", "%aE", "%P")) + _RECORD
    found = []
    for record in _records(_read(clone, ["log", *_PLAIN, "--topo-order", f"--format={form}", clone.commit])):
        commit, seconds, name, mail, parents = record.split(_FIELD)
        by_bot = is_bot(name, mail, bots)
        found.append(Commit(commit, _day(seconds), name, mail.casefold(), tuple(parents.split()), by_bot))
    return found


def docs_commits_of(clone: Clone, paths: Sequence[str], bots: Collection[str] = ()) -> list[DocsCommit]:
    """The commits without merges that touch some paths, with what they touch.

    Args:
        clone: the clone.
        paths: as git takes them, below the clone.
        bots: as above.

    Raises:
        InputError: git cannot read them.
    """
    form = _RECORD + _FIELD.join(("%ct", "%aN", "%aE")) + _FIELD
    arguments = ["log", *_PLAIN, "--no-merges", "--full-history", "--name-only", "-z", f"--format={form}"]
    found = []
    for record in _records(_read(clone, [*arguments, clone.commit, "--", *paths])):
        seconds, name, mail, touched = record.split(_FIELD)
        names = tuple(path.strip("\n") for path in touched.split("\0") if path.strip("\n"))
        found.append(DocsCommit(_day(seconds), names, is_bot(name, mail, bots)))
    return found


def tags_of(clone: Clone) -> list[Tag]:
    """All tags with the day on which each was made, or its commit where it is a bare name.

    Raises:
        InputError: git cannot read them.
    """
    form = "%(refname:strip=2)%1f%(creatordate:unix)"
    found = []
    for line in _read(clone, ["for-each-ref", f"--format={form}", "refs/tags"]).splitlines():
        name, _, seconds = line.partition(_FIELD)
        if seconds:
            found.append(Tag(name, _day(seconds)))
    return found


_CLONE_IT = "git clone the project, and name that directory"
_PLAIN = ("--no-show-signature", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")


def _records(text: str) -> list[str]:
    return [record.strip("\n\0") for record in text.split(_RECORD) if record.strip("\n\0")]


def _read(clone: Clone, arguments: list[str]) -> str:
    text = _run(clone.directory, arguments)
    if text is None:
        raise InputError("git cannot read its history", file=clone.directory, hint="run git fsck in it")
    return text


def _run(directory: Path, arguments: list[str]) -> str | None:
    """What git prints, or None where it refuses."""
    whole = directory.absolute()
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "GIT_CEILING_DIRECTORIES": str(whole.parent),  # the directory itself, and no clone around it
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-C", str(whole), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  git by its name, arguments as a list
            command, capture_output=True, env=environment, stdin=subprocess.DEVNULL, check=False
        )
    except FileNotFoundError:
        hint = "install it, or put it on the PATH"
        raise InputError("git is needed to count a clone's history, and is not there", hint=hint) from None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _day(seconds: str) -> date:
    return datetime.fromtimestamp(int(seconds), UTC).date()
