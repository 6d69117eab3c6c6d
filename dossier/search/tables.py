"""The tables of the language, from the files in `language/`.

They are of Arabic and of the names that any newspaper prints, not of a dossier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.problems import DossierError, as_text
from dossier.seeds import strict_yaml

ANALYSIS = "language/analysis.yml"


@dataclass(frozen=True)
class Tables:
    """What is known of the language.

    Args:
        analysis: How a word is taken apart, as `analysis.yml` says; the browser gets the same.
        lexemes: Words that are forms of one word: a noun, its feminine, its plurals.
        synonyms: Names that stand for the same thing, in any spelling and script.
        whole: Words whose first letters look like a proclitic and are not.
        ending: Words whose last letters look like an ending and are not.
        others: Other words of the language, so that none is taken for a slip.
    """

    analysis: dict[str, Any]
    lexemes: tuple[tuple[str, ...], ...]
    synonyms: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]
    ending: tuple[str, ...]
    others: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that the tables hold, as it is written."""
        names = (word for group in self.synonyms for name in group for word in name.split())
        inflected = (word for lexeme in self.lexemes for word in lexeme)
        return frozenset((*names, *inflected, *self.whole, *self.ending, *self.others))

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Tables:
        """The tables of the files, given by name.

        Raises:
            DossierError: if `analysis.yml` is not a map.
        """
        node, problems = strict_yaml.read(ANALYSIS, files["analysis.yml"])
        if not isinstance(node, strict_yaml.Mapping) or problems:
            raise DossierError(as_text(problems) or f"{ANALYSIS} must hold a map")
        analysis: Any = strict_yaml.plain(node)
        shortest = {kind: int(count) for kind, count in analysis["shortest"].items()}
        months = tuple(tuple(names) for names in analysis["months"])
        return cls(
            analysis={**analysis, "shortest": shortest},
            lexemes=tuple(tuple(line.split()) for line in _lines(files["plurals.txt"])),
            synonyms=(
                *months,
                *(
                    tuple(name.strip() for name in line.split("|"))
                    for line in _lines(files["synonyms.txt"])
                ),
            ),
            whole=tuple(_lines(files["whole.txt"])),
            ending=tuple(_lines(files["ending.txt"])),
            others=tuple(_lines(files["words.txt"])),
        )


def _lines(data: bytes) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in data.decode().splitlines())
    return [line for line in lines if line]
