"""Saves on a disk that is really full, then really read-only: `python -m tests.storage.full_disk DIR`.

Runs in a mount namespace of its own, where DIR is a file system of 64 KiB. Prints the sentence of
each refusal.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from fwwizard.errors import SaveError
from fwwizard.storage.sessions import load, read, save
from tests.storage.strategies import a_session


def main(directory: Path) -> None:
    """Every sentence on a line; what lies on the disk must stay as it is all the while."""
    path = directory / "choice.toml"
    save(a_session("Before"), path)
    filler = directory / "filler"
    _fill(filler)
    _refused(path)
    filler.unlink()
    save(a_session("After"), path, expected=read(path).digest)
    assert load(path) == a_session("After")
    subprocess.run(["mount", "-o", "remount,ro", str(directory)], check=True)
    _refused(path)


def _refused(path: Path) -> None:
    before = path.read_bytes()
    try:
        save(a_session("Refused"), path, expected=read(path).digest)
    except SaveError as error:
        print(error)  # noqa: T201  what the test looks at
    assert path.read_bytes() == before
    assert not [name for name in path.parent.iterdir() if name.suffix == ".tmp"]


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
