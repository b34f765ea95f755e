from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fwwizard.core.catalog import Capability, Fact
from fwwizard.errors import InputError
from fwwizard.storage.catalog_files import catalog_files, digest_of_files
from tests.storage.catalogs import ADDISON, OFFICE_MODEL, TREES, catalog_in, office, trees, written


def told_of(directory: Path) -> str:
    with pytest.raises(InputError) as caught:
        catalog_in(directory)
    assert str(caught.value).isprintable()
    return str(caught.value).replace(f"{directory}", "DIR")


def test_the_smallest_catalog_is_read(tmp_path: Path) -> None:
    catalog = catalog_in(office(tmp_path))
    assert [factor.name for factor in catalog.model.factors] == ["Closeness to customers"]
    addison = catalog.frameworks[0]
    assert addison.facts == {"closeness": Fact(1.0)}
    assert addison.capabilities == {"open_source": Capability("built-in")}


def test_the_invented_catalog_is_read_in_the_order_of_ids() -> None:
    catalog = catalog_in(TREES)
    ids = [framework.id for framework in catalog.frameworks]
    assert len(ids) == 12
    assert ids == sorted(ids)
    assert [figures.id for figures in catalog.figures] == ["field-2025-04", "handbook-claims", "lab-2026-09"]
    assert catalog.model.as_of == date(2026, 11, 1)
    assert not any(framework.own for framework in catalog.frameworks)


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("1", Fact(1.0)),
        ('"word"', Fact("word")),
        ("true", Fact(True)),
        ('"unknown"', Fact()),
        ("2026-08-05", Fact("2026-08-05")),
        ("{ low = 0, high = 0.5 }", Fact(low=0.0, high=0.5)),
        ('{ value = "unknown", how = "nobody looked" }', Fact(how="nobody looked")),
        (
            '{ value = 1, source = "docs", as_of = 2026-01-02 }',
            Fact(1.0, source="docs", as_of=date(2026, 1, 2)),
        ),
    ],
)
def test_a_fact_may_be_said_in_short(tmp_path: Path, said: str, fact: Fact) -> None:
    directory = written(
        office(tmp_path),
        frameworks__addison=ADDISON.replace("closeness = 1.0", f"closeness = 1.0\nother = {said}"),
    )
    assert catalog_in(directory).frameworks[0].fact("other") == fact


@pytest.mark.parametrize("said", ['"0.7"', "true", "2026-08-05"])
def test_a_fact_that_must_be_a_number_is_no_word(tmp_path: Path, said: str) -> None:
    directory = written(
        office(tmp_path), frameworks__addison=ADDISON.replace("closeness = 1.0", f"closeness = {said}")
    )
    with pytest.raises(InputError, match=r"facts\.closeness: must be a number"):
        catalog_in(directory)


def test_the_digest_follows_names_and_bytes_alone(tmp_path: Path) -> None:
    first, second = office(tmp_path), tmp_path / "copy"
    shutil.copytree(first, second)
    os.utime(second / "model.toml", (0, 0))
    assert catalog_in(first).digest == catalog_in(second).digest
    (second / "frameworks" / ".#addison.toml").write_text("what an editor leaves")
    assert catalog_in(first).digest == catalog_in(second).digest
    (second / "model.toml").write_text(OFFICE_MODEL + "\n")
    assert catalog_in(first).digest != catalog_in(second).digest


def test_the_digest_does_not_take_one_file_for_another(tmp_path: Path) -> None:
    directory = office(tmp_path)
    before = digest_of_files([catalog_files(directory)])
    (directory / "frameworks" / "addison.toml").rename(directory / "frameworks" / "baker.toml")
    assert digest_of_files([catalog_files(directory)]) != before


def emptied(directory: Path) -> None:
    shutil.rmtree(directory)
    directory.mkdir()


def without_frameworks(directory: Path) -> None:
    shutil.rmtree(directory / "frameworks")


def with_a_file_for_frameworks(directory: Path) -> None:
    without_frameworks(directory)
    (directory / "frameworks").touch()


def with_a_pipe(directory: Path) -> None:
    os.mkfifo(directory / "frameworks" / "pipe.toml")


def with_a_directory(directory: Path) -> None:
    (directory / "frameworks" / "odd.toml").mkdir()


def with_other_bytes(directory: Path) -> None:
    (directory / "frameworks" / "addison.toml").write_bytes(b'id = "addison"\nname = "\xff"\n')


def with_broken_toml(directory: Path) -> None:
    written(directory, frameworks__addison='id = "addison"\nname = \n')


def with_another_id(directory: Path) -> None:
    written(directory, frameworks__baker=ADDISON.replace('"addison"', '"bakr"'))


def with_an_id_twice(directory: Path) -> None:
    written(directory, frameworks__baker=ADDISON)


def of_a_newer_format(directory: Path) -> None:
    written(directory, model=OFFICE_MODEL.replace("format = 1", "format = 2"))


def marked_as_own(directory: Path) -> None:
    written(directory, frameworks__addison=ADDISON + "own = true\n")


def with_an_endless_number(directory: Path) -> None:
    written(directory, frameworks__addison=ADDISON.replace("1.0", "inf"))


def with_a_list_for_a_fact(directory: Path) -> None:
    written(directory, frameworks__addison=ADDISON.replace("1.0", "[1]"))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (shutil.rmtree, "DIR: there is no such directory"),
        (emptied, "DIR: this catalog has no model.toml"),
        (without_frameworks, "DIR: this catalog has no frameworks/*.toml"),
        (with_a_file_for_frameworks, "DIR/frameworks: is not a directory"),
        (with_a_pipe, "DIR/frameworks/pipe.toml: is not an ordinary file"),
        (with_a_directory, "DIR/frameworks/odd.toml: is a directory"),
        (with_other_bytes, "DIR/frameworks/addison.toml:2:9: is not UTF-8 text"),
        (with_broken_toml, "DIR/frameworks/addison.toml:2:8: is not valid TOML: invalid value"),
        (with_another_id, 'DIR/frameworks/baker.toml:1:1: id: must be "baker", as the file is named'),
        (
            with_an_id_twice,
            'DIR/frameworks/baker.toml:1:1: id: must be "baker", as the file is named'
            "; addison.toml has that id",
        ),
        (of_a_newer_format, "DIR/model.toml:1:1: format: must be 1, not 2; it was made for a newer fwwizard"),
        (
            marked_as_own,
            "DIR/frameworks/addison.toml:9:1: capabilities.open_source.own: is an unknown key",
        ),
        (with_an_endless_number, "DIR/frameworks/addison.toml:5:1: facts.closeness: must be a finite number"),
        (with_a_list_for_a_fact, "DIR/frameworks/addison.toml:5:1: facts.closeness: must be a table"),
    ],
)
def test_a_bad_catalog_is_refused_in_one_sentence(
    tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    directory = office(tmp_path)
    spoil(directory)
    assert told_of(directory) == sentence


def test_a_file_is_no_catalog(tmp_path: Path) -> None:
    assert told_of(office(tmp_path) / "model.toml") == "DIR: is not a directory"


def test_figures_may_be_missing(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    shutil.rmtree(directory / "figures")
    assert catalog_in(directory).figures == ()
