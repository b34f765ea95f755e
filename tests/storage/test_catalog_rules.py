from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.errors import InputError
from fwwizard.storage.shipped import shipped_catalog
from tests.storage.catalogs import catalog_in, trees


def test_the_shipped_catalog_keeps_every_rule() -> None:
    assert catalog_in(shipped_catalog()).frameworks


CHANGES = [
    (
        "model.toml",
        'factor = "performance"',
        'factor = "performence"',
        'attributes.request_capacity.factor: there is no factor "performence"; did you mean "performance"?',
    ),
    ("model.toml", "share = 0.7", "share = -0.7", "attributes.request_capacity.share: must not be negative"),
    (
        "model.toml",
        "worst = 1000\nbest = 100000",
        "worst = 0\nbest = 100000",
        "attributes.request_capacity.value.worst: must be greater than 0",
    ),
    (
        "model.toml",
        "compiled = [0.5, 1.0]",
        "compiled = [0.5, 1.5]",
        "attributes.request_capacity.value.fallback.compiled: must be a range within 0 and 1",
    ),
    (
        "model.toml",
        "threads = 0.5, sync = 0.2 }\n\n[attributes.value.anchors]",
        "threads = 1.5, sync = 0.2 }\n\n[attributes.value.anchors]",
        "attributes.concurrency.value.levels.threads: must lie between 0 and 1",
    ),
    (
        "model.toml",
        'kind = "linear", worst = 5, best = 1',
        'kind = "linear", worst = 5, best = 5',
        "attributes.boilerplate.value.best: must differ from worst",
    ),
    (
        "model.toml",
        "lift = { production = 1.0",
        "lift = { production = 2.0",
        "attributes.learning_curve.value.lift.production: must lie between 0 and 1",
    ),
    (
        "model.toml",
        "points = [[0.4, 0.0], [1.0, 0.6], [1.6, 1.0]]",
        "points = [[0.4, 0.0], [0.4, 0.6], [1.6, 1.0]]",
        "attributes.author_growth.value.points[1]: must lie to the right of the point before",
    ),
    (
        "model.toml",
        "points = [[0.4, 0.0], [1.0, 0.6], [1.6, 1.0]]",
        "points = [[0.4, 0.0], [1.0, 1.6], [1.6, 1.0]]",
        "attributes.author_growth.value.points[1]: must have a value between 0 and 1",
    ),
    (
        "model.toml",
        "points = [[0.4, 0.0], [1.0, 0.6], [1.6, 1.0]]",
        "points = [[0.4, 0.0]]",
        "attributes.author_growth.value.points: must hold at least two points",
    ),
    (
        "model.toml",
        'default = ["authentication"',
        'default = ["autentication"',
        'attributes.coverage.value.default[0]: there is no requirement "autentication"'
        '; did you mean "authentication"?',
    ),
    (
        "model.toml",
        "manual = 0.1",
        "manual = 1.1",
        "capability_values.manual: must lie between 0 and 1",
    ),
    (
        "model.toml",
        'capability = "database"\n',
        'capability = "database"\nfact = "upgrade_guide"\n',
        "requirements.database: must read exactly one of capability, fact and attribute",
    ),
    (
        "model.toml",
        'enough = "core-team"',
        'enough = "coreteam"',
        'requirements.backing.enough: there is no level "coreteam"; did you mean "core-team"?',
    ),
    (
        "model.toml",
        'attribute = "memory"',
        'attribute = "memry"',
        'requirements.memory.attribute: there is no attribute "memry"; did you mean "memory"?',
    ),
    (
        "model.toml",
        'category = "micro"',
        'category = "mikro"',
        'needs.small_footprint.category: there is no category "mikro"; did you mean "micro"?',
    ),
    (
        "model.toml",
        'evidence = [{ capability = "api_docs" }',
        "evidence = [{ }",
        "needs.json_api.evidence[0]: must read a capability, a fact or figures",
    ),
    (
        "model.toml",
        "below = 12 }",
        "below = 12, at_least = 3 }",
        "flags.declining_activity.raised[0][0]: must have exactly one of"
        " below, at_least, older_than_days and among",
    ),
    (
        "model.toml",
        'raised = [[{ fact = "changes_last_year"',
        'raised = [[{ fact = "authors"',
        'flags.declining_activity.raised[0][0].fact: "authors" feeds an attribute already,'
        " and evidence counts once",
    ),
    (
        "frameworks/maple.toml",
        'builds_on = ["pine"]',
        'builds_on = ["pin"]',
        'builds_on[0]: there is no framework "pin"; did you mean "pine"?',
    ),
    (
        "frameworks/maple.toml",
        'categories = ["async"]',
        'categories = ["asink"]',
        'categories[0]: there is no category "asink"; did you mean "async"?',
    ),
    (
        "frameworks/maple.toml",
        "{ low = 2, high = 6",
        "{ low = 7, high = 6",
        "facts.authors.low: must not be greater than high",
    ),
    (
        "frameworks/maple.toml",
        "{ low = 2, high = 6",
        "{ low = 2",
        "facts.authors: an interval needs both low and high",
    ),
    (
        "frameworks/maple.toml",
        "{ low = 2, high = 6",
        "{ value = 3, low = 2, high = 6",
        "facts.authors.value: must not stand beside an interval",
    ),
    (
        "frameworks/maple.toml",
        '1.5, source = "ref:history"',
        '1.5, source = "ref:histori"',
        'facts.author_growth.source: there is no source "histori"; did you mean "history"?',
    ),
    (
        "figures/lab-2026-09.toml",
        'framework = "hazel"',
        'framework = "hasel"',
        'figures[5].framework: there is no framework "hasel"; did you mean "hazel"?',
    ),
    (
        "figures/lab-2026-09.toml",
        'framework = "hazel", test = "json"',
        'framework = "hazel", test = "jason"',
        'figures[5].test: there is no test "jason"; did you mean "json"?',
    ),
    (
        "figures/lab-2026-09.toml",
        "value = 24000",
        "value = 0",
        "figures[5].value: must be greater than 0",
    ),
    (
        "figures/lab-2026-09.toml",
        "worst = 1024\nbest = 16",
        "worst = 16\nbest = 16",
        "tests.memory.best: must differ from worst",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"), CHANGES, ids=[change[3][:40] for change in CHANGES]
)
def test_a_broken_rule_is_named_with_file_line_and_key(
    tmp_path: Path, file: str, old: str, new: str, sentence: str
) -> None:
    directory = trees(tmp_path)
    path = directory / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        catalog_in(directory)
    place, _, said = str(caught.value).partition(": ")
    assert said == sentence
    name, line, _ = place.rsplit(":", 2)
    assert name == str(path)
    changed = text[: text.index(old)].count("\n") + 1
    assert abs(int(line) - changed) <= 5
