"""What other decision libraries take for the same matrices, where they are installed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

from benchmarks.problems import Problem

Work = Callable[[], object]

WEIGHTED_SUM = ("pymcdm", "scikit-criteria", "pyDecision")
SMAA = ("pysensmcda",)


def installed(peer: str) -> str | None:
    """The version of a peer, None where it is not installed."""
    try:
        return version(peer)
    except PackageNotFoundError:
        return None


def weighted_sum(peer: str, problem: Problem) -> Work:
    """One weighted sum of a matrix, everything that can be prepared already prepared.

    Raises:
        ImportError: the peer cannot be imported here.
    """
    numpy = import_module("numpy")
    matrix, weights = numpy.array(problem.matrix), numpy.array(problem.weights)
    match peer:
        case "pymcdm":
            method = import_module("pymcdm.methods").WSM()
            types = numpy.ones(problem.factors)
            return lambda: method(matrix, weights, types)
        case "scikit-criteria":
            data = import_module("skcriteria").mkdm(matrix, [max] * problem.factors, weights=weights)
            maker = import_module("skcriteria.agg.simple").WeightedSumModel()
            return lambda: maker.evaluate(data)
        case "pyDecision":
            saw = import_module("pyDecision.algorithm").saw_method
            kinds = ["max"] * problem.factors
            return lambda: saw(matrix, kinds, weights, graph=False, verbose=False)
    raise ValueError(peer)


def rank_table(problem: Problem, samples: int) -> Work:
    """SMAA by pysensmcda: ordered weightings, an additive method, the rank table, central weights.

    Raises:
        ImportError: pysensmcda cannot be imported here.
    """
    numpy: ModuleType = import_module("numpy")
    smaa, sampling = import_module("pysensmcda.smaa"), import_module("pysensmcda.sampling")
    matrix, types = numpy.array(problem.matrix), numpy.ones(problem.factors)

    def work() -> object:
        weights = sampling.ordered_simplex(problem.factors, num_samples=samples, seed=0)
        result = smaa.simulate(
            lambda cells, weighting, _: cells @ weighting,
            matrix,
            types,
            weights=weights,
            reverse_ranking=True,
        )
        return smaa.rank_acceptability(result), smaa.central_weights(result)

    return work


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Peers may print; a table is no place for it."""
    with Path(os.devnull).open("w") as nothing, contextlib.redirect_stdout(nothing):
        yield
