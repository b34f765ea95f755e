from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.storage.places import places


def test_one_variable_moves_every_place(home: Path) -> None:
    here = places()
    for place in (
        here.sessions,
        here.overlay,
        here.config_file,
        here.state,
        here.cache,
        here.locks,
        here.logs,
    ):
        assert home in place.parents


def test_asking_creates_nothing(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places()
    assert list(home.iterdir()) == []
    monkeypatch.delenv("FWWIZARD_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    here = places()
    assert tmp_path / "person" in here.sessions.parents
    assert here.sessions.name == "sessions"
    assert not (tmp_path / "person").exists()


def test_a_relative_home_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FWWIZARD_HOME", "here")
    assert places().sessions == tmp_path / "here" / "sessions"


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FWWIZARD_HOME", "")
    assert places().sessions.is_absolute()
    assert "fwwizard" in places().sessions.parts
