"""Things of given sizes put in a row, each as near as can be to where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Where each thing begins, so that none touches the next.

    The sum of the squared distances from the wanted places is the least there can be
    (isotonic regression by pooling neighbours).

    Args:
        wanted: Where each would begin, ascending.
        sizes: How much room each takes.
        low: Where the first may begin.
        high: Where the last must end; exceeded only where the things do not fit at all.
    """
    before = [0.0, *accumulate(sizes)]
    pools: list[tuple[float, int]] = []
    for place, taken in zip(wanted, before, strict=False):
        mean, count = place - taken, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean = (mean * count + other * more) / (count + more)
            count += more
        pools.append((mean, count))
    most = max(low, high - before[-1])
    shifts = [min(max(mean, low), most) for mean, count in pools for _ in range(count)]
    return [shift + taken for shift, taken in zip(shifts, before, strict=False)]
