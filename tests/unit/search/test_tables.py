from itertools import chain

import pytest

from dossier.problems import DossierError
from dossier.search.analyser import Analyser
from dossier.search.tables import Tables

FILES = {
    "analysis.yml": b"shortest: {ending: 3}\nmonths: [[May, Mai]]\n",
    "plurals.txt": b"# singular plural\n\nship ships\nmouse  mice\n",
    "synonyms.txt": b"North Star | Polaris\n",
    "whole.txt": b"undo # not un+do\n",
    "ending.txt": b"  bus  \r\ngas\r\n",
    "words.txt": b"sea\n",
}


def test_a_line_holds_a_word_a_noun_or_the_names_of_one_thing():
    found = Tables.of(FILES)
    assert found.lexemes == (("ship", "ships"), ("mouse", "mice"))
    assert ("North Star", "Polaris") in found.synonyms
    assert (found.whole, found.ending, found.others) == (("undo",), ("bus", "gas"), ("sea",))


def test_the_months_are_names_of_one_thing():
    assert ("May", "Mai") in Tables.of(FILES).synonyms


def test_lengths_are_numbers():
    assert Tables.of(FILES).analysis["shortest"] == {"ending": 3}


def test_the_words_are_those_of_every_table_and_each_of_a_name():
    assert Tables.of(FILES).words == {
        *("ship", "ships", "mouse", "mice"),
        *("North", "Star", "Polaris", "May", "Mai"),
        *("undo", "bus", "gas", "sea"),
    }


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("- a\n", "language/analysis.yml must hold a map"),
        ("a: 1\na: 2\n", "language/analysis.yml:2"),
        ("a: [1\n", "language/analysis.yml"),
    ],
)
def test_an_analysis_that_is_no_map_is_an_error(written, message):
    with pytest.raises(DossierError, match=message):
        Tables.of({**FILES, "analysis.yml": written.encode()})


def test_a_noun_has_forms_and_a_thing_has_names(language):
    assert [group for group in (*language.lexemes, *language.synonyms) if len(group) < 2] == []


def test_a_word_has_no_white_space(language):
    words = (*language.whole, *language.ending, *language.others)
    assert [word for word in words if len(word.split()) != 1] == []


def test_the_months_of_the_language_are_twelve(language):
    assert len(language.analysis["months"]) == 12


def test_what_is_compared_with_forms_is_a_form(language):
    analysis, form = language.analysis, Analyser(language).form
    lists = ("articles", "proclitics", "pronouns", "endings", "relations", "present", "persons")
    compared = chain(
        *(analysis[name] for name in (*lists, "alike", "neighbours", "latin_articles")),
        *analysis["latin"].values(),
        *analysis["classes"].items(),
        analysis["silent"],
    )
    assert [letters for letters in compared if form(letters) != letters] == []


@pytest.mark.parametrize("name", ["articles", "proclitics"])
def test_what_stands_before_a_word_is_listed_longest_first(language, name):
    prefixes = language.analysis[name]
    for at, prefix in enumerate(prefixes):
        assert not any(later.startswith(prefix) for later in prefixes[at + 1 :])


def test_what_is_taken_for_one_consonant_is_not_taken_for_another(language):
    classes = language.analysis["classes"]
    assert not classes.keys() & set(classes.values())
