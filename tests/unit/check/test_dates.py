import pytest

from dossier.check.dates import check
from tests.helpers import ANCHOR, STORM, edited, loaded

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"
RECORD = f"seeds/sources/{ANCHOR}.yml"


def found(files):
    return [str(problem) for problem in check(loaded(files))]


@pytest.mark.parametrize(
    "edtf",
    [
        "2019-05-18",
        "2019-05",
        "[2019-05-13..2019-05-19]",
        "2019-05-18/..",
        "2019-05-18?",
        "{2019-05-18,2019-05-19}",
    ],
)
def test_a_weekday_must_be_among_the_days_that_are_possible(mini, edtf):
    assert found(edited(mini, VISIT, "edtf: '2019-05-18'", f"edtf: '{edtf}'")) == []


@pytest.mark.parametrize(
    "edtf", ["2019-05-17", "[2019-05-19..2019-05-20]", "2019-05-11", "2019-04", "../2019-05-17"]
)
def test_words_that_disagree_with_the_visits_date_are_told_once(mini, edtf):
    assert found(edited(mini, VISIT, "edtf: '2019-05-18'", f"edtf: '{edtf}'")) == [
        f"{VISIT}:4:9: error: when.edtf must agree with «يوم السبت الماضي», "
        "which here reckons to 2019-05-18, a Saturday"
    ]


def test_yesterdays_weekday_must_be_that_of_the_day_before_publication(mini):
    assert found(edited(mini, RECORD, "edtf: '2019-05-20'", "edtf: '2019-05-21'")) == [
        f"{RECORD}:6:9: error: published.edtf must agree with «أمس الأحد», "
        "which here reckons to 2019-05-20, a Monday"
    ]
    assert found(edited(mini, RECORD, "edtf: '2019-05-20'", "edtf: '2019-05'")) == []


def test_the_day_before_yesterday_is_counted_two_days_back(mini):
    files = edited(mini, RECORD, "'أمس الأحد'", "'أمس الأول السبت'")
    assert found(files) == []
    assert len(found(edited(files, RECORD, "edtf: '2019-05-20'", "edtf: '2019-05-21'"))) == 1


@pytest.mark.parametrize(
    ("edtf", "told"),
    [("2019-05-19", False), ("2019-05-20", False), ("2019-05-18/..", False), ("2019-06", True),
     ("[2019-05-21..2019-05-30]", True), ("../2019-06", False)],
)  # fmt: skip
def test_nothing_is_told_before_it_happened(mini, edtf, told):
    files = edited(mini, VISIT, "edtf: '2019-05-18'", f"edtf: '{edtf}'")
    for words in ("'يوم السبت الماضي'", "'يوم السبت، قبل أربعة أيام'"):
        files = edited(files, VISIT, f"words: {words}", "words: 'السفينة'")
    expected = (
        f"{VISIT}:4:9: error: when.edtf must not be later than 2019-05-20, when {ANCHOR}, "
        "which tells of it, was published"
    )
    assert (expected in found(files)) is told


def test_a_source_without_an_end_of_its_date_may_tell_of_anything(mini):
    path = f"seeds/sources/{STORM}.yml"
    files = edited(mini, path, "edtf: '2019-05-22'", "edtf: '2019-05-01/..'")
    assert found(files) == []
