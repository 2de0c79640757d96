"""SciPy's two assignment solvers on one instance; see bench/matching/native.ts for how it is called."""

import json
import resource
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def sparse(rows, columns, offsets, heads, values):
    """Every row gets a column of its own beside the real ones: whoever is matched to it is unplaced.

    Costs are positive, since to this solver a zero is no pair.
    """
    worst = values.max(initial=0) + 1
    own = offsets[1:]
    costs = np.insert(worst - values, own, worst)
    targets = np.insert(heads, own, columns + np.arange(rows, dtype=np.int32))
    starts = offsets + np.arange(rows + 1, dtype=np.int32)
    matrix = csr_array((costs, targets, starts), shape=(rows, columns + rows))
    start = time.perf_counter()
    _, chosen = min_weight_full_bipartite_matching(matrix)
    seconds = time.perf_counter() - start
    return seconds, np.where(chosen < columns, chosen, -1)


def dense(rows, columns, offsets, heads, values):
    """A value of 0 where there is no pair: whoever is assigned there is unplaced."""
    matrix = np.zeros((rows, columns))
    owners = np.repeat(np.arange(rows), np.diff(offsets))
    matrix[owners, heads] = values
    start = time.perf_counter()
    assigned, chosen = linear_sum_assignment(matrix, maximize=True)
    seconds = time.perf_counter() - start
    column_of = np.full(rows, -1)
    column_of[assigned] = np.where(matrix[assigned, chosen] > 0, chosen, -1)
    return seconds, column_of


def peak_mb():
    """The high-water mark of this program alone; getrusage would count the process that started it."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


method, folder, rows, columns, pairs = sys.argv[1:]
solver = {"sparse": sparse, "dense": dense}[method]
seconds, column_of = solver(
    int(rows),
    int(columns),
    np.fromfile(f"{folder}/offsets", dtype=np.int32),
    np.fromfile(f"{folder}/heads", dtype=np.int32),
    np.fromfile(f"{folder}/values", dtype=np.float64),
)
column_of.astype(np.int32).tofile(f"{folder}/columns")
print(json.dumps({"seconds": seconds, "peakMb": peak_mb()}))
