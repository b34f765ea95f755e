"""`fwwizard catalog activity`: upkeep counted in repositories that git makes here."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.overlays import overlay
from tests.cli.running import Commands

ANN = "Ann Lee <ann@example.org>"
BO = "Bo <bo@example.org>"


class Repository:
    """A repository made by git itself, with days and authors of one's choice."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-06-30", author: str = ANN) -> None:
        name, _, mail = author.rstrip(">").partition(" <")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": mail,
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": mail,
            "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        }
        subprocess.run(
            ["git", *arguments], cwd=self.directory, env=environment, check=True, capture_output=True
        )

    def commit(self, day: str, author: str = ANN, file: str = "code.txt") -> None:
        path = self.directory / file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text() if path.exists() else ""
        path.write_text(f"{before}{day} {author}\n")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "change", day=day, author=author)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two years of work: people, a bot, a merged branch, releases, documentation."""
    made = Repository(tmp_path / "clone")
    made.commit("2024-01-10")
    made.commit("2025-03-01", BO)
    made.commit("2025-06-30", file="docs/guide.md")  # the year before: 365 days before the last
    made.git("tag", "v1.0.0", day="2025-06-30")
    made.commit("2025-07-01")  # the first day of the last year
    made.git("checkout", "-q", "-b", "topic")
    made.commit("2025-10-01", BO, "other.txt")
    made.commit("2025-10-02", BO, "other.txt")
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "--no-ff", "-m", "merge", "topic", day="2025-10-05")
    made.commit("2026-02-01", "dependabot[bot] <bot@example.org>", "lock.txt")
    made.commit("2026-03-01", "Ann Lee <ann@home.example>", "docs/guide.md")
    made.commit("2026-03-02", file="docs/changes.md")
    made.git("tag", "-a", "v1.1.0", "-m", "x", day="2026-03-03")
    made.git("tag", "v1.2.0rc1", day="2026-05-01")
    made.commit("2026-06-30")
    return made


def counted(file: Path) -> dict[str, object]:
    return {key: fact["value"] for key, fact in tomllib.loads(file.read_text())["facts"].items()}


EXPECTED = {
    "changes_last_year": 5,
    "changes_year_before": 2,
    "authors": 2,
    "author_growth": 1,
    "carriers": 1,
    "top_share": 0.667,
    "releases_last_year": 1,
    "last_release": "2026-03-03",
    "docs_changes_last_year": 1,
    "docs_changes_year_before": 1,
    "last_docs_change": "2026-03-01",
}


def test_activity_is_counted_dated_and_written_into_an_overlay(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    into = tmp_path / "mine"
    clone = str(repository.directory)
    result = fwwizard("catalog", "activity", "birch", "--clone", clone, "--overlay", str(into))
    assert (result.code, result.err) == (0, "")
    file = into / "frameworks" / "birch.toml"
    assert counted(file) == EXPECTED
    facts = tomllib.loads(file.read_text())["facts"]
    assert {str(fact["as_of"]) for fact in facts.values()} == {"2026-06-30"}
    assert {fact["basis"] for fact in facts.values()} == {"measured"}
    assert all(fact["source"].startswith("https://github.com/trees/birch/commit/") for fact in facts.values())
    assert "changes: 5; 2 the year before" in result.out
    assert result.out.endswith(f"written to {file}\n")
    shown = fwwizard("--overlay", str(into), "catalog", "show", "birch").out
    assert re.search(r"changes_last_year: 5 \[measured, 2026-06-30, .*, your own\]", shown)
    assert fwwizard("--overlay", str(into), "catalog", "check").code == 0


def test_counting_again_changes_the_facts_and_nothing_else(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    into = overlay(
        tmp_path,
        frameworks__birch="# ours\n[facts]\n# by hand\nbatteries = 3 # kept\nauthors = 999\n\n"
        '[capabilities.websockets]\nlevel = "official"\n',
    )
    file = into / "frameworks" / "birch.toml"
    arguments = ("catalog", "activity", "birch", "--clone", str(repository.directory), "--overlay", str(into))
    assert fwwizard(*arguments).code == 0
    text = file.read_text()
    assert text.startswith("# ours\n[facts]\n")
    assert "# by hand\nbatteries = 3 # kept\nauthors = { value = 2, " in text
    assert tomllib.loads(text)["capabilities"] == {"websockets": {"level": "official"}}
    repository.commit("2026-07-02", BO)
    assert fwwizard(*arguments).code == 0
    assert counted_of(file, "changes_last_year") == 5  # one more, and the first day of July fell out
    assert file.read_text().count("\nchanges_last_year = ") == 1
    assert text != file.read_text()


def counted_of(file: Path, fact: str) -> object:
    table = tomllib.loads(file.read_text())["facts"][fact]
    return table["value"]


def test_facts_that_cannot_be_changed_in_place_are_left_alone(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    said = "[facts.authors]\nvalue = 3\n"
    into = overlay(tmp_path, frameworks__birch=said)
    result = fwwizard(
        "catalog", "activity", "birch", "--clone", str(repository.directory), "--overlay", str(into)
    )
    assert result.code == 2
    assert "cannot be changed in place" in result.err
    assert (into / "frameworks" / "birch.toml").read_text() == said


def test_options_name_docs_bots_tags_and_every_commit(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    into = tmp_path / "mine"
    repository.git("tag", "-a", "core-v3.0.0", "-m", "x", day="2026-06-29")
    options = ["--docs", "other.txt", "--tag-prefix", "core-", "--every-commit", "--bot", "Bo"]
    clone = str(repository.directory)
    result = fwwizard("catalog", "activity", "birch", "--clone", clone, "--overlay", str(into), *options)
    assert result.code == 0
    found = counted(into / "frameworks" / "birch.toml")
    assert found["last_docs_change"] == "unknown"  # only Bo touched it
    assert (found["releases_last_year"], found["last_release"]) == (1, "2026-06-29")
    assert (found["changes_last_year"], found["authors"]) == (4, 1)


def test_documentation_may_have_a_clone_of_its_own(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    docs = Repository(tmp_path / "site")
    docs.commit("2026-05-01", file="content/guide.md")
    into = tmp_path / "mine"
    options = ["--docs-clone", str(docs.directory), "--docs", "content"]
    clone = str(repository.directory)
    assert (
        fwwizard("catalog", "activity", "birch", "--clone", clone, "--overlay", str(into), *options).code == 0
    )
    fact = tomllib.loads((into / "frameworks" / "birch.toml").read_text())["facts"]["last_docs_change"]
    assert (fact["value"], str(fact["as_of"])) == ("2026-05-01", "2026-05-01")


def test_the_mail_map_and_quiet_histories_are_read(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    (repository.directory / ".mailmap").write_text("Ann Lee <ann@example.org> <bo@example.org>\n")
    repository.commit("2026-06-30")
    into = tmp_path / "mine"
    clone = str(repository.directory)
    assert fwwizard("catalog", "activity", "birch", "--clone", clone, "--overlay", str(into)).code == 0
    assert counted(into / "frameworks" / "birch.toml")["authors"] == 1
    quiet = Repository(tmp_path / "quiet")
    quiet.commit("2026-01-01", "renovate <r@example.org>")
    fwwizard("catalog", "activity", "oak", "--clone", str(quiet.directory), "--overlay", str(into))
    found = counted(into / "frameworks" / "oak.toml")
    assert (found["changes_last_year"], found["authors"], found["carriers"]) == (0, 0, "unknown")
    assert (found["releases_last_year"], found["last_release"]) == ("unknown", "unknown")
    assert fwwizard("--overlay", str(into), "catalog", "check").code == 0


def test_what_is_no_clone_gets_one_sentence(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{repository.directory}", str(shallow)], check=True
    )
    (tmp_path / "empty").mkdir()
    Repository(tmp_path / "fresh")
    for directory, words in {
        tmp_path / "absent": "there is no such directory",
        tmp_path / "empty": "is no git clone",
        repository.directory / "docs": "is no git clone",
        tmp_path / "fresh": "has no commit yet",
        shallow: "is a shallow clone, which lacks older history",
    }.items():
        result = fwwizard(
            "catalog", "activity", "birch", "--clone", str(directory), "--overlay", str(tmp_path / "mine")
        )
        assert result.code == 2
        assert result.err.startswith(f"fwwizard: {directory}: {words}")
        assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "mine").exists()


def test_a_missing_git_gets_one_sentence(
    fwwizard: Commands, tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    result = fwwizard("catalog", "activity", "birch", "--clone", str(repository.directory))
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert "git is needed" in result.err


def test_activity_of_an_unknown_framework_says_how_to_begin_one(
    fwwizard: Commands, tmp_path: Path, repository: Repository
) -> None:
    clone, into = str(repository.directory), str(tmp_path / "mine")
    result = fwwizard("catalog", "activity", "yew", "--clone", clone, "--overlay", into)
    assert result.code == 2
    assert "fwwizard catalog new-framework yew begins one" in result.err
    assert fwwizard("catalog", "new-framework", "yew", "--overlay", into).code == 0
    assert fwwizard("catalog", "activity", "yew", "--clone", clone, "--overlay", into).code == 0
    assert fwwizard("--overlay", into, "catalog", "check").code == 0
