"""The golden files: records, pages and plans of the three decisions over the shipped catalog.

make golden                          # writes them anew, when a fact or a word has changed
python -m tests.report.golden        # the same, in an environment that is there already

Read the difference before it is committed: it is what a reader of a decision record will see.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog
from fwwizard.report.documents import Document, Form, document
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog
from tests.decisions import decisions

GOLDEN = Path(__file__).parent / "golden"
DIGEST = "sha256:" + "0" * 64
"""Stands in for the catalog's own, which changes with every comment in it."""

FORMS: tuple[tuple[Document, Form, str], ...] = (
    ("record", "markdown", "record.md"),
    ("record", "html", "record.html"),
    ("plan", "markdown", "plan.md"),
)


@cache
def catalog() -> Catalog:
    """The shipped catalog, under a digest that stays."""
    return replace(load_catalog(shipped_catalog()), digest=DIGEST)


def documents() -> Iterator[tuple[Path, str]]:
    """Every golden file with the text that it should hold today."""
    for name, session in decisions(catalog()).items():
        for kind, form, ending in FORMS:
            text = document(evaluate(catalog(), session), kind, form)
            assert text is not None
            yield GOLDEN / f"{name}-{ending}", text


def main() -> None:
    """Writes all of them."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for path, text in documents():
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(GOLDEN.parents[2])}\n")


if __name__ == "__main__":
    main()
