"""Article D's six "choose" lines, each as a Python team that says the line might have answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from fwwizard.core.model import Catalog
from fwwizard.core.new_session import new_session
from fwwizard.core.session import Priorities, Project, Ranking, Session

ANSWERED = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def choices(catalog: Catalog) -> dict[str, Session]:
    """The sessions, by what their lines are about."""
    return {
        "api": api(catalog),
        "full_stack": full_stack(catalog),
        "real_time": real_time(catalog),
        "growth": growth(catalog),
        "gentle": gentle(catalog),
        "performance": performance(catalog),
    }


def api(catalog: Catalog) -> Session:
    """An API for other programs: its contract first, soon out, with a database behind it."""
    return replace(
        _begun(catalog, "api", (("fit",), ("time_to_market",), ("team",), ("future",), ("performance",))),
        project=Project(
            languages={"python": "expert"}, needs=("json_api", "api_first"), concurrent_users=200
        ),
        checklist={
            "authentication": "must",
            "database": "must",
            "api_docs": "must",
            "validation": "must",
            "testing": "must",
        },
    )


def full_stack(catalog: Catalog) -> Session:
    """A site with pages, forms, sign-in and screens for the editors, to be kept for years."""
    return replace(
        _begun(catalog, "full_stack", (("fit",), ("time_to_market",), ("future",), ("team",), ("budget",))),
        project=Project(
            languages={"python": "working"},
            needs=("full_stack_site", "comprehensive_features"),
            concurrent_users=150,
        ),
        checklist={
            "authentication": "must",
            "authorization": "must",
            "database": "must",
            "templating": "must",
            "csrf": "must",
            "migrations": "want",
            "admin_ui": "want",
            "i18n": "want",
        },
    )


def real_time(catalog: Catalog) -> Session:
    """Chat and live dashboards: thousands of open connections."""
    return replace(
        _begun(catalog, "real_time", (("fit",), ("scalability",), ("performance",), ("team",), ("future",))),
        project=Project(
            languages={"python": "expert"}, needs=("real_time", "strong_async"), concurrent_users=5_000
        ),
        checklist={
            "websockets": "must",
            "streaming": "must",
            "testing": "must",
            "authentication": "want",
            "background_tasks": "want",
            "observability": "want",
        },
    )


def growth(catalog: Catalog) -> Session:
    """Small today, large one day: what is chosen now must still hold then."""
    return replace(
        _begun(catalog, "growth", (("future", "scalability"), ("fit",), ("time_to_market",), ("team",))),
        project=Project(
            languages={"python": "expert"},
            needs=("horizontal_scaling", "proven_reliability"),
            concurrent_users=100,
        ),
        checklist={
            "database": "must",
            "authentication": "must",
            "testing": "must",
            "community": "want",
            "upgrade_paths": "want",
            "migrations": "want",
            "job_queue": "want",
            "caching": "want",
            "observability": "want",
        },
    )


def gentle(catalog: Catalog) -> Session:
    """People new to the web, who want to understand what they run and find help."""
    return replace(
        _begun(catalog, "gentle", (("team",), ("time_to_market",), ("budget",), ("future",))),
        project=Project(
            languages={"python": "learning"},
            needs=("quick_time_to_market", "large_talent_pool"),
            conditions=("no_async_experience",),
            concurrent_users=20,
        ),
        checklist={"database": "must", "templating": "must", "authentication": "want", "testing": "want"},
    )


def performance(catalog: Catalog) -> Session:
    """As many requests as Python gets through one machine, database calls among them."""
    return replace(
        _begun(catalog, "performance", (("performance",), ("scalability",), ("fit",), ("team",))),
        project=Project(
            languages={"python": "expert"},
            needs=("maximum_performance", "strong_async"),
            concurrent_users=10_000,
        ),
        checklist={
            "database": "must",
            "testing": "must",
            "async_native": "must",
            "async_database": "want",
            "validation": "want",
        },
    )


def _begun(catalog: Catalog, name: str, ranking: Ranking) -> Session:
    start = new_session(catalog, f"choice-{name}", name, ANSWERED)
    ranked = {factor for group in ranking for factor in group}
    ignored = tuple(factor.id for factor in catalog.model.factors if factor.id not in ranked)
    return replace(start, step="verdict", priorities=Priorities(ranking, confirmed=True, ignored=ignored))
