"""Sessions and catalogs whose every text tries to be more than text."""

from __future__ import annotations

from dataclasses import replace

from fwwizard.core.model import Catalog
from fwwizard.core.session import Decision, FlagVerdict, Project, ProofOfConcept, Session
from tests.catalogs import invented
from tests.core.build import session

ATTACKS = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "| a | b |",
    "`code` ```fence```",
    "# heading\n\n## other",
    "- [ ] item\n1. one",
    "\x1b[31mred\x1b[0m \x07 \x9b31m",
    "\u202eesrever\u202c \u2066hidden\u2069 \ufeff",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "*bold* _em_ __strong__ ~~gone~~ $x$",
    "--- \\ === \\",
    '"><img src=x onerror=alert(1)>',
    "<https://evil.example> <!-- -->",
    "{{ 7 * 7 }} {% raw %}",
)
ALL = " ".join(ATTACKS)


def hostile_catalog() -> Catalog:
    """The invented catalog with an attack in every text of the leader that a report shows."""
    catalog = invented()
    model = catalog.model
    frameworks = tuple(
        replace(
            f,
            name=f"{f.id} {ALL}",
            strengths=ATTACKS,
            watchouts=ATTACKS,
            facts={k: replace(v, how=ALL, source=f"https://x.example/{ALL}") for k, v in f.facts.items()},
            capabilities={k: replace(v, how=ALL, source=ALL) for k, v in f.capabilities.items()},
        )
        for f in catalog.frameworks
    )
    model = replace(
        model,
        version=ALL,
        title=ALL,
        factors=tuple(replace(f, name=f"{f.id} {ALL}", best=ALL) for f in model.factors),
        requirements=tuple(replace(r, name=f"{r.id} {ALL}") for r in model.requirements),
        needs=tuple(replace(n, name=f"{n.id} {ALL}") for n in model.needs),
        flags=tuple(replace(f, name=f"{f.id} {ALL}", sentence=ALL) for f in model.flags),
    )
    return replace(catalog, model=model, frameworks=frameworks, digest=ALL)


def hostile_session() -> Session:
    """A session that says something everywhere, an attack each time."""
    ids = [f.id for f in invented().frameworks]
    flag = invented().model.flags[0].id
    return session(
        [["team"], ["time_to_market"], ["performance"], ["future"]],
        name=ALL,
        id=ALL,
        project=Project(
            current=ids[0], excluded={ids[1]: ALL}, needs=("json_api",), runtimes={"python": ALL}
        ),
        checklist={"authentication": "must", "websockets": "want"},
        flags={framework: {flag: FlagVerdict("accept", reason=ALL)} for framework in ids},
        decision=Decision("accepted", ids[2], ATTACKS, ALL),
        poc=ProofOfConcept(None, ATTACKS, dict.fromkeys(ids, ALL)),
    )
