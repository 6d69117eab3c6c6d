"""Kills builds at random moments, and says what stood afterwards.

    python bench/kills.py                       # 200 kills, the invented dossier
    python bench/kills.py --kills 50 --root .   # the real one

Half of the kills fall into the last 15 % of the time that a build takes, when it writes and
exchanges the site.  After each, the site must be the old one or the new one, byte for byte; the
next build must succeed, make the new one, and leave nothing beside it, even while the killed
build's engine may still be running.  The exit code is 1 if any of it does not hold.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter, deque
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.dossiers import MINI, Copy, finish, print_table, tree

LATE = 0.85  # of the time that a build takes

_COUNTED = (
    "kills",
    "of these in the last 15 %",
    "the old site stood",
    "the new site stood",
    "damaged sites",
    "next builds that were not clean",
)


def main() -> int:
    """Kill, look, build again."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200, metavar="N", help="(default: 200)")
    parser.add_argument(
        "--root", type=Path, default=MINI, metavar="DIR", help="(default: the dossier of the tests)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the random moments")
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 -- moments, not secrets
    with tempfile.TemporaryDirectory() as folder:
        seen = _killed(Copy(Path(folder), options.root), options.kills, chance)
    print_table((what, seen[what]) for what in _COUNTED)
    return 1 if seen["damaged sites"] or seen["next builds that were not clean"] else 0


def _killed(copy: Copy, kills: int, chance: random.Random) -> Counter[str]:
    seen: Counter[str] = Counter()
    lengths = deque((finish(copy.start()) for _ in range(3)), maxlen=5)
    old, new = 1, 0
    while seen["kills"] < kills:
        late = seen["kills"] % 2
        copy.turn(new)
        process = copy.start()
        time.sleep(median(lengths) * (chance.uniform(LATE, 1) if late else chance.uniform(0, LATE)))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:  # else it was done before
            there = tree(copy.site)
            seen["kills"] += 1
            seen["of these in the last 15 %"] += late
            seen["the old site stood"] += there == copy.sites[old]
            seen["the new site stood"] += there == copy.sites[new]
            seen["damaged sites"] += there not in copy.sites
        lengths.append(finish(copy.start()))
        clean = tree(copy.site) == copy.sites[new] and not copy.left()
        seen["next builds that were not clean"] += not clean
        old, new = new, old
        print(f"\r{seen['kills']} of {kills}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return seen


if __name__ == "__main__":
    sys.exit(main())
