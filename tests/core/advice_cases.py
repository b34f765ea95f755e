"""For every rule of the shipped advice: answers and facts under which it speaks, and some under which not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fwwizard.core.session import Project, Wish


@dataclass(frozen=True)
class Case:
    """One situation: answers, and what is known of the leader and of what runs today."""

    project: Project = field(default_factory=Project)
    wishes: tuple[str, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = (("team",), ("fit",), ("scalability",))
    leader: Mapping[str, object] = field(default_factory=dict)
    today: Mapping[str, object] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    levels: Mapping[str, Any] = field(default_factory=dict)

    @property
    def checklist(self) -> dict[str, Wish]:
        return dict.fromkeys(self.wishes, "want")


def said(**answers: Any) -> Case:
    """A case of answers about the project."""
    return Case(Project(**answers))


def with_facts(case: Case, today: Mapping[str, object] | None = None, /, **facts: object) -> Case:
    """The same answers, and facts of the leader."""
    return replace(case, leader=facts, today=today or {})


def needs(*ids: str) -> Case:
    return said(needs=ids)


def wishes(*ids: str) -> Case:
    return Case(wishes=ids)


def first(*factors: str) -> Case:
    return Case(ranking=(*((factor,) for factor in factors), ("fit",), ("scalability",)))


ASYNC, SYNC = "async-native", "sync"
CASES: dict[str, tuple[Case, Case]] = {
    "few_users": (said(concurrent_users=40), said(concurrent_users=50)),
    "few_users_async_leader": (
        with_facts(said(concurrent_users=49), concurrency=ASYNC),
        with_facts(said(concurrent_users=49, needs=("real_time",)), concurrency=ASYNC),
    ),
    "no_async_experience": (
        with_facts(said(conditions=("no_async_experience",)), concurrency=ASYNC),
        with_facts(said(conditions=("no_async_experience",)), concurrency=SYNC),
    ),
    "async_in_parts": (
        with_facts(needs("strong_async"), concurrency="async-possible"),
        with_facts(needs("strong_async"), concurrency=ASYNC),
    ),
    "many_connections": (
        with_facts(said(concurrent_users=5000), concurrency="process-per-request"),
        with_facts(said(concurrent_users=5000), concurrency="actor"),
    ),
    "long_lived_connections": (
        with_facts(wishes("websockets"), concurrency="threads"),
        with_facts(wishes("websockets"), concurrency="unknown"),
    ),
    "cpu_bound": (said(conditions=("cpu_bound",)), said(conditions=("long_tasks",))),
    "cpu_bound_on_the_loop": (
        with_facts(said(conditions=("cpu_bound",)), concurrency=ASYNC, runtime_class="jit"),
        with_facts(said(conditions=("cpu_bound",)), concurrency=ASYNC, runtime_class="compiled"),
    ),
    "blocking_libraries": (
        with_facts(said(conditions=("blocking_libraries",)), concurrency="event-loop"),
        with_facts(said(conditions=("blocking_libraries",)), concurrency="goroutines"),
    ),
    "blocking_libraries_at_ease": (
        with_facts(said(conditions=("blocking_libraries",)), concurrency="threads"),
        with_facts(said(conditions=("blocking_libraries",)), concurrency=ASYNC),
    ),
    "long_tasks": (said(conditions=("long_tasks",)), said(conditions=("cpu_bound",))),
    "long_tasks_in_functions": (
        said(conditions=("long_tasks",), needs=("pay_per_use",)),
        said(conditions=("long_tasks",), needs=("json_api",)),
    ),
    "connection_pools": (
        Case(Project(concurrent_users=50), ("database",)),
        Case(Project(concurrent_users=49), ("database",)),
    ),
    "async_drivers": (
        with_facts(wishes("async_database"), concurrency=ASYNC),
        with_facts(wishes("async_database"), concurrency=SYNC),
    ),
    "cache_hot_paths": (said(concurrent_users=500), said(concurrent_users=499)),
    "move_for_a_reason": (said(current="today"), said(current="best")),
    "async_solves_waiting": (
        with_facts(said(current="today"), {"concurrency": SYNC}, concurrency=ASYNC),
        with_facts(said(current="today"), {"concurrency": ASYNC}, concurrency=ASYNC),
    ),
    "tune_what_runs": (said(current="best"), said(current="today")),
    "asgi_lock_in": (
        replace(first("future"), categories=("asgi",)),
        replace(first("future"), categories=("traditional",)),
    ),
    "provider_lock_in": (needs("cloud_integration"), needs("json_api")),
    "breaking_releases": (
        with_facts(first("team", "future"), change_policy="unstable"),
        with_facts(first("team", "budget", "future"), change_policy="unstable"),
    ),
    "end_of_runtime": (said(runtimes={"python": "3.11"}), said()),
    "middleware_depth": (wishes("composable_middleware"), wishes("testing")),
    "dependency_depth": (
        replace(wishes("dependency_injection"), levels={"dependency_injection": "built-in"}),
        replace(wishes("dependency_injection"), levels={"dependency_injection": "unknown"}),
    ),
    "extensions_pile_up": (
        with_facts(needs("full_stack_site"), batteries=2),
        with_facts(needs("full_stack_site"), batteries=3),
    ),
    "cold_starts": (needs("automatic_scaling"), needs("horizontal_scaling")),
    "cold_starts_on_the_jvm": (
        replace(
            needs("serverless_functions"),
            leader={"runtime_class": "jvm"},
            levels={"native_compile": "official"},
        ),
        replace(
            needs("serverless_functions"),
            leader={"runtime_class": "jvm"},
            levels={"native_compile": "manual"},
        ),
    ),
    "functions_in_operation": (needs("minimal_operations", "pay_per_use"), needs("minimal_operations")),
    "bursts": (said(conditions=("bursty_load",)), said()),
    "several_runtimes": (
        said(languages={"python": "expert", "go": "working"}, needs=("real_time", "internal_tool")),
        said(languages={"python": "expert", "go": "learning"}, needs=("real_time", "internal_tool")),
    ),
    "memory_of_containers": (
        with_facts(needs("container_optimization"), runtime_class="jvm"),
        with_facts(needs("container_optimization"), runtime_class="compiled"),
    ),
    "several_instances": (needs("horizontal_scaling"), said(concurrent_users=999)),
    "see_into_services": (needs("microservice"), needs("json_api")),
    "refuse_early": (wishes("rate_limiting"), said(concurrent_users=100)),
    "right_size_workers": (
        with_facts(first("performance"), runtime_class="interpreted"),
        with_facts(first("performance"), runtime_class="compiled"),
    ),
    "watch_the_tail": (needs("maximum_performance"), said(concurrent_users=100)),
    "compress_and_multiplex": (
        replace(needs("json_api"), ranking=(("performance",), ("team",), ("fit",))),
        replace(needs("json_api"), ranking=(("team",), ("fit",), ("performance",))),
    ),
    "security_basics": (wishes("authentication"), wishes("api_docs")),
    "forged_forms": (
        replace(needs("full_stack_site"), levels={"csrf": "ecosystem"}),
        replace(needs("full_stack_site"), levels={"csrf": "built-in"}),
    ),
    "restore_before_you_need_it": (needs("proven_reliability"), needs("json_api")),
    "contract_stays_true": (needs("api_first"), needs("json_api")),
    "types_at_the_door": (
        with_facts(needs("json_api"), typing="none"),
        with_facts(needs("json_api"), typing="enforced"),
    ),
    "model_serving": (needs("model_serving"), needs("json_api")),
    "models_keep_cores_busy": (
        said(needs=("model_serving",), conditions=("cpu_bound",)),
        said(needs=("model_serving",), conditions=("long_tasks",)),
    ),
    "hard_to_hire": (
        with_facts(first("budget"), talent_pool="niche"),
        with_facts(first("budget"), talent_pool="medium"),
    ),
    "prototype_first": (said(experience={"today": "production"}), said(experience={"best": "production"})),
}
