"""Three decisions over the shipped catalog, as three teams might have answered.

python -m tests.decisions DIR     # writes them as session files, for `fwwizard --sessions DIR`
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from fwwizard.core.evaluation import evaluate
from fwwizard.core.model import Catalog
from fwwizard.core.new_session import new_session
from fwwizard.core.session import (
    Decision,
    FlagVerdict,
    MustLevel,
    Priorities,
    Project,
    ProofOfConcept,
    Ranking,
    Session,
)
from fwwizard.storage.compiled import load_catalog
from fwwizard.storage.session_names import slug
from fwwizard.storage.session_text import dump
from fwwizard.storage.shipped import shipped_catalog

ANSWERED = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)


def decisions(catalog: Catalog) -> dict[str, Session]:
    """The sessions by a short name: `payments`, `accounts`, `stockroom`."""
    return {
        "payments": payments_api(catalog),
        "accounts": account_services(catalog),
        "stockroom": stock_room(catalog),
    }


def payments_api(catalog: Catalog) -> Session:
    """A Python team that builds a JSON API, has Flask in production, and has decided."""
    ranking: Ranking = (("team",), ("time_to_market", "performance"), ("scalability",), ("fit",), ("future",))
    session = replace(
        _begun(catalog, "1c0e0000-0000-4000-8000-000000000001", "Payments API", ranking, ("budget",)),
        project=Project(
            current="flask",
            languages={"python": "expert", "go": "learning"},
            experience={"flask": "production", "fastapi": "tried"},
            needs=("json_api", "strong_async"),
            concurrent_users=400,
        ),
        checklist={
            "authentication": "must",
            "api_docs": MustLevel("official"),
            "testing": "must",
            "validation": "want",
            "websockets": "want",
        },
        targets={"request_capacity": 2000.0},
        flags={
            "fastapi": {
                "limited_community": FlagVerdict(
                    "accept", reason="Starlette underneath has a maintainer of its own"
                ),
                "unclear_upgrade_path": FlagVerdict("accept", reason="we pin versions and read the notes"),
            },
            "flask": {"unclear_upgrade_path": FlagVerdict("concern", "minor", "two upgrades hurt us")},
        },
        poc=ProofOfConcept(
            start=date(2026, 12, 1),
            flows=("take a card payment", "refund an order"),
            numbers={"p95": 80, "p99": 200, "errors": 0.5},
        ),
    )
    leader = evaluate(catalog, session).leader
    chosen = leader.framework if leader else ""
    return replace(
        session,
        decision=Decision(
            "accepted", chosen, ("Ada Okafor", "Jun Watanabe"), "", review_on=date(2027, 11, 1)
        ),
        poc=replace(session.poc, owners={chosen: "Ada Okafor"} if chosen else {}),
    )


def account_services(catalog: Catalog) -> Session:
    """A bank's Java shop that builds microservices; the choice is proposed, nothing is chosen yet."""
    ranking: Ranking = (
        ("future",),
        ("scalability", "fit"),
        ("team",),
        ("performance",),
        ("budget",),
        ("time_to_market",),
    )
    return replace(
        _begun(catalog, "1c0e0000-0000-4000-8000-000000000002", "Account services", ranking),
        project=Project(
            languages={"java": "expert", "kotlin": "working"},
            experience={"spring-boot": "production"},
            needs=("microservices_architecture", "container_optimization", "proven_reliability"),
            concurrent_users=20_000,
        ),
        checklist={
            "authentication": MustLevel("official"),
            "authorization": MustLevel("official"),
            "database": "must",
            "observability": "must",
            "health_checks": MustLevel("official"),
            "migrations": "want",
            "native_compile": "want",
        },
        decision=Decision(deciders=("Architecture board",)),
    )


def stock_room(catalog: Catalog) -> Session:
    """Two people with an internal tool; they have not looked at the signs or planned anything."""
    ranking: Ranking = (("time_to_market",), ("team",), ("budget",), ("fit",))
    return replace(
        _begun(
            catalog,
            "1c0e0000-0000-4000-8000-000000000003",
            "Stock room tool",
            ranking,
            ("performance", "scalability", "future"),
        ),
        project=Project(
            languages={"python": "working", "php": "learning"},
            needs=("internal_tool",),
            concurrent_users=12,
        ),
        checklist={
            "authentication": "must",
            "database": "must",
            "admin_ui": "want",
            "templating": "want",
            "csrf": "want",
        },
    )


def _begun(
    catalog: Catalog, session_id: str, name: str, ranking: Ranking, ignored: tuple[str, ...] = ()
) -> Session:
    start = new_session(catalog, session_id, name, ANSWERED - timedelta(hours=1))
    return replace(
        start,
        step="verdict",
        updated=ANSWERED,
        priorities=Priorities(ranking, confirmed=True, ignored=ignored),
    )


def write(directory: Path) -> tuple[Path, ...]:
    """Writes the three as session files, replacing what bears their names."""
    directory.mkdir(parents=True, exist_ok=True)
    sessions = decisions(load_catalog(shipped_catalog())).values()
    written = tuple(directory / f"{slug(session.name)}.toml" for session in sessions)
    for path, session in zip(written, sessions, strict=True):
        path.write_text(dump(session), encoding="utf-8")
    return written


if __name__ == "__main__":
    for file in write(Path(sys.argv[1])):
        sys.stdout.write(f"{file}\n")
