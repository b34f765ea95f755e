"""What the catalog says of factors and frameworks stands in records, whose readers are not the team."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fwwizard.core.model import Catalog
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.shipped import shipped_catalog


def test_nobody_is_called_you() -> None:
    said = list(_texts(load_catalog(shipped_catalog())))
    assert len(said) > 1000
    assert [text for text in said if re.search(r"\b(you|your|yours)\b", text, re.IGNORECASE)] == []


def _texts(catalog: Catalog) -> Iterator[str]:
    for factor in catalog.model.factors:
        yield from (factor.worst, factor.best)
    for framework in catalog.frameworks:
        yield from (*framework.strengths, *framework.watchouts, *framework.best_for)
        yield from (claim.says for claim in framework.claims)
        yield from (fact.how for fact in framework.facts.values())
        yield from (capability.how for capability in framework.capabilities.values())
