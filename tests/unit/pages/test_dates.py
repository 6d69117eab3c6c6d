import pytest

from dossier.pages.dates import date_view
from dossier.text.edtf import parse


@pytest.mark.parametrize(
    ("edtf", "text", "machine", "precision"),
    [
        ("2020-11-18", "18 تشرين الثاني 2020", "2020-11-18", "day"),
        ("2020-08", "آب 2020", "2020-08", "month"),
        ("2020-08-XX", "آب 2020", None, "month"),
        ("2020", "2020", "2020", "year"),
        ("202X", "202–", None, "year"),
        ("2021-04-06~", "نحو 6 نيسان 2021", None, "about"),
        ("2021-04?", "نيسان 2021 (غير مؤكد)", None, "about"),
        ("2021-04%", "نحو نيسان 2021 (غير مؤكد)", None, "about"),
        ("2020-08-01/2020-08-17", "من 1 إلى 17 آب 2020", None, "days"),
        ("2020-08-01/2020-09-17", "من 1 آب 2020 إلى 17 أيلول 2020", None, "days"),
        ("2020-08-01/2021-08-17", "من 1 آب 2020 إلى 17 آب 2021", None, "days"),
        ("2020-08-01?/2020-08-17", "من 1 آب 2020 (غير مؤكد) إلى 17 آب 2020", None, "about"),
        ("2020-08-01/..", "منذ 1 آب 2020", None, "open"),
        ("../2020-08-01", "حتى 1 آب 2020", None, "open"),
        ("[2020-08-01..2020-08-17]", "بين 1 و17 آب 2020", None, "some-day"),
        ("[2020-08..2020-09]", "بين آب 2020 وأيلول 2020", None, "some-day"),
        ("[..2020-08-17]", "17 آب 2020 أو قبله", None, "open"),
        ("[2020-08-17..]", "17 آب 2020 أو بعده", None, "open"),
        ("[2020-08-17,2020-08-19]", "17 أو 19 آب 2020", None, "some-day"),
        ("{2020-08-17,2020-08-19}", "17 و19 آب 2020", None, "several"),
    ],
)
def test_a_date_is_told_no_more_precisely_than_it_is_known(words, edtf, text, machine, precision):
    view = date_view(parse(edtf), words)
    assert (view.text, view.edtf, view.machine, view.precision) == (text, edtf, machine, precision)


def test_every_month_has_its_levantine_name(words):
    names = [date_view(parse(f"2020-{month:02}"), words).text for month in range(1, 13)]
    assert [name.removesuffix(" 2020") for name in names] == [
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ]  # fmt: skip
