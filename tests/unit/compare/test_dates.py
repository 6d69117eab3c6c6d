"""Date cards of the invented dossier."""

from dossier.compare.dates import (
    claim_card,
    outside_visits,
    publication_cards,
    sources_agree,
    visit_cards,
)
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited

VISIT = "seeds/visits/2019-05.yml"


def test_each_word_is_counted_from_its_own_day(dossier):
    cards = visit_cards(dossier.visits["2019-05"], dossier)
    assert [
        (c.quote.shown, c.counted_from.text, c.resolution.edtf, c.resolution.rule, c.fits)
        for c in cards
    ] == [
        ("يوم السبت الماضي", "2019-05-20", "2019-05-18", "weekday-back", True),
        ("يوم السبت، قبل أربعة أيام", "2019-05-22", "2019-05-18", "ago-days", True),
    ]
    assert sources_agree(cards) is True


def test_one_source_agrees_with_nobody(dossier):
    cards = visit_cards(dossier.visits["2019-09"], dossier)
    assert sources_agree(cards) is None


def test_sources_that_reckon_to_different_days_do_not_agree(mini):
    files = edited(mini, VISIT, "edtf: '2019-05-18'", "edtf: '2019-05'")
    files = edited(files, VISIT, "counted_from: '2019-05-22'", "counted_from: '2019-05-29'")
    dossier = checked(files)
    cards = visit_cards(dossier.visits["2019-05"], dossier)
    assert [card.result.text for card in cards] == ["2019-05-18", "2019-05-25"]
    assert sources_agree(cards) is False


def test_a_printed_date_fits_itself_and_a_weekday_bears_it_out(dossier):
    printed, yesterday = publication_cards(dossier.sources[ANCHOR])
    assert (printed.result.text, printed.fits) == ("2019-05-20", True)
    assert (yesterday.result.text, yesterday.fits) == ("2019-05-19", True)


def test_what_bears_nothing_out_says_so(dossier):
    (card,) = publication_cards(dossier.sources[STORM])
    assert (card.result.text, card.fits) == ("2019-05-18", None)
    (card,) = publication_cards(dossier.sources[RETURN])
    assert (card.result.text, card.fits) == ("2019-10-01", True)


def test_only_claims_that_say_when_have_a_card(dossier):
    dated = {c.id: card for c in dossier.claims.values() if (card := claim_card(c))}
    assert list(dated) == ["2019-05.dived-saturday-storm"]
    assert dated["2019-05.dived-saturday-storm"].result.text == "2019-05-18"


def test_a_date_behind_a_reading_that_no_visit_can_have_lies_outside(mini, dossier):
    assert outside_visits(dossier) == ()
    old = "speaks_for: [2019-05.raised-two]"
    new = "speaks_for: [2019-05.raised-two, 2019-05.dived-saturday-storm]"
    read = edited(mini, "seeds/questions.yml", old, new)
    assert outside_visits(checked(read)) == (), "the day of a visit on file"
    old, new = "أيام', counted_from: published}", "أيام', counted_from: '2019-04-30'}"
    moved = edited(read, VISIT, old, new)
    ((claim, date),) = outside_visits(checked(moved))
    assert (claim.id, date.text) == ("2019-05.dived-saturday-storm", "2019-04-26")
    unread = edited(mini, VISIT, old, new)
    assert outside_visits(checked(unread)) == (), "no reading rests on it"
