"""Session files that are nearly right: a valid one with some bytes, lines or values gone wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from random import Random

import tomli_w
from hypothesis import strategies as st

VALID = '''\
# why we decide
format = 1
id = "3f0c1a2b-0000-4000-8000-000000000000"
name = "Payments “API” – ünï 🙂"
created = 2026-11-21T10:00:00Z
updated = 2026-11-21T12:42:10.25+02:00
step = "checklist"

[catalog]
version = "trees-1"

[project]
current = "oak"
languages = { python = "expert", go = "learning" }
experience.oak = "production"
needs = ["json_api"]
concurrent_users = 4_000
conditions = [
  "cpu_bound",  # they hash
]

[project.excluded]
maple = """
no place
for it"""

[priorities]
ranking = [["team"], ["time_to_market", "performance"], ["future"]]
confirmed = true

[checklist]
authentication = "must"
api_docs = { must = "official" }
websockets = "want"

[targets]
request_capacity = 5e3

[flags.oak.unclear_upgrade_path]
verdict = "concern"
severity = "major"
reason = 'we pin \\versions'

[decision]
status = "proposed"
deciders = ["Ada", "Grace"]
review_on = 2027-05-01

[poc]
start = 2026-12-01
owners = { oak = "Ada" }

[retired]
"checklist.gone" = "must"
x = 3

[[changes]]
at = 2026-11-21T10:05:00Z
edit = "ranked team above performance"
leader = "oak"

[[changes]]
at = 2026-11-21T10:06:00Z
edit = "set checklist.websockets=want"
'''
"""A session file as somebody might write it by hand, with most of what TOML can say."""

_HOSTILE = (
    b"\x00", b"\x1b[31m", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\r\n",
    b"\r", b"\x7f", b"\xc2\x85", b"\xe2\x80\xae", b"\xe2\x80\xa8", b'"', b"'", b'"""', b"'''", b"[", b"]",
    b"[[", b"]]", b"{", b"}", b"=", b".", b",", b"#", b"\\", b"\\u", b"\\ud800", b"\\U00110000", b"\n",
    b"\t", b" ", b"-", b"+", b"_", b"1e999999", b"inf", b"nan", b"-nan", b"0x", b"0xffffffffffffffffffff",
    b"9" * 30, b"9" * 5000, b"0x" + b"f" * 5000, b"1979-13-45", b"0000-01-01", b"9999-12-31T23:59:59-12:00",
    b"0001-01-01T00:00:00+14:00", b"07:32:00", b"1979-05-27", b"true", b"{}", b"[]", b"[" * 60, b"[" * 2000,
    b"{a=" * 500, b"a." * 50 + b"a=1\n", b"a." * 3000 + b"a=1\n", b"'" + b"x" * 70_000 + b"'",
    b"\n[priorities]\n", b"\n[[priorities]]\n", b"\nformat = 2\n", b"\nformat.x = 1\n",
    b"\n[project.languages.python]\n", b"\nproject.needs.x = 1\n", b"\n[[changes.at]]\n", b"\n[changes]\n",
)  # fmt: skip


def mutated_bytes(content: bytes, random: Random) -> bytes:
    """The content with one to four things done to its bytes."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        content = random.choice(_BYTE_MUTATIONS)(content, random)
    return content


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _remove(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + content[start + random.randrange(1, 30) :]


def _repeat(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    part = content[start : start + random.randrange(1, 200)]
    return content[:start] + part + content[start:]


def _flip(content: bytes, random: Random) -> bytes:
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << random.randrange(8))]) + content[at + 1 :]


def _insert(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(_HOSTILE) + content[at:]


def _swap_lines(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _other_value(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    key, equals, _ = lines[at].partition(b"=")
    lines[at] = key + equals + b" " + random.choice(_HOSTILE) if equals else lines[at]
    return b"\n".join(lines)


def _other_key(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    _, equals, value = lines[at].partition(b"=")
    lines[at] = random.choice((b'"\\u001b[31m"', b"nmae", b"x.y", b'""', b"a" * 3000)) + b"=" + value
    return b"\n".join(lines) if equals else content


def _other_line_ends(content: bytes, random: Random) -> bytes:
    return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8")))


def _other_encoding(content: bytes, random: Random) -> bytes:
    text = content.decode("utf-8", errors="replace")
    return text.encode(random.choice(("utf-16", "utf-32-le", "latin-1", "utf-8-sig")), errors="replace")


_BYTE_MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut, _remove, _remove, _repeat, _flip, _flip, _insert, _insert, _insert, _swap_lines, _swap_lines,
    _other_value, _other_value, _other_key, _other_line_ends, _other_encoding,
)  # fmt: skip


def _nested(depth: int) -> object:
    return [_nested(depth - 1)] if depth else 1


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_scalars: st.SearchStrategy[object] = st.one_of(
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63 - 1, 2**63, -(2**63) - 1, 10**400, 0, -1]),
    st.floats(),
    _texts,
    st.sampled_from(["must", "want", "oak", "python", "expert", "team", "official", "fit", "", "x" * 5000]),
    st.dates(),
    st.datetimes(),
    st.times(),
)
_values: st.SearchStrategy[object] = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=6,
) | st.integers(30, 90).map(_nested)


@st.composite
def mutated_tables(draw: st.DrawFn) -> bytes:
    """A file that is TOML, of which one to three values or keys are other than they should be."""
    table: object = tomllib.loads(VALID)
    for _ in range(draw(st.integers(1, 3))):
        table = _changed(table, draw)
    assert isinstance(table, Mapping)
    return tomli_w.dumps(table).encode()


def _changed(value: object, draw: st.DrawFn, depth: int = 0) -> object:
    """The value with one thing changed somewhere in it."""
    deeper = isinstance(value, dict | list) and value and draw(st.integers(0, 3))
    if isinstance(value, dict) and deeper:
        key = draw(st.sampled_from(sorted(value)))
        return value | {key: _changed(value[key], draw, depth + 1)}
    if isinstance(value, list) and deeper:
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], _changed(value[at], draw, depth + 1), *value[at + 1 :]]
    if isinstance(value, dict) and (not depth or draw(st.booleans())):
        return _with_other_keys(value, draw)
    return draw(_values)


def _with_other_keys(table: dict[str, object], draw: st.DrawFn) -> dict[str, object]:
    what = draw(st.sampled_from(["less", "more", "renamed"]))
    if what == "more" or not table:
        return table | {draw(_texts): draw(_values)}
    key = draw(st.sampled_from(sorted(table)))
    rest = {other: value for other, value in table.items() if other != key}
    if what == "less":
        return rest
    return rest | {draw(st.one_of(_texts, st.just(f"{key}s"), st.just(key[:-1]))): table[key]}
