from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.edtf import EdtfError, parse


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("2020-11-18", "date", "2020-11-18", "2020-11-18"),
        ("2020-11", "date", "2020-11-01", "2020-11-30"),
        ("2020-02", "date", "2020-02-01", "2020-02-29"),
        ("2020", "date", "2020-01-01", "2020-12-31"),
        ("2020-11-XX", "date", "2020-11-01", "2020-11-30"),
        ("2020-XX", "date", "2020-01-01", "2020-12-31"),
        ("202X", "date", "2020-01-01", "2029-12-31"),
        ("20XX", "date", "2000-01-01", "2099-12-31"),
        ("2020-11-18?", "date", "2020-11-18", "2020-11-18"),
        ("2020-11~", "date", "2020-11-01", "2020-11-30"),
        ("2020%", "date", "2020-01-01", "2020-12-31"),
        ("2020-08-01/2020-08-17", "interval", "2020-08-01", "2020-08-17"),
        ("2020-08/2020-09", "interval", "2020-08-01", "2020-09-30"),
        ("2020-08-01/..", "interval", "2020-08-01", None),
        ("../2020-08-01", "interval", None, "2020-08-01"),
        ("[2020-08-01..2020-08-17]", "one-of", "2020-08-01", "2020-08-17"),
        ("[2020-08-01, 2020-08-17]", "one-of", "2020-08-01", "2020-08-17"),
        ("[2020-08-17,2020-08-01]", "one-of", "2020-08-01", "2020-08-17"),
        ("[..2020-08-17]", "one-of", None, "2020-08-17"),
        ("{2020-08-01,2020-09}", "all-of", "2020-08-01", "2020-09-30"),
    ],
)
def test_reads_a_date_no_more_precisely_than_it_is_written(text, kind, first, last):
    value = parse(text)
    assert (value.kind, value.text) == (kind, text)
    assert value.first == (date.fromisoformat(first) if first else None)
    assert value.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "yesterday",
        "18-11-2020",
        "2020-11-18T00:00",
        "2020-11-18 ",
        "2020-1-1",
        "2020-13",
        "2020-00",
        "2020-11-00",
        "2020-02-30",
        "2019-02-29",
        "0000",
        "2020-XX-05",
        "2020-11-18..2020-11-20",
        "[2020-11-18,]",
        "[2020-11-20..2020-11-18]",
        "2020-11-20/2020-11-18",
        "../..",
        "/",
        "{..}",
        "٢٠٢٠",
        "2020-11-18??",
        "9999-12-31",
        "99XX",
        "[2020-11-18..9999]",
        "[2020-11-18\u2028,2020-11-20]",
    ],
)
def test_refuses_what_is_no_date(text):
    with pytest.raises(EdtfError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020-11-18", "2020-11-18"), ("2020-11", None), ("2020-11-18/..", None)],
)
def test_a_day_is_known_only_where_it_is_written(text, day):
    assert parse(text).day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "day", "included"),
    [
        ("{2020-08-01,2020-08-03}", "2020-08-01", True),
        ("{2020-08-01,2020-08-03}", "2020-08-02", False),
        ("[2020-08-01..2020-08-03]", "2020-08-02", True),
        ("2020-08-01/..", "2031-01-01", True),
        ("2020-08-01/..", "2020-07-31", False),
        ("../2020-08-01", "1999-01-01", True),
        ("2020-08", "2020-08-31", True),
        ("2020-08", "2020-09-01", False),
    ],
)
def test_tells_with_which_days_it_overlaps(text, day, included):
    assert parse(text).overlaps(parse(day)) is included
    assert parse(day).overlaps(parse(text)) is included


@given(st.dates(), st.dates())
def test_an_interval_of_any_two_days_begins_with_the_first(a, b):
    a, b = sorted((a, b))
    value = parse(f"{a.isoformat()}/{b.isoformat()}")
    assert (value.first, value.last) == (a, b)


@given(st.text(alphabet="0123456789-X?~%/.,[]{}", max_size=25))
def test_whatever_is_read_does_not_end_before_it_begins(text):
    try:
        value = parse(text)
    except EdtfError:
        return
    for span in value.spans:
        assert span.start is None or span.end is None or span.start.first <= span.end.last
    if value.day:
        assert value.overlaps(parse(value.day.isoformat()))
