"""Reads a catalog from its TOML files, and lays the user's overlays over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from fwwizard.core.advice_rules import AdviceRule
from fwwizard.core.audit import audit
from fwwizard.core.audit_rules import Shortcoming
from fwwizard.core.catalog import FigureSet, Framework
from fwwizard.core.model import Catalog, Model
from fwwizard.core.plan import Plan
from fwwizard.errors import InputError
from fwwizard.storage.catalog_files import (
    ADVICE,
    FIGURES,
    FRAMEWORKS,
    MODEL,
    PLAN,
    CatalogFile,
    digest_of_files,
)
from fwwizard.storage.catalog_rules import catalog_flaws
from fwwizard.storage.flaws import Flaw, Section
from fwwizard.storage.frameworks import id_errors, new_framework, overlaid_framework, whole_framework
from fwwizard.storage.mistakes import each, read_beside
from fwwizard.storage.models import overlaid_advice, overlaid_model, sections, whole_advice, whole_model
from fwwizard.storage.plans import whole_plan
from fwwizard.storage.refusals import refuse, set_by_reader, value_at
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document, parse_document
from fwwizard.storage.validation import validated


def read_catalog(base: Sequence[CatalogFile], overlays: Sequence[Sequence[CatalogFile]] = ()) -> Catalog:
    """The catalog that the files hold, with the overlays laid over it in their order.

    Frameworks and sets of figures come sorted by id, the digest covers the overlays.

    Raises:
        InputError: the first thing that does not fit, with file, line and key.
    """
    reading = _read(base, overlays)
    if reading.errors:
        raise reading.errors[0]
    catalog = reading.catalog(digest_of_files([base, *overlays]))
    flaw = next(catalog_flaws(catalog), None)
    if flaw is not None:
        raise reading.error(flaw)
    return catalog


def examine_catalog(
    base: Sequence[CatalogFile], overlays: Sequence[Sequence[CatalogFile]] = ()
) -> tuple[Catalog | None, tuple[InputError, ...]]:
    """The catalog as far as it can be read, and everything that is wrong with it.

    What does not fit the form comes first, file by file; then ids that lead nowhere and numbers out
    of range; then what falls short of the standard of `core.audit`. What cannot be read of one file
    makes no mistakes in others.

    Returns:
        The catalog, None where its rules or a file of it cannot be read, and the mistakes.
    """
    reading = _read(base, overlays)
    errors = [single for error in reading.errors for single in each(error)]
    if MODEL in reading.broken or not reading.models:
        return None, tuple(errors)
    catalog = reading.catalog(digest_of_files([base, *overlays]))
    parts = [name.removesuffix(".toml").partition("/") for name in reading.broken]
    unread = {name for directory, _, name in parts if directory == FRAMEWORKS}
    told = {(directory, name) for directory, _, name in parts}
    stand_ins = tuple(Framework(name, name) for name in sorted(unread - set(reading.frameworks)))
    whole = replace(catalog, frameworks=(*catalog.frameworks, *stand_ins))
    flaws = list(catalog_flaws(whole))
    refused = {(flaw.section, flaw.id) for flaw in flaws if flaw.section != "frameworks"}
    # Whether the rules are reachable at all, only the whole catalog can tell.
    found = [_flaw_of(one) for one in audit(whole) if not (reading.broken and one.place == "model")]
    # What the rules refuse of an entry of the model, the audit need not say again in other words.
    flaws += [flaw for flaw in found if (flaw.section, flaw.id) not in refused]
    errors += [reading.error(flaw) for flaw in flaws if (flaw.section, flaw.id) not in told]
    return None if reading.broken else catalog, tuple(errors)


def _read(base: Sequence[CatalogFile], overlays: Sequence[Sequence[CatalogFile]]) -> _Reading:
    reading = _Reading()
    reading.read(base, laid=False)
    for overlay in overlays:
        reading.read(overlay, laid=True)
    return reading


def _flaw_of(shortcoming: Shortcoming) -> Flaw:
    """A shortcoming with its place as the files have it."""
    section, _, rest = shortcoming.key.partition(".")
    name, _, index = section.rstrip("]").partition("[")
    path: KeyPath = (name, int(index)) if index else (section, rest) if rest else (section,)
    place, message = shortcoming.place, shortcoming.message
    if place.startswith(f"{FIGURES}/"):
        return Flaw("figures", place.removeprefix(f"{FIGURES}/"), path, message)
    if place != "model":
        return Flaw("frameworks", place, path, message)
    known = next((one for one in get_args(Section) if one == section and rest), None)
    return Flaw(known, rest, (), message) if known else Flaw("model.toml", "", path, message)


@dataclass(slots=True)
class _Reading:
    """What has been read so far, which files said it, and what is wrong with them."""

    models: list[Model] = field(default_factory=list)
    advice: tuple[AdviceRule, ...] = ()
    frameworks: dict[str, Framework] = field(default_factory=dict)
    figures: dict[str, FigureSet] = field(default_factory=dict)
    plan: Plan | None = None
    documents: list[tuple[str, Document]] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Names of files that could not be read."""

    def read(self, files: Sequence[CatalogFile], *, laid: bool) -> None:
        """Read the files of a catalog, in which everything must be whole, or lay those of an overlay over it.

        A file that cannot be read is noted, and so is left what overlays say of the same.
        """
        for file in files:
            if file.name in self.broken:
                continue
            try:
                self._file(file, laid)
            except InputError as error:
                self.errors.append(error)
                self.broken.add(file.name)

    def catalog(self, digest: str) -> Catalog:
        """Everything that has been read."""
        return Catalog(
            model=self.models[-1],
            frameworks=tuple(self.frameworks[key] for key in sorted(self.frameworks)),
            figures=tuple(self.figures[key] for key in sorted(self.figures)),
            digest=digest,
            plan=self.plan,
            advice=self.advice,
        )

    def error(self, flaw: Flaw) -> InputError:
        """The error for a flaw, in the last file that says what is wrong."""
        places = [(document, path) for document, path in self._places(flaw)]
        exact = [(document, path) for document, path in places if value_at(document.raw, path) is not None]
        document, path = (exact or places)[-1]
        return refuse(document, path, flaw.message, flaw.hint)

    def _places(self, flaw: Flaw) -> list[tuple[Document, KeyPath]]:
        """Where the entry that a flaw is about stands, in each file that has it."""
        places: list[tuple[Document, KeyPath]] = []
        listing = ADVICE if flaw.section == "advice" else MODEL
        for name, document in self.documents:
            if flaw.section in (*sections(), "advice") and name == listing:
                entries = document.raw.get(flaw.section, [])
                if isinstance(entries, list):
                    found = [n for n, entry in enumerate(entries) if entry.get("id") == flaw.id]
                    places += [(document, (flaw.section, index, *flaw.path)) for index in found]
            elif name in {f"{flaw.section}/{flaw.id}.toml", flaw.section}:
                places.append((document, flaw.path))
        return places

    def _file(self, file: CatalogFile, laid: bool) -> None:
        document = parse_document(file.content, file.file)
        self.documents.append((file.name, document))
        if file.name == MODEL:
            read = overlaid_model(self.models[-1], document) if laid else whole_model(document)
            self.models.append(read)
        elif file.name == ADVICE:
            self.advice = overlaid_advice(self.advice, document) if laid else whole_advice(document)
        elif file.name == PLAN:
            self.plan = whole_plan(document)
        elif file.name.startswith(FIGURES):
            self._figures(document, laid)
        else:
            framework = self._overlaid(document) if laid else whole_framework(document)
            self.frameworks[framework.id] = framework

    def _figures(self, document: Document, laid: bool) -> None:
        found = (*id_errors(document), *set_by_reader(document, [((), document.raw)]))
        read = read_beside(found, lambda: validated(document, FigureSet))
        self.figures[read.id] = replace(read, own=laid)

    def _overlaid(self, document: Document) -> Framework:
        base = self.frameworks.get(document.file.stem)
        return overlaid_framework(base, document) if base else new_framework(document, self.frameworks)
