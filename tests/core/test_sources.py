"""Where sources lead, and which of them a browser may be given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fwwizard.core.catalog import FigureSet
from fwwizard.core.model import Source
from fwwizard.core.sources import is_web, place, web_address
from tests.core.build import additive, framework

OAK = framework("oak", repository="trees/oak", docs_repository="trees/docs")
PLAIN = additive({"oak": (1,)})
CATALOG = replace(
    PLAIN,
    model=replace(
        PLAIN.model, sources=(Source("book", "The book", "https://book.example/1"), Source("us", "We"))
    ),
    figures=(
        FigureSet("lab", "Lab 2026", "https://lab.example/run", "high"),
        FigureSet("field", "Field 2025", "ref:us", "high"),
    ),
)


@pytest.mark.parametrize(
    ("source", "where", "link"),
    [
        ("docs/auth.txt", "https://github.com/trees/oak/blob/HEAD/docs/auth.txt", True),
        ("docs:auth.txt", "https://github.com/trees/docs/blob/HEAD/auth.txt", True),
        ("https://oak.example/a?b=c#d", "https://oak.example/a?b=c#d", True),
        ("pkg:pypi/oak", "pkg:pypi/oak", False),
        ("ref:book", "https://book.example/1", True),
        ("ref:us", "We", False),
        ("", "", False),
    ],
)
def test_a_source_leads_to_an_address_or_says_what_it_is(source: str, where: str, link: bool) -> None:
    assert place(source, OAK, CATALOG) == where
    assert web_address(source, OAK, CATALOG) == (where if link else "")


def test_published_sets_go_by_their_names_and_lead_to_the_first() -> None:
    assert place("lab, field", OAK, CATALOG) == "Lab 2026; Field 2025"
    assert web_address("lab, field", OAK, CATALOG) == "https://lab.example/run"
    assert web_address("field", OAK, CATALOG) == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:///no-host",
        "https://a.example/ b",
        "https://a.example/\x1b[2J",
        "https://a.example/\u202etxt",
        "https://[broken",
        "data:text/html,x",
        "HTTPS",
        "",
    ],
)
def test_a_browser_is_given_nothing_but_web_addresses(hostile: str) -> None:
    assert not is_web(hostile)
