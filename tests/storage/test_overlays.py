from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fwwizard.core.catalog import Fact
from fwwizard.core.model import Catalog, Condition
from fwwizard.errors import InputError
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
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
            'OVER/frameworks/oak.toml:1:1: id: must be "oak", as the file is named',
        ),
        (
            {"frameworks__oak": "[fatcs]\nauthors = 1\n"},
            'OVER/frameworks/oak.toml:1:2: fatcs: is an unknown key; did you mean "facts"?',
        ),
        (
            {"frameworks__oak": "\n[facts]\nauthors = { value = 1, low = 'x' }\n"},
            'OVER/frameworks/oak.toml:3:24: facts.authors.low: must be a number, not "x"',
        ),
        (
            {"frameworks__oak": "languages = ['go', 'pyton']\n"},
            'OVER/frameworks/oak.toml:1:20: languages[1]: there is no language "pyton"'
            '; did you mean "python"?',
        ),
        (
            {"model": '[[attributes]]\nid = "x"\nfactor = "futur"\nvalue = { kind = "direct" }\n'},
            'OVER/model.toml:3:1: attributes.x.factor: there is no factor "futur"; did you mean "future"?',
        ),
        (
            {"model": '[[factors]]\nid = "x"\nname = "X"\n[[factors]]\nid = "x"\nname = "X"\n'},
            'OVER/model.toml:5:1: factors.x.id: "x" stands there more than once',
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


def test_what_an_overlay_says_without_a_day_is_undated(tmp_path: Path) -> None:
    """The day of the framework's own file says nothing about what the user adds."""
    before = catalog_in(TREES).framework("oak")
    after = over_trees(tmp_path, frameworks__oak="[facts]\nauthors = 9\n").framework("oak")
    assert before is not None
    assert after is not None
    assert before.as_of is not None
    assert after.day_of(after.fact("authors")) is None
    assert after.day_of(after.fact("carriers")) == before.day_of(before.fact("carriers"))


def test_the_day_of_an_overlays_file_dates_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    text = (
        "as_of = 2026-11-20\n[facts]\nauthors = 9\ncarriers = { value = 2, as_of = 2026-10-01 }\n"
        "[capabilities.websockets]\nlevel = 'official'\n"
    )
    before = catalog_in(TREES).framework("oak")
    after = over_trees(tmp_path, frameworks__oak=text).framework("oak")
    assert before is not None
    assert after is not None
    assert after.as_of == before.as_of
    assert after.day_of(after.fact("authors")) == date(2026, 11, 20)
    assert after.day_of(after.fact("carriers")) == date(2026, 10, 1)
    assert after.day_of(after.capability("websockets")) == date(2026, 11, 20)
    assert after.day_of(after.fact("top_share")) == before.day_of(before.fact("top_share"))
    assert after.own_parts == ()


def test_a_later_overlay_does_not_date_what_an_earlier_one_said(tmp_path: Path) -> None:
    whole = "id = 'yew'\nname = 'Yew'\nas_of = 2026-01-01\n[facts]\nauthors = 1\n"
    first = written(tmp_path / "one", frameworks__yew=whole)
    second = written(tmp_path / "two", frameworks__yew="as_of = 2026-11-20\n[facts]\ncarriers = 1\n")
    yew = catalog_in(TREES, [first, second]).framework("yew")
    assert yew is not None
    assert yew.own
    assert yew.day_of(yew.fact("authors")) == date(2026, 1, 1)
    assert yew.day_of(yew.fact("carriers")) == date(2026, 11, 20)


def test_other_parts_and_sets_of_figures_are_marked_too(tmp_path: Path) -> None:
    figures = (TREES / "figures" / "lab-2026-09.toml").read_text()
    catalog = over_trees(
        tmp_path,
        frameworks__oak="name = 'Old Oak'\nlanguages = ['go']\n",
        **{"figures__lab-2026-09": figures},
    )
    oak = catalog.framework("oak")
    assert oak is not None
    assert (oak.own, oak.own_parts, oak.has_own) == (False, ("name", "languages"), True)
    assert [s.id for s in catalog.figures if s.own] == ["lab-2026-09"]
    assert [f.id for f in catalog.frameworks if f.has_own] == ["oak"]


def test_an_attribute_may_be_changed_by_its_share_alone(tmp_path: Path) -> None:
    after = over_trees(tmp_path, model="[[attributes]]\nid = 'memory'\nshare = 0.9\n").model
    before = next(a for a in catalog_in(TREES).model.attributes if a.id == "memory")
    assert next(a for a in after.attributes if a.id == "memory") == replace(before, share=0.9, own=True)


def test_an_empty_overlay_of_the_users_own_is_none(home: Path) -> None:
    (home / "overlay" / "frameworks").mkdir(parents=True)
    assert load_catalog().digest == load_catalog(shipped_catalog()).digest
