"""Words of an invented article whose rights withhold it, in part or wholly."""

import pytest

from dossier.check.rights import COPIED, excerpts
from tests.helpers import RETURN, STORM, edited, loaded, messages, with_text
from tests.withheld import (
    FULL,
    LINK_ONLY,
    RECORD,
    SOURCE,
    TEXT,
    TEXT_FILE,
    VISIT,
    WORDS,
    excerpt,
    files_with,
)

STATEMENT = "statement: 'قول أول'"


def shown(rights):
    words = " ".join(excerpts(loaded(files_with(rights)))[SOURCE].published).split()
    return [WORDS.index(word.strip(".")) for word in words]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (4, [3, 4, 20, 48]),
        (5, [*range(8, 13)]),
        (6, [*range(8, 13), 48]),
        (8, [*range(8, 16)]),
        (13, [*range(8, 16), *range(22, 27)]),
        (14, [*range(8, 16), *range(22, 27), 48]),
        (16, [3, 4, *range(8, 16), *range(22, 27), 48]),
        (25, [*range(3, 7), *range(8, 18), 20, *range(22, 31), 48]),
        (400, [*range(3, 7), *range(8, 18), 20, *range(22, 31), 48]),
    ],
)
def test_claims_come_first_then_other_evidence_and_what_is_none_never(most, expected):
    assert shown(excerpt(most)) == expected


def test_of_a_link_only_source_nothing_is_shown():
    assert shown(LINK_ONLY) == []


def test_a_text_in_full_has_no_bounds():
    assert excerpts(loaded(files_with(FULL)))[SOURCE].whole


@pytest.mark.parametrize(
    ("rights", "message"),
    [
        ("{publish: excerpt}", "rights.max_words must be given with publish: excerpt"),
        (
            "{publish: excerpt, max_words: null}",
            "rights.max_words must be given with publish: excerpt",
        ),
        (
            "{publish: full, max_words: 9}",
            "rights.max_words must be left out with publish: full",
        ),
        (
            "{publish: link-only, max_words: 9}",
            "rights.max_words must be left out with publish: link-only",
        ),
        (excerpt(9), None),
        (LINK_ONLY, None),
    ],
)
def test_only_an_excerpt_has_a_number_of_words(rights, message):
    found = [text.partition("error: ")[2] for text in messages(files_with(rights))]
    assert found == ([message] if message else [])


def copied(words, rights=LINK_ONLY, path=VISIT, old=STATEMENT, new="statement: '{}'"):
    return messages(edited(files_with(rights), path, old, new.format(words)))


def test_a_statement_that_copies_what_is_withheld_is_a_problem_in_its_place():
    words = " ".join(WORDS[8 : 8 + COPIED])
    assert copied(f"كتب أن {words}، وزاد") == [
        f"{VISIT}:127:16: error: claims[13].statement must not repeat what the rights of "
        f"{TEXT_FILE} withhold: «{words}»; it must be told in words of ours"
    ]


@pytest.mark.parametrize(
    ("words", "rights"),
    [
        (" ".join(WORDS[8 : 7 + COPIED]), LINK_ONLY),
        (" ".join(WORDS[8:16]), excerpt(8)),
        (" ".join(WORDS[8:24]), FULL),
    ],
    ids=["a few words", "words that are shown", "a text in full"],
)
def test_what_is_no_copy_is_none(words, rights):
    assert copied(words, rights) == []


def test_a_headline_names_its_article_everywhere(mini):
    files = edited(mini, f"seeds/sources/{RETURN}.yml", FULL, LINK_ONLY)
    headline = "العودة إلى نجمة الشمال: ما الذي تغيّر منذ أيار؟"
    statement = "statement: 'صوّر الفريق المقدمة'"
    path = "seeds/visits/2019-09.yml"
    assert len(headline.split()) > COPIED
    assert messages(edited(files, path, statement, f"statement: 'كتب: {headline}'")) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "field"),
    [
        (RECORD, "label: 'الحارس'", "label: '{}'", "tellers[0].label"),
        (RECORD, "reason: 'علامة واحدة.'", "reason: '{}'", "voice_notes[0].reason"),
        (VISIT, "note: 'يتفق المقالان على السبت.'", "note: '{}'", "when.note"),
        ("seeds/actors.yml", "description: 'سفينة غارقة.'", "description: '{}'",
         "actors[0].description"),
        ("seeds/questions.yml", "text: 'متى غرقت السفينة؟'", "text: '{}'",
         "questions[0].text"),
    ],
)  # fmt: skip
def test_no_field_of_any_record_may_copy(path, old, new, field):
    (message,) = copied(" ".join(WORDS[21:31]), LINK_ONLY, path, old, new)
    assert f"error: {field} must not repeat" in message


def test_words_that_another_source_says_are_not_withheld():
    words = " ".join(WORDS[8:18])
    files = edited(files_with(LINK_ONLY), VISIT, STATEMENT, f"statement: '{words}'")
    assert len(messages(files)) == 1
    text = files[f"seeds/sources/{STORM}.txt"] + f"{words}\n".encode()
    assert messages(with_text(files, STORM, text)) == []


def test_words_are_known_again_with_other_marks_and_signs():
    words = "، ".join(f"{word[0]}\u064e{word[1:]}" for word in WORDS[8:18])
    assert len(copied(words)) == 1


def test_every_word_of_the_article_is_another():
    assert len({*TEXT.split()}) == len(TEXT.split())
