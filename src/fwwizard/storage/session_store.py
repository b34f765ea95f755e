"""The sessions of a directory: find, list, make, rename, copy, delete and bring back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from fwwizard.core.session import Session
from fwwizard.errors import InputError, SaveError, SessionNotFoundError
from fwwizard.storage.atomic import (
    flush_directories,
    keep_as,
    kept_path,
    make_directory,
    real_path,
    reason,
    sweep_abandoned,
    write_text,
)
from fwwizard.storage.files import SYSTEM_FILES, Files
from fwwizard.storage.locks import writing
from fwwizard.storage.refusals import did_you_mean
from fwwizard.storage.session_names import file_name_for, is_session_name, new_id
from fwwizard.storage.sessions import ChangedOutsideError, Saved, Stored, kept_version, read, save

_ASIDE = ".deleted"
"""The directory beside a session into which deleted and broken ones go."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A file among the sessions that cannot be read."""

    path: Path
    error: InputError


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that was moved out of the way and can be brought back."""

    path: Path
    """Where it stood."""
    aside: Path
    """Where it stands now."""


def listing(directory: Path) -> tuple[Stored | Broken, ...]:
    """Every session of a directory, the newest first, then the broken ones by name.

    A directory that does not exist has none.

    Raises:
        InputError: the directory cannot be read.
    """
    members = [_member(path) for path in _session_files(directory)]
    stored = [member for member in members if isinstance(member, Stored)]
    stored.sort(key=lambda member: member.session.updated, reverse=True)
    return (*stored, *(member for member in members if isinstance(member, Broken)))


def latest(directory: Path) -> Path:
    """The session that was changed last.

    Raises:
        SessionNotFoundError: there is none that can be read.
    """
    stored = [member for member in listing(directory) if isinstance(member, Stored)]
    if not stored:
        raise SessionNotFoundError("there is no session yet", file=directory, hint="fwwizard new makes one")
    return stored[0].path


def find(text: str, directory: Path) -> Path:
    """The file of the session that a person names.

    Args:
        text: a path, or a session's name, id, file name, or the beginning of its id.
        directory: where sessions are looked for by name.

    Raises:
        SessionNotFoundError: nothing fits, with the nearest name.
        InputError: several sessions fit, or the directory cannot be read.
    """
    as_path = Path(os.path.expanduser(text))  # noqa: PTH111  # Path's own fails for an unknown user
    if os.sep in text and os.path.lexists(as_path):
        return as_path
    members = listing(directory)
    for fits in _ways(text):
        found = [member for member in members if fits(member)]
        if len(found) == 1:
            return found[0].path
        if found:
            raise _ambiguous(text, found)
    if os.sep in text:
        raise SessionNotFoundError("there is no such session", file=as_path)
    if text and os.path.isfile(as_path):  # noqa: PTH113  # Path's own fails for a name too long
        return as_path
    names = [member.session.name for member in members if isinstance(member, Stored)]
    message = f'there is no session "{text}"'
    raise SessionNotFoundError(message, file=directory, hint=did_you_mean(text, names))


def create(session: Session, directory: Path, *, files: Files = SYSTEM_FILES) -> tuple[Path, Saved]:
    """Write a new session into a directory of sessions, which is made if need be.

    Raises:
        SaveError: it could not be written.
    """
    try:
        make_directory(directory, files)
    except OSError as error:
        raise SaveError(f"cannot be made, {reason(error)}", file=directory) from error
    sweep_abandoned(directory, files)
    path = directory / file_name_for(session.name, session.id)
    try:
        return path, save(session, path, files=files)
    except ChangedOutsideError:
        path = directory / file_name_for(session.name, session.id, whole_id=True)
        return path, save(session, path, files=files)


def rename(path: Path, name: str, now: datetime, *, files: Files = SYSTEM_FILES) -> Saved:
    """Give a session another name. Its file keeps its own, so that what leads there still does.

    Raises:
        InputError: the session cannot be read.
        SaveError: it could not be written.
    """
    with writing(path):
        stored = read(path)
        renamed = replace(stored.session, name=name, updated=now)
        return save(renamed, path, expected=stored.digest, files=files)


def copy(path: Path, name: str, now: datetime, directory: Path, *, files: Files = SYSTEM_FILES) -> Path:
    """Make a session of its own with the same answers in a directory, and return its file.

    Raises:
        InputError: the session cannot be read.
        SaveError: the copy could not be written.
    """
    session = replace(read(path).session, id=new_id(), name=name, created=now, updated=now)
    return create(session, directory, files=files)[0]


def delete(path: Path, *, files: Files = SYSTEM_FILES) -> SetAside:
    """Move a session, readable or not, out of the way; `restore` brings it back.

    Raises:
        SessionNotFoundError: there is no such file.
        SaveError: it could not be moved.
    """
    with writing(path):
        moved = SetAside(_existing(path), _aside(path, files))
        _move(moved.path, moved.aside, files)
        return moved


def restore(moved: SetAside, *, files: Files = SYSTEM_FILES) -> None:
    """Bring a session back to where it stood.

    Raises:
        SaveError: another file stands there now, or it could not be moved.
    """
    with writing(moved.path):
        if os.path.lexists(moved.path):
            raise SaveError("not brought back, another session stands there now", file=moved.path)
        _move(moved.aside, moved.path, files)


def recover(path: Path, *, files: Files = SYSTEM_FILES) -> SetAside:
    """Put the version before the last save in the place of a broken session, which is kept aside.

    At every moment one of the two stands there. Symbolic links are followed, as a save does.

    Raises:
        SaveError: there is no such version that can be read, or it could not be written.
    """
    with writing(path):
        kept = kept_version(path)
        if kept is None:
            raise SaveError("there is no earlier version that can be read", file=kept_path(path))
        broken = real_path(path)
        moved = SetAside(broken, _aside(broken, files))
        try:
            keep_as(broken, moved.aside, files)
        except OSError as error:
            raise SaveError(f"cannot be kept aside, {reason(error)}", file=path) from error
        write_text(broken, kept.document.text, files, keep=False)
        return moved


def _session_files(directory: Path) -> list[Path]:
    try:
        return sorted(path for path in directory.iterdir() if is_session_name(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputError(f"cannot be read, {reason(error)}", file=directory) from error


def _member(path: Path) -> Stored | Broken:
    try:
        return read(path)
    except InputError as error:
        return Broken(path, error)


def _existing(path: Path) -> Path:
    if not os.path.lexists(path):
        raise SessionNotFoundError("there is no such session", file=path)
    return path


def _ways(text: str) -> Iterable[Callable[[Stored | Broken], bool]]:
    """What a person may mean by a text, the most exact first."""
    folded = text.casefold()

    def said(member: Stored | Broken) -> tuple[str, str]:
        return (member.session.name, member.session.id) if isinstance(member, Stored) else ("", "")

    return (
        lambda member: bool(text) and text in {said(member)[1], member.path.name, member.path.stem},
        lambda member: bool(text) and text == said(member)[0],
        lambda member: bool(text) and folded == said(member)[0].casefold(),
        lambda member: bool(text) and said(member)[1].startswith(text),
    )


def _ambiguous(text: str, found: Iterable[Stored | Broken]) -> InputError:
    files = ", ".join(member.path.stem for member in found)
    return InputError(f'"{text}" may mean several sessions', hint=f"say which: {files[:200]}")


def _aside(path: Path, files: Files) -> Path:
    """A free name in the directory for what is out of the way, which is made if need be."""
    directory = path.parent / _ASIDE
    try:
        make_directory(directory, files)
    except OSError as error:
        raise SaveError(f"cannot be made, {reason(error)}", file=directory) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    return directory / f"{path.stem}.{stamp}-{os.urandom(2).hex()}.toml"


def _move(source: Path, target: Path, files: Files) -> None:
    try:
        files.rename(source, target)
        flush_directories((target.parent, source.parent), files)
    except OSError as error:
        raise SaveError(f"cannot be moved, {reason(error)}", file=source) from error
