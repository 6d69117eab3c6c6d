"""Names in Latin letters, by their sounds: which Arabic spellings may stand behind them.

English, French and Persian ways to write Arabic (ALA-LC among them) differ in vowels and in
which consonants they keep apart.  A Latin letter therefore stands for several Arabic ones, a
short vowel for none, a long one only for its own letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.search.tables import Tables

_MOST = 64


@dataclass(frozen=True)
class Latin:
    """Compares Latin with Arabic spellings by the tables of the language."""

    tables: Tables

    @cached_property
    def _units(self) -> dict[str, list[str]]:
        units: dict[str, list[str]] = self.tables.analysis["latin"]
        return dict(sorted(units.items(), key=lambda item: -len(item[0])))

    @cached_property
    def _unit(self) -> re.Pattern[str]:
        return re.compile("|".join(self._units))

    def _sounds(self, name: str) -> tuple[tuple[str, ...], ...] | None:
        single = re.sub(r"([^aeiouy])\1", r"\1", name)
        found = self._unit.findall(single)
        if not found or "".join(found) != single:
            return None
        sounds = [tuple(self._units[unit]) for unit in found]
        # A vowel at the beginning is always written in Arabic.
        sounds[0] = tuple(letters for letters in sounds[0] if letters)
        return tuple(sounds)

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """What an Arabic base looks like that the name may stand for; None if none could."""
        sounds = self._sounds(name)
        if sounds is None:
            return None
        return re.compile("".join(f"(?:{'|'.join(letters)})" for letters in sounds))

    def skeletons(self, name: str) -> list[str]:
        """The skeletons that an Arabic spelling of the name may have."""
        sounds = self._sounds(name)
        if sounds is None:
            return []
        found = {""}
        for choice in sounds:
            bones = {self.skeleton(letters) for letters in choice}
            found = {self.skeleton(start + bone) for start in found for bone in bones}
        return sorted(found)[:_MOST]

    def skeleton(self, base: str) -> str:
        """The consonants of an Arabic base, those that Latin does not tell apart made one."""
        classes, silent = self.tables.analysis["classes"], self.tables.analysis["silent"]
        bones = [classes.get(letter, letter) for letter in base]
        heard = [bone for bone in bones if bone not in silent]
        return "".join(b for i, b in enumerate(heard) if i == 0 or heard[i - 1] != b)
