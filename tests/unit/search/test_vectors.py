"""What the analyser answers to words of many kinds; tests/browser asks the browser the same.

`pytest tests/unit/search/test_vectors.py --update-goldens` writes the answers anew.
"""

import pytest

from tests.helpers import load_tables
from tests.vectors.answers import Answers, asked, differences, golden, write_golden


@pytest.fixture(scope="module")
def answers():
    return Answers(load_tables()).of(asked())


def test_the_answers_are_those_that_were_found_right(answers, update_goldens):
    if update_goldens:
        write_golden(answers)
    written = golden()
    assert differences(written["words"], answers["words"]) == []
    assert differences(written["names"], answers["names"]) == []
    assert differences(written["slips"], answers["slips"]) == []


def test_there_are_words_of_every_kind():
    questions = asked()
    assert len(questions["words"]) >= 150
    assert len(set(questions["words"])) == len(questions["words"])
