from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fwwizard.core.catalog import Fact
from fwwizard.core.model import Catalog, Condition
from fwwizard.errors import InputError
from fwwizard.storage.compiled import load_catalog
from tests.storage.catalogs import TREES, catalog_in, written


def over_trees(tmp_path: Path, **files: str) -> Catalog:
    return catalog_in(TREES, [written(tmp_path / "overlay", **files)])


def told_of(tmp_path: Path, **files: str) -> str:
    with pytest.raises(InputError) as caught:
        over_trees(tmp_path, **files)
    return str(caught.value).replace(str(tmp_path / "overlay"), "OVER")


def test_only_the_part_that_differs_is_changed_and_marked(tmp_path: Path) -> None:
    before = catalog_in(TREES).framework("oak")
    text = "[facts]\nauthors = 9\nsecrets = 1\n[capabilities.websockets]\nlevel = 'official'\n"
    after = over_trees(tmp_path, frameworks__oak=text).framework("oak")
    assert before is not None
    assert after is not None
    assert after.fact("authors") == Fact(9.0, own=True)
    assert after.fact("secrets") == Fact(1.0, own=True)
    assert after.capability("websockets").level == "official"
    assert after.capability("websockets").own
    assert after.fact("carriers") == before.fact("carriers")
    assert (after.name, after.own) == (before.name, False)
    assert len(after.facts) == len(before.facts) + 1


def test_other_parts_are_replaced(tmp_path: Path) -> None:
    after = over_trees(
        tmp_path, frameworks__oak='id = "oak"\nname = "Old Oak"\nlanguages = ["go"]\n'
    ).framework("oak")
    assert after is not None
    assert (after.name, after.languages) == ("Old Oak", ("go",))


def test_a_new_framework_is_the_users_own_in_every_part(tmp_path: Path) -> None:
    text = 'id = "yew"\nname = "Yew"\nlanguages = ["python"]\n[facts]\nauthors = 5\n'
    catalog = over_trees(tmp_path, frameworks__yew=text)
    assert [framework.id for framework in catalog.frameworks][-1] == "yew"
    assert catalog.frameworks[-1].own
    assert catalog.frameworks[-1].fact("authors").own


def test_the_others_stay_as_they_were(tmp_path: Path) -> None:
    before = catalog_in(TREES)
    after = over_trees(tmp_path, frameworks__oak="[facts]\nauthors = 9\n")
    assert [f for f in after.frameworks if f.id != "oak"] == [f for f in before.frameworks if f.id != "oak"]
    assert (after.model, after.figures) == (before.model, before.figures)


def test_entries_of_the_model_are_changed_by_key_or_added(tmp_path: Path) -> None:
    text = """
version = "trees-1 and ours"
[capability_values]
manual = 0.2
[[requirements]]
id = "websockets"
name = "Sockets"
[[flags]]
id = "declining_activity"
raised = [[{ fact = "changes_last_year", below = 52 }]]
[[requirements]]
id = "audit_log"
name = "Audit log"
capability = "audit_log"
"""
    before, after = catalog_in(TREES).model, over_trees(tmp_path, model=text).model
    assert [r.id for r in after.requirements] == [*(r.id for r in before.requirements), "audit_log"]
    changed = next(r for r in after.requirements if r.id == "websockets")
    was = next(r for r in before.requirements if r.id == "websockets")
    assert changed == replace(was, name="Sockets", own=True)
    assert [r.id for r in after.requirements if r.own] == ["websockets", "audit_log"]
    stricter, flag = after.flags[0], before.flags[0]
    assert stricter == replace(flag, raised=((Condition("changes_last_year", below=52),),), own=True)
    assert after.capability_values == {**before.capability_values, "manual": 0.2}
    assert (after.version, after.factors) == ("trees-1 and ours", before.factors)


def test_a_set_of_figures_is_replaced_whole_or_added(tmp_path: Path) -> None:
    text = """
id = "ours"
name = "Our own"
source = "our laboratory"
confidence = "high"
figures = [{ framework = "oak", test = "json", value = 900 }]
[[tests]]
id = "json"
name = "JSON"
measure = "request_capacity"
unit = "req/s"
worst = 100
best = 10000
"""
    catalog = over_trees(tmp_path, figures__ours=text)
    assert [figures.id for figures in catalog.figures][-1] == "ours"


def test_later_overlays_lie_over_earlier_ones(tmp_path: Path) -> None:
    one = written(tmp_path / "one", frameworks__oak="[facts]\nauthors = 9\ncarriers = 9\n")
    two = written(tmp_path / "two", frameworks__oak="[facts]\nauthors = 10\n")
    oak = catalog_in(TREES, [one, two]).framework("oak")
    assert oak is not None
    assert (oak.fact("authors").value, oak.fact("carriers").value) == (10.0, 9.0)
    assert catalog_in(TREES, [one, two]).digest != catalog_in(TREES, [two, one]).digest


def test_an_overlay_changes_the_digest(tmp_path: Path) -> None:
    assert over_trees(tmp_path, frameworks__oak="name = 'Oak'\n").digest != catalog_in(TREES).digest


def test_an_overlay_may_use_what_another_of_its_files_adds(tmp_path: Path) -> None:
    model = '[[languages]]\nid = "haskell"\nname = "Haskell"\n'
    framework = 'id = "yew"\nname = "Yew"\nlanguages = ["haskell"]\n'
    catalog = over_trees(tmp_path, model=model, frameworks__yew=framework)
    assert catalog.frameworks[-1].languages == ("haskell",)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (
            {"frameworks__ook": "[facts]\nauthors = 1\n"},
            'OVER/frameworks/ook.toml: has no name, and the catalog has no "ook" that it could be a part of'
            '; did you mean "oak"?',
        ),
        (
            {"frameworks__oak": 'id = "ook"\n'},
            'OVER/frameworks/oak.toml:1: id: must be "oak", as the file is named',
        ),
        (
            {"frameworks__oak": "[fatcs]\nauthors = 1\n"},
            'OVER/frameworks/oak.toml:1: fatcs: is an unknown key; did you mean "facts"?',
        ),
        (
            {"frameworks__oak": "\n[facts]\nauthors = { value = 1, low = 'x' }\n"},
            'OVER/frameworks/oak.toml:3: facts.authors.low: must be a number, not "x"',
        ),
        (
            {"frameworks__oak": "languages = ['go', 'pyton']\n"},
            'OVER/frameworks/oak.toml:1: languages[1]: there is no language "pyton"; did you mean "python"?',
        ),
        (
            {"model": '[[attributes]]\nid = "x"\nfactor = "futur"\nvalue = { kind = "direct" }\n'},
            'OVER/model.toml:3: attributes.x.factor: there is no factor "futur"; did you mean "future"?',
        ),
        (
            {"model": '[[factors]]\nid = "x"\nname = "X"\n[[factors]]\nid = "x"\nname = "X"\n'},
            'OVER/model.toml:5: factors.x.id: "x" stands there more than once',
        ),
        (
            {},
            "OVER: this overlay has no model.toml, advice.toml, plan.toml, frameworks/*.toml"
            " or figures/*.toml",
        ),
    ],
)
def test_a_bad_overlay_is_named_with_file_line_and_key(
    tmp_path: Path, files: dict[str, str], sentence: str
) -> None:
    assert told_of(tmp_path, **files) == sentence


def test_the_users_own_overlay_lies_over_the_shipped_catalog_alone(home: Path) -> None:
    shipped = load_catalog()
    written(home / "overlay", model='[[languages]]\nid = "haskell"\nname = "Haskell"\n')
    assert load_catalog().model.languages[-1].id == "haskell"
    assert load_catalog().digest != shipped.digest
    assert all(language.id != "haskell" for language in load_catalog(TREES).model.languages)
