"""Text from outside stays text, in Markdown and in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.evaluation import Evaluation, evaluate
from fwwizard.errors import printable
from fwwizard.report.documents import Document, document
from fwwizard.report.markdown import escaped
from fwwizard.report.rendering import safe_address
from tests.report.hostile import ATTACKS, hostile_catalog, hostile_session
from tests.report.parsing import Element, rendered, tree

MARKUP = st.text(st.sampled_from("ab1 \\`*_{}[]()#+-.!|~$<>&;:=\"'/\n\t\u202e\x1b"), max_size=40)
ANY = st.text(max_size=40)


def one_line(text: str) -> str:
    return " ".join(printable(text).split())


def hostile() -> Evaluation:
    return evaluate(hostile_catalog(), hostile_session())


@given(MARKUP | ANY)
def test_what_is_escaped_reads_as_it_was_in_a_paragraph_a_list_and_a_table(text: str) -> None:
    shown = escaped(text)
    for page, tag in (
        (f"so: {shown}", "p"),
        (f"- {shown}", "li"),
        (f"| a | b |\n|---|---|\n| {shown} | c |", "td"),
    ):
        found = rendered(page).all(tag)
        links_aside = {e.tag for e in found[0].all()} - {"a", "p"}
        assert not links_aside
        assert found[0].text.removeprefix("so:").strip() == one_line(text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_leaves_its_line_or_becomes_markup(attack: str) -> None:
    shown = escaped(attack)
    assert "\n" not in shown
    tags = {element.tag for element in rendered(f"- {shown}").all()}
    assert tags <= {"ul", "li", "a"}


@given(ANY | st.text(st.characters(), max_size=10))
def test_an_address_holds_nothing_but_what_an_address_may(text: str) -> None:
    shown = safe_address(f"https://x.example/{text}")
    assert shown.isascii()
    assert not set(shown) & set(' <>"`{}|\\^\n\t')


def dangerous(page: Element) -> list[str]:
    """Elements and attributes that do something or load something."""
    found = [e.tag for e in page.all("script", "img", "iframe", "object", "embed", "form", "link", "base")]
    for element in page.all():
        found += [key for key in element.attributes if key.startswith("on") or key in ("src", "srcset")]
        target = element.attributes.get("href", "")
        if target and not target.startswith(("https://", "http://", "#")):
            found.append(target)
    return found


@pytest.mark.parametrize("kind", ["record", "plan"])
def test_a_hostile_session_makes_safe_documents(kind: Document) -> None:
    markdown, page = document(hostile(), kind, "markdown"), document(hostile(), kind, "html")
    assert markdown is not None
    assert page is not None
    for text in (markdown, page):
        assert text.replace("\n", "").isprintable()
    assert not dangerous(rendered(markdown))
    assert not dangerous(tree(page))


def test_a_hostile_session_keeps_the_form_of_the_record() -> None:
    text = document(hostile(), "record", "markdown")
    assert text is not None
    page = rendered(text)
    assert len(page.all("h1")) == 1
    titles = [heading.text for heading in page.all("h2")]
    assert titles[:4] == [
        "Context and problem statement",
        "Decision drivers",
        "Considered options",
        "Decision outcome",
    ]
    for table in page.all("table"):
        columns = len(table.all("th"))
        assert all(len(row.all("td")) == columns for row in table.all("tr")[1:])
