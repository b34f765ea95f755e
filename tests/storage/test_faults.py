"""What the operating system refuses for real: each time one sentence, and the file stays as it was.

The same at the edge of the system calls, one call after the other, is in `test_atomic.py`.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fwwizard.core.edits import Edit, logged
from fwwizard.errors import FwwizardError, InputError, SaveError
from fwwizard.storage.session_store import Broken, create, delete, listing
from fwwizard.storage.sessions import ChangedOutsideError, load, read, save
from tests.storage.strategies import a_session

ROOT = Path(__file__).parents[2]
NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "choice.toml"
    save(a_session(), path)
    return path


def refused(path: Path) -> str:
    """The sentence with which a save is refused; the file must stay, and nothing beside it."""
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    stored = read(path)
    with pytest.raises(SaveError) as caught:
        save(a_session("Refused"), path, expected=stored.digest)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names
    return str(caught.value)


def test_a_disk_that_is_full_or_read_only(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    own = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    mount = 'mount -t tmpfs -o size=64k none "$0" && exec "$@"'
    probe = subprocess.run([*own, mount, str(disk), "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("no file system can be mounted here")
    command = [*own, mount, str(disk), sys.executable, "-m", "tests.storage.full_disk", str(disk)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"{disk / 'choice.toml'}: not saved, the disk is full",
        f"{disk / 'choice.toml'}: not saved, the file system is read-only",
    ]


@contextmanager
def limited(what: int, soft: int) -> Iterator[None]:
    before = resource.getrlimit(what)
    resource.setrlimit(what, (soft, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(what, before)


def test_a_file_that_may_not_grow(file: Path) -> None:
    # The system takes the first 100 bytes of the one write, and refuses the rest.
    with limited(resource.RLIMIT_FSIZE, 100):
        assert refused(file) == f"{file}: not saved, the file would be too large"


def test_no_file_may_be_opened_any_more(file: Path) -> None:
    stored = read(file)
    with limited(resource.RLIMIT_NOFILE, 200), ExitStack() as stack:
        with suppress(OSError):
            while True:
                stack.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        with pytest.raises(SaveError, match="too many files are open"):
            save(a_session("Refused"), file, expected=stored.digest)
        with pytest.raises(InputError, match="cannot be read, too many files are open"):
            load(file)
        with pytest.raises(FwwizardError, match="too many files are open"):
            listing(file.parent)
    assert load(file) == a_session()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Rights are asked of the effective user, and root has them all."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory with a session that anybody may read and nobody may write."""
    outer = Path(tempfile.mkdtemp())
    home, place = outer / "home", outer / "sessions"
    home.mkdir()
    home.chmod(0o777)
    monkeypatch.setenv("FWWIZARD_HOME", str(home))
    create(a_session(), place)
    shutil.rmtree(home / "state")
    place.chmod(0o555)
    outer.chmod(0o755)
    yield place
    place.chmod(0o755)
    shutil.rmtree(outer)


def test_a_directory_without_the_right_to_write(shut: Path) -> None:
    (path,) = shut.glob("*.toml")
    with as_nobody():
        assert refused(path) == f"{path}: not saved, there is no permission"
        with pytest.raises(SaveError, match=r"not saved, there is no permission"):
            create(a_session("New", "1234"), shut)
        with pytest.raises(SaveError, match=r"\.deleted: cannot be made, there is no permission"):
            delete(path)
        with pytest.raises(SaveError, match=r"new: cannot be made, there is no permission"):
            create(a_session("New", "1234"), shut / "new")
    assert load(path) == a_session()


def test_a_session_without_the_right_to_read_is_listed_as_such(shut: Path) -> None:
    (path,) = shut.glob("*.toml")
    path.chmod(0o200)
    with as_nobody():
        (member,) = listing(shut)
    assert isinstance(member, Broken)
    assert str(member.error) == f"{path}: cannot be read, there is no permission"


def test_deleting_onto_another_disk_is_refused(file: Path) -> None:
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == file.stat().st_dev:
        pytest.skip("there is no other disk here")
    with tempfile.TemporaryDirectory(dir=other) as aside:
        (file.parent / ".deleted").symlink_to(aside)
        with pytest.raises(SaveError, match="cannot be moved, it would have to move to another disk"):
            delete(file)
        assert not list(Path(aside).iterdir())
    assert load(file) == a_session()


def test_a_clock_that_jumps_disturbs_neither_the_order_of_edits_nor_what_is_noticed(file: Path) -> None:
    start = datetime(2026, 11, 21, 10, tzinfo=UTC)
    for number, hours in enumerate((0, 5, -90_000, 3, 9_000_000, -2_000_000, 1)):
        stored = read(file)
        now = start + timedelta(hours=hours)
        project = replace(stored.session.project, concurrent_users=number)
        edited = logged(Edit(replace(stored.session, project=project), f"edit {number}"), now, "")
        save(edited, file, expected=stored.digest)
        found = load(file)
        assert found == edited
        assert found.updated == now
        assert [change.edit for change in found.changes][-number - 1 :] == [
            f"edit {n}" for n in range(number + 1)
        ]


def test_a_change_from_outside_is_noticed_whatever_the_clock_says(file: Path) -> None:
    stored = read(file)
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Payments", b"Paiments"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    with pytest.raises(ChangedOutsideError):
        save(a_session("Mine"), file, expected=stored.digest)
    assert load(file).name == "Paiments API"


def test_sessions_are_listed_by_what_their_clocks_said(tmp_path: Path) -> None:
    start = datetime(2026, 11, 21, 10, tzinfo=UTC)
    for name, hours in (("future", 9_000_000), ("past", -9_000_000), ("now", 0)):
        create(replace(a_session(name, name), updated=start + timedelta(hours=hours)), tmp_path)
    assert [member.path.stem for member in listing(tmp_path)] == ["future-future", "now-now", "past-past"]
