import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.excerpt import Excerpt, excerpt, in_full
from dossier.text.passages import Span

TEXT = "واحد اثنان، ثلاثة\nأربعة - خمسة. ستة"


def quote(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def shown(text, quotes, most):
    return [words.strip() for words in excerpt(text, quotes, most).published if words.strip()]


@pytest.mark.parametrize(
    ("quotes", "most", "found"),
    [
        (["واحد اثنان"], 2, ["واحد اثنان"]),
        (["واحد اثنان"], 1, []),
        (["واحد اثنان", "ثلاثة"], 3, ["واحد اثنان، ثلاثة"]),
        (["واحد اثنان", "ثلاثة"], 2, ["واحد اثنان"]),
        (["اثنان، ثلاثة", "واحد اثنان"], 3, ["واحد اثنان، ثلاثة"]),
        (["واحد اثنان، ثلاثة", "ستة"], 2, ["ستة"]),
        (["ستة", "واحد"], 1, ["ستة"]),
        (["واحد اثنان", "اثنان", "احد"], 2, ["واحد اثنان"]),
        (["أربعة - خمسة"], 2, []),
        (["أربعة - خمسة"], 3, ["أربعة - خمسة"]),
        (["واحد"], 0, []),
        ([], 9, []),
    ],
    ids=[
        "as many as may be", "one too many", "all", "the second has no room",
        "shared words count once", "what is too long leaves its room", "those that come first",
        "inside what is shown", "a sign that stands alone counts", "and is shown where it may be",
        "nothing may be shown", "nothing is quoted",
    ],
)  # fmt: skip
def test_quotes_are_shown_whole_while_there_is_room(quotes, most, found):
    assert shown(TEXT, map(quote, quotes), most) == found


def test_a_word_that_is_cut_counts_and_does_not_leave_whole():
    text = "المدرسة هنا"
    part = excerpt(text, [quote("مدرسة", text)], 1)
    assert [piece.text for piece in part.pieces(Span(0, 7))] == [None, "مدرسة"]
    assert part.withheld == ("ال", "هنا")
    assert part.shown(Span(0, 7)) is None
    assert excerpt(text, [quote("مدرسة", text)], 0).withheld == (text,)


def test_pieces_put_together_are_the_text():
    part = excerpt(TEXT, [quote("اثنان"), quote("خمسة")], 2)
    pieces = part.pieces(Span(0, len(TEXT)))
    assert "".join(TEXT[p.start : p.end] for p in pieces) == TEXT
    assert [p.text for p in pieces] == [None, " اثنان", None, " خمسة", None]
    assert part.published == (" اثنان", " خمسة")
    assert part.withheld == ("واحد", "، ثلاثة\nأربعة -", ". ستة")


def test_words_are_shown_only_if_all_of_them_are():
    part = excerpt(TEXT, [quote("واحد اثنان")], 2)
    assert part.shown(quote("واحد")) == "واحد"
    assert part.shown(quote("اثنان،")) == "اثنان،", "a sign that touches a word is no word"
    assert part.shown(quote("اثنان، ثلاثة")) is None
    assert part.shown(Span(0, 0)) == ""
    assert part.count(quote("اثنان، ثلاثة")) == 2


def test_of_a_text_in_full_everything_is_shown():
    whole = in_full(TEXT)
    assert whole.whole
    assert whole.published == (TEXT,)
    assert whole.withheld == ()
    assert whole.shown(Span(3, 20)) == TEXT[3:20]
    assert not Excerpt(TEXT, ()).whole
    assert in_full("").whole


TEXTS = st.text(alphabet="ابج \u00a0\n.-،x", max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))), st.integers(0, 9))
def test_no_more_words_are_shown_than_may_be_however_they_are_counted(text, ends, most):
    spans = [Span(min(pair), max(pair)) for pair in ends if max(pair) <= len(text)]
    part = excerpt(text, spans, most)
    for counted in (r"\S+", r"\w+"):
        places = [Span(*match.span()) for match in re.finditer(counted, text)]
        left = [p for p in places if any(s.overlaps(p) for s in part.stretches)]
        assert len(left) <= most
    pieces = part.pieces(Span(0, len(text)))
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(p.text is None or p.text == text[p.start : p.end] for p in pieces)
    for piece in pieces:
        if piece.text is None:
            assert piece.end > piece.start
            assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
