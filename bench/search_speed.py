"""How fast, how large, how heavy to build: this search beside two others, on the same pages.

    python bench/search_speed.py                 # 10 and 1,000 articles, all engines
    python bench/search_speed.py --articles 10000 --only ours

For each number of articles a row for each engine: seconds and peak memory of building its
index; all bytes of the index; then in Chromium, on an empty cache, with a server that
compresses: bytes and seconds from the first key to the first result, and over 200 queries
the median, the 95th percentile, and the most bytes that a query fetched.

`ours` is the search of this repository, `theme` the stock search of Material for MkDocs,
`pagefind` Pagefind (`pip install -r requirements-bench.txt`).  Compressed means gzip, level 6.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.articles import queries
from bench.browsing import Traffic, browser_page, serving

QUERIES = 200
HERE = Path(__file__).resolve().parent

# Each engine gives an object with open(): ready for queries; and ask(query): how much is found.
SCRIPTS = {
    "ours": """() => {
      const worker = new Worker("assets/scripts/search/worker.js");
      return {
        ask: (query) => new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) =>
            data.data.failed ? reject(new Error("failed")) : resolve(data.data.total);
          worker.postMessage({ type: 2, data: query });
        }),
      };
    }""",
    "theme": """() => {
      const ready = (async () => {
        const index = await (await fetch("search/search_index.json")).json();
        const worker = new Worker(window.themeWorker);
        await new Promise((resolve) => {
          worker.onmessage = resolve;
          worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
        });
        return worker;
      })();
      return {
        ask: async (query) => {
          const worker = await ready;
          return new Promise((resolve) => {
            worker.onmessage = ({ data }) => resolve(data.data.items.length);
            worker.postMessage({ type: 2, data: query });
          });
        },
      };
    }""",
    "pagefind": """() => {
      const ready = import("/pagefind/pagefind.js");
      return {
        ask: async (query) => {
          const { results } = await (await ready).search(query);
          await Promise.all(results.slice(0, 5).map((result) => result.data()));
          return results.length;
        },
      };
    }""",
}
TIMED = """async ([engine, queries]) => {
  window.engine ??= eval(`(${engine})`)();
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await window.engine.ask(query);
    times.push(performance.now() - start);
  }
  return times;
}"""


@dataclass(frozen=True)
class Row:
    """What one engine came to on one set of articles; bytes compressed, times in seconds."""

    engine: str
    articles: int
    build_seconds: float
    build_megabytes: float
    index_bytes: int
    first_bytes: int
    first_seconds: float
    median_seconds: float
    p95_seconds: float
    most_bytes: int

    def __str__(self) -> str:
        return (
            f"{self.engine:<10}{self.articles:>9,}{self.build_seconds:>9.1f}"
            f"{self.build_megabytes:>9.0f}{self.index_bytes / 1000:>11,.0f}"
            f"{self.first_bytes / 1000:>10,.0f}{self.first_seconds * 1000:>10,.0f}"
            f"{self.median_seconds * 1000:>10.1f}{self.p95_seconds * 1000:>9.1f}"
            f"{self.most_bytes / 1000:>10,.0f}"
        )


HEAD = (
    f"{'engine':<10}{'articles':>9}{'build s':>9}{'MB RAM':>9}{'index kB':>11}"
    f"{'first kB':>10}{'first ms':>10}{'median':>10}{'p95 ms':>9}{'most kB':>10}"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10, 1000])
    parser.add_argument("--only", choices=SCRIPTS, nargs="+", default=list(SCRIPTS))
    options = parser.parse_args()
    print(HEAD)
    for count in options.articles:
        for engine in options.only:
            with tempfile.TemporaryDirectory(prefix="search-") as folder:
                print(measure(engine, count, Path(folder)), flush=True)


def measure(engine: str, count: int, folder: Path) -> Row:
    """Build the index of one engine and use it."""
    site = folder / "site"
    built = subprocess.run(
        [sys.executable, str(HERE / "build_index.py"), engine, str(count), str(site)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    report = json.loads(built.stdout.splitlines()[-1])
    wanted = queries(QUERIES, count)
    traffic = Traffic()
    with serving(site, traffic) as address, browser_page() as page:
        page.goto(address)
        page.evaluate("(url) => (window.themeWorker = url)", report.get("worker", ""))
        traffic.clear()
        [first] = page.evaluate(TIMED, [SCRIPTS[engine], wanted[:1]])
        first_bytes = traffic.total()
        times, fetched = [], []
        for query in wanted[1:]:
            traffic.clear()
            times += page.evaluate(TIMED, [SCRIPTS[engine], [query]])
            fetched.append(traffic.total())
    return Row(
        engine=engine,
        articles=count,
        build_seconds=report["seconds"],
        build_megabytes=report["megabytes"],
        index_bytes=report["bytes"],
        first_bytes=first_bytes,
        first_seconds=first / 1000,
        median_seconds=median(times) / 1000,
        p95_seconds=quantiles(times, n=20)[-1] / 1000,
        most_bytes=max(fetched),
    )


if __name__ == "__main__":
    main()
