"""What the tables of the language say of words: which are whole, and which belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property

from dossier.search.analyser import Analyser
from dossier.search.grades import BASE, FORM, LEXEME, LOOSE, RELATION, STEM, VERB, closest


@dataclass(frozen=True)
class Vocabulary:
    """The words of the language, folded as the analyser folds them."""

    analyser: Analyser

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of the tables."""
        return self._folded(self.analyser.tables.words)

    @cached_property
    def whole(self) -> frozenset[str]:
        """Words of which nothing is to be cut off at the front."""
        return self._folded(self.analyser.tables.whole)

    @cached_property
    def ending(self) -> frozenset[str]:
        """Words of which nothing is to be cut off at the end."""
        tables = self.analyser.tables
        # ة gives way to every other ending, so a word with it keeps none.
        own = (word for word in tables.ending if not word.endswith("ة"))
        # Names are not inflected: neither the words of كانون الثاني, nor السليمانية.
        several = (word for name in self._names if " " in name for word in name.split())
        definite = (name for name in self._names if name.startswith("ال"))
        return self._folded((*own, *several, *definite))

    @cached_property
    def named(self) -> frozenset[str]:
        """Names of one word."""
        return self._folded(name for name in self._names if " " not in name)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for group in self.analyser.tables.synonyms for name in group)

    @cached_property
    def _lexemes(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for lexeme in self.analyser.tables.lexemes:
            folded = tuple(filter(None, map(self.analyser.form, lexeme)))
            for word in folded:
                found[word].append(folded)
        return found

    def _folded(self, words: Iterable[str]) -> frozenset[str]:
        forms = (token.form for word in words for token in self.analyser.tokens(word))
        return frozenset(base for form in forms for base in self.analyser.bases(form))

    def attested(self, forms: Iterable[str]) -> frozenset[str]:
        """What is surely a word: of the language, or a base of one of the forms, or its stem."""
        sure = {base for form in forms for base in self._sure_bases(form)}
        return self.known.union(sure, *map(self.analyser.stems, sure))

    def readings(self, form: str, attested: Set[str]) -> dict[str, str]:
        """The keys that lead to a form, with their grades.

        Args:
            form: A form that stands in a text.
            attested: What is surely a word, by which to tell a proclitic from a first letter.
        """
        keys: dict[str, str] = {}
        for base, grade in self._bases(form, attested).items():
            closest(keys, base, grade)
            if grade != LOOSE:
                self._add_related(keys, base)
        return keys

    def _bases(self, form: str, attested: Set[str]) -> dict[str, str]:
        bases = {base: FORM if base == form else BASE for base in self._sure_bases(form)}
        if form in self.known:
            return bases
        for base in (*self.analyser.bases(form), *self.analyser.loose_bases(form)):
            if base in bases:
                continue
            if self._follows(form, base) or {base, *self.analyser.stems(base)} & attested:
                bases[base] = BASE
            elif len(base) > 2:
                bases[base] = LOOSE
        return bases

    def _add_related(self, keys: dict[str, str], base: str) -> None:
        stems = [] if base in self.ending else self.analyser.stems(base)
        related = {
            STEM: stems,
            LEXEME: [
                m for w in (base, *stems) for lexeme in self._lexemes.get(w, ()) for m in lexeme
            ],
            VERB: [] if base in self.known else self.analyser.verbs(base),
            RELATION: [] if base in self.ending else self.analyser.relations(base),
        }
        for grade, words in related.items():
            for word in words:
                closest(keys, word, grade)

    def _sure_bases(self, form: str) -> list[str]:
        """The bases of a form but for لل, of which the second ل may be the word's own."""
        bases = self.analyser.bases(form)
        if form in self.whole:  # ألحق and الحق are written alike, والد is one word
            bases = [base for base in bases if form in (base, f"ال{base}")]
        return [base for base in bases if not form.removesuffix(base).endswith("لل")]

    def _follows(self, form: str, base: str) -> bool:
        """Whether what stands before a base cannot well be of the word: و, or س of the future."""
        before = form.removesuffix(base)
        present = self.analyser.tables.analysis["present"]
        return len(base) > 2 and (before == "و" or (before.endswith("س") and base[0] in present))
