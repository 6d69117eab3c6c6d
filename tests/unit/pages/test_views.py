"""What the goldens do not show: the words that views choose for other numbers and dates."""

import pytest

from dossier.compare.origins import Origins
from dossier.pages.presenter import Presenter, percent
from dossier.pages.timeline import timeline_page
from tests.helpers import ANCHOR, STORM, checked, edited


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(0, 0, 0), (0, 7, 0), (1, 3, 33), (2, 3, 67), (7, 7, 100)]
)
def test_a_share_in_hundredths(part, whole, share):
    assert percent(part, whole) == share


def test_an_interval_of_origins_is_told_apart_from_a_count_of_articles(dossier, words):
    presenter = Presenter(dossier, words)
    texts = [
        presenter.origins(Origins(*numbers, names=(), coincidences=()))
        for numbers in ((0, 0, 0), (1, 1, 1), (3, 1, 1), (2, 2, 2), (3, 1, 3))
    ]
    assert len(set(texts)) == 5
    assert "3" in texts[2], "one origin, three articles"
    assert all(number in texts[4] for number in ("1", "3"))


def test_claims_are_numbered_in_the_order_of_their_page(dossier, words):
    presenter = Presenter(dossier, words)
    ordered = presenter.by_topic(dossier.visits["2019-05"])
    assert [presenter.claim(claim).number for claim in ordered] == list(range(1, 14))
    assert [claim.record.topic for claim in ordered] == (
        ["dive"] * 3 + ["finds"] * 8 + ["history"] * 2
    )


def test_the_delay_is_told_only_where_both_days_are_known(mini, words):
    path = f"seeds/sources/{STORM}.yml"
    files = edited(mini, path, "edtf: '2019-05-22'", "edtf: '2019-05'")
    page = timeline_page(Presenter(checked(files), words))
    delays = {entry.href: entry.delays for entry in page.view.entries}
    assert delays[f"sources/{STORM}/"] == ()
    assert len(delays[f"sources/{ANCHOR}/"]) == 1


def test_events_and_articles_come_in_the_order_of_their_dates(dossier, words):
    page = timeline_page(Presenter(dossier, words))
    assert [entry.kind for entry in page.view.entries] == [
        "visit", "publication", "publication", "visit", "publication",
    ]  # fmt: skip
