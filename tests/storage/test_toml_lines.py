from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.storage.toml_lines import (
    KeyPath,
    deep_place,
    has_comment,
    long_number_place,
    position_of,
    positions_of,
)
from tests.storage.catalogs import TREES

DOCUMENT = '''\
top = 1 # 1
"quoted key" . sub = 2

[table.inner]   # 4
text = """
[not a table]
not = 1
"""
after = 'x' # 9
array = [
  1,
  # a remark
  { key = [ "a", "b" ] }, # 13
]

[[list]]
id = "first"
[list.below]
x = 1
[[list]]
id = "second"
[list.below]
"y" = 2024-01-01T10:00:00Z
z = "]{}#=\\"" # 24
raw = \'\'\'it's\'\'\'
last = { a.b = 1, c = \'[\' }
'''
PLACES: dict[KeyPath, tuple[int, int]] = {
    ("top",): (1, 1),
    ("quoted key", "sub"): (2, 16),
    ("table",): (4, 2),
    ("table", "inner", "text"): (5, 1),
    ("table", "inner", "after"): (9, 1),
    ("table", "inner", "array", 0): (11, 3),
    ("table", "inner", "array", 1, "key", 1): (13, 18),
    ("list", 0): (16, 3),
    ("list", 0, "id"): (17, 1),
    ("list", 0, "below", "x"): (19, 1),
    ("list", 1, "below"): (22, 7),
    ("list", 1, "below", "y"): (23, 1),
    ("list", 1, "below", "z"): (24, 1),
    ("list", 1, "below", "raw"): (25, 1),
    ("list", 1, "below", "last", "a", "b"): (26, 12),
}


@pytest.mark.parametrize("path", PLACES)
def test_a_key_is_found_where_it_stands(path: KeyPath) -> None:
    assert positions_of(DOCUMENT)[path] == PLACES[path]


def test_windows_line_ends_count_once() -> None:
    assert positions_of(DOCUMENT.replace("\n", "\r\n"))["list", 1, "id"] == (21, 1)


def test_what_is_missing_is_placed_at_the_table_that_lacks_it() -> None:
    positions = positions_of(DOCUMENT)
    assert position_of(positions, ("list", 1, "below", "missing")) == (22, 7)
    assert position_of(positions, ("missing",)) is None
    assert position_of(positions, ()) is None


@pytest.mark.parametrize("file", sorted(TREES.rglob("*.toml")), ids=lambda file: file.name)
def test_every_key_of_a_real_file_is_found(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert all_paths(tomllib.loads(text)) <= set(positions_of(text))


json_like = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab.\"'# ü", max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("ab.\"'# ü", max_size=3), json_like, max_size=4))
def test_every_key_of_any_document_is_found(raw: dict[str, object]) -> None:
    text = tomli_w.dumps(raw)
    assert all_paths(raw) <= set(positions_of(text))
    assert not has_comment(text)


@given(st.text())
def test_any_text_at_all_does_no_harm(text: str) -> None:
    positions_of(text)
    has_comment(text)
    deep_place(text)
    long_number_place(text, 3)


def test_the_bracket_that_nests_too_deeply_is_found() -> None:
    assert deep_place("a = '[[['\nb = [[1], [[2]]]", depth=2) == 21
    assert deep_place("a = [[]]\nb = [[]]", depth=2) is None


def test_a_number_of_too_many_digits_is_found() -> None:
    assert long_number_place("a = '123456' # 123456\nb = 123\nc = 1_23_4", digits=3) == 34
    assert long_number_place("a = 123", digits=3) is None


def test_comments_are_told_from_number_signs_in_strings() -> None:
    assert has_comment(DOCUMENT)
    assert not has_comment("a = '#'\nb = \"#\\\"#\"\nc = \"\"\"#\n#\"\"\"\nd = '''#'#'''\n")
    assert has_comment("a = '#' # really")


def all_paths(raw: object, above: KeyPath = ()) -> set[KeyPath]:
    entries = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    found: set[KeyPath] = set()
    for step, value in entries:
        found |= {(*above, step)} | all_paths(value, (*above, step))
    return found
