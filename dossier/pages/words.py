"""The Arabic words of the interface, from `templates/words.yml`, with plurals by Babel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale

from dossier.problems import DossierError, as_text
from dossier.seeds import strict_yaml
from dossier.seeds.strict_yaml import Plain

LOCALE = Locale("ar", "IQ")
"""Iraq's Arabic: Levantine month names, six plural forms (CLDR)."""


@dataclass(frozen=True)
class Words:
    """Looks up the interface's words; a missing one is an error, never an empty string."""

    tree: dict[str, Plain]

    def __call__(self, key: str, **values: object) -> str:
        """The words under a dotted key, with `{name}` filled in."""
        found = self._at(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**values) if values else found

    def group(self, key: str) -> dict[str, str]:
        """All words under a dotted key, in the order of the file."""
        found = self._at(key)
        if not isinstance(found, dict):
            raise KeyError(key)
        return {name: str(text) for name, text in found.items()}

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the right plural (CLDR plural rules for Arabic)."""
        return self(f"counts.{key}.{_plural(number)}", n=number)

    def list(self, items: Iterable[str]) -> str:
        """Items in a row, set apart as Arabic does."""
        return self("statement.separator").join(items)

    def _at(self, key: str) -> Plain:
        found: Plain = self.tree
        for part in key.split("."):
            found = found[part] if isinstance(found, dict) else None
        return found


def _plural(number: int) -> str:
    return str(LOCALE.plural_form(number))


def read(data: bytes) -> Words:
    """The words of a file's bytes.

    Raises:
        DossierError: if the file does not hold a map.
    """
    node, problems = strict_yaml.read("templates/words.yml", data)
    if not isinstance(node, strict_yaml.Mapping) or problems:
        raise DossierError(as_text(problems) or "templates/words.yml must hold a map")
    tree = strict_yaml.plain(node)
    assert isinstance(tree, dict)  # noqa: S101 -- a mapping's plain form
    return Words(tree)
