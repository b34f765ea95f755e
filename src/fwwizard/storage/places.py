"""Where things live on this machine. Asking for a place never creates it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "FWWIZARD_HOME"
"""The environment variable that puts every place below one directory."""

_APP = "fwwizard"


@dataclass(frozen=True, slots=True)
class Places:
    """The directories and the file that the program uses, none of which needs to exist."""

    sessions: Path
    """Session files, where the person names no other directory."""
    overlay: Path
    """The user's own facts and requirements, laid over the shipped catalog."""
    config_file: Path
    state: Path
    cache: Path
    """Compiled catalogs; may be emptied at any time."""

    @property
    def locks(self) -> Path:
        """Lock files, which never stand beside what they lock."""
        return self.state / "locks"

    @property
    def logs(self) -> Path:
        """Log files and the tracebacks of defects."""
        return self.state / "logs"


def places() -> Places:
    """The places of this user: below `FWWIZARD_HOME` where it is set, else the platform's own."""
    home = os.environ.get(HOME_VARIABLE)
    return _below(Path(home).absolute()) if home else _of_platform()


def _below(home: Path) -> Places:
    return Places(home / "sessions", home / "overlay", home / "config.toml", home / "state", home / "cache")


def _of_platform() -> Places:
    # Imported here: it costs 13 ms, and with FWWIZARD_HOME nobody needs it.
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APP, appauthor=False)
    return Places(
        sessions=dirs.user_data_path / "sessions",
        overlay=dirs.user_data_path / "overlay",
        config_file=dirs.user_config_path / "config.toml",
        state=dirs.user_state_path,
        cache=dirs.user_cache_path,
    )
