"""Asks the Nu HTML Checker (https://validator.github.io/validator/) about every built page.

It is a Java program and no library of ours:
``VNU=/path/to/vnu.jar make validate``, after ``make``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# What the checker says and we let stand: (where, what it says, why).
EXCEPTIONS = (
    (
        "sources/",
        "Article lacks heading.",
        "The article is a source's text, character for character; the heading above it names it.",
    ),
    (
        "",
        "Resource violates Content Security Policy (meta tag): external ",
        "The checker reads files, which no 'self' covers; tests ask a browser.",
    ),
    (
        "",
        "Inline script violates Content Security Policy (meta tag): blocked by ",
        "Data (JSON) never runs; the build refuses an inline script that is not on its list.",
    ),
)


def main() -> int:
    """Print what is neither valid nor excepted; 0 if that is nothing."""
    checker, site = os.environ.get("VNU"), Path("site")
    if not checker or not Path(checker).is_file() or not site.is_dir():
        print("usage, after `make`: VNU=/path/to/vnu.jar make validate", file=sys.stderr)
        return 2
    wrong = list(_complaints(checker, site))
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


def _complaints(checker: str, site: Path) -> Iterator[str]:
    command = ["java", "-jar", checker, "--skip-non-html", "--format", "json", str(site)]
    done = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    for said in json.loads(done.stderr)["messages"]:
        page = said.get("url", "").partition(f"/{site}/")[2]
        if not _excepted(page, said["message"]):
            yield f"{page}:{said.get('lastLine', 0)}: {said['type']}: {said['message']}"


def _excepted(page: str, message: str) -> bool:
    return any(
        page.startswith(where) and message.startswith(words) for where, words, _ in EXCEPTIONS
    )


if __name__ == "__main__":
    sys.exit(main())
