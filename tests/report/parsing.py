"""What a reader of the reports gets: Markdown as it renders, HTML as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

VOID = {"meta", "br", "rect", "line", "link", "img", "input"}


@dataclass(slots=True)
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the text in it, with single spaces."""
        return " ".join(" ".join([*self.texts, *(child.text for child in self.children)]).split())

    def all(self, *tags: str) -> list[Element]:
        """Every element below it of these tags, or every one."""
        found = []
        for child in self.children:
            if not tags or child.tag in tags:
                found.append(child)
            found += child.all(*tags)
        return found


class Tree(HTMLParser):
    """Builds a tree; a tag that is not closed, or closes what is not open, is an error."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(page)
        self.close()
        assert self._open == [self.root], [element.tag for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].texts.append(data)


def tree(page: str) -> Element:
    """A page as a tree."""
    return Tree(page).root


def rendered(markdown: str) -> Element:
    """Markdown as a reader with tables, strikethrough, links by themselves and raw HTML shows it."""
    reader = MarkdownIt("commonmark", {"html": True, "linkify": True})
    return tree(reader.enable(["table", "strikethrough", "linkify"]).render(markdown))


def sections(markdown: str) -> dict[str, str]:
    """The text below each heading."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in markdown.splitlines():
        if line.startswith("#"):
            title = line.lstrip("# ")
        else:
            found.setdefault(title, []).append(line)
    return {title: "\n".join(lines).strip() for title, lines in found.items()}
