"""How a word is taken apart, for the index and for a query alike.

The browser does the same in `docs/assets/scripts/search/analyser.js`, with the same tables;
`tests/vectors/analysis.json` holds what both must answer.

A *form* is a word without what spelling varies.  A *base* is a form without what stands
before the word; a *stem* a base without its endings; a *relation* the word that an adjective
is made of.  Arabic writes these together, and which letters belong to the word cannot be
told from the word alone: each function gives every reading, the likely ones first.  After
the light stemmer of Larkey, Ballesteros and Connell (light10, SIGIR 2002), with several
readings in place of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dossier.search.tables import Tables

# The past of forms IV (three letters), VII (نـ), VIII (ـتـ) and X (ستـ) begins with an alef.
_WITH_ALEF = re.compile("...$|ن|.ت")
# A weak middle letter is an alef in the past: فاز of يفوز, أفاد of يفيد.
_HOLLOW = re.compile(".[وي].")
# Verbal nouns of the forms with an alef (إعلان, انسحاب, انتقاد, استهداف), and of form II (تهديد).
_NOUN_OF_ALEF = re.compile("ا...?.?ا.")
_NOUN_OF_TWO = re.compile("ت..ي.")
_HAMZA, _TATWEEL = "\N{ARABIC HAMZA ABOVE}", "\N{ARABIC TATWEEL}"


@dataclass(frozen=True)
class Token:
    """A word of a text: its code points, and its form."""

    start: int
    end: int
    form: str


@dataclass(frozen=True)
class Analyser:
    """Takes words apart by the tables of the language."""

    tables: Tables

    @cached_property
    def _token(self) -> re.Pattern[str]:
        marks, apostrophes = (self.tables.analysis[name] for name in ("marks", "apostrophes"))
        letter = r"[^\W\d_]"
        return re.compile(
            rf"\d[\d{marks}]*|{letter}(?:{letter}|[{marks}]|[{apostrophes}](?={letter}))*"
        )

    @cached_property
    def _letters(self) -> dict[int, str]:
        return {ord(letter): to for letter, to in self.tables.analysis["letters"].items()}

    def tokens(self, text: str) -> list[Token]:
        """The words and numbers of a text, in order; signs without letters are none."""
        found = (
            Token(match.start(), match.end(), self._form_of(match[0]))
            for match in self._token.finditer(text)
        )
        return [token for token in found if token.form]

    def _form_of(self, word: str) -> str:
        if word not in self._forms:
            self._forms[word] = self.form(word)
        return self._forms[word]

    @cached_property
    def _forms(self) -> dict[str, str]:
        return {}  # texts repeat their words

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        return {}  # and words their endings

    def form(self, word: str) -> str:
        """A word without marks, hamza, tatweel and joiners, letters that vary made one."""
        decomposed = unicodedata.normalize("NFKD", word).lower()
        bare = "".join(c for c in decomposed if c == _HAMZA or _is_written(c))
        for before, after in self.tables.analysis["respelt"]:
            bare = bare.replace(before, after)
        folded = bare.replace(_HAMZA, "").translate(self._letters)
        for before, after in self.tables.analysis["doubled"]:
            while before in folded:
                folded = folded.replace(before, after)
        return (folded.lstrip("0") or "0") if folded.isascii() and folded.isdecimal() else folded

    def bases(self, form: str) -> list[str]:
        """The form, and what follows a definite article."""
        rest = self._after(form, self.tables.analysis["articles"], "article")
        return [form, *rest[:1]]

    def loose_bases(self, form: str) -> list[str]:
        """What follows letters that may be a conjunction, a preposition, or of the word itself."""
        return self._after(form, self.tables.analysis["proclitics"], "proclitic")

    def shortened(self, form: str) -> list[str]:
        """The form without whatever may stand before a word, but for a bare article."""
        bases = [base for base in self.bases(form)[1:] if form != f"ال{base}"]
        return [*bases, *self.loose_bases(form)]

    def stems(self, base: str) -> list[str]:
        """The base without endings of person, number and gender, one layer after another."""
        if base in self._stems:
            return self._stems[base]
        owned = self._before([base], self.tables.analysis["pronouns"])
        # A pronoun opens ة (سفارتها) and gives a last hamza a seat (حلفائه, أداؤها).
        mine = [base[:-1]] if base.endswith("تي") else []
        least = self.tables.analysis["shortest"]["ending"]
        opened = [f"{w[:-1]}ه" for w in (*owned, *mine) if w.endswith("ت") and len(w) >= least]
        seated = self._before([word for word in owned if word.endswith(("اي", "او"))], ["ي", "و"])
        several = self._before([base, *owned], self.tables.analysis["endings"])
        # زيارات of زيارة, لقاءات of لقاء (whose hamza is gone).
        sound = [word for word in (base, *owned) if word.endswith("ات")]
        several += [*self._before(sound, ["ت"]), *(f"{w[:-2]}ه" for w in sound if len(w) > least)]
        single = self._before([base, *several, *opened], ["ه"])
        found = _unique((*owned, *opened, *seated, *several, *single), base)
        self._stems[base] = found
        return found

    def verbs(self, base: str) -> list[str]:
        """The past tense that a base may be a form of: شدد of شددت, اجتمع of يجتمعون.

        Also where a weak letter changes: جرى of جرت, فاز of يفوز.
        """
        analysis = self.tables.analysis
        owned = [base, *self._before([base], analysis["pronouns"])]
        words = [*owned, *self._before(owned, analysis["persons"])]
        least = analysis["shortest"]["ending"]
        feminine = self._before(words, ["ت"])
        weak = [f"{word[:-1]}ي" for word in words if word.endswith("ت") and len(word) >= least]
        bare = [
            word[1:]
            for word in words
            if word[0] in analysis["present"] and len(word) > least and not word.endswith("ه")
        ]
        alef = [f"ا{word}" for word in bare if _WITH_ALEF.match(word)]
        hollow = [
            past
            for word in bare
            if _HOLLOW.fullmatch(word)
            for past in (f"{word[0]}ا{word[2]}", f"ا{word[0]}ا{word[2]}")
        ]
        found = _unique((*feminine, *weak, *bare, *alef, *hollow), base)
        return [word for word in found if word not in self.particles]

    @cached_property
    def particles(self) -> frozenset[str]:
        """Words that are not looked for beside others."""
        return frozenset(map(self.form, self.tables.analysis["particles"]))

    def relations(self, base: str) -> list[str]:
        """What a word is derived from: صاروخ of صاروخي, انتقد of انتقاد, هدد of تهديد."""
        adjective = self._before([base], self.tables.analysis["relations"])
        verb = [base[:-2] + base[-1]] if _NOUN_OF_ALEF.fullmatch(base) else []
        intensive = [base[1:3] + base[-1]] if _NOUN_OF_TWO.fullmatch(base) else []
        return _unique((*adjective, *verb, *intensive), base)

    def _after(self, form: str, prefixes: Iterable[str], kind: str) -> list[str]:
        least = self.tables.analysis["shortest"]
        return [
            form[len(prefix) :]
            for prefix in prefixes
            if form.startswith(prefix)
            and len(form) - len(prefix) >= least["assimilated" if prefix.endswith("لل") else kind]
        ]

    def _before(self, words: Iterable[str], suffixes: Iterable[str]) -> list[str]:
        least = self.tables.analysis["shortest"]["ending"]
        return [
            word[: -len(suffix)]
            for word in words
            for suffix in suffixes
            if word.endswith(suffix) and len(word) - len(suffix) >= least
        ]


def _unique(words: Iterable[str], but: str) -> list[str]:
    return [word for word in dict.fromkeys(words) if word != but]


def _is_written(character: str) -> bool:
    """Whether a character is no mark, no tatweel, no control or format character, no space."""
    return character != _TATWEEL and unicodedata.category(character)[0] not in "MCZ"
