"""A check names every mistake of every file, and none that follows only from another."""

from __future__ import annotations

from pathlib import Path

from fwwizard.storage.catalog_files import catalog_files, overlay_files
from fwwizard.storage.catalogs import examine_catalog
from tests.storage.catalogs import TREES, catalog_in, trees, written


def mistakes(directory: Path, *overlays: Path) -> list[str]:
    catalog, errors = examine_catalog(catalog_files(directory), [overlay_files(one) for one in overlays])
    assert (catalog is None) or not any("must be" in str(error) for error in errors)
    return [str(error).replace(f"{directory}/", "").replace(f"{directory.parent}/", "") for error in errors]


def changed(directory: Path, file: str, *changes: tuple[str, str]) -> None:
    path = directory / file
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)


def test_a_sound_catalog_has_none() -> None:
    catalog, errors = examine_catalog(catalog_files(TREES))
    assert (catalog, errors) == (catalog_in(TREES), ())


def test_every_mistake_of_every_file_is_named(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    changed(
        directory,
        "frameworks/birch.toml",
        ('id = "birch"', 'id = "brich"\nown = true'),
        ('level = "ecosystem"', 'level = "ecosytem"'),
        ("strengths =", "strenghts ="),
    )
    changed(directory, "frameworks/oak.toml", ('level = "built-in"', 'level = "builtin"'))
    changed(directory, "figures/lab-2026-09.toml", ("value = 24000", 'value = "many"'))
    (directory / "frameworks" / "pine.toml").write_text("id = \n")
    found = mistakes(directory)
    assert len(found) == 7
    assert [one.partition(":")[0] for one in found] == [
        "figures/lab-2026-09.toml",
        *["frameworks/birch.toml"] * 4,
        "frameworks/oak.toml",
        "frameworks/pine.toml",
    ]
    for words in (
        'id: must be "birch"',
        "own: is an unknown key",
        "ecosytem",
        "strenghts",
        "builtin",
        "many",
        "not valid TOML",
    ):
        assert any(words in one for one in found), words


def test_a_file_that_cannot_be_read_makes_no_mistakes_in_others(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    (directory / "frameworks" / "pine.toml").write_text(
        "id = \n"
    )  # another builds on it, and figures name it
    overlay = written(tmp_path / "overlay", frameworks__pine="[facts]\nauthors = 9\n")
    (only,) = mistakes(directory, overlay)
    assert only.startswith("frameworks/pine.toml:1:6: is not valid TOML")


def test_ids_numbers_and_missing_evidence_are_told_together(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    changed(
        directory,
        "model.toml",
        ('default = ["authentication"', 'default = ["autentication"'),
        ("manual = 0.1", "manual = 1.1"),
    )
    changed(directory, "frameworks/birch.toml", ('source = "docs/testing.md"\n', ""))
    found = mistakes(directory)
    assert [one.partition(": ")[2].partition(":")[0] for one in found] == [
        "capability_values.manual",
        "attributes.coverage.value.default[0]",
        "capabilities.testing",
    ]
    assert all(one.split(":")[1].isdigit() for one in found)


def test_broken_rules_hide_what_depends_on_them(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    changed(directory, "model.toml", ('kind = "linear"', 'kind = "linnear"'))
    (only,) = mistakes(directory)
    assert "model.toml" in only
    assert '"linnear"' in only


def test_mistakes_of_an_overlay_are_named_in_its_own_files(tmp_path: Path) -> None:
    overlay = written(
        tmp_path / "overlay",
        frameworks__oak="[facts]\nauthors = 9\n",
        model='[[flags]]\nid = "declining_activity"\nraised = [[{ fact = "authors", below = 3 }]]\n'
        '[[requirements]]\nid = "audit_log"\nname = "Audit log"\n',
    )
    found = mistakes(TREES, overlay)
    places = sorted(one.replace(f"{overlay}/", "").partition(": ")[0] for one in found)
    assert places == [
        "frameworks/oak.toml:2:1",
        "frameworks/oak.toml:2:1",
        "model.toml:3:14",
        "model.toml:4:3",
    ]
    assert any("evidence counts once" in one for one in found)


def test_a_condition_that_no_advice_reads_is_an_orphan(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    written(
        directory,
        advice='[[advice]]\nid = "x"\ntext = "X."\nsource = "us"\n'
        'answers = [[{ conditions = ["cpu_bound"] }]]\n',
    )
    (only,) = mistakes(directory)
    assert only.endswith("conditions.blocking_libraries: is read by no advice")


def test_what_an_overlay_asks_for_need_not_be_stated_by_others(tmp_path: Path) -> None:
    """Nor is a measurement of the team's too late because the catalog was made before."""
    overlay = written(
        tmp_path / "overlay",
        model='[[requirements]]\nid = "audit_log"\nname = "Audit log"\ncapability = "audit_log"\n',
        frameworks__oak='[capabilities.audit_log]\nlevel = "official"\nsource = "wiki"\nas_of = 2027-01-01\n',
    )
    assert mistakes(TREES, overlay) == []
