"""What a failed check looks like, and how it is printed.  No I/O."""

from __future__ import annotations

import json
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


def as_text(problems: Iterable[Problem]) -> str:
    """One problem a line, as compilers print them, so that editors can jump there."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array of objects with the fields of `Problem`."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2) + "\n"


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
    """A text on one line, without characters that a terminal would obey or reorder by."""
    line = " ".join(text.split())
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter
        for letter in line
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
