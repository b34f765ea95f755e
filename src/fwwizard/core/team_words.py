"""A group view in sentences, the same on the screen and in every report."""

from __future__ import annotations

from fwwizard.core.certainty import percent
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.group import Owned
from fwwizard.core.movement import lowered
from fwwizard.core.rounding import points
from fwwizard.core.team import Team
from fwwizard.core.topics import NAMED, Topic
from fwwizard.core.verdict import listed

STRONG, FAIR = 0.7, 0.4
"""Kendall's W from which agreement is called strong, and fair."""


def person_outcome(evaluation: Evaluation) -> str:
    """Who leads for one person: `Django 73`, or why nobody does."""
    leader = evaluation.leader
    if not evaluation.tells_winner:
        return "not ranked yet"
    if leader is None:
        return "nobody passes"
    confirmed = " if confirmed" if leader.status == "conditional" else ""
    return f"{leader.name} {points(leader.score)}{confirmed}"


def headline(found: Team) -> str:
    """Where the group stands, in one or two sentences."""
    leaders, left = _leaders(found), found.by_regret
    if not left:
        return "Together the group's gates exclude every framework: talk about the musts first."
    if not leaders:
        return "Nobody of the group has a leader yet."
    if len(leaders) == 1 and len(next(iter(leaders.values()))) == len(found.evaluations):
        return f"{next(iter(leaders))} leads for everyone."
    each = "; ".join(f"{name} for {listed(people)}" for name, people in leaders.items())
    count = f"{len(leaders)} leaders" if len(leaders) > 1 else "One leader"
    return " ".join([f"{count}: {each}.", *_leaders_out(found), _safest(found)])


def _leaders_out(found: Team) -> list[str]:
    """Which leaders the gates of others exclude."""
    sentences = []
    for framework in dict.fromkeys(e.leader.framework for e in found.evaluations if e.leader is not None):
        owners = list(dict.fromkeys(o.owner for o in found.group.excluded.get(framework, ())))
        if owners:
            sentences.append(f"{_names(found, [framework])[0]} is out for {listed(owners)}.")
    return sentences


def _safest(found: Team) -> str:
    """Whose largest loss is the smallest."""
    framework = found.by_regret[0]
    if len(found.by_regret) == 1:
        return f"Only {_names(found, [framework])[0]} is excluded by nobody."
    loss = points(found.group.regret[framework])
    if loss == 0:
        return f"{_names(found, [framework])[0]} is the best that is left for everyone."
    most = f"{loss} {'point' if loss == 1 else 'points'}"
    return f"{_names(found, [framework])[0]} costs nobody more than {most} against the best that is left."


def _leaders(found: Team) -> dict[str, list[str]]:
    """Who leads for whom, by name, the most frequent first."""
    leaders: dict[str, list[str]] = {}
    for evaluation in found.evaluations:
        if evaluation.tells_winner and evaluation.leader is not None:
            leaders.setdefault(evaluation.leader.name, []).append(evaluation.session.name)
    return dict(sorted(leaders.items(), key=lambda item: -len(item[1])))


def agreement(found: Team) -> str:
    """How far the rankings of the priorities agree."""
    w = found.group.kendall_w
    if w is None:
        return "The priorities cannot be compared: one factor, or everything tied."
    degree = "strongly" if w >= STRONG else "fairly" if w >= FAIR else "little"
    return f"The rankings of the priorities agree {degree}: Kendall's W is {w:.2f} (0 none, 1 full)."


def split(found: Team) -> str:
    """The factor order that splits the group, empty where nobody disagrees."""
    pair = found.group.split
    if pair is None:
        return ""
    names = {f.id: f.name for f in found.evaluations[0].catalog.model.factors}
    first, second = names[pair.first], names[pair.second]
    who = [f"{listed(list(people))} rank{'s' if len(people) == 1 else ''}" for people in
           (pair.for_first, pair.for_second)]  # fmt: skip
    return f"{first} or {lowered(second)}: {who[0]} the first higher, {who[1]} the second."


def ground(found: Team) -> list[str]:
    """What everyone says, one line a kind; what nobody shares is left out."""
    model = found.evaluations[0].catalog.model
    musts = [r.name for r in model.requirements if r.id in found.ground.musts]
    needs = [n.name for n in model.needs if n.id in found.ground.needs]
    near = _names(found, list(found.ground.frameworks))
    lines = [("Near everyone's top", near), ("Musts of everyone", musts), ("Needed by everyone", needs)]
    return [f"{label}: {', '.join(names)}" for label, names in lines if names]


def out_for_everyone(found: Team) -> list[str]:
    """The names of the frameworks that everyone's own gates exclude."""
    everyone = {e.session.name for e in found.evaluations}
    out = [f for f, owned in found.group.excluded.items() if {o.owner for o in owned} == everyone]
    return _names(found, out)


def excluded_by_some(found: Team) -> list[tuple[str, str]]:
    """Each framework that only some people's gates exclude, with every reason and its owners.

    Those that stand high with somebody come first.
    """
    everyone = {e.session.name for e in found.evaluations}
    some = {f: owned for f, owned in found.group.excluded.items() if {o.owner for o in owned} != everyone}
    order = sorted(some, key=lambda f: (_best_rank(found, f), f))
    names = _names(found, order)
    return [(name, _owners(some[f])) for name, f in zip(names, order, strict=True)]


def _best_rank(found: Team, framework: str) -> int:
    ranks = [e.standing(framework).rank for e in found.evaluations]
    return min((rank for rank in ranks if rank is not None), default=len(found.group.excluded))


def _owners(owned: tuple[Owned, ...]) -> str:
    reasons = dict.fromkeys(one.reason.text for one in owned)
    said = [(text, [o.owner for o in owned if o.reason.text == text]) for text in reasons]
    return "; ".join(f"{text} ({listed(owners)})" for text, owners in said)


def topic_effect(found: Team, topic: Topic) -> str:
    """Whose leader a topic would turn, or how far it moves a score; empty for who has not ranked."""
    if topic.kind == "unranked":
        return ""
    if not topic.turns:
        return f"It turns no leader; the largest move of a score is {topic.effect * 100:.1f} points."
    count, of = len(topic.turns), len(found.evaluations)
    whose = listed(list(topic.turns)) if count <= NAMED else f"{count} of {of}"
    return f"Settling it can turn the leader of {whose}."


def shares_note(found: Team) -> str:
    """What the shares of the mixture are."""
    error = f", give or take {percent(2 * found.error)}" if found.error else ""
    return f"Share of first ranks over everyone's weightings mixed evenly{error}."


def notes(found: Team) -> list[str]:
    """What one should know of the catalogs."""
    catalog = found.evaluations[0].catalog
    others = [
        e.session.name
        for e in found.evaluations
        if e.session.catalog.digest and e.session.catalog.digest != catalog.digest
    ]
    if not others:
        return []
    was = "was" if len(others) == 1 else "were"
    version = catalog.model.version
    return [f"{listed(others)} {was} made with another catalog; all are evaluated with {version}."]


def _names(found: Team, frameworks: list[str]) -> list[str]:
    names = {f.id: f.name for f in found.evaluations[0].catalog.frameworks}
    return [names[f] for f in frameworks]
