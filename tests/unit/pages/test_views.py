"""What the goldens do not show: the words that views choose for other numbers and dates."""

import pytest

from dossier.compare.origins import Coincidence, Origins
from dossier.compare.usage import WORD_USES
from dossier.pages.meetings import meetings
from dossier.pages.presenter import Presenter, percent
from dossier.pages.shares import shares
from dossier.pages.timeline import timeline, timeline_page
from dossier.text.arabic import WORD
from tests.helpers import ANCHOR, STORM, checked, edited


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(0, 0, 0), (0, 7, 0), (1, 3, 33), (2, 3, 67), (405, 407, 99), (1, 900, 1), (7, 7, 100)],
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


def test_of_very_many_pairs_only_some_are_named_and_the_rest_counted(dossier, words):
    names = [f"{ANCHOR}/author", f"{STORM}/author"]
    pair = Coincidence(*names, ground="own-voice", reason=None)
    view = Presenter(dossier, words).origins_view(Origins(2, 1, 2, tuple(names), (pair,) * 250))
    assert (len(view.coincidences), view.more) == (100, 150)


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


def test_a_date_outside_every_visit_is_an_entry_of_its_own(mini, words):
    old = "speaks_for: [2019-05.raised-two]"
    new = "speaks_for: [2019-05.raised-two, 2019-05.dived-saturday-storm]"
    files = edited(mini, "seeds/questions.yml", old, new)
    old, new = "أيام', counted_from: published}", "أيام', counted_from: '2019-04-30'}"
    files = edited(files, "seeds/visits/2019-05.yml", old, new)
    view = timeline(Presenter(checked(files), words))
    first = view.entries[0]
    assert (first.kind, first.date.edtf) == ("stray", "2019-04-26")
    assert first.href == "visits/2019-05/#dived-saturday-storm"
    assert view.wide.events[0].kind == view.tall.events[0].kind == "stray"
    threads = {event.href: [thread.kind for thread in event.threads] for event in view.wide.events}
    assert threads[f"sources/{STORM}/"] == ["visit", "stray"]
    assert threads[f"sources/{ANCHOR}/"] == ["visit"]
    assert {"stray", "thread"} <= {item.sign for item in view.legend}


def test_participants_stand_in_the_order_of_their_first_visit(mini, words):
    old = "  - {actor: salma-darwish, claims: [dived-saturday]}"
    more = "\n  - {actor: deep-blue-news, claims: [dived-saturday-storm, dived-saturday]}"
    files = edited(mini, "seeds/visits/2019-05.yml", old, old + more)
    old = "  - {actor: salma-darwish, claims: [returned]}"
    files = edited(
        files, "seeds/visits/2019-09.yml", old, "  - {actor: north-star, claims: [returned]}"
    )
    view = meetings(Presenter(checked(files), words))
    assert [row.href for row in view.rows] == [
        "actors/north-star/", "actors/deep-blue-news/", "actors/salma-darwish/",
    ]  # fmt: skip
    subject, outlet, salma = view.rows
    assert [row.subject for row in view.rows] == [True, False, False]
    assert subject.cells[0] is None
    cell = outlet.cells[0]
    assert (cell.claims, cell.sources, cell.href) == (2, 2, "visits/2019-05/#dived-saturday-storm")
    assert (salma.cells[0].claims, salma.cells[0].sources) == (1, 1)


def test_the_bars_hold_all_words_and_only_uses_that_occur(dossier, words):
    view = shares(Presenter(dossier, words), dossier.sources.values())
    for bar, source in zip(view.bars, dossier.sources.values(), strict=True):
        assert bar.words == len([*WORD.finditer(source.unabridged)])
    assert [item.sign for item in view.legend] == [
        use for use in WORD_USES if any(p.words for b in view.bars for p in b.parts if p.use == use)
    ]
