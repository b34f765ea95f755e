"""Loads and saves one session file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from fwwizard.core.session import Session
from fwwizard.errors import InputError, SaveError, SessionNotFoundError
from fwwizard.storage.atomic import kept_path, real_path, reason, sweep, write_text
from fwwizard.storage.files import SYSTEM_FILES, Files
from fwwizard.storage.locks import PATIENCE, writing
from fwwizard.storage.reading import NoFileError, read_bytes
from fwwizard.storage.session_text import dump, parse_session
from fwwizard.storage.toml_lines import has_comment
from fwwizard.storage.toml_text import Document, digest_of, parse_document

UNCONFIRMED = "the disk did not confirm what was saved, which may not outlive a power cut"


class ChangedOutsideError(SaveError):
    """The file is not what it was when it was read: somebody else wrote, made or removed it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A session as it was found in its file."""

    path: Path
    session: Session
    digest: str
    """Of the file's bytes; what `save` expects to find."""
    document: Document

    @property
    def has_comments(self) -> bool:
        """Whether the next save has to keep a commented copy beside the file."""
        return has_comment(self.document.text)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did."""

    digest: str
    """Of the bytes that are in the file now."""
    durable: bool = True
    """False where the disk did not confirm the file's name: it might not outlive a power cut."""
    commented: Path | None = None
    """Where the file with its comments was kept, if it had any."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person should know of it, a clause each."""
        found = []
        if self.commented is not None:
            found.append(f"the file with its comments is now {self.commented.name}")
        if not self.durable:
            found.append(UNCONFIRMED)
        return tuple(found)


def read(path: Path) -> Stored:
    """A session with what is needed to save it again.

    Raises:
        SessionNotFoundError: there is no such file.
        InputError: it cannot be read, or something in it does not fit.
    """
    try:
        content = read_bytes(path)
    except NoFileError:
        raise SessionNotFoundError("there is no such session", file=path) from None
    document = parse_document(content, path)
    return Stored(path, parse_session(document), digest_of(content), document)


def load(path: Path) -> Session:
    """The session in a file; see `read`."""
    return read(path).session


def kept_version(path: Path) -> Stored | None:
    """The version before the last save, if it is there and can be read."""
    try:
        return read(kept_path(path))
    except InputError:
        return None


def save(
    session: Session,
    path: Path,
    *,
    expected: str | None = None,
    patience: float = PATIENCE,
    files: Files = SYSTEM_FILES,
) -> Saved:
    """Write a session to its file, in a directory that exists.

    A file that holds comments, which a rewrite loses, is kept as `NAME.commented.toml` first.

    Args:
        session: what to write.
        path: the file; symbolic links are followed.
        expected: the digest of the file as it was read; None where there must be no file yet.
        patience: seconds to wait for another writer.
        files: the file operations.

    Raises:
        ChangedOutsideError: the file is not the expected one; nothing was written.
        SaveError: it could not be written; the file holds what it held before.
    """
    text = dump(session)
    with writing(path, patience):
        before = _content(path, files)
        _check_unchanged(path, before, expected)
        digest = digest_of(_bytes(text, path))
        if digest == expected:
            return Saved(digest)
        sweep(path, files)
        commented = _keep_comments(path, before, files) if before else None
        return Saved(digest, write_text(path, text, files), commented)


def _content(path: Path, files: Files) -> bytes | None:
    target = real_path(path)
    try:
        return files.read(target) if files.exists(target) else None
    except OSError as error:
        raise SaveError(f"not saved, {reason(error)}", file=path) from error


def _bytes(text: str, path: Path) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise SaveError("not saved, an answer holds half a character", file=path) from None


def _check_unchanged(path: Path, before: bytes | None, expected: str | None) -> None:
    if before is None:
        if expected is not None:
            raise ChangedOutsideError("not saved, the file was removed since it was read", file=path)
    elif expected is None:
        raise ChangedOutsideError("not saved, there is a file of that name already", file=path)
    elif digest_of(before) != expected:
        raise ChangedOutsideError("not saved, somebody else changed the file since it was read", file=path)


def _keep_comments(path: Path, before: bytes, files: Files) -> Path | None:
    text = before.decode("utf-8-sig", errors="replace")
    if not has_comment(text):
        return None
    target = real_path(path)
    names = (f"{target.stem}.commented{number}.toml" for number in chain([""], (f"-{n}" for n in count(2))))
    for kept in map(target.with_name, names):
        there = _content(kept, files)
        sweep(kept, files)
        if there is None:
            write_text(kept, text, files)
        if there in {None, text.encode()}:  # a save that failed has kept it already
            return kept
    raise AssertionError  # the names never end
