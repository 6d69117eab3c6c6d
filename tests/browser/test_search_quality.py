"""How well the search finds: the command, over the site of the real seeds."""

import gzip
import subprocess
import sys

import pytest

from dossier.book.chromium import executable
from tests.helpers import PROJECT

pytestmark = pytest.mark.browser


def measured(site, queries, *options):
    command = ["bench/search_quality.py", "--site", site.folder, "--queries", queries, *options]
    return subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "DOSSIER_CHROMIUM": executable() or "", "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize(
    ("queries", "least"), [("queries.jsonl", "0.99"), ("more_queries.jsonl", "0.98")]
)
def test_it_finds_what_it_should_and_nothing_else(site, queries, least):
    done = measured(site, PROJECT / "tests/search" / queries, "--min", least)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_tells_when_it_does_not(site, tmp_path):
    source = site.data["sources"][0]
    word = site.texts[source["id"]].split()[0]
    queries = tmp_path / "queries.jsonl"
    queries.write_text(f'{{"q": "{word}", "class": "absent", "docs": []}}\n', encoding="utf-8")
    done = measured(site, queries, "--verbose")
    assert done.returncode == 1
    assert "finds something" in done.stdout


def weight(files):
    return sum(len(gzip.compress(data, 9)) for data in files)


def test_index_and_scripts_are_light(site):
    """The index, with all that it shows, weighs less than half of what it finds."""
    index = {path: data for path, data in site.files.items() if path.startswith("search/")}
    texts = [data for path, data in index.items() if "/entries-" in path]
    scripts = [d for p, d in site.files.items() if p.startswith("assets/scripts/search/")]
    assert weight(index.values()) <= 0.5 * sum(map(len, texts))
    assert weight(scripts) <= 20_000
