"""What a project's history says of its upkeep, counted as the shipped evidence is.

A year is the 365 days that end with the last day of the history, by the day of the commit in UTC.
Work of bots is nobody's: accounts of dependency, translation, style and release services.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

YEAR = 365
"""Days."""

_BOT = re.compile(
    r"\[bot\]|(^|[^a-z])bot($|[^a-z])|dependabot|renovate|pre-commit|github-actions|greenkeeper"
    r"|pyup|snyk|weblate|transifex|crowdin|lokalise|allcontributors|all-contributors|semantic-release"
    r"|release-please|stylecibot|styleci|imgbot|mergify|bors|codecov|actions-user|copilot",
    re.IGNORECASE,
)

_FINAL = re.compile(r"[vV]?(\d+(?:\.\d+)+)(?:\.(?:final|release|ga))?$", re.IGNORECASE)

_NOTES = re.compile(
    r"(^|/)(change(s|log)?|history|news|releases?|release[-_ ]?notes?|whats?-?_?new)([-_./]|$)", re.IGNORECASE
)

_TRANSLATED = re.compile(
    r"(^|/)(locales?|translations?|i18n"
    r"|(ar|az|bg|bn|ca|cs|da|de|el|es|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|ta|th"
    r"|tr|uk|ur|uz|vi|zh)([-_](hans|hant|[a-z]{2}))?)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the default branch."""

    id: str
    on: date
    name: str
    """The author's, by the mail map."""
    mail: str
    parents: tuple[str, ...] = ()
    by_bot: bool = False
    """Whether no person made it."""

    @property
    def merge(self) -> bool:
        """Whether it joins branches."""
        return len(self.parents) > 1


@dataclass(frozen=True, slots=True)
class DocsCommit:
    """One commit that touches documentation."""

    on: date
    paths: tuple[str, ...]
    by_bot: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, with the day on which it or its commit was made."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Activity:
    """What was counted; None where nothing can be said."""

    on: date
    """The last day of the history."""
    changes_last_year: int
    changes_year_before: int
    authors: int
    author_growth: float | None
    """Authors of the last year to those of the year before, three digits; None without the latter."""
    carriers: int | None
    """The fewest people who together made half of the year's commits."""
    top_share: float | None
    """The share of the busiest one in the year's commits, three digits."""


@dataclass(frozen=True, slots=True)
class Releases:
    """Final versions of the last year."""

    on: date
    last_year: int
    last: date | None
    version: str


@dataclass(frozen=True, slots=True)
class DocsActivity:
    """Commits by people to the documentation, release notes and translations left out."""

    on: date
    last_year: int
    year_before: int
    last: date | None


def activity(commits: Sequence[Commit], on: date, *, every_commit: bool = False) -> Activity:
    """Counts changes and people.

    Changes are those of `landed_changes`; with `every_commit` all commits but merges, for projects
    whose work lands on side branches. People are counted by their commits without merges: one
    e-mail is one person, and so is one full name.

    Args:
        commits: all of the branch, the newest first.
        on: the last day of the history.
        every_commit: see above.
    """
    made = [commit for commit in commits if not commit.merge and not commit.by_bot]
    changes = _by_year([c.on for c in (made if every_commit else landed_changes(commits))], on)
    people = _people([(c.name, c.mail) for c in made])
    last = Counter(people[c.mail] for c in made if _years_ago(c.on, on) == 0)
    before = {people[c.mail] for c in made if _years_ago(c.on, on) == 1}
    total = last.total()
    return Activity(
        on,
        *changes,
        authors=len(last),
        author_growth=round(len(last) / len(before), 3) if before else None,
        carriers=_carriers(last.values()) if total else None,
        top_share=round(max(last.values()) / total, 3) if total else None,
    )


def landed_changes(commits: Sequence[Commit]) -> list[Commit]:
    """The commits on the line of first parents, so that a merged branch counts once.

    A merge is a person's change where it brings in a commit by a person, whoever merged it.

    Args:
        commits: all of the branch, the newest first.
    """
    by_id = {commit.id: commit for commit in commits}
    line: list[Commit] = []
    at = commits[0] if commits else None
    while at is not None:
        line.append(at)
        at = by_id.get(at.parents[0]) if at.parents else None
    landed, seen = [], set[str]()
    for commit in reversed(line):
        brought = _brought(commit, by_id, seen)
        seen.add(commit.id)
        if not all(one.by_bot for one in brought or [commit]):
            landed.append(commit)
    return landed


def _brought(merge: Commit, by_id: Mapping[str, Commit], seen: set[str]) -> list[Commit]:
    """What the branches of a merge bring in that was not seen before; merges among it left out."""
    found = []
    waiting = list(merge.parents[1:])
    while waiting:
        commit = by_id.get(waiting.pop())
        if commit is None or commit.id in seen:
            continue
        seen.add(commit.id)
        waiting += commit.parents
        found += [] if commit.merge else [commit]
    return found


def releases(tags: Iterable[Tag], on: date, prefix: str = "") -> Releases:
    """Counts final versions; alphas, betas and candidates are none.

    Args:
        tags: all tags.
        on: the last day of the history; a version tagged later moves it.
        prefix: what stands before the version where one repository releases several packages.
    """
    found: dict[str, date] = {}
    for tag in tags:
        version = final_version(tag.name, prefix)
        if version:
            found[version] = min(tag.on, found.get(version, tag.on))
    on = max([on, *found.values()])
    newest = max(found, key=lambda version: (found[version], _parts(version)), default="")
    return Releases(on, _by_year(found.values(), on)[0], found.get(newest), newest)


def docs_activity(commits: Iterable[DocsCommit], on: date) -> DocsActivity:
    """Counts commits that touch documentation proper."""
    days = [commit.on for commit in commits if not commit.by_bot and any(map(is_documentation, commit.paths))]
    return DocsActivity(on, *_by_year(days, on), max(days, default=None))


def is_bot(name: str, mail: str, others: Collection[str] = ()) -> bool:
    """Whether an account is no person's, by its name or its e-mail.

    Args:
        name: the author's.
        mail: the author's; only what stands before the @ is looked at.
        others: e-mails and names of further accounts that work by themselves.
    """
    account = mail.partition("@")[0]
    known = account in {"noreply", "no-reply"} or bool(_BOT.search(name) or _BOT.search(account))
    return known or name in others or mail in others


def final_version(tag: str, prefix: str = "") -> str:
    """The version that a tag names, without a prefix and a leading v; empty where it is no final one."""
    if prefix and not tag.startswith(prefix):
        return ""
    found = _FINAL.match(tag.removeprefix(prefix))
    return found[1] if found else ""


def is_documentation(path: str) -> bool:
    """Whether a path below the documentation is neither release notes nor a translation."""
    return not _NOTES.search(path) and not _TRANSLATED.search(path)


def _by_year(days: Iterable[date], on: date) -> tuple[int, int]:
    """How many days lie in the last year, and in the year before."""
    years = Counter(_years_ago(day, on) for day in days)
    return years[0], years[1]


def _years_ago(day: date, on: date) -> int:
    return (on - day).days // YEAR


def _people(accounts: Collection[tuple[str, str]]) -> dict[str, str]:
    """One e-mail for each person, by e-mail: accounts of the same full name are one person's."""
    leader: dict[str, str] = {}

    def found(mail: str) -> str:
        while leader[mail] != mail:
            mail = leader[mail]
        return mail

    by_name: dict[str, str] = {}
    for name, mail in accounts:
        leader.setdefault(mail, mail)
        full = " ".join(name.casefold().split())
        if " " in full:  # one word may be anybody's name
            first = by_name.setdefault(full, mail)
            leader[found(mail)] = found(first)
    return {mail: found(mail) for mail in leader}


def _carriers(counts: Collection[int]) -> int:
    ordered = sorted(counts, reverse=True)
    half = sum(ordered) / 2
    return 1 + sum(reached < half for reached in accumulate(ordered))


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
