"""What a failed check looks like, and how it is printed.  No I/O."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Format = Literal["text", "json", "github"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that does not hold, at one place of one file.

    ``line`` and ``column`` count from 1, columns in code points; ``field`` is the path of
    the value inside the file (``claims[1].quote``), empty where the file itself is meant.
    """

    path: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        """``path:line:column: error: field message`` on one line."""
        subject = printable(f"{self.field} {self.message}".strip())
        return f"{printable(self.path)}:{self.line}:{self.column}: error: {subject}"


class DossierError(Exception):
    """The command cannot go on; its text is a sentence for the user."""

    def __str__(self) -> str:
        """The sentence, as it may be printed; what follows it keeps its lines."""
        return _visible(super().__str__())


def as_text(problems: Iterable[Problem]) -> str:
    """One problem a line, as compilers print them, so that editors can jump there."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array of objects with the fields of `Problem`."""
    return _visible(json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2)) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows as annotations on a pull request.

    Escaping after "Workflow commands for GitHub Actions" (docs.github.com).
    """
    return "".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column}"
        f"::{_data(f'{p.field} {p.message}'.strip())}\n"
        for p in problems
    )


FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def printable(text: str) -> str:
    """A text on one line, without anything that a terminal or GitHub's runner would obey."""
    return _visible(" ".join(text.split()))


def _visible(text: str) -> str:
    """A text in whose lines nothing is obeyed; what would be is written as JSON escapes it.

    A terminal obeys control characters and reorders by formatting ones.  The runner obeys
    ``##[command]`` anywhere in a line (`ActionCommand.cs` of github.com/actions/runner) and
    ``::command::`` at its beginning, where problems have their path.
    """
    if text.isprintable() and "##[" not in text:
        return text
    lines = (
        "".join(
            _escaped(letter) if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter
            for letter in line
        )
        for line in text.split("\n")
    )
    return "\n".join(lines).replace("##[", f"{_escaped('#')}#[")


def _escaped(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return re.sub("(....)", r"\\u\1", units)


def _data(text: str) -> str:
    return _visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
