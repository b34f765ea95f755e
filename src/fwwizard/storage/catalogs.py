"""Reads a catalog from its TOML files, and lays the user's overlays over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fwwizard.core.catalog import FigureSet, Framework
from fwwizard.core.model import Catalog, Model
from fwwizard.core.plan import Plan
from fwwizard.errors import InputError
from fwwizard.storage.catalog_files import FIGURES, MODEL, PLAN, CatalogFile, digest_of_files
from fwwizard.storage.catalog_rules import catalog_flaws
from fwwizard.storage.flaws import Flaw
from fwwizard.storage.frameworks import check_id, new_framework, overlaid_framework, whole_framework
from fwwizard.storage.models import overlaid_model, sections, whole_model
from fwwizard.storage.plans import whole_plan
from fwwizard.storage.refusals import refuse, value_at
from fwwizard.storage.toml_lines import KeyPath
from fwwizard.storage.toml_text import Document, parse_document
from fwwizard.storage.validation import validated


def read_catalog(base: Sequence[CatalogFile], overlays: Sequence[Sequence[CatalogFile]] = ()) -> Catalog:
    """The catalog that the files hold, with the overlays laid over it in their order.

    Frameworks and sets of figures come sorted by id, the digest covers the overlays.

    Raises:
        InputError: the first thing that does not fit, with file, line and key.
    """
    reading = _Reading()
    reading.read_base(base)
    for overlay in overlays:
        reading.lay(overlay)
    catalog = reading.catalog(digest_of_files([base, *overlays]))
    flaw = next(catalog_flaws(catalog), None)
    if flaw is not None:
        raise reading.error(flaw)
    return catalog


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and which files said it."""

    models: list[Model] = field(default_factory=list)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    figures: dict[str, FigureSet] = field(default_factory=dict)
    plan: Plan | None = None
    documents: list[tuple[str, Document]] = field(default_factory=list)

    def read_base(self, files: Sequence[CatalogFile]) -> None:
        """Read the files of a catalog, in which everything must be whole."""
        for file in files:
            document = self._document(file)
            if file.name == MODEL:
                self.models.append(whole_model(document))
            elif file.name == PLAN:
                self.plan = whole_plan(document)
            elif file.name.startswith(FIGURES):
                self._figures(document)
            else:
                framework = whole_framework(document)
                self.frameworks[framework.id] = framework

    def lay(self, files: Sequence[CatalogFile]) -> None:
        """Lay the files of an overlay over what has been read."""
        for file in files:
            document = self._document(file)
            if file.name == MODEL:
                self.models.append(overlaid_model(self.models[-1], document))
            elif file.name == PLAN:
                self.plan = whole_plan(document)
            elif file.name.startswith(FIGURES):
                self._figures(document)
            else:
                self._overlay_framework(document)

    def catalog(self, digest: str) -> Catalog:
        """Everything that has been read."""
        return Catalog(
            model=self.models[-1],
            frameworks=tuple(self.frameworks[key] for key in sorted(self.frameworks)),
            figures=tuple(self.figures[key] for key in sorted(self.figures)),
            digest=digest,
            plan=self.plan,
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
        for name, document in self.documents:
            if flaw.section in sections() and name == MODEL:
                entries = document.raw.get(flaw.section, [])
                if isinstance(entries, list):
                    found = [n for n, entry in enumerate(entries) if entry.get("id") == flaw.id]
                    places += [(document, (flaw.section, index, *flaw.path)) for index in found]
            elif name in {f"{flaw.section}/{flaw.id}.toml", flaw.section}:
                places.append((document, flaw.path))
        return places

    def _document(self, file: CatalogFile) -> Document:
        document = parse_document(file.content, file.file)
        self.documents.append((file.name, document))
        return document

    def _figures(self, document: Document) -> None:
        check_id(document)
        read = validated(document, FigureSet)
        self.figures[read.id] = read

    def _overlay_framework(self, document: Document) -> None:
        base = self.frameworks.get(document.file.stem)
        framework = overlaid_framework(base, document) if base else new_framework(document, self.frameworks)
        self.frameworks[framework.id] = framework
