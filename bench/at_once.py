"""Builds twice at once, and reads a site while it is replaced.

    python bench/at_once.py                 # 20 pairs, 20 publications, the invented dossier
    python bench/at_once.py --times 5 --root .

Of two builds that begin together one must succeed and the other say that one is running; the site
must then be the new one.  A reader goes through all files of a site, again and again, while it is
published over and over: none may be missing, each must be as in the old or the new site.  The exit
code is 1 if any of it does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.dossiers import MINI, Copy, finish, print_table, tree

SAID = "error: another build is running; nothing was changed\n"

_COUNTED = (
    "pairs of builds",
    "of these with one that won and one that said so",
    "sites that were not the new one afterwards",
    "publications",
    "reads meanwhile",
    "missing",
    "neither old nor new",
)


def main() -> int:
    """Build in pairs, then publish under a reader."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=20, metavar="N", help="(default: 20)")
    parser.add_argument(
        "--root", type=Path, default=MINI, metavar="DIR", help="(default: the dossier of the tests)"
    )
    options = parser.parse_args()
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder), options.root)
        for turn in range(options.times):
            _in_pairs(copy, turn % 2, seen)
        _under_a_reader(copy, options.times, seen)
    print_table((what, seen[what]) for what in _COUNTED)
    wrong = seen["missing"] + seen["neither old nor new"] + seen[_COUNTED[2]]
    return 1 if wrong or seen[_COUNTED[1]] < seen[_COUNTED[0]] else 0


def _in_pairs(copy: Copy, state: int, seen: Counter[str]) -> None:
    copy.turn(state)
    pair = [copy.start(), copy.start()]
    ends = sorted((process.wait(), process.communicate()[1]) for process in pair)
    seen["pairs of builds"] += 1
    seen["of these with one that won and one that said so"] += ends == [(0, ""), (2, SAID)]
    seen["sites that were not the new one afterwards"] += tree(copy.site) != copy.sites[state]


def _under_a_reader(copy: Copy, times: int, seen: Counter[str]) -> None:
    done = threading.Event()
    reader = threading.Thread(target=_read, args=(copy, done, seen))
    reader.start()
    for turn in range(times):
        copy.turn(turn % 2)
        finish(copy.start())
        seen["publications"] += 1
    done.set()
    reader.join()


def _read(copy: Copy, done: threading.Event, seen: Counter[str]) -> None:
    first, second = copy.sites
    while not done.is_set():
        for path in first.keys() & second.keys():
            seen["reads meanwhile"] += 1
            try:
                data = (copy.site / path).read_bytes()
            except OSError:
                seen["missing"] += 1
            else:
                seen["neither old nor new"] += data not in (first[path], second[path])


if __name__ == "__main__":
    sys.exit(main())
