"""What explains a need: how it is scored, and who serves it."""

from __future__ import annotations

from textual.content import Content

from fwwizard.core.evaluation import Evaluation
from fwwizard.core.fit import fit_factor, served
from fwwizard.core.model import Need
from fwwizard.core.wording import category_name, evidence_name
from fwwizard.errors import printable
from fwwizard.tui.widgets.detail import Entry, Explanation, said
from fwwizard.tui.widgets.marks import MUTED, names


def need_explained(evaluation: Evaluation, need: Need, key: str) -> Explanation:
    """Help, evidence, the best three and the unknown ones."""
    ticked = need.id in evaluation.session.project.needs
    state = (" · needed" if ticked else " · not ticked") + (" · yours" if need.own else "")
    title = Content.assemble((printable(need.name), "bold"), (state, MUTED))
    entries = [said("", printable(need.help)), *_evidence(evaluation, need), *_served(evaluation, need)]
    factor = fit_factor(evaluation.catalog.model)
    if factor:
        entries.append(said("counts in", printable(factor) + ("" if ticked else ", once it is ticked")))
    return Explanation(title, tuple(entries), key)


def _evidence(evaluation: Evaluation, need: Need) -> list[Entry]:
    model = evaluation.catalog.model
    category = category_name(model, need.category)
    if not need.evidence:
        return [said("scored by", printable(f"the article's view alone: {category} or not"))]
    first, *rest = [evidence_name(model, evidence) for evidence in need.evidence]
    entries = [said("scored by", printable(", ".join([first, *map(_within, rest)])))]
    if need.category:
        entries.append(said("articles", printable(f"recommend {category} frameworks"), MUTED))
    return entries


def _within(name: str) -> str:
    """A name as it stands within a sentence: small, unless it begins like `WebSockets` or `AI`."""
    first = name.split(maxsplit=1)[0] if name else ""
    return name[:1].lower() + name[1:] if first[1:].islower() else name


def _served(evaluation: Evaluation, need: Need) -> list[Entry]:
    found = served(evaluation, need)
    best = [f"{one.standing.name} {round(one.value.mid * 100)}" for one in found[:3]]
    unknown = [one.standing.name for one in found if one.unknown]
    entries = [said("served best", names(best))] if best else []
    if unknown:
        entries.append(said("not known", f"in part: {names(unknown, 8)}"))
    return entries
