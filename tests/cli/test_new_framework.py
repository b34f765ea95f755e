"""`fwwizard catalog new-framework`: a file that is sound as it stands, and after filling."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from fwwizard.storage.compiled import load_catalog
from tests.cli.overlays import overlay
from tests.cli.running import TREES, Commands


@pytest.mark.parametrize("catalog", [TREES, None], ids=["invented", "shipped"])
def test_a_skeleton_is_sound_as_it_stands_with_everything_unknown(
    fwwizard: Commands, tmp_path: Path, catalog: Path | None
) -> None:
    into = tmp_path / "mine"
    made = fwwizard("catalog", "new-framework", "yew", "--overlay", str(into), catalog=catalog)
    assert (made.code, made.out) == (0, f"{into}/frameworks/yew.toml\n")
    assert fwwizard("--overlay", str(into), "catalog", "check", catalog=catalog).code == 0
    yew = load_catalog(catalog, [into]).framework("yew")
    assert yew is not None
    assert yew.own
    assert yew.facts
    assert not any(fact.known for fact in yew.facts.values())
    assert {known.level for known in yew.capabilities.values()} == {"unknown"}


def test_a_skeleton_is_sound_after_filling(fwwizard: Commands, tmp_path: Path) -> None:
    into = tmp_path / "mine"
    fwwizard("catalog", "new-framework", "yew", "--overlay", str(into))
    file = into / "frameworks" / "yew.toml"
    said = 'source = "our wiki", as_of = 2026-11-21'
    words = {"backing": "company", "concurrency": "threads", "runtime_class": "jit", "upgrade_guide": "guide"}
    text = file.read_text()
    for key in tomllib.loads(text)["facts"]:
        value = f'"{words[key]}"' if key in words else '"2026-08-05"' if key.startswith("last_") else "1"
        text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {{ value = {value}, {said} }}", text)
    text = text.replace('level = "unknown"', f'level = "official", {said}')
    file.write_text(text.replace("languages = []", 'languages = ["python"]'))
    result = fwwizard("--overlay", str(into), "catalog", "check")
    assert (result.code, result.err) == (0, "")
    assert "13 frameworks" in result.out


def test_a_skeleton_says_what_each_fact_may_be(fwwizard: Commands, tmp_path: Path) -> None:
    into = tmp_path / "mine"
    fwwizard("catalog", "new-framework", "yew", "--overlay", str(into))
    text = (into / "frameworks" / "yew.toml").read_text()
    assert "#   foundation" in text
    assert '#   a day such as "2026-08-05"' in text
    assert '"python"' in text.partition("languages = []")[2].partition("\n")[0]


def test_nothing_is_overwritten(fwwizard: Commands, tmp_path: Path) -> None:
    into = overlay(tmp_path, frameworks__yew="# mine\n")
    result = fwwizard("catalog", "new-framework", "yew", "--overlay", str(into))
    assert result.code == 2
    assert (
        result.err == f"fwwizard: {into}/frameworks/yew.toml: is there already and stays as it is; edit it\n"
    )
    assert (into / "frameworks" / "yew.toml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [("birch", "has a framework"), ("../x", "cannot be"), ("Yew", "cannot be"), ("", "cannot")],
)
def test_names_that_cannot_be_are_refused(fwwizard: Commands, tmp_path: Path, name: str, words: str) -> None:
    result = fwwizard("catalog", "new-framework", name, "--overlay", str(tmp_path / "mine"))
    assert result.code == 2
    assert words in result.err
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "mine").exists()


def test_without_a_directory_it_goes_into_the_users_own_overlay(fwwizard: Commands, home: Path) -> None:
    assert fwwizard("catalog", "new-framework", "yew", catalog=None).code == 0
    assert (home / "overlay" / "frameworks" / "yew.toml").is_file()
    assert "your own" in fwwizard("catalog", "list", catalog=None).out


def test_whatever_a_catalog_is_called_the_skeleton_can_be_read(fwwizard: Commands, tmp_path: Path) -> None:
    """Names of the catalog stand in comments and keys: they end no line and open no table."""
    catalog = tmp_path / "odd"
    (catalog / "frameworks").mkdir(parents=True)
    (catalog / "frameworks" / "one.toml").write_text('id = "one"\nname = "One"\n')
    (catalog / "model.toml").write_text(
        'format = 1\nversion = "x"\n[[factors]]\nid = "f"\nname = "F"\n'
        '[[attributes]]\nid = "a.b \\"c\\\\"\nname = "A\\nfacts = 1\\u001b[31m"\nfactor = "f"\n'
        'value = { kind = "direct" }\n[[requirements]]\nid = "r"\nname = "R\\n[x]"\ncapability = "é 1"\n'
    )
    into = tmp_path / "mine"
    assert fwwizard("catalog", "new-framework", "yew", "--overlay", str(into), catalog=catalog).code == 0
    text = (into / "frameworks" / "yew.toml").read_text()
    table = tomllib.loads(text)
    assert table["facts"] == {'a.b "c\\': "unknown"}
    assert table["capabilities"] == {"é 1": {"level": "unknown"}}
    assert "\x1b" not in text
    assert fwwizard("--overlay", str(into), "catalog", "check", catalog=catalog).code == 0
