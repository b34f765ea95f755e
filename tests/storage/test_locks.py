from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from fwwizard.errors import SaveError
from fwwizard.storage.locks import LockedError, writing
from fwwizard.storage.sessions import load, read, save
from tests.storage.strategies import a_session

HOLDER = """
import sys
from pathlib import Path
from fwwizard.storage.locks import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

RENAMER = """
import sys
from dataclasses import replace
from pathlib import Path
from fwwizard.storage.locks import writing
from fwwizard.storage.sessions import read, save
path = Path(sys.argv[1])
for number in range(20):
    with writing(path, patience=60):
        stored = read(path)
        users = (stored.session.project.concurrent_users or 0) + 1
        project = replace(stored.session.project, concurrent_users=users)
        save(replace(stored.session, project=project), path, expected=stored.digest)
"""


def test_another_process_is_kept_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "choice.toml"
    save(a_session(), path)
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(LockedError, match=rf"another program \(process {process.pid} on"):
            save(a_session("Mine"), path, expected=read(path).digest, patience=0.1)
        assert load(path) == a_session()
        process.communicate()
    save(a_session("Mine"), path, expected=read(path).digest, patience=0.1)


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("filelock.FileLock.acquire", unknown)
    with pytest.raises(SaveError, match="its file system knows no locks"):
        save(a_session(), tmp_path / "choice.toml")


def test_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "choice.toml"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.wait()
        save(a_session(), path, patience=5)


def test_two_processes_lose_no_edit(tmp_path: Path) -> None:
    path = tmp_path / "choice.toml"
    save(a_session(), path)
    processes = [subprocess.Popen([sys.executable, "-c", RENAMER, str(path)]) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert load(path).project.concurrent_users == 40


def test_a_lock_may_be_nested_and_is_one_for_every_way_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "choice.toml"
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    with writing(path, 0), writing(link, 0):
        save(a_session(), path)


def test_another_thread_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "choice.toml"
    caught: list[Exception] = []

    def other() -> None:
        try:
            save(a_session(), path, patience=0.1)
        except LockedError as error:
            caught.append(error)

    with writing(path):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert len(caught) == 1
    assert not path.exists()


def test_without_a_state_directory_nothing_is_written(tmp_path: Path, home: Path) -> None:
    (home / "state").write_text("a file where a directory should be")
    with pytest.raises(SaveError, match="nothing can be locked in the state directory"):
        save(a_session(), tmp_path / "choice.toml")
    assert not (tmp_path / "choice.toml").exists()


def test_where_the_state_directory_is_read_only_locks_stand_among_temporary_files(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mkdir = Path.mkdir

    def refusing(path: Path, *arguments: object, **more: object) -> None:
        if path.is_relative_to(home):
            raise OSError(errno.EROFS, "read-only")
        mkdir(path, *arguments, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Path, "mkdir", refusing)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    session = tmp_path / "session.toml"
    with writing(session):
        (directory,) = tmp_path.glob("fwwizard-*")
        assert directory.stat().st_mode & 0o077 == 0
        assert len(list(directory.glob("*.lock"))) == 1
    assert list(home.iterdir()) == []
    directory.rename(tmp_path / "mine")
    (tmp_path / directory.name).symlink_to(tmp_path / "mine")  # somebody's trap
    with pytest.raises(SaveError, match="nothing can be locked in the state directory"), writing(session):
        pass
