"""Catalogs that sessions were made with stay to be compared with."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from zlib import compress, crc32, decompress

import pytest

from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.remembered import KEPT, remember, remembered
from tests.storage.catalogs import TREES, catalog_in

TREE_CATALOG = catalog_in(TREES)


def kept(home: Path) -> list[Path]:
    return sorted((home / "state" / "catalogs").iterdir())


def test_a_catalog_comes_back_when_the_cache_was_emptied(home: Path) -> None:
    remember(TREE_CATALOG)
    remember(TREE_CATALOG)
    assert remembered(TREE_CATALOG.digest) == TREE_CATALOG
    assert len(kept(home)) == 1
    assert not (home / "cache").exists()


def test_what_only_the_cache_has_serves_too(home: Path) -> None:
    assert remembered(TREE_CATALOG.digest) is None
    load_catalog(TREES)
    assert remembered(TREE_CATALOG.digest) == TREE_CATALOG
    assert not (home / "state").exists()


@pytest.mark.parametrize(
    "digest", ["", "sha256:", "sha256:" + "0" * 64, "sha256:../../../../etc/passwd", "x" * 500]
)
def test_an_unknown_digest_is_not_at_hand(digest: str) -> None:
    assert remembered(digest) is None


def test_the_ones_used_last_are_kept(home: Path) -> None:
    digests = [f"sha256:{number:032x}{'0' * 32}" for number in range(KEPT + 3)]
    for day, digest in enumerate(digests[:KEPT]):
        remember(replace(TREE_CATALOG, frameworks=(), figures=(), digest=digest))
        newest = max(kept(home), key=lambda path: path.stat().st_ctime_ns)
        os.utime(newest, (day, day))
    assert remembered(digests[0]) is not None  # used now
    for digest in digests[KEPT:]:
        remember(replace(TREE_CATALOG, frameworks=(), figures=(), digest=digest))
    assert len(kept(home)) == KEPT
    assert [remembered(digest) is not None for digest in digests[:5]] == [True, False, False, False, True]


def test_one_of_an_earlier_program_is_read_and_a_damaged_one_is_not(home: Path) -> None:
    remember(TREE_CATALOG)
    (file,) = kept(home)
    head, _, tables = decompress(file.read_bytes()).partition(b',"tables":')
    stamp = json.loads(head + b"}")
    shape = json.loads(tables.removesuffix(b"}"))
    for table in shape:
        if table[0] == "Framework":
            at = table[1].index("watchouts")  # a field that came later
            del table[1][at], table[2][at], table[4][at]
    older = json.dumps(shape).encode()
    stamp |= {"program": "0.0.1", "crc": crc32(older)}
    file.write_bytes(compress(json.dumps(stamp).encode()[:-1] + b',"tables":' + older + b"}"))
    found = remembered(TREE_CATALOG.digest)
    assert found is not None
    assert found.frameworks[0].watchouts == ()
    assert [f.facts for f in found.frameworks] == [f.facts for f in TREE_CATALOG.frameworks]
    file.write_bytes(file.read_bytes()[:-9])
    assert remembered(TREE_CATALOG.digest) is None
    file.write_bytes(compress(b"{}"))
    assert remembered(TREE_CATALOG.digest) is None


def test_where_nothing_can_be_kept_nothing_breaks(home: Path) -> None:
    (home / "state").write_text("a file where a directory should be")
    remember(TREE_CATALOG)
    assert remembered(TREE_CATALOG.digest) is None
