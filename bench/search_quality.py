"""Runs a set of queries through the search of a built site, in a real browser.

    python bench/search_quality.py --site site --queries queries.jsonl --min 0.97

Each line of the file is one query: `q`, its `class`, `docs` (documents that must be found),
`may` (others that may be), documents by the `original_file` of their source.  A document is
found where one of its passages is among the results.  A query without `docs` must find
nothing at all, of any kind.  Printed, by class and in all:

* recall: the share of `docs` that is found, averaged over the queries that have any;
* precision: the share of the found documents that are in `may`, averaged over those queries
  that find a document;
* top-1: how often the first document found is one of `docs`;
* absent: how many of the queries without `docs` find nothing.

Exit: 0 where recall and precision reach `--min` and every absent query finds nothing; else 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.browsing import browser_page, serving

ASK = """(query) => new Promise((resolve) => {
  window.worker ??= new Worker("assets/scripts/search/worker.js");
  window.worker.onmessage = ({ data }) => {
    if (data.type === 3) resolve({
      failed: Boolean(data.data.failed),
      found: data.data.items.map((item) => item.map((hit) => hit.location)),
    });
  };
  window.worker.postMessage({ type: 2, data: query });
})"""


@dataclass
class Score:
    """What the queries of one class came to."""

    queries: int = 0
    recalls: list[float] = field(default_factory=list)
    precisions: list[float] = field(default_factory=list)
    tops: list[bool] = field(default_factory=list)
    absent: list[bool] = field(default_factory=list)

    def add(self, wanted: set[str], allowed: set[str], found: list[str], anything: bool) -> str:
        """Count a query; what was wrong with its answer, in words."""
        self.queries += 1
        if not wanted:
            self.absent.append(not anything)
            return "finds something" if anything else ""
        recall = len(wanted & set(found)) / len(wanted)
        self.recalls.append(recall)
        self.tops.append(bool(found) and found[0] in wanted)
        wrong = set(found) - allowed - wanted
        if found:
            self.precisions.append(1 - len(wrong) / len(found))
        faults = [
            f"misses {', '.join(sorted(wanted - set(found)))}" if recall < 1 else "",
            f"finds {', '.join(sorted(wrong))}" if wrong else "",
            "first is another" if found and not self.tops[-1] else "",
        ]
        return "; ".join(filter(None, faults))

    def line(self, name: str) -> str:
        """A row of the table."""
        shares = (_mean(self.recalls), _mean(self.precisions), _mean(self.tops))
        absent = f"{sum(self.absent)}/{len(self.absent)}" if self.absent else "–"
        cells = "".join(f"{share:>10}" for share in map(_percent, shares))
        return f"{name:<20}{self.queries:>5}{cells}{absent:>10}"


def main() -> int:
    """Print the table; 0 where it is good enough."""
    options = _options()
    rows = [
        json.loads(line)
        for line in options.queries.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    scores: dict[str, Score] = defaultdict(Score)
    documents = _documents(options.site)
    with serving(options.site) as address, browser_page() as page:
        page.goto(address)
        for row in rows:
            answer = page.evaluate(ASK, row["q"])
            if answer["failed"]:
                print(f"the worker failed at {row['q']!r}", file=sys.stderr)
                return 2
            found = _found(answer["found"], documents)
            fault = scores[row["class"]].add(
                set(row["docs"]), set(row.get("may", ())), found, bool(answer["found"])
            )
            if fault and options.verbose:
                print(f"{row['class']}: {row['q']}: {fault}")
    total = _total(scores.values())
    print(f"{'class':<20}{'n':>5}{'recall':>10}{'precision':>10}{'top-1':>10}{'absent':>10}")
    for name, score in scores.items():
        print(score.line(name))
    print(total.line("all"))
    reached = all(_mean(share) >= options.min for share in (total.recalls, total.precisions))
    return 0 if reached and all(total.absent) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the search of a built site.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--queries", type=Path, required=True, help="the queries, JSON by line")
    parser.add_argument("--min", type=float, default=0.97, help="recall and precision to reach")
    parser.add_argument("--verbose", action="store_true", help="print every query that fails")
    return parser.parse_args()


def _documents(site: Path) -> dict[str, str]:
    """Each source's original file by the path of its page."""
    tree = json.loads((site / "data" / "dossier.json").read_text(encoding="utf-8"))
    return {source["page"]: source["original_file"] for source in tree["sources"]}


def _found(items: list[list[str]], documents: Mapping[str, str]) -> list[str]:
    pages = (location.partition("?")[0] for item in items for location in item[:1])
    return [documents[page] for page in pages if page in documents]


def _total(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        total.queries += score.queries
        total.recalls += score.recalls
        total.precisions += score.precisions
        total.tops += score.tops
        total.absent += score.absent
    return total


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values) if values else 1.0


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


if __name__ == "__main__":
    sys.exit(main())
