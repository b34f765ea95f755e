"""What stands where a framework and a column of the comparison table meet."""

from __future__ import annotations

from fwwizard.core.assessment import total
from fwwizard.core.catalog import LEVELS, Fact, Framework
from fwwizard.core.cell import NOT_KNOWN, NOT_STATED, NOT_TOLD, Cell, Told, text_cell
from fwwizard.core.columns import Column
from fwwizard.core.evaluation import Evaluation
from fwwizard.core.evidence import Backing, backing, of_fact
from fwwizard.core.flags import SEVERITY, shown_value
from fwwizard.core.model import Attribute, capabilities_of
from fwwizard.core.rounding import points
from fwwizard.core.sources import place, web_address
from fwwizard.core.standing_cells import factor_cell, factor_told, standing_cell, standing_told
from fwwizard.core.usage import Active
from fwwizard.core.value_functions import Coverage, ExperienceFit, LanguageFit, LearningCurve, Levels, Needs
from fwwizard.core.wording import category_name, language_name


class Cells:
    """Reads the cells of one evaluation, each once."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        model = evaluation.catalog.model
        self._active = {a.attribute.id: a for of in evaluation.assessment.usage.active for a in of}
        self._attributes = {attribute.id: attribute for attribute in model.attributes}
        self._readers: dict[str, Attribute] = {}
        for attribute in model.attributes:
            self._readers.setdefault(attribute.fact_id, attribute)
        self._levels = {r.fact: r.levels for r in model.requirements if r.fact}
        self._known: dict[tuple[str, str], Cell] = {}

    def cell(self, column: Column, framework: Framework) -> Cell:
        """The cell."""
        key = (column.id, framework.id)
        if key not in self._known:
            self._known[key] = self._read(column, framework)
        return self._known[key]

    def told(self, column: Column, framework: Framework) -> Told:
        """The cell at length, with what it rests on."""
        match column.kind:
            case "standing":
                return standing_told(self.evaluation, column.of, framework.id)
            case "factor":
                return factor_told(self.evaluation, column.of, framework.id)
            case "about":
                return Told("; ".join(about(self.evaluation, framework, column.of)) or NOT_STATED.text)
            case "claim":
                return self._claim_told(framework, column.of)
            case "fact":
                fact = framework.fact(column.of)
                found = of_fact(framework, fact, self._meaning(column.of, fact))
                return self._told(framework, found, fact.own)
            case "attribute":
                return self._attribute_told(framework, self._attributes[column.of])
            case "capability":
                return self._capability_told(framework, column.of)
            case "flag":
                finding = self.evaluation.findings(framework.id)[column.of]
                return Told(f"{finding.state}. {finding.sentence}", "computed")

    def _read(self, column: Column, framework: Framework) -> Cell:
        match column.kind:
            case "standing":
                return standing_cell(self.evaluation, column.of, framework.id)
            case "factor":
                return factor_cell(self.evaluation, column.of, framework.id)
            case "about":
                return text_cell("; ".join(about(self.evaluation, framework, column.of)), framework.own)
            case "claim":
                said = [claim.says for claim in framework.claims if claim.topic == column.of]
                return text_cell("; ".join(said))
            case "fact":
                return self._fact_cell(column.of, framework.fact(column.of))
            case "attribute":
                return self._attribute_cell(framework, self._attributes[column.of])
            case "capability":
                found = framework.capability(column.of)
                known = found.level in LEVELS
                return Cell(found.level, float(-LEVELS.index(found.level)), found.own) if known else NOT_KNOWN
            case "flag":
                state = self.evaluation.findings(framework.id)[column.of].state
                return NOT_KNOWN if state == "unknown" else Cell(state, float(SEVERITY[state]))

    # ── facts ────────────────────────────────────────────────────────────────

    def _fact_cell(self, fact_id: str, fact: Fact) -> Cell:
        if not fact.known and fact.low is None:
            return NOT_KNOWN
        unit = f" {fact.unit}" if fact.unit else ""
        if fact.number is None and fact.low is not None and fact.high is not None:
            return Cell(f"~{shown_value(fact)}{unit}", (fact.low + fact.high) / 2, fact.own)
        meaning = self._meaning(fact_id, fact) if fact.number is not None else ""
        text = f"{shown_value(fact)}{unit}" + (f" · {meaning}" if meaning else "")
        return Cell(text, self._fact_key(fact_id, fact), fact.own)

    def _fact_key(self, fact_id: str, fact: Fact) -> float | str:
        """A number as it is; a word by what it is worth, where a rule says so."""
        if fact.number is not None:
            return fact.number
        word = fact.word or ""
        reader = self._readers.get(fact_id)
        levels = reader.value.levels if reader is not None and isinstance(reader.value, Levels) else None
        worth = (levels or self._levels.get(fact_id, {})).get(word)
        if worth is None and isinstance(fact.value, bool):
            return float(fact.value)
        return word.casefold() if worth is None else worth

    def _meaning(self, fact_id: str, fact: Fact) -> str:
        """What a word or number of a fact means, where the model says so."""
        reader = self._readers.get(fact_id)
        if reader is None or not isinstance(reader.value, Levels | LearningCurve):
            return ""
        return reader.value.anchors.get(fact.word or shown_value(fact), "")

    # ── capabilities, attributes, claims ─────────────────────────────────────

    def _capability_told(self, framework: Framework, capability: str) -> Told:
        found = framework.capability(capability)
        how = f": {found.how}" if found.how else ""
        ground = "unknown" if found.level == "unknown" else found.basis
        backed = Backing(f"{found.level}{how}", ground, found.source, found.as_of or framework.as_of)
        return self._told(framework, backed, found.own)

    def _attribute_cell(self, framework: Framework, attribute: Attribute) -> Cell:
        active = self._reading(attribute)
        if active is None:
            return NOT_TOLD
        evaluation = self.evaluation
        usage, session = evaluation.assessment.usage, evaluation.session
        assessor = evaluation.evaluator.assessor
        if backing(assessor, framework, active, usage, session).ground == "unknown":
            return NOT_KNOWN
        value = total(assessor.atoms(framework, active, usage, session))
        own = framework.fact(attribute.fact_id).own
        return Cell(f"{'' if value.known else '~'}{points(value.mid)}", value.mid, own)

    def _attribute_told(self, framework: Framework, attribute: Attribute) -> Told:
        active = self._reading(attribute)
        if active is None:
            return Told("The team has not told what this reads.", "said")
        evaluation = self.evaluation
        found = backing(
            evaluation.evaluator.assessor,
            framework,
            active,
            evaluation.assessment.usage,
            evaluation.session,
        )
        cell = self._attribute_cell(framework, attribute)
        worth = f"{cell.text} of 100: " if cell.known else ""
        text = f"{worth}{found.text}"
        backed = Backing(text, found.ground, found.source, found.as_of)
        return self._told(framework, backed, cell.own)

    def _reading(self, attribute: Attribute) -> Active | None:
        """How the attribute is read where it does not count in this session; None: not told."""
        if attribute.id in self._active:
            return self._active[attribute.id]
        if isinstance(attribute.value, Coverage | Needs | LanguageFit | ExperienceFit):
            return None
        return Active(attribute, 1.0, capabilities_of(attribute))

    def _claim_told(self, framework: Framework, topic: str) -> Told:
        claims = [claim for claim in framework.claims if claim.topic == topic]
        if not claims:
            return Told(NOT_STATED.text, "unknown")
        source, catalog = claims[0].source, self.evaluation.catalog
        where = "; ".join(dict.fromkeys(place(c.source, framework, catalog) for c in claims))
        said = "; ".join(claim.says for claim in claims)
        return Told(said, "a claim, not scored", where, web_address(source, framework, catalog))

    def _told(self, framework: Framework, found: Backing, own: bool) -> Told:
        catalog = self.evaluation.catalog
        where = place(found.source, framework, catalog)
        link = web_address(found.source, framework, catalog)
        return Told(found.text, found.ground, where, link, found.as_of, own)


def about(evaluation: Evaluation, framework: Framework, of: str) -> tuple[str, ...]:
    """What the catalog says of a framework in general; empty where it says nothing."""
    catalog = evaluation.catalog
    model = catalog.model
    match of:
        case "categories":
            return (", ".join(category_name(model, c) for c in framework.categories),)
        case "languages":
            return (", ".join(language_name(model, x) for x in framework.languages),)
        case "runs_on":
            return (", ".join(f"{runtime} {v}" for runtime, v in framework.runtimes.items()),)
        case "builds_on":
            found = [catalog.framework(f) for f in framework.builds_on]
            return (", ".join(f.name for f in found if f is not None) or "nothing in this catalog",)
        case "first_release":
            return (framework.first_release.isoformat() if framework.first_release else "",)
        case "strengths" | "watchouts" | "best_for":
            texts: tuple[str, ...] = getattr(framework, of)
            return texts
        case _:
            plain = {
                "summary": framework.summary,
                "license": framework.license,
                "version": framework.latest_version,
            }
            return (plain[of],)
