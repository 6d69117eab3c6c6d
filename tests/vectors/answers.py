"""What the analyser answers, in the shape of analysis.json: both sides must give the same."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from dossier.search import bloom
from dossier.search.analyser import Analyser
from dossier.search.latin import Latin
from dossier.search.names import key_of
from dossier.search.slips import Slips
from dossier.search.tables import Tables

FOLDER = Path(__file__).parent
GOLDEN = FOLDER / "analysis.json"
SIZE = 9_592
"""Bits of the Bloom filter that places are asked of: no power of two."""


def asked():
    """The words, the names and the slips, without their kinds."""
    tree = yaml.safe_load((FOLDER / "words.yml").read_text(encoding="utf-8"))
    return {
        "words": [word for words in tree["words"].values() for word in words],
        "names": tree["names"],
        "slips": [pair for pairs in tree["slips"].values() for pair in pairs],
    }


@dataclass(frozen=True)
class Answers:
    """Asks the Python side."""

    tables: Tables

    @cached_property
    def analyser(self):
        return Analyser(self.tables)

    @cached_property
    def latin(self):
        return Latin(self.tables)

    @cached_property
    def slips(self):
        return Slips(self.tables)

    def of(self, asked):
        """The answers to words, names and slips."""
        return {
            "words": [[text, self._words(text)] for text in asked["words"]],
            "names": [[name, self._name(name, bases)] for name, bases in asked["names"].items()],
            "slips": [
                [typed, meant, *self._costs(typed, meant)] for typed, meant in asked["slips"]
            ],
        }

    def _words(self, text):
        return [self._word(token) for token in self.analyser.tokens(text)]

    def _word(self, token):
        analyser, form = self.analyser, token.form
        return {
            "at": [token.start, token.end],
            "form": form,
            "bases": analyser.bases(form),
            "looseBases": analyser.loose_bases(form),
            "stems": analyser.stems(form),
            "verbs": analyser.verbs(form),
            "relations": analyser.relations(form),
            "skeleton": self.latin.skeleton(form),
            "bloom": list(bloom.places(form, SIZE)),
        }

    def _name(self, name, bases):
        forms = [token.form for token in self.analyser.tokens(name)]
        patterns = [self.latin.pattern(form) for form in forms]
        return {
            "key": key_of(self.analyser, name),
            "skeletons": [self.latin.skeletons(form) for form in forms],
            "stands for": [
                [base, *(pattern and _fits(pattern, base) for pattern in patterns)]
                for base in bases
            ],
        }

    def _costs(self, typed, meant):
        return [self.slips.cost(typed, meant), self.slips.cost(meant, typed)]


def _fits(pattern, base):
    """Whether a base is what the pattern says, and whether it begins so."""
    return [bool(pattern.fullmatch(base)), bool(pattern.match(base))]


def golden():
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


def write_golden(answers):
    """A line for each question, so that a difference is read as content."""
    parts = (f'"{name}": [\n{_lines(found)}\n]' for name, found in answers.items())
    GOLDEN.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _lines(answers):
    return ",\n".join(map(_json, answers))


def _json(tree):
    text = json.dumps(tree, ensure_ascii=False)
    # What cannot be seen is written as it is in words.yml.
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def differences(expected, found):
    """Where two answers differ, the shortest question first."""
    pairs = [pair for pair in zip(expected, found, strict=True) if pair[0] != pair[1]]
    return sorted(pairs, key=lambda pair: len(pair[0][0]))
