"""Advice that could not be defended is refused, with file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.errors import InputError
from tests.storage.catalogs import catalog_in, trees, written

RULE = """\
[[advice]]
id = "queue"
text = "Hand busy work of {leader} to a queue."
source = "ref:handbook"
answers = [[{ conditions = ["cpu_bound"] }]]
facts = [[{ fact = "concurrency", among = ["async-native"] }]]
unless = [[{ needs = ["json_api"] }]]
"""


def test_a_sound_rule_is_read(tmp_path: Path) -> None:
    (rule,) = catalog_in(written(trees(tmp_path), advice=RULE)).advice
    assert (rule.id, rule.own) == ("queue", False)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'answers = [[{ conditions = ["cpu_bound"] }]]\n',
            "",
            "advice.queue: reads no answer of the session, and would say the same to everybody"
            '; give it answers = [[{ conditions = ["…"] }]]',
        ),
        (
            '[[{ conditions = ["cpu_bound"] }]]',
            "[[]]",
            "advice.queue.answers: reads no answer of the session, and would say the same to everybody"
            '; give it answers = [[{ conditions = ["…"] }]]',
        ),
        (
            '["cpu_bound"] }',
            '["cpu_bound"], users_below = 5 }',
            "advice.queue.answers[0][0]: must read exactly one answer; one of conditions, needs, wishes,"
            " first, users_below, users_at_least, languages_at_least, runtimes_at_least, moving, experience",
        ),
        (
            '"cpu_bound"',
            '"cpu_bund"',
            'advice.queue.answers[0][0].conditions[0]: there is no condition "cpu_bund"'
            '; did you mean "cpu_bound"?',
        ),
        (
            '"json_api"',
            '"jsonapi"',
            'advice.queue.unless[0][0].needs[0]: there is no need "jsonapi"; did you mean "json_api"?',
        ),
        (
            'fact = "concurrency"',
            'fact = "concurency"',
            'advice.queue.facts[0][0].fact: there is no fact "concurency"; did you mean "concurrency"?',
        ),
        (
            ', among = ["async-native"]',
            "",
            "advice.queue.facts[0][0]: must have exactly one of among, below and at_least",
        ),
        (
            'fact = "concurrency"',
            'capability = "websockets"',
            'advice.queue.facts[0][0].among[0]: there is no level "async-native"',
        ),
        (
            'fact = "concurrency", ',
            "",
            "advice.queue.facts[0][0]: must read exactly one of fact, capability, category, language",
        ),
        (
            '"ref:handbook"',
            '"ref:hand"',
            'advice.queue.source: there is no source "hand"; did you mean "handbook"?',
        ),
        ('"ref:handbook"', '""', "advice.queue.source: must not be empty"),
        ("{leader}", "{loader}", 'advice.queue.text: there is no place "loader"; did you mean "leader"?'),
        ("queue.", "queue. Now. Today.", "advice.queue.text: must be one sentence or 2"),
        (
            "source =",
            "sauce =",
            'advice.queue.sauce: is an unknown key (and 1 more); did you mean "source"?',
        ),
        ("id =", "own = true\nid =", "advice.queue.own: is an unknown key"),
        ("[[advice]]", '[[advice]]\nid = "queue"\n[[advice]]', None),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, old: str, new: str, sentence: str | None) -> None:
    assert old in RULE
    directory = written(trees(tmp_path), advice=RULE.replace(old, new))
    with pytest.raises(InputError) as caught:
        catalog_in(directory)
    place, _, said = str(caught.value).partition(": ")
    assert place.rsplit(":", 2)[0] == str(directory / "advice.toml")
    assert sentence is None or said == sentence


def test_an_overlay_adds_rules_and_changes_others_by_key(tmp_path: Path) -> None:
    directory = written(trees(tmp_path), advice=RULE)
    changed = '[[advice]]\nid = "queue"\ntext = "Use the queue of our platform."\n'
    added = '[[advice]]\nid = "ours"\ntext = "Ask us."\nsource = "us"\nanswers = [[{ moving = true }]]\n'
    overlay = written(tmp_path / "overlay", advice=changed + added)
    first, second = catalog_in(directory, [overlay]).advice
    assert (first.text, first.source, first.own) == ("Use the queue of our platform.", "ref:handbook", True)
    assert (second.id, second.own) == ("ours", True)
    assert catalog_in(directory, [overlay]).digest != catalog_in(directory).digest
