import pytest

from dossier.seeds.models import Selector
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, with_text


def test_sources_come_by_publication_and_visits_by_date_not_by_name(mini, dossier):
    assert list(dossier.sources) == [ANCHOR, STORM, RETURN]
    assert list(dossier.visits) == ["2019-05", "2019-09"]
    path = f"seeds/sources/{RETURN}.yml"
    files = edited(mini, path, "edtf: '2019-10-01'", "edtf: '../2019-10-01'")
    assert list(checked(files).sources) == [RETURN, ANCHOR, STORM], "an open start comes first"


def test_every_quote_is_located_word_for_word(dossier):
    for claim in dossier.claims.values():
        for quote in claim.quotes:
            assert claim.source.unabridged[quote.start : quote.end] == quote.shown
            passage = claim.source.passages[quote.passage - 1]
            assert passage.holds(quote)


def test_a_quote_keeps_the_white_space_of_its_source(dossier):
    (quote,) = dossier.claims["2019-05.raised-one"].quotes
    assert quote.shown == "إن\u00a0الفريق رفع مرساة واحدة من الحطام"
    assert quote.passage == 4


def test_the_prefix_tells_apart_and_is_no_part_of_the_quote(dossier):
    (quote,) = dossier.claims["2019-05.sank-1912"].quotes
    text = dossier.sources[STORM].unabridged
    assert quote.shown == "السفينة غرقت سنة"
    assert text[quote.end :].startswith(" 1912")


def test_the_quotes_of_a_claim_come_in_the_order_of_the_text(mini):
    path, first, second = "seeds/visits/2019-05.yml", "'الصندوق فُتح في البر'", "'الصندوق كان فارغاً'"
    files = edited(mini, path, f"- {first}\n      - {second}", f"- {second}\n      - {first}")
    quotes = checked(files).claims["2019-05.box-opened"].quotes
    assert [quote.shown for quote in quotes] == ["الصندوق فُتح في البر", "الصندوق كان فارغاً"]


def test_furniture_is_never_quoted(dossier):
    source = dossier.sources[ANCHOR]
    (quote,) = dossier.claims["2019-05.headline"].quotes
    assert len(source.furniture) == 3
    assert not any(span.overlaps(quote) for span in source.furniture)
    assert quote.passage == 2


def test_the_claims_of_a_source_come_in_the_order_of_its_text(dossier):
    claims = dossier.claims_of(dossier.sources[STORM])
    assert [claim.record.id for claim in claims] == [
        "raised-two", "box-closed", "dived-saturday-storm", "box-opened", "sank-1911", "sank-1912",
    ]  # fmt: skip


def test_an_answer_knows_its_claims_by_either_name(dossier):
    filmed = next(q for q in dossier.visits["2019-09"].questions if q.id == "filmed")
    assert [claim.id for claim in filmed.claims] == ["2019-09.filmed-bow", "2019-09.filmed-stern"]


def test_a_claim_in_the_articles_own_voice_has_no_teller(dossier):
    assert dossier.claims["2019-05.four-divers"].teller is None
    assert dossier.claims["2019-05.no-writing"].teller.label == "بحّار"


def test_words_that_were_set_aside_are_located_too(dossier):
    aside = dossier.sources[ANCHOR].set_aside
    assert [(item.reason, item.quote.passage) for item in aside] == [
        ("background", 6), ("other", 7), ("background", 7), ("navigation", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_a_byte_order_mark_move_nothing_else(mini, dossier, ending):
    data = b"\xef\xbb\xbf" + mini[f"seeds/sources/{STORM}.txt"].replace(b"\n", ending.encode())
    source = checked(with_text(mini, STORM, data)).sources[STORM]
    assert source.unabridged.encode() == data[3:]
    assert len(source.passages) == len(dossier.sources[STORM].passages)
    quote = source.quote(Selector(exact="كان البحر هادئاً"))
    assert source.unabridged[quote.start : quote.end] == "كان البحر هادئاً"
    assert quote.passage == 5
