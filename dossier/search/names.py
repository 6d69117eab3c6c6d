"""Names that stand for the same thing: from the dossier's actors and from the language's table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.search.analyser import Analyser
from dossier.seeds.models import ActorRecord

_ARABIC = re.compile("[\u0600-\u06ff]")
AS_IT_IS = "="
"""Before a name of the table that is another word without its article: الأحد."""
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Concept:
    """One thing under several names.

    Args:
        names: How texts name it: for each word of a name the bases by which it is known.
        keys: What it can be looked for under: the bases of a name's words, joined by spaces.
        last_keys: The same, where nothing that was typed stands in any text.
        proper: Whether it is one person or thing, whose name is not inflected.
    """

    names: tuple[tuple[tuple[str, ...], ...], ...]
    keys: tuple[str, ...]
    last_keys: tuple[str, ...] = ()
    proper: bool = True


def name_of(analyser: Analyser, written: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, without Latin articles: the bases of each, the shortest last."""
    articles = analyser.tables.analysis["latin_articles"]
    forms = [token.form for token in analyser.tokens(written)]
    if written.startswith(AS_IT_IS):
        return tuple((form,) for form in forms)
    kept = [form for form in forms if form not in articles] or forms
    return tuple(tuple(analyser.bases(form)) for form in kept)


def key_of(analyser: Analyser, written: str) -> str:
    """A name as it is looked up.

    `al-Jazari` and `Jazari`, `مجلس الأمن` and `مجلس أمن` are one.
    """
    return " ".join(bases[-1] for bases in name_of(analyser, written))


def concepts(analyser: Analyser, actors: Iterable[ActorRecord]) -> list[Concept]:
    """Everything with more than one name."""
    inflected = _Inflected(analyser.tables.lexemes)
    found = [
        replace(_concept(analyser, group, inflected.of(group)), proper=False)
        for group in analyser.tables.synonyms
    ]
    found += [_of_actor(analyser, actor) for actor in actors]
    return [concept for concept in found if concept.names and concept.keys]


class _Inflected:
    """Names with their plurals: أميركان of أميركي."""

    def __init__(self, lexemes: Iterable[tuple[str, ...]]) -> None:
        self._forms: dict[str, list[str]] = defaultdict(list)
        for lexeme in lexemes:
            self._forms[lexeme[0]] += lexeme

    def of(self, names: Iterable[str]) -> list[str]:
        """The names, and the other forms of those that are one noun."""
        return [form for name in names for form in self._forms.get(name, (name,))]


def _concept(
    analyser: Analyser, names: Iterable[str], keys: Iterable[str], last_keys: Iterable[str] = ()
) -> Concept:
    """How texts may name it, and what it is looked for under."""
    named = (name_of(analyser, name) for name in names)
    first, last = (
        tuple(dict.fromkeys(key for name in some for key in _keys(analyser, name)))
        for some in (keys, last_keys)
    )
    return Concept(tuple(dict.fromkeys(filter(None, named))), first, last)


def _keys(analyser: Analyser, name: str) -> Iterator[str]:
    """A name in its words; an Arabic one of two also written together: حزبالله, عبدالله."""
    yield key_of(analyser, name)
    forms = [token.form for token in analyser.tokens(name)]
    if len(forms) == 2 and _ARABIC.search(name):
        yield "".join(forms)


def _of_actor(analyser: Analyser, actor: ActorRecord) -> Concept:
    # A name that is told apart by an aside stands for something else without it.
    own = () if _ASIDE.search(actor.name) else (actor.name,)
    written = [*own, *actor.spellings, *actor.other_spellings]
    if actor.kind == "group":  # whose names describe it, and are not spellings of one another
        return _concept(analyser, written, actor.latin)
    # A longer name says more than a shorter one: it stands for it only where it stands nowhere.
    words = [name for name in written if " " not in name]
    several = [name for name in written if " " in name]
    return _concept(analyser, written, [*words, *actor.latin], several)
