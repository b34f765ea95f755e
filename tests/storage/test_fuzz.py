"""Whatever a session file holds: it is read, or refused in one sentence, and it stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.fitting import UnfitError, fitted
from fwwizard.storage.session_checks import check_answers
from fwwizard.storage.session_text import dump, parse_session
from fwwizard.storage.sessions import read
from fwwizard.storage.toml_text import Document, parse_document
from fwwizard.storage.validation import validated
from tests.conftest import Tried
from tests.storage.catalogs import TREES, catalog_in
from tests.storage.mutations import VALID, mutated_bytes, mutated_tables

CHUNKS, CHUNK = 16, 600
STRUCTURED = 1000
LONGEST = 3 * 80
"""Characters of a sentence behind the path: three lines of the narrowest terminal."""


@dataclass
class Bench:
    """Where files are tried, and how they fared."""

    path: Path
    catalog: Catalog
    tried: int = 0
    loaded: int = 0
    placed: int = 0

    def put(self, content: bytes) -> None:
        """Try one."""
        self.tried += 1
        self.path.write_bytes(content)
        try:
            stored = read(self.path)
            self._same_for_the_validator(stored.document)
            text = dump(stored.session)
            assert parse_session(parse_document(text.encode(), self.path)) == stored.session
            check_answers(stored.session, self.catalog, stored.document)
            evaluate(self.catalog, stored.session)
            self.loaded += 1
        except InputError as error:
            self._look_at(error, content)
        assert self.path.read_bytes() == content
        assert list(self.path.parent.iterdir()) == [self.path]

    def _same_for_the_validator(self, document: Document) -> None:
        """What is read without the validator must be what it would have made."""
        try:
            value = fitted(Session, document.raw)
        except UnfitError:
            return
        assert value == validated(document, Session)

    def _look_at(self, error: InputError, content: bytes) -> None:
        told = str(error)
        assert told.startswith(f"{self.path}:")
        assert all(c.isprintable() or c in "\u200c\u200d" for c in told)
        assert len(told) - len(str(self.path)) <= LONGEST, told
        assert error.file == self.path
        if error.line is None:
            # Nothing stands where something is missing; everything else has its place.
            assert "is missing" in told, told
            return
        self.placed += 1
        assert error.column is not None
        lines = content.decode("utf-8-sig", errors="replace").split("\n")
        assert 1 <= error.line <= len(lines)
        assert 1 <= error.column <= len(lines[error.line - 1]) + 1
        assert f":{error.line}:{error.column}: " in told


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return catalog_in(TREES)


@pytest.fixture
def bench(tmp_path: Path, catalog: Catalog) -> Bench:
    return Bench(tmp_path / "choice.toml", catalog)


def test_what_is_mutated_is_a_session(bench: Bench) -> None:
    bench.put(VALID.encode())
    assert bench.loaded == 1


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_mutated_bytes_are_read_or_refused_in_one_sentence(bench: Bench, chunk: int, tried: Tried) -> None:
    random = Random(chunk)
    for _ in range(CHUNK):
        bench.put(mutated_bytes(VALID.encode(), random))
    tried("files with mutated bytes", bench.tried)
    # Or else the mutations were so mild, or so wild, that only one half of the program was tried.
    assert bench.loaded > CHUNK / 20
    assert bench.placed > CHUNK / 4


@pytest.mark.slow
def test_mutated_values_are_read_or_refused_in_one_sentence(bench: Bench, tried: Tried) -> None:
    @settings(max_examples=STRUCTURED, suppress_health_check=list(HealthCheck))
    @given(mutated_tables())
    def put(content: bytes) -> None:
        bench.put(content)

    put()
    tried("files with mutated values", bench.tried)
    assert bench.tried >= STRUCTURED
