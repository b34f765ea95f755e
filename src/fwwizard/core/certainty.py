"""How sure the verdict is, what would change it and what to find out: in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fwwizard.core.acceptability import Shares, first_ranks, index_against
from fwwizard.core.catalog import Framework
from fwwizard.core.evaluation import Evaluation, Standing
from fwwizard.core.findout import Question, questions
from fwwizard.core.flips import Flip, flips
from fwwizard.core.points import what_orders
from fwwizard.core.robustness import CLEAR, Sureness, if_confirmed, quality, sureness, survives, worth_moving
from fwwizard.core.rounding import points
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios
from fwwizard.core.session import Ranking
from fwwizard.core.verdict import listed
from fwwizard.core.wording import TO_THE_TEAM, Voice, capability_name, fact_name, measure_name

SHOWN = 5
"""How many frameworks, and how many questions, are worth reading."""

HARDLY = 0.005
"""Shares below this are not shown."""

_SURE: dict[Sureness, str] = {"clear": "Clear", "close": "Close", "too-close": "Too close to call"}
_QUALITY = {
    "strong": "strong in what {you} ranked",
    "fair": "fair in what {you} ranked, not strong",
    "poor": "poor in what {you} ranked: the best of a weak field",
}
_FORMULAS = {
    "rank_sum": "rank sum",
    "rank_reciprocal": "rank reciprocal",
    "sum_reciprocal": "sum reciprocal",
    "equal": "equal weights",
}


def sure_sentence(scenarios: Scenarios, voice: Voice = TO_THE_TEAM) -> str:
    """How sure the lead is, and against whom it is least so; empty where nobody passes."""
    evaluation = scenarios.evaluation
    leader = evaluation.leader
    if leader is None:
        return ""
    rivals = [s for s in evaluation.contest if s is not leader]
    how = f"It is {_QUALITY[quality(leader.score)].format(you=voice.you)}."
    if not rivals:
        return how
    indices = {s.framework: index_against(scenarios, leader.framework, s.framework) for s in rivals}
    nearest = min(indices, key=lambda framework: (indices[framework], framework))
    found = sureness(scenarios)
    start = f"{_SURE[found]}: " if found is not None else ""
    order = what_orders(evaluation.session, voice.your)
    if indices[nearest] >= 1:
        against = f"{leader.name} is ahead of every rival that passes, whatever the weights {order} allows"
    else:
        share = percent(indices[nearest])
        against = (
            f"{leader.name} beats {evaluation.standing(nearest).name}, the rival most often ahead of it, "
            f"in {share} of the weightings {order} allows"
            f"{_drawn(scenarios, [leader.framework, nearest])}"
        )
    if found == "close" and indices[nearest] >= CLEAR:
        against += f"; {_not_clear(scenarios, leader, rivals)}"
    return f"{start}{against}. {how}"


def survival_sentence(evaluation: Evaluation) -> str:
    """Whether the leader leads under the other weight formulas too."""
    leader = evaluation.leader
    if leader is None:
        return ""
    found = survives(evaluation)
    lost = [_FORMULAS[name] for name, holds in found.items() if not holds]
    if not lost:
        return f"{leader.name} also leads under rank sum, rank reciprocal, sum reciprocal and equal weights."
    return f"{leader.name} would not lead under {listed(lost, 'or')}."


def staying_sentence(scenarios: Scenarios) -> str:
    """Whether to stay with what runs today, and what a move costs; empty where nothing runs."""
    evaluation = scenarios.evaluation
    current = evaluation.session.project.current
    framework = evaluation.catalog.framework(current)
    if framework is None:
        return ""
    standing = evaluation.standing(current)
    if standing.status == "excluded":
        why = "; ".join(r.text for r in standing.reasons if r.status == "excluded")
        return f"{framework.name}, which runs today, is out: {why}."
    move = worth_moving(scenarios)
    if move is None:
        return f"{framework.name} runs today and leads: stay."
    leader = next(iter(evaluation.contest))
    lead = points(leader.score) - points(standing.score)
    behind = f"{framework.name} runs today and scores {points(standing.score)}, {lead} behind {leader.name}"
    if move:
        return f"{behind}: worth a move. {moving_cost(evaluation, framework, leader.framework)}"
    return f"{behind}: stay, the lead is too small or too unsure to pay for a move."


def moving_cost(evaluation: Evaluation, framework: Framework, to: str) -> str:
    """What moving costs, from what is known: another language, or rewriting in the same."""
    other = evaluation.catalog.framework(to)
    shared = other is not None and set(framework.languages) & set(other.languages)
    if other is not None and (framework.id in other.builds_on or other.id in framework.builds_on):
        return f"{other.name} and {framework.name} share their foundation: the move can go piece by piece."
    if shared:
        return "The move costs a rewrite of handlers, data access and tests; the language stays."
    return "The move costs a rewrite in another language, and the time to learn it."


def flip_sentence(evaluation: Evaluation, flip: Flip, voice: Voice = TO_THE_TEAM) -> str:
    """One flip as a sentence."""
    model = evaluation.catalog.model
    winner = evaluation.standing(flip.winner).name
    match flip.kind:
        case "ranking":
            swaps = f"{flip.swaps} {'swap' if flip.swaps == 1 else 'swaps'}"
            return f"{winner} leads after {swaps}: {ranking_words(evaluation, flip.ranking)}"
        case "weight":
            now = evaluation.weights[flip.factor]
            name = next(f.name for f in model.factors if f.id == flip.factor)
            at = flip.weight or 0.0
            direction = "rises to" if at >= now else "falls to"
            return f"{winner} leads when {name} {direction} {percent(at)} (now {percent(now)})"
        case "must":
            name = next((r.name for r in model.requirements if r.id == flip.requirement), flip.requirement)
            return f"{winner} leads if {name} is no must"
        case "flag":
            of = evaluation.standing(flip.framework).name
            flag = next((f.name for f in model.flags if f.id == flip.id), flip.id).lower()
            if flip.change == "none":
                return f"{winner} leads without {voice.your} verdict on {of}, {flag}"
            return f"{winner} leads if {flag} of {of} is a major concern"
        case "need":
            name = next((n.name for n in model.needs if n.id == flip.id), flip.id)
            return f"{winner} leads if “{name}” {'is ticked' if flip.change == 'tick' else 'is not ticked'}"
        case _:
            of = evaluation.standing(flip.framework).name
            end = "as bad" if flip.change == "lowest" else "as good"
            return f"{winner} leads if {evidence_words(evaluation, flip.id)} of {of} is {end} as it can be"


def flip_sentences(evaluation: Evaluation, found: tuple[Flip, ...], voice: Voice = TO_THE_TEAM) -> list[str]:
    """The flips worth reading: the nearest ranking with how many others, the nearest of each kind."""
    rankings = [flip for flip in found if flip.kind == "ranking"]
    lines = [flip_sentence(evaluation, flip, voice) for flip in rankings[:1]]
    if len(rankings) > 1:
        others = len(rankings) - 1
        lines[0] += f" (and under {others} other {'order' if others == 1 else 'orders'} as near)"
    weights = sorted((f for f in found if f.kind == "weight"), key=lambda f: _distance(evaluation, f))
    lines += [flip_sentence(evaluation, flip, voice) for flip in weights[:3]]
    for kind in ("must", "flag", "fact", "need"):
        lines += [flip_sentence(evaluation, flip, voice) for flip in found if flip.kind == kind][:3]
    if not lines:
        return [f"Nothing within {what_orders(evaluation.session, voice.your)} changes the winner."]
    return lines if rankings else ["No reordering within three swaps changes the winner.", *lines]


def _distance(evaluation: Evaluation, flip: Flip) -> float:
    return abs((flip.weight or 0.0) - evaluation.weights[flip.factor])


def question_sentence(evaluation: Evaluation, question: Question) -> str:
    """One thing worth finding out, and why."""
    model = evaluation.catalog.model
    if question.kind == "flag":
        name = next((f.name for f in model.flags if f.id == question.id), question.id)
        return f"{name}: not known for any framework that is left"
    of = evaluation.standing(question.framework).name
    chance = percent(question.probability or 0.0)
    if question.kind == "must":
        name = next((r.name for r in model.requirements if r.id == question.id), question.id)
        return f"{of}, {name}: it would lead if confirmed ({chance} of the levels will do)"
    return f"{of}, {evidence_words(evaluation, question.id)}: changes the winner in {chance} of its range"


def evidence_words(evaluation: Evaluation, key: str) -> str:
    """What the key of an atom is called: `capability:ID`, `fact:ID`, `figures:MEASURE`."""
    model = evaluation.catalog.model
    kind, _, name = key.partition(":")
    if kind == "capability":
        return capability_name(model, name).lower()
    if kind == "figures":
        return measure_name(model, name).lower()
    return fact_name(model, name).lower()


def ranking_words(evaluation: Evaluation, ranking: Ranking) -> str:
    """A ranking in words, `=` between tied factors."""
    names = {f.id: f.name for f in evaluation.catalog.model.factors}
    return " > ".join(" = ".join(names.get(f, f) for f in group) for group in ranking)


def central_words(evaluation: Evaluation, shares: Shares, framework: str) -> str:
    """What those care about who would pick a framework: its heaviest factors; empty if never first."""
    names = {f.id: f.name for f in evaluation.catalog.model.factors}
    weights = shares.central_weights.get(framework, {})
    heaviest = sorted(weights, key=lambda f: -weights[f])[:3]
    if not heaviest:
        return ""
    name = evaluation.standing(framework).name
    shown = listed([f"{names.get(f, f)} {percent(weights[f])}" for f in heaviest])
    return f"Who picks {name} cares on average about {shown}."


def percent(share: float) -> str:
    """A share as whole percent; never 0 or 100 for what is not exactly so."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "under 1 %"
    if whole == 100 and share < 1:
        return "over 99 %"
    return f"{whole} %"


def _drawn(scenarios: Scenarios, only: list[str] | None = None) -> str:
    """Says that unknown facts were drawn, where intervals take part."""
    names = only if only is not None else list(scenarios.candidates)
    if any(not scenarios.candidates[name].known for name in names):
        return ", unknown facts drawn evenly from their ranges"
    return ""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the verdict is, in sentences and shares."""

    sure: str
    first: tuple[tuple[str, float], ...]
    """Who is first how often, by name, the most frequent first; those that are hardly ever left out."""
    first_note: str
    """Under which weightings, and how exact."""
    shares: Mapping[str, float]
    """Who is first how often, of every candidate, by framework."""
    picked_by: str
    """What those care about who would pick the leader."""
    survival: str
    staying: str
    flips: tuple[str, ...]
    questions: tuple[str, ...]


def certainty(
    evaluation: Evaluation, samples: Samples, stopped: Callable[[], bool] | None = None
) -> Certainty | None:
    """Everything that the verdict says about itself.

    Returns:
        None where no winner is told, or the work was given up.
    """
    if not evaluation.contest or not evaluation.tells_winner:
        return None
    scenarios = Scenarios(evaluation, samples)
    shares = first_ranks(scenarios, stopped)
    if shares is None or (stopped is not None and stopped()):
        return None
    found = flips(evaluation, stopped)
    if stopped is not None and stopped():
        return None
    first = sorted(shares.first.items(), key=lambda item: -item[1])
    leader = evaluation.contest[0]
    return Certainty(
        sure_sentence(scenarios),
        tuple((evaluation.standing(f).name, share) for f, share in first if share >= HARDLY)[:SHOWN],
        first_note(scenarios, shares),
        shares.first,
        central_words(evaluation, shares, leader.framework),
        survival_sentence(evaluation),
        staying_sentence(scenarios),
        tuple(flip_sentences(evaluation, found)),
        tuple(question_sentence(evaluation, q) for q in questions(evaluation)[:SHOWN]),
    )


def _not_clear(scenarios: Scenarios, leader: Standing, rivals: list[Standing]) -> str:
    """Why a lead in nearly all weightings is not called clear."""
    reaching = [s.name for s in rivals if scenarios.least_lead(leader.framework, s.framework) <= 0]
    if reaching:
        return f"but unknown facts could still put {listed(reaching[:3], 'or')} ahead"
    waiting = [scenarios.evaluation.standing(f).name for f in if_confirmed(scenarios)]
    if waiting:
        return f"but {listed(waiting[:3], 'or')} would not be beaten clearly, if confirmed"
    count = leader.flags.open
    signs = "a raised sign" if count == 1 else f"{count} raised signs"
    return f"but {signs} of {leader.name} {'is' if count == 1 else 'are'} not reviewed"


def first_note(scenarios: Scenarios, shares: Shares, voice: Voice = TO_THE_TEAM) -> str:
    """Of which weightings the first-rank shares are shares, and how exact they are."""
    error = f", give or take {percent(2 * shares.error)}" if shares.error else ", exactly"
    order = what_orders(scenarios.evaluation.session, voice.your)
    return f"of the weightings {order} allows{_drawn(scenarios)}{error}"
