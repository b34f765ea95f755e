"""The beginning of a framework's file: every fact that the rules read, unknown, with what it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from fwwizard.core.audit import capabilities_read, facts_read
from fwwizard.core.flags import facts_of
from fwwizard.core.model import Model
from fwwizard.core.value_functions import LearningCurve, Levels, Linear, Log, Piecewise, ValueFunction
from fwwizard.core.wording import capability_name, fact_name
from fwwizard.errors import printable

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def framework_skeleton(model: Model, framework_id: str) -> str:
    """A file that is valid as it stands, with everything unknown, and says what may be filled in.

    Args:
        model: whose rules say which facts and capabilities are read.
        framework_id: small letters, digits and hyphens.
    """
    return "\n".join([*_head(model, framework_id), *_facts(model), *_capabilities(model), *_rest(), ""])


def _head(model: Model, framework_id: str) -> Iterator[str]:
    name = framework_id.replace("-", " ").title()
    languages = ", ".join(f'"{language.id}"' for language in model.languages)
    categories = ", ".join(f'"{category.id}"' for category in model.categories)
    yield "# Fill in what you know; what stays unknown is shown so and widens the band of the score."
    yield "# A fact is a bare value, or a table; low and high stand for value where only a range is known:"
    yield '# authors = { value = 12, how = "…", source = "https://…", as_of = 2026-11-21, basis = "measured"}'
    yield "# A source is an address, a path in the repository, docs:PATH, pkg:REGISTRY/NAME or ref:ID of the"
    yield "# catalog. A basis is documented (left out), measured or judgement. What is known needs a source"
    yield "# and a day. Then run: fwwizard catalog check"
    yield f'id = "{framework_id}"'
    yield f'name = "{name}"'
    yield 'summary = ""'
    yield f"languages = []            # {_comment(languages) or 'any'}"
    yield f"categories = []           # {_comment(categories) or 'any'}"
    yield '# runtimes = { python = ">=3.11" }'
    yield '# builds_on = ["ID"]      # frameworks underneath: their flaws count, experience with them helps'
    yield '# license = "MIT"'
    yield '# homepage = "https://…"'
    yield '# repository = "OWNER/NAME"'
    yield '# package = { registry = "pypi", name = "…" }'
    yield "# first_release = 2020-01-31"
    yield '# latest_version = "1.0.0"'
    yield "# as_of = 2026-11-21      # the day of every fact below that names no day of its own"
    yield "strengths = []"
    yield "watchouts = []"
    yield "best_for = []"


def _facts(model: Model) -> Iterator[str]:
    yield from ("", "[facts]")
    flags: dict[str, str] = {}
    for rule in model.flags:
        for fact in facts_of(rule):
            flags.setdefault(fact, rule.name)
    for fact in sorted(facts_read(model)):
        about = fact_name(model, fact)
        read_by = f", read by the flag {flags[fact]}" if fact in flags else ""
        yield f"# {_comment(f'{about}{read_by}')}"
        yield from (f"#   {_comment(line)}" for line in _choices(model, fact))
        yield f'{_key(fact)} = "unknown"'


def _choices(model: Model, fact: str) -> Iterator[str]:
    """What the fact may be, as the rules that read it say; each word once, with its meaning if it has one."""
    said = dict.fromkeys(chain(_by_functions(model, fact), _by_conditions(model, fact)))
    anchored = {line.partition(":")[0] for line in said if ":" in line}
    yield from (line for line in said if ":" in line or line not in anchored)


def _by_functions(model: Model, fact: str) -> Iterator[str]:
    for attribute in model.attributes:
        if attribute.fact_id == fact:
            yield from _of_function(attribute.value)
    for requirement in model.requirements:
        if requirement.fact == fact:
            yield from _words(requirement.levels, {})
    for evidence in (e for need in model.needs for e in need.evidence):
        if evidence.fact == fact:
            yield from _of_function(evidence.value)


def _by_conditions(model: Model, fact: str) -> Iterator[str]:
    for rule in model.flags:
        for condition in (c for groups in (rule.raised, rule.watch) for group in groups for c in group):
            if condition.fact != fact:
                continue
            if condition.among:
                yield f"for example {', '.join(condition.among)}"
            elif condition.older_than_days is not None:
                yield 'a day such as "2026-08-05"'
            else:
                yield "a number"


def _of_function(function: ValueFunction) -> Iterator[str]:
    match function:
        case Levels(levels=levels, anchors=anchors):
            yield from _words(levels, anchors)
        case LearningCurve(worst=worst, best=best, anchors=anchors):
            yield f"a number from {best:g} (best) to {worst:g} (worst)"
            yield from (f"{word}: {meaning}" for word, meaning in anchors.items())
        case Linear(worst=worst, best=best) | Log(worst=worst, best=best):
            yield f"a number; {worst:g} is worst, {best:g} is best"
        case Piecewise(points=points):
            yield f"a number from {points[0][0]:g} to {points[-1][0]:g}"
        case _:
            pass


def _words(levels: Mapping[str, float], anchors: Mapping[str, str]) -> Iterator[str]:
    for word in sorted(levels, key=lambda word: -levels[word]):
        yield f"{word}: {anchors[word]}" if word in anchors else word


def _capabilities(model: Model) -> Iterator[str]:
    yield ""
    yield "# built-in: in its own package or one that it requires; official: a separate package of the same"
    yield "# makers; ecosystem: the usual maintained package of others; manual: nothing usual."
    yield '# For example: api_docs = { level = "built-in", how = "OpenAPI", source = "docs/api.md" }'
    yield "[capabilities]"
    for capability in sorted(capabilities_read(model)):
        name = _comment(capability_name(model, capability))
        yield f'{_key(capability)} = {{ level = "unknown" }}  # {name}'


def _rest() -> Iterator[str]:
    yield ""
    yield "# What others say of it, shown and never scored:"
    yield "# [[claims]]"
    yield '# topic = "strength"'
    yield '# says = "…"'
    yield '# source = "https://…"'


def _key(some_id: str) -> str:
    if _BARE.fullmatch(some_id):
        return some_id
    escaped = some_id.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _comment(text: str) -> str:
    """A text of the catalog within a comment: one line, nothing that a terminal obeys."""
    return printable(text)
