"""`plan.toml`: read, checked, replaced by an overlay, compiled, and not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.core.audit import audit
from fwwizard.errors import InputError
from fwwizard.storage.compiled import load_catalog
from tests.storage.catalogs import catalog_in, office, trees, written

PLAN = """\
format = 1

[[days]]
id = "only"
title = "Only"
first = 1
requirements = ["testing"]
"""


def test_the_plan_is_a_part_of_the_catalog(tmp_path: Path) -> None:
    catalog = catalog_in(trees(tmp_path))
    assert catalog.plan is not None
    assert [day.id for day in catalog.plan.days] == ["agree", "build", "decide"]
    assert not [found for found in audit(catalog) if "plan" in found.place]


def test_a_catalog_needs_none(tmp_path: Path) -> None:
    assert catalog_in(office(tmp_path)).plan is None
    assert load_catalog(office(tmp_path)).plan is None


def test_the_compiled_form_holds_it(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    assert load_catalog(directory) == catalog_in(directory)
    assert load_catalog(directory).plan == catalog_in(directory).plan


def test_another_plan_is_another_catalog(tmp_path: Path) -> None:
    directory = trees(tmp_path)
    before = catalog_in(directory).digest
    (directory / "plan.toml").write_text(PLAN)
    assert catalog_in(directory).digest != before


def test_the_plan_of_an_overlay_replaces_the_whole(tmp_path: Path) -> None:
    overlay = written(tmp_path / "mine", plan=PLAN)
    plan = catalog_in(trees(tmp_path), [overlay]).plan
    assert plan is not None
    assert [day.id for day in plan.days] == ["only"]
    assert plan.numbers == ()


CHANGES = [
    ('["testing"]', '["testng"]', 'days.only.requirements[0]: there is no requirement "testng"'),
    ("first = 1", "first = 0", "days.only.first: must be a working day from 1 to 100"),
    ("first = 1", "first = 3\nlast = 2", "days.only.last: must not come before the first day, or after 100"),
    ("format = 1", "format = 2", "format: must be 1, not 2"),
    ("format = 1", "format = 1\nflows = 99", "flows: must be a number of user flows from 0 to 10"),
    ("format = 1", "format = 1\nday = 1", "day"),
    (
        "format = 1",
        'format = 1\n[[numbers]]\nid = "x"\nname = "X"\nattribute = "capacty"\n',
        'numbers.x.attribute: there is no attribute "capacty"',
    ),
    (
        "format = 1",
        'format = 1\n[[hardening]]\nid = "x"\nname = "X"\nrequirements = ["y"]\n',
        'hardening.x.requirements[0]: there is no requirement "y"',
    ),
    (
        "[[days]]",
        '[[days]]\nid = "only"\ntitle = "Twice"\nfirst = 1\n\n[[days]]',
        'days.only.id: "only" stands there more than once',
    ),
]


@pytest.mark.parametrize(("old", "new", "says"), CHANGES)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, old: str, new: str, says: str) -> None:
    directory = trees(tmp_path)
    (directory / "plan.toml").write_text(PLAN.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        catalog_in(directory)
    assert says in str(caught.value)
    assert caught.value.file == directory / "plan.toml"
    assert caught.value.line
