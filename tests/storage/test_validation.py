from __future__ import annotations

from pathlib import Path

import pytest

from fwwizard.core.model import Model
from fwwizard.core.session import Session
from fwwizard.errors import InputError
from fwwizard.storage.toml_text import parse_document
from fwwizard.storage.validation import validated

HEAD = """\
format = 1
id = "a"
name = "n"
created = 2026-11-21T10:00:00Z
updated = 2026-11-21T10:00:00Z
step = "fit"
priorities.ranking = [["team"]]
"""
MODEL = (
    'format = 1\nversion = "x"\n[[factors]]\nid = "f"\nname = "F"\n[[attributes]]\nid = "q"\nfactor = "f"\n'
)


def refused(text: str, kind: type = Session) -> str:
    with pytest.raises(InputError) as caught:
        validated(parse_document(text.encode(), Path("x.toml")), kind)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("proyect = 1", '8:1: proyect: is an unknown key; did you mean "project"?'),
        ("zzz = 1", "8:1: zzz: is an unknown key"),
        ("targets.memory = '5'", '8:9: targets.memory: must be a number, not "5"'),
        ("targets.memory = inf", "8:9: targets.memory: must be a finite number"),
        ("targets.memory = nan", "8:9: targets.memory: must be a finite number"),
        ("targets.memory = 99999999999999999999", "8:9: targets.memory: is a number out of range"),
        ("targets.memory = true", "8:9: targets.memory: must be a number, not true"),
        ("project.needs = 'x'", '8:9: project.needs: must be a list, not "x"'),
        ("project = 3", "8:1: project: must be a table, not 3"),
        ("project.concurrent_users = 1.5", "8:9: project.concurrent_users: must be a whole number, not 1.5"),
        ("poc.start = '2026-13-01'", '8:5: poc.start: must be a day such as 2026-11-21, not "2026-13-01"'),
        (
            "project.languages.python = 'exprt'",
            '8:19: project.languages.python: must be "expert", "working", "learning" or "open", not "exprt"'
            '; did you mean "expert"?',
        ),
        ("checklist.cors = 'mus'", '8:11: checklist.cors: must be "must", "want" or { must = … }, not "mus"'),
        ("checklist.cors = 3", '8:11: checklist.cors: must be "must", "want" or { must = … }, not 3'),
        ("checklist.cors = { must = 3 }", "8:20: checklist.cors.must: must be text, not 3"),
        (
            "checklist.cors = { mst = 'official' }",
            '8:20: checklist.cors.mst: is an unknown key (and 1 more); did you mean "must"?',
        ),
        ("retired.x = [1]", "8:9: retired.x: must be text, a whole number, a number or true or false"),
        ("[flags.fastapi.activity]\nreason = 'x'", "8:16: flags.fastapi.activity.verdict: is missing"),
        (
            "[[changes]]\nat = 2026-11-21T10:00:00Z\nedit = 'a'\n[[changes]]\nat = 5\nedit = 'b'",
            "12:1: changes[1].at: must be a time such as 2026-11-21T10:00:00Z, not 5",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_one_sentence(text: str, sentence: str) -> None:
    assert refused(HEAD + text) == f"x.toml:{sentence}"


@pytest.mark.parametrize(
    ("value", "column", "sentence"),
    [
        ("{ kind = 'log', worst = 'x', best = 2 }", 25, 'worst: must be a number, not "x"'),
        (
            "{ kind = 'log', worst = 1, bset = 2 }",
            36,
            'bset: is an unknown key (and 1 more); did you mean "best"?',
        ),
        ("{ kind = 'log', worst = 1 }", 1, "best: is missing"),
        ("{ worst = 1, best = 2 }", 1, "kind: is missing"),
        ("{ kind = 'piecewise', points = [[1, 2], [1]] }", 49, "points[1]: must be a list of 2"),
        ("{ kind = 'piecewise', points = [[1, 2, 3], [1, 2]] }", 41, "points[0]: must be a list of 2"),
    ],
)
def test_of_a_value_function_only_the_kind_that_is_meant_speaks(
    value: str, column: int, sentence: str
) -> None:
    assert refused(f"{MODEL}value = {value}", Model) == f"x.toml:9:{column}: attributes.q.value.{sentence}"


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    told = refused(f"{MODEL}value = {{ kind = 'levls', levels = {{}} }}", Model)
    assert told.startswith(
        'x.toml:9:11: attributes.q.value.kind: must be "direct", "linear", "log", "piecewise", '
    )
    assert told.endswith('not "levls"; did you mean "levels"?')


def test_a_value_function_that_is_no_table_is_refused() -> None:
    assert refused(f"{MODEL}value = 3", Model) == "x.toml:9:1: attributes.q.value: must be a table, not 3"


def test_a_key_that_must_be_one_of_some_words_is_refused_as_a_key() -> None:
    told = refused(f"{MODEL}value.kind = 'direct'\n[capability_values]\noffical = 1", Model)
    assert told == 'x.toml:11:1: capability_values.offical: is an unknown key; did you mean "official"?'


def test_several_mistakes_give_the_first_by_line_and_their_number() -> None:
    told = refused(HEAD.replace('"fit"', '"fitt"') + "targets.x = 'a'\nproject.needs = 3")
    assert told.startswith('x.toml:6:1: step: must be "project", ')
    assert 'not "fitt" (and 2 more); did you mean "fit"?' in told


def test_control_characters_and_endless_values_do_not_reach_the_sentence() -> None:
    told = refused(f'{HEAD}targets."\\u001b[31m\\u202e" = "{"x" * 500}"')
    assert told.isprintable()
    assert len(told) < 200


def test_lists_do_not_nest_without_end() -> None:
    assert refused(f"{HEAD}targets = {'[' * 100}{']' * 100}") == "x.toml:8:1: targets: is nested too deeply"
