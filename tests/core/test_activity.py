"""What a history says of a project's upkeep, by the definitions of the shipped evidence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fwwizard.core.activity import (
    Commit,
    DocsCommit,
    Tag,
    activity,
    docs_activity,
    final_version,
    is_bot,
    is_documentation,
    releases,
)

TODAY = date(2026, 6, 30)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def line(*authors: tuple[str, int]) -> list[Commit]:
    """A straight history of commits by author and age in days, the newest first."""
    found = []
    for number, (name, days) in enumerate(authors):
        parents = (f"c{number + 1}",) if number + 1 < len(authors) else ()
        found.append(Commit(f"c{number}", ago(days), name, f"{name}@x", parents, is_bot(name, "")))
    return found


def test_years_end_with_the_last_day_of_the_history() -> None:
    found = activity(line(("a", 0), ("a", 364), ("a", 365), ("b", 729), ("b", 730)), TODAY)
    assert (found.changes_last_year, found.changes_year_before) == (2, 2)
    assert (found.authors, found.author_growth) == (1, 0.5)


def test_bots_are_nobody() -> None:
    found = activity(line(("a", 1), ("dependabot[bot]", 2), ("pre-commit-ci", 3)), TODAY)
    assert (found.changes_last_year, found.authors, found.top_share) == (1, 1, 1.0)


@pytest.mark.parametrize(
    ("name", "bot"),
    [
        ("dependabot[bot]", True),
        ("StyleCI Bot", True),
        ("github-actions", True),
        ("renovate", True),
        ("Weblate", True),
        ("Abbot Costello", False),
        ("Francisca Botelho", False),
        ("Bothina", False),
        ("Guo Ci", False),
    ],
)
def test_who_is_a_bot(name: str, bot: bool) -> None:
    assert is_bot(name, "1+x@users.noreply.github.com") is bot


def test_further_bots_are_named_by_name_or_mail() -> None:
    assert is_bot("robot of ours", "r@x", ["robot of ours"])
    assert is_bot("R", "r@x", ["r@x"])
    assert is_bot("Machine", "noreply@example.org")


def test_a_merged_branch_is_one_change_and_its_authors_count() -> None:
    history = [
        Commit("m", ago(1), "lead", "lead@x", ("base", "b2")),
        Commit("b2", ago(2), "guest", "guest@x", ("b1",)),
        Commit("b1", ago(3), "guest", "guest@x", ("base",)),
        Commit("base", ago(400), "lead", "lead@x"),
    ]
    found = activity(history, TODAY)
    assert (found.changes_last_year, found.changes_year_before) == (1, 1)
    assert (found.authors, found.carriers) == (1, 1)
    assert activity(history, TODAY, every_commit=True).changes_last_year == 2


def test_a_merge_of_bots_work_alone_is_no_change() -> None:
    bot = Commit("b", ago(2), "dependabot[bot]", "d@x", ("base",), by_bot=True)
    merge = Commit("m", ago(1), "lead", "lead@x", ("base", "b"))
    base = Commit("base", ago(3), "lead", "lead@x")
    assert activity([merge, bot, base], TODAY).changes_last_year == 1
    helped = Commit("h", ago(2), "guest", "g@x", ("b",))
    merge = Commit("m", ago(1), "lead", "lead@x", ("base", "h"))
    assert activity([merge, helped, bot, base], TODAY).changes_last_year == 2


def test_people_are_joined_by_mail_and_by_name() -> None:
    accounts = [("Ann Lee", "ann@work"), ("ann lee", "ann@home"), ("A. Lee", "ann@home"), ("Bo", "bo@x")]
    history = [Commit(f"c{n}", ago(n), name, mail, (f"c{n + 1}",)) for n, (name, mail) in enumerate(accounts)]
    assert activity(history, TODAY).authors == 2
    short = [Commit("c0", ago(0), "Bo", "bo@x", ("c1",)), Commit("c1", ago(1), "Bo", "bo@y")]
    assert activity(short, TODAY).authors == 2  # one word may be anybody's name


def test_carriers_are_the_fewest_who_made_half() -> None:
    found = activity(line(*[("a", 1)] * 4, *[("b", 1)] * 3, *[("c", 1)] * 3), TODAY)
    assert (found.carriers, found.top_share) == (2, 0.4)
    assert activity(line(*[("a", 1)] * 5, *[("b", 1)] * 5), TODAY).carriers == 1


def test_nothing_in_the_year_is_nothing_and_no_share() -> None:
    found = activity(line(("a", 500)), TODAY)
    assert (found.changes_last_year, found.authors, found.author_growth) == (0, 0, 0.0)
    assert (found.carriers, found.top_share) == (None, None)
    assert activity(line(("a", 1)), TODAY).author_growth is None


@pytest.mark.parametrize(
    ("tag", "prefix", "version"),
    [
        ("1.2.3", "", "1.2.3"),
        ("v1.2", "", "1.2"),
        ("v1.2.3-rc.1", "", ""),
        ("2.0b1", "", ""),
        ("2.0.0.dev1", "", ""),
        ("3.4.1.Final", "", "3.4.1"),
        ("core-v1.2.3", "", ""),
        ("core-v1.2.3", "core-", "1.2.3"),
        ("v1.2.3", "core-", ""),
        ("nightly", "", ""),
        ("2026", "", ""),
    ],
)
def test_final_versions(tag: str, prefix: str, version: str) -> None:
    assert final_version(tag, prefix) == version


def test_releases_are_versions_of_the_last_year_and_the_newest_is_the_last_one_made() -> None:
    tags = [
        Tag("v2.0.0", ago(10)),
        Tag("v1.9.9", ago(5)),
        Tag("2.0.0", ago(3)),
        Tag("v3.0.0rc1", ago(1)),
        Tag("v1.0.0", ago(500)),
    ]
    found = releases(tags, TODAY)
    assert (found.last_year, found.last, found.version, found.on) == (2, ago(5), "1.9.9", TODAY)
    later = releases([*tags, Tag("v2.0.1", TODAY + timedelta(3))], TODAY)
    assert (later.on, later.last_year, later.version) == (TODAY + timedelta(3), 3, "2.0.1")
    assert releases([], TODAY).last is None


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("docs/guide.md", True),
        ("docs/en/docs/tutorial/index.md", True),
        ("docs/go/start.md", True),
        ("docs/de/docs/index.md", False),
        ("docs/zh-hans/index.md", False),
        ("docs/locale/x/guide.po", False),
        ("docs/release-notes.md", False),
        ("docs/releases/1.2.txt", False),
        ("docs/changes.rst", False),
        ("docs/whatsnew/3.0.rst", False),
        ("docs/newsletter-design.md", True),
    ],
)
def test_release_notes_and_translations_are_no_documentation(path: str, counts: bool) -> None:
    assert is_documentation(path) is counts


def test_docs_changes_need_one_page_that_counts() -> None:
    commits = [
        DocsCommit(ago(1), ("docs/changes.rst",)),
        DocsCommit(ago(2), ("docs/changes.rst", "docs/guide.md")),
        DocsCommit(ago(3), ("docs/guide.md",), by_bot=True),
        DocsCommit(ago(400), ("docs/guide.md",)),
    ]
    found = docs_activity(commits, TODAY)
    assert (found.last_year, found.year_before, found.last) == (1, 1, ago(2))
    assert docs_activity([], TODAY).last is None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 800)), max_size=40))
def test_shares_and_carriers_agree(authors: list[tuple[str, int]]) -> None:
    found = activity(line(*authors), TODAY)
    year = [name for name, days in authors if days < 365]
    assert found.changes_last_year == len(year)
    assert found.authors == len(set(year))
    if found.carriers is not None and found.top_share is not None:
        assert 1 <= found.carriers <= found.authors
        assert (found.carriers == 1) == (max(map(year.count, year)) * 2 >= len(year))
        assert 1 / found.authors <= found.top_share + 0.0005
