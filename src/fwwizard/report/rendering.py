"""Templates to text. Whatever a template prints is escaped, unless the template itself made it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fwwizard.core.certainty import percent
from fwwizard.core.movement import lowered
from fwwizard.core.verdict import listed
from fwwizard.errors import printable
from fwwizard.report.markdown import escaped

TEMPLATES = Path(__file__).parent / "templates"

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~-._"
"""What RFC 3986 allows in an address beside letters and digits."""


def render(template: str, **content: object) -> str:
    """The text of a template, with one line feed at its end and no two empty lines on end.

    Args:
        template: a file name below `templates/`; `.md` or `.html` in it says how to escape.
        content: what the template speaks of.
    """
    kind = markdown if ".md" in template else html
    text = kind().get_template(template).render(**content)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@cache
def markdown() -> Environment:
    """Makes Markdown: text from outside cannot become markup, HTML or a new line."""
    return _environment(lambda text: Markup(escaped(text)), {"link": _markdown_link})  # noqa: S704  escaped


@cache
def html() -> Environment:
    """Makes HTML: text from outside is escaped, and holds no control or direction characters."""
    return _environment(printable, {"address": safe_address})


def _environment(escape: Callable[[str], str], filters: dict[str, Callable[..., object]]) -> Environment:
    def finalize(value: object) -> object:
        return value if isinstance(value, Markup) else escape(str(value))

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "percent": percent,
        "signed": _signed,
        "listed": lambda names: listed(list(names)),
        "lowered": lowered,
        **filters,
    }
    return environment


def safe_address(address: str) -> str:
    """An address with everything percent-encoded that RFC 3986 does not allow to stand in one."""
    return quote(address, safe=_IN_ADDRESSES, errors="replace")


def _markdown_link(address: str) -> Markup:
    return Markup(f"<{safe_address(address)}>")  # noqa: S704  holds neither < nor >


def _signed(value: float) -> Markup:
    """`+3.2`, `-0.4`: nothing to escape."""
    return Markup(f"{value:+.1f}")  # noqa: S704
