"""The speed of the decision core, and of peers on the same matrices: `python -m benchmarks.core`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.measuring import Figure, median_ms, met, table, write_json
from benchmarks.problems import SIZES, Problem, problem
from fwwizard.core.acceptability import FULL, LIVE, first_ranks, rank_table
from fwwizard.core.evaluation import Evaluation, Evaluator
from fwwizard.core.exact import pairwise_index
from fwwizard.core.flips import flips
from fwwizard.core.samples import Samples
from fwwizard.core.scenarios import Scenarios

GOALS = {(32, "again"): 1.0, (1000, "again"): 30.0, (32, "live"): 30.0, (32, "full"): 250.0}
"""Milliseconds at most, by alternatives."""


def index_of_leader(evaluation: Evaluation) -> dict[str, float | None]:
    """The exact share of weightings in which the leader beats each rival, at scored values."""
    leader = evaluation.leader
    if leader is None:
        return {}
    ours = evaluation.scored_values(leader.framework)
    found = {}
    for rival in evaluation.candidates:
        if rival is not leader:
            theirs = evaluation.scored_values(rival.framework)
            found[rival.framework] = pairwise_index(
                evaluation.ranking, {f: ours[f] - theirs[f] for f in ours}
            )
    return found


def evaluations(given: Problem) -> Iterator[Figure]:
    """Evaluation again and from facts, and flips."""
    evaluator = Evaluator(given.catalog)
    before = evaluator.evaluate(given.session)
    moved = given.reordered
    again = median_ms(lambda: index_of_leader(evaluator.evaluate(moved, before)), runs=25)
    yield _figure(given, "a priority moved: evaluation and exact index of the leader", again, "again")
    yield from _weighted_sums(given, again)
    yield _figure(given, "whole evaluation from facts", median_ms(lambda: evaluator.evaluate(given.session)))
    yield _figure(given, "flips", median_ms(lambda: flips(before)))


def acceptabilities(given: Problem, kind: str) -> Iterator[Figure]:
    """Live first-rank shares and the whole rank table, samples of weightings already drawn."""
    evaluation = Evaluator(given.catalog).evaluate(given.session)
    live, full = Samples(LIVE), Samples(FULL)
    for samples in (live, full):
        samples.weights(evaluation.ranking)
    goal = "live" if kind == "some intervals" else ""
    what = f"first ranks, {LIVE:,} samples, {kind}"
    yield _figure(given, what, median_ms(lambda: first_ranks(Scenarios(evaluation, live))), goal)
    taken = median_ms(lambda: rank_table(Scenarios(evaluation, full)))
    goal = "full" if kind == "some intervals" else ""
    yield _figure(given, f"rank table, {FULL:,} samples, {kind}", taken, goal)
    if kind == "all known":
        yield from _smaa(given, taken)


def _weighted_sums(given: Problem, ours: float) -> Iterator[Figure]:
    for peer in peers.WEIGHTED_SUM:
        if peers.installed(peer):
            with peers.silenced():
                taken = median_ms(peers.weighted_sum(peer, given), runs=25)
            yield Figure(given.size, f"  {peer}: one weighted sum", taken, ratio=taken / ours)


def _smaa(given: Problem, ours: float) -> Iterator[Figure]:
    for peer in peers.SMAA:
        if peers.installed(peer):
            with peers.silenced():
                taken = median_ms(peers.rank_table(given, FULL), runs=5)
            what = f"  {peer}: rank table, {FULL:,} samples, all known"
            yield Figure(given.size, what, taken, ratio=taken / ours)


def _figure(given: Problem, what: str, value: float, goal: str = "") -> Figure:
    at_most = GOALS.get((given.alternatives, goal))
    shown = f"<= {at_most:g} ms" if at_most else ""
    return Figure(given.size, what, value, goal=shown, met=met(value, at_most))


def main() -> None:
    """Measures and prints; exit code 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    options = parser.parse_args()
    for peer in (*peers.WEIGHTED_SUM, *peers.SMAA):
        found = peers.installed(peer)
        print(f"{peer} {found}" if found else f"{peer}: not installed, left out (see benchmarks/peers.txt)")
    figures: list[Figure] = []
    for alternatives, factors in SIZES:
        known = problem(alternatives, factors, intervals=False)
        uncertain = problem(alternatives, factors, intervals=True)
        figures += evaluations(uncertain)
        figures += acceptabilities(uncertain, "some intervals")
        figures += acceptabilities(known, "all known")
    print("\nAlternatives x factors; the ratio of a peer is its time by ours for the line it stands under.")
    print(table(figures))
    write_json(figures, options.json)


if __name__ == "__main__":
    main()
