from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fwwizard.core.model import Catalog
from fwwizard.storage.compiled import (
    COMPILED,
    check_catalog,
    compile_directory,
    compiled_form,
    load_catalog,
)
from fwwizard.storage.decoding import StaleError, decoded
from fwwizard.storage.encoding import encoded
from fwwizard.storage.shipped import shipped_catalog
from tests.storage.catalogs import ADDISON, TREES, catalog_in, office, trees, written

LOADED_WITHOUT = """
import sys
from pathlib import Path
from fwwizard.storage.compiled import load_catalog
catalog = load_catalog(Path(sys.argv[1]))
print(len(catalog.frameworks), [name for name in ("pydantic", "tomllib", "textual") if name in sys.modules])
"""


def cached(home: Path) -> list[Path]:
    return sorted((home / "cache").glob("*"))


@pytest.mark.parametrize("directory", [TREES, shipped_catalog()], ids=["invented", "shipped"])
def test_the_compiled_form_is_the_catalog_itself(directory: Path) -> None:
    catalog = catalog_in(directory)
    again = decoded(json.loads(json.dumps(encoded(catalog))))
    assert again == catalog
    # By repr too: 1, 1.0 and True are equal, a list in the place of a tuple is not.
    assert repr(again) == repr(catalog)


def test_the_same_catalog_gives_the_same_bytes() -> None:
    assert compile_directory(TREES) == compile_directory(TREES)
    assert json.loads(compile_directory(TREES))["digest"] == catalog_in(TREES).digest


def test_a_second_load_takes_the_cache(home: Path) -> None:
    first = load_catalog(TREES)
    assert len(cached(home)) == 1
    told = subprocess.run(
        [sys.executable, "-c", LOADED_WITHOUT, str(TREES)], capture_output=True, text=True, check=True
    )
    assert told.stdout == "12 []\n"
    assert load_catalog(TREES) == first == catalog_in(TREES)


def test_a_changed_file_is_seen_even_when_its_size_is_not(tmp_path: Path) -> None:
    directory = office(tmp_path)
    assert load_catalog(directory).frameworks[0].name == "Addison Square"
    written(directory, frameworks__addison=ADDISON.replace("Square", "Circle"))
    assert load_catalog(directory).frameworks[0].name == "Addison Circle"


def test_an_overlay_is_cached_with_the_catalog(tmp_path: Path, home: Path) -> None:
    overlay = written(tmp_path / "overlay", frameworks__oak="[facts]\nauthors = 9\n")
    first = load_catalog(TREES, [overlay])
    assert load_catalog(TREES, [overlay]) == first == catalog_in(TREES, [overlay])
    assert load_catalog(TREES) != first
    assert len(cached(home)) == 2


DAMAGES = {
    "nothing": b"",
    "half": None,
    "no JSON": b"\x00\xff not json",
    "another JSON": b'{"a": 1}',
    "a list": b"[]",
    "nested": b'{"a":' + b"[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_ignored_and_made_again(home: Path, damage: str) -> None:
    catalog = load_catalog(TREES)
    (file,) = cached(home)
    good = file.read_bytes()
    file.write_bytes(DAMAGES[damage] or good[: len(good) // 2])
    assert load_catalog(TREES) == catalog
    assert file.read_bytes() == good


def test_one_changed_letter_in_the_cache_is_noticed(home: Path) -> None:
    catalog = load_catalog(TREES)
    (file,) = cached(home)
    file.write_bytes(file.read_bytes().replace(b"Alder", b"Older"))
    assert load_catalog(TREES) == catalog


def test_the_form_of_another_catalog_is_not_taken(tmp_path: Path, home: Path) -> None:
    catalog = load_catalog(TREES)
    (file,) = cached(home)
    file.write_text(compile_directory(office(tmp_path)))
    assert load_catalog(TREES) == catalog


def test_the_form_of_another_version_is_not_taken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_catalog(TREES)
    (file,) = cached(home)
    old = file.read_bytes()
    monkeypatch.setattr("fwwizard.storage.compiled.__version__", "999")
    load_catalog(TREES)
    assert file.read_bytes() != old


def test_tables_of_other_fields_are_stale() -> None:
    tables = json.loads(json.dumps(encoded(catalog_in(TREES))))
    for spoil in (0, 1, 2, 4):
        changed = json.loads(json.dumps(tables))
        changed[-1][spoil] = ["other"]
        with pytest.raises(StaleError):
            decoded(changed)
    with pytest.raises(StaleError):
        decoded(tables[:-1])


def test_without_a_cache_directory_the_catalog_loads_all_the_same(home: Path) -> None:
    (home / "cache").write_text("a file where a directory should be")
    assert load_catalog(TREES) == catalog_in(TREES)


def test_a_check_reads_the_files_themselves(tmp_path: Path, home: Path) -> None:
    overlay = written(tmp_path / "overlay", frameworks__oak="[facts]\nauthors = 9\n")
    catalog, mistakes = check_catalog(TREES, [overlay])
    assert catalog == load_catalog(TREES, [overlay])
    assert [str(mistake).removeprefix(str(overlay)) for mistake in mistakes] == [
        "/frameworks/oak.toml:2:1: facts.authors: names no source",
        "/frameworks/oak.toml:2:1: facts.authors: has no day, and its file has no as_of",
    ]
    (home / "cache").rename(home / "elsewhere")
    check_catalog(TREES)
    assert not (home / "cache").exists()


def test_old_forms_do_not_pile_up(tmp_path: Path, home: Path) -> None:
    directory = office(tmp_path)
    for number in range(12):
        written(directory, frameworks__addison=ADDISON.replace("Square", f"Square {number}"))
        load_catalog(directory)
    assert len(cached(home)) == 8


def test_a_form_beside_the_data_is_used_while_it_fits(tmp_path: Path, home: Path) -> None:
    directory = trees(tmp_path)
    (directory / COMPILED).write_text(compile_directory(directory))
    assert load_catalog(directory) == catalog_in(directory)
    assert cached(home) == []
    text = (directory / "model.toml").read_text()
    (directory / "model.toml").write_text(text.replace('title = "Trees"', 'title = "Woods"'))
    assert load_catalog(directory).model.title == "Woods"


def test_what_no_plan_can_hold_is_refused() -> None:
    broken = Catalog(catalog_in(TREES).model, frameworks=({1, 2},))  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError):
        compiled_form(broken)
