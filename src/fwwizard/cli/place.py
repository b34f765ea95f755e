"""Where one command works: which catalog, which overlays, which sessions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fwwizard.cli.kept import offering_kept
from fwwizard.errors import printable

if TYPE_CHECKING:
    from fwwizard.core.evaluation import Evaluation
    from fwwizard.core.model import Catalog
    from fwwizard.core.session import Session
    from fwwizard.errors import InputError


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a screen, instead of the screen."""

    file: Path
    columns: int
    rows: int
    keys: tuple[str, ...]
    """Pressed one after the other before the picture is taken."""


@dataclass(frozen=True, slots=True)
class Place:
    """The global options; asking for a path creates nothing."""

    catalog_directory: Path | None
    overlays: tuple[Path, ...]
    sessions_directory: Path | None
    picture: Picture | None = None

    @classmethod
    def of(
        cls,
        catalog: str | None,
        overlays: tuple[str, ...],
        sessions: str | None,
        picture: Picture | None = None,
    ) -> Place:
        """From the words of the command line."""
        return cls(
            Path(catalog) if catalog else None,
            tuple(Path(overlay) for overlay in overlays),
            Path(sessions) if sessions else None,
            picture,
        )

    @property
    def sessions(self) -> Path:
        """The directory of the sessions."""
        if self.sessions_directory is not None:
            return self.sessions_directory
        from fwwizard.storage.places import places

        return places().sessions

    def catalog(self) -> Catalog:
        """The catalog in force.

        Raises:
            InputError: it cannot be read, with file and key.
        """
        from fwwizard.storage.compiled import load_catalog

        return load_catalog(self.catalog_directory, self.overlays)

    def checked_catalog(self) -> tuple[Catalog | None, tuple[InputError, ...]]:
        """The catalog in force, read anew and not from its compiled form, and everything wrong with it.

        Raises:
            InputError: there is no such directory, or a file of it cannot be read at all.
        """
        from fwwizard.storage.compiled import check_catalog

        return check_catalog(self.catalog_directory, self.overlays)

    def session_file(self, session: str | None) -> Path:
        """The file of a session by name, id, beginning of an id or path; the last one for None.

        Raises:
            InputError: there is none, or several fit.
        """
        from fwwizard.storage.session_store import find, latest

        return latest(self.sessions) if session is None else find(session, self.sessions)

    def evaluation(self, session: str, *, tell: bool = True) -> Evaluation:
        """The evaluation of a session against the catalog in force.

        Args:
            session: as `session_file` takes it.
            tell: say in a line that the session was made with another catalog, if it was.

        Raises:
            InputError: session or catalog cannot be read, or do not fit each other.
        """
        from fwwizard.core.evaluation import evaluate
        from fwwizard.storage.session_checks import check_answers
        from fwwizard.storage.sessions import read

        path = self.session_file(session)
        with offering_kept(path):
            stored = read(path)
        catalog = self.catalog()
        check_answers(stored.session, catalog, stored.document)
        if tell:
            say_of_catalog(catalog, stored.session)
        return evaluate(catalog, stored.session)

    def neutral_evaluation(self) -> Evaluation:
        """The evaluation of a session in which nothing was said, for what the catalog alone tells.

        Raises:
            InputError: the catalog cannot be read.
        """
        from fwwizard.core.evaluation import evaluate
        from fwwizard.core.new_session import neutral_session

        catalog = self.catalog()
        return evaluate(catalog, neutral_session(catalog))


def say_of_catalog(catalog: Catalog, session: Session) -> None:
    """Says in one line that a session was made with another catalog than the one in force, if it was."""
    from fwwizard.core.checks import made_elsewhere

    if not made_elsewhere(catalog, session):
        return
    before, now = session.catalog.version, catalog.model.version
    versions = (
        f"{before or 'another one'}, this is {now}" if before != now else f"{now}, its facts have changed"
    )
    line = f'"{session.name}" was made with catalog {versions}; fwwizard sessions drift says what changed'
    click.echo(printable(line), err=True)
