"""The HTML page: self-contained, in order, with words for every picture and colors one can read."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from fwwizard.core.evaluation import evaluate
from fwwizard.report.documents import document
from fwwizard.report.pictures.colors import DARK, GRAPHICS, LIGHT, PAIRS, Palette, contrast
from fwwizard.report.rendering import TEMPLATES
from tests.decisions import decisions
from tests.report.golden import catalog
from tests.report.parsing import Element, tree

KINDS = ("payments", "accounts", "stockroom")


@cache
def source(name: str) -> str:
    text = document(evaluate(catalog(), decisions(catalog())[name]), "record", "html")
    assert text is not None
    return text


def page(name: str) -> Element:
    return tree(source(name))


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_loaded_and_nothing_runs(name: str) -> None:
    found = page(name)
    assert not found.all("script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image")
    styles = found.all("style")[0].text
    assert "url(" not in styles
    assert "@import" not in styles
    for element in found.all():
        assert not {"src", "srcset", "action", "style", "xlink:href"} & set(element.attributes)
        assert not [key for key in element.attributes if key.startswith("on")]
        if "href" in element.attributes:
            assert element.tag == "a"
    policy = next(m for m in found.all("meta") if m.attributes.get("http-equiv"))
    assert policy.attributes["content"].startswith("default-src 'none'")


@pytest.mark.parametrize("name", KINDS)
def test_headings_go_down_one_at_a_time(name: str) -> None:
    levels = [int(h.tag[1]) for h in page(name).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", KINDS)
def test_every_picture_says_what_it_shows(name: str) -> None:
    pictures = page(name).all("svg")
    assert len(pictures) > 10
    for picture in pictures:
        if picture.attributes.get("aria-hidden") != "true":
            assert picture.attributes["role"] == "img"
            assert picture.attributes["aria-label"]
            assert [t.text for t in picture.all("title")] == [
                " ".join(picture.attributes["aria-label"].split())
            ]


@pytest.mark.parametrize("name", KINDS)
def test_links_within_lead_somewhere_and_ids_are_unique(name: str) -> None:
    elements = page(name).all()
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    targets = [e.attributes["href"] for e in elements if e.tag == "a"]
    assert {t[1:] for t in targets if t.startswith("#")} <= set(ids)
    assert all(t.startswith(("#", "https://", "http://")) for t in targets)


@pytest.mark.parametrize("name", KINDS)
def test_language_title_and_phone(name: str) -> None:
    found = page(name)
    assert found.all("html")[0].attributes["lang"] == "en"
    assert found.all("title")[0].text == found.all("h1")[0].text
    assert any(m.attributes.get("name") == "viewport" for m in found.all("meta"))
    styles = found.all("style")[0].text
    assert "prefers-color-scheme:dark" in styles
    assert "@media print" in styles
    for table in found.all("table"):
        assert table.all("th")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_shapes_stand_out_from_what_lies_behind(palette: Palette) -> None:
    for text, behind in PAIRS:
        assert contrast(palette[text], palette[behind]) >= 4.5, (text, behind)
    for shape, behind in GRAPHICS:
        assert contrast(palette[shape], palette[behind]) >= 3, (shape, behind)


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_templates_use_no_color_but_those_of_the_palettes() -> None:
    assert set(LIGHT) == set(DARK)
    for template in Path(TEMPLATES).iterdir():
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)", re.sub(r'href="#[^"]*"', "", text)), template
        for used in re.findall(r"var\(--([a-z0-9-]+)\)", text):
            assert used in LIGHT, (template, used)


def test_the_parts_of_a_bar_are_as_long_as_the_score() -> None:
    from fwwizard.report.pictures.build import pictures
    from fwwizard.report.weighing import weigh

    found = evaluate(catalog(), decisions(catalog())["payments"])
    drawn = pictures(found, weigh(found))
    for stack, standing in zip(drawn.stacks, found.candidates, strict=False):
        end = stack.segments[-1].x + stack.segments[-1].width
        assert end == pytest.approx(standing.score * 100, abs=0.1)
        for before, after in pairwise(stack.segments):
            assert after.x == pytest.approx(before.x + before.width, abs=0.02)
    assert sum(share.width for share in drawn.shares) == pytest.approx(100, abs=5)
    for row in drawn.keeps:
        assert row.low <= row.now <= row.low + row.width
