"""Frameworks as a person names them: by id or name, in any case."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from fwwizard.errors import InputError

if TYPE_CHECKING:
    from fwwizard.core.catalog import Framework
    from fwwizard.core.model import Catalog


def named_framework(catalog: Catalog, name: str) -> Framework:
    """The framework of that id or name.

    Raises:
        InputError: there is none, with the nearest id.
    """
    wanted = name.casefold()
    for framework in catalog.frameworks:
        if wanted in (framework.id.casefold(), framework.name.casefold()):
            return framework
    near = get_close_matches(name, [framework.id for framework in catalog.frameworks], n=1)
    hint = f'did you mean "{near[0]}"?' if near else "fwwizard catalog list names them all"
    raise InputError(f'there is no framework "{name}" in this catalog', hint=hint)
