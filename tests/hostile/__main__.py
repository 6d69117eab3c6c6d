"""Runs every case and prints what came of it; exit 1 if that is not its verdict."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.hostile import CASES
from tests.hostile.runner import run


def main() -> int:
    """The table of verdicts."""
    started = time.perf_counter()
    wanted = sys.argv[1:]
    cases = [
        case
        for case in CASES
        if not wanted or any(w in f"{case.place}: {case.name}" for w in wanted)
    ]
    counts: Counter[str] = Counter()
    surprises = 0
    with tempfile.TemporaryDirectory() as folder:
        for outcome in run(cases, Path(folder)):
            case = outcome.case
            counts[case.verdict] += 1
            surprises += bool(outcome.fault)
            sign = "SURPRISE" if outcome.fault else "ok"
            came = outcome.fault or outcome.came
            print(f"{sign:8} {case.verdict} {case.place:9} {case.name:40} {came[:300]}")
    seconds = time.perf_counter() - started
    print(f"{sum(counts.values())} cases {dict(counts)}, {surprises} surprises, {seconds:.0f} s")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
