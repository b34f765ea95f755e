"""Lines of running text: sections, paragraphs, and entries with a hanging indent."""

from __future__ import annotations

from textual.content import Content

from fwwizard.errors import printable

MUTED = "$text-muted"


def section(title: str, width: int) -> list[Content]:
    """An empty line and a title with a rule."""
    name = Content.styled(printable(title), "bold $primary").truncate(width, ellipsis=True)
    rule = "─" * (width - name.cell_length - 1)
    return [Content(""), Content.assemble(name, " " if rule else "", (rule, "$rule"))]


def paragraph(text: str | Content, width: int, style: str = "") -> list[Content]:
    """A text, wrapped."""
    content = Content.styled(printable(text), style) if isinstance(text, str) else text
    return list(content.wrap(max(8, width)))


def entry(label: str | Content, text: str | Content, width: int, indent: int) -> list[Content]:
    """A text behind a label; further lines stand below the text.

    Args:
        label: what stands at the left, cropped to the indent.
        text: the text.
        width: of the whole line.
        indent: where the text begins.
    """
    head = Content.styled(printable(label), MUTED) if isinstance(label, str) else label
    head = head.truncate(max(0, indent - 1), ellipsis=True)
    lines = []
    for number, part in enumerate(paragraph(text, width - indent)):
        before = head.pad_right(indent - head.cell_length) if number == 0 else Content(" " * indent)
        lines.append(Content.assemble(before, part))
    return lines


def bullets(texts: list[str], width: int, glyph: str = "·", style: str = MUTED) -> list[Content]:
    """Texts, each behind a glyph."""
    return [part for text in texts for part in entry(Content.styled(glyph, style), text, width, 2)]
