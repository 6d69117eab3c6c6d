"""Expressions of time as the press writes them, with what they mean.

The days that are counted from: Sunday 22 and Monday 23 November 2020, Tuesday 18 August
2020, Thursday 8 April 2021, Thursday 23 December 2021, Friday 1 January 2021.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import edtf
from dossier.text.relative_dates import MONTHS, resolve

SUN = date(2020, 11, 22)
MON = date(2020, 11, 23)
AUG = date(2020, 8, 18)
APR = date(2021, 4, 8)
DEC = date(2021, 12, 23)
NEW_YEAR = date(2021, 1, 1)

TABLE = [
    # the day itself, and days before and after it
    ("اليوم", MON, "2020-11-23"),
    ("اليوم الاثنين", MON, "2020-11-23"),
    ("الليلة", MON, "2020-11-23"),
    ("أمس", MON, "2020-11-22"),
    ("امس", MON, "2020-11-22"),
    ("يوم أمس", APR, "2021-04-07"),
    ("يوم أمس الأربعاء", APR, "2021-04-07"),
    ("أمس السبت", SUN, "2020-11-21"),
    ("كشف مصدر سياسي، أمس السبت، عن خفايا اجتماع", SUN, "2020-11-21"),
    ('نقلته وكالة "رويترز" أمس عن مسؤول', DEC, "2021-12-22"),
    ("البارحة", NEW_YEAR, "2020-12-31"),
    ("أول أمس", MON, "2020-11-21"),
    ("أمس الأول", MON, "2020-11-21"),
    ("امس الاول", MON, "2020-11-21"),
    ("أول من أمس", MON, "2020-11-21"),
    ("مساء أمس الأول الجمعة", SUN, "2020-11-20"),
    ("غداً", MON, "2020-11-24"),
    ("غدا", MON, "2020-11-24"),
    ("بعد غد", MON, "2020-11-25"),
    # days of the week
    ("يوم الأربعاء الماضي", MON, "2020-11-18"),
    ("الأربعاء الماضي", date(2020, 11, 18), "2020-11-11"),
    ("ليلة الثلاثاء الماضي", SUN, "2020-11-17"),
    ("أن الخميس الماضي، اعلن", SUN, "2020-11-19"),
    ("الاثنين الماضي", MON, "2020-11-16"),
    ("الإثنين الفائت", MON, "2020-11-16"),
    ("الأحد المنصرم", MON, "2020-11-22"),
    ("السبت المقبل", MON, "2020-11-28"),
    ("الاثنين القادم", MON, "2020-11-30"),
    ("يوم الجمعة التالي", MON, "2020-11-27"),
    ("يوم الخميس الجاري", MON, "2020-11-26"),
    ("أنهى يوم الثلاثاء الماضي (6 نيسان الحالي)، زيارته", APR, "2021-04-06"),
    # so many days, weeks, months, years ago
    ("منذ يوم", MON, "2020-11-22"),
    ("قبل يومين", MON, "2020-11-21"),
    ("منذ ثلاثة أيام", date(2020, 11, 21), "2020-11-18"),
    ("زار بغداد منذ ثلاثة أيام بصورة سرية", date(2020, 11, 21), "2020-11-18"),
    ("قبل 5 أيام", MON, "2020-11-18"),
    ("قبل ٥ أيام", MON, "2020-11-18"),
    ("قبل ۵ أيام", MON, "2020-11-18"),
    ("قبل خمسة أيام", MON, "2020-11-18"),
    ("قبل عشرة ايام", MON, "2020-11-13"),
    ("منذ 12 يوماً", MON, "2020-11-11"),
    ("قبل أسبوع", MON, "2020-11-16~"),
    ("قبل أسبوعين", MON, "2020-11-09~"),
    ("منذ ثلاثة أسابيع", MON, "2020-11-02~"),
    ("قبل شهر", MON, "2020-10~"),
    ("منذ شهرين", NEW_YEAR, "2020-11~"),
    ("قبل ثلاثة أشهر", MON, "2020-08~"),
    ("قبل 14 شهراً", MON, "2019-09~"),
    ("قبل سنة", MON, "2019~"),
    ("قبل عامين", MON, "2018~"),
    ("منذ خمس سنوات", MON, "2015~"),
    ("قبل ستة أعوام", MON, "2014~"),
    # unsaid numbers have no beginning
    ("قبل أيام", AUG, "[..2020-08-17]"),
    ("قبل بضعة أيام فقط من زيارة", AUG, "[..2020-08-17]"),
    ("منذ عدة أيام", AUG, "[..2020-08-17]"),
    ("بعد ساعات من محاولة اغتيال", date(2021, 11, 7), "[2021-11-07,2021-11-08]"),
    ("قبل ساعات", MON, "[2020-11-22,2020-11-23]"),
    # weeks, months, years
    ("الأسبوع الماضي", MON, "[2020-11-14..2020-11-22]"),
    ("سقطت عدة صواريخ الأسبوع الماضي", MON, "[2020-11-14..2020-11-22]"),
    ("الشهر الماضي", AUG, "2020-07"),
    ("خلال زيارة الكاظمي لطهران الشهر الماضي", AUG, "2020-07"),
    ("الشهر المنصرم", NEW_YEAR, "2020-12"),
    ("الشهر الجاري", AUG, "2020-08"),
    ("الشهر المقبل", DEC, "2022-01"),
    ("مطلع الشهر الجاري", AUG, "[2020-08-01..2020-08-10]"),
    ("منتصف الشهر الماضي", AUG, "[2020-07-11..2020-07-20]"),
    ("أواخر الشهر الماضي", MON, "[2020-10-21..2020-10-31]"),
    ("العام الماضي", APR, "2020"),
    ("السنة الماضية", APR, "2020"),
    ("العام الحالي", APR, "2021"),
    ("العام المقبل", DEC, "2022"),
    ("مطلع العام الماضي", APR, "[2020-01..2020-04]"),
    ("أواخر العام الماضي", APR, "[2020-09..2020-12]"),
    ("منتصف العام 2019", None, "[2019-05..2019-08]"),
    ("في عام 2019", None, "2019"),
    # months, by all their names
    ("شهر آب 2020", None, "2020-08"),
    ("التي جرت في شهر آب 2020", None, "2020-08"),
    ("آب 2020", None, "2020-08"),
    ("أغسطس 2020", None, "2020-08"),
    ("آب/أغسطس 2020", None, "2020-08"),
    ("أوت 2020", None, "2020-08"),
    ("تشرين الثاني من عام 2020", None, "2020-11"),
    ("يونيو الماضي", AUG, "2020-06"),
    ("حزيران الماضي", APR, "2020-06"),
    ("مذكرا بزيارته السابقة في حزيران الماضي", APR, "2020-06"),
    ("يناير الماضي", AUG, "2020-01"),
    ("تشرين الثاني الماضي", MON, "2019-11"),
    ("كانون الثاني المقبل", DEC, "2022-01"),
    ("مطلع نيسان الجاري", APR, "[2021-04-01..2021-04-10]"),
    ("منتصف آذار المقبل", MON, "[2021-03-11..2021-03-20]"),
    ("أواخر شباط 2020", None, "[2020-02-21..2020-02-29]"),
    ("6 نيسان الحالي", APR, "2021-04-06"),
    ("11 تشرين الاول اكتوبر الماضي", SUN, "2020-10-11"),
    ("10 تشرين الأول (أكتوبر) الماضي", DEC, "2021-10-10"),
    ("في 7 تشرين الثاني (نوفمبر) الماضي", DEC, "2021-11-07"),
    ("18 آب 2020", None, "2020-08-18"),
    ("١٨ آب ٢٠٢٠", None, "2020-08-18"),
    ("3 كانون الثاني/يناير 2020", None, "2020-01-03"),
    # printed dates
    ("23/11/2020", None, "2020-11-23"),
    ("نشر في 18-08-2020", None, "2020-08-18"),
    ("آخر تحديث 18-08-2020 | 00:12", None, "2020-08-18"),
    ("2020-11-23", None, "2020-11-23"),
    ("٢٣/١١/٢٠٢٠", None, "2020-11-23"),
    ("۲۳/۱۱/۲۰۲۰", None, "2020-11-23"),
    ("23.11.2020", None, "2020-11-23"),
]

UNRESOLVED = [
    ("31/12/9999", None),
    ("بعد 3 أيام", date(9998, 12, 30)),
    ("مؤخراً", MON),
    ("قريباً", MON),
    ("صباحا", MON),
    ("في غضون شهرين", MON),
    ("استمرت ليومين", APR),
    ("قبيل الانتخابات الأمريكية", MON),
    ("الأربعاء", MON),  # which one?
    ("حزيران", MON),  # of which year?
    ("18 آب", None),
    ("أمس", None),  # counted from when?
    ("الشهر الماضي", None),
    ("31 نيسان 2021", None),  # no such day
    ("32/13/2020", None),
    ("أسبوع", MON),
    ("", MON),
]


@pytest.mark.parametrize(("words", "anchor", "expected"), TABLE)
def test_what_words_mean(words, anchor, expected):
    found = resolve(words, anchor)
    assert found is not None
    assert found.edtf == expected
    edtf.parse(found.edtf)


def test_the_table_is_as_long_as_promised():
    assert len(TABLE) >= 80


@pytest.mark.parametrize(("words", "anchor"), UNRESOLVED)
def test_what_is_left_open(words, anchor):
    assert resolve(words, anchor) is None


def test_a_weekday_beside_the_expression_must_agree():
    assert resolve("أمس السبت", SUN).agrees
    assert not resolve("أمس السبت", MON).agrees
    assert not resolve("يوم الأربعاء (6 نيسان الحالي)", APR).agrees


def test_other_readings_are_kept():
    assert resolve("03/04/2021", None).alternatives == ("2021-03-04",)
    assert resolve("23/11/2020", None).alternatives == ()
    assert resolve("ليلة الثلاثاء الماضي", SUN).alternatives == ("2020-11-16",)
    assert "2020-11-15/2020-11-21" in resolve("الأسبوع الماضي", MON).alternatives


@given(st.sampled_from([name for names in MONTHS for name in names]), st.integers(1000, 2999))
def test_a_month_stays_a_month(name, year):
    found = edtf.parse(resolve(f"{name} {year}", None).edtf)
    assert found.day is None
    assert (found.first.year, found.last.year) == (year, year)
    assert found.first.month == found.last.month


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_last_weekday_is_within_a_week_before(day):
    for name, weekday in (("السبت", 5), ("الثلاثاء", 1)):
        found = date.fromisoformat(resolve(f"{name} الماضي", day).edtf)
        assert found.weekday() == weekday
        assert 1 <= (day - found).days <= 7


@given(st.text(), st.dates())
def test_any_text_is_read_without_an_error(words, anchor):
    found = resolve(words, anchor)
    if found:
        edtf.parse(found.edtf)


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("أمس", date.min),
        ("غدا", date.max),
        ("العام الماضي", date.min),
        ("العام المقبل", date.max),
        ("قبل 900 سنة", date(400, 1, 1)),
        ("الأسبوع الماضي", date.min),
    ],
)
def test_nothing_leads_out_of_the_calendar(words, anchor):
    assert resolve(words, anchor) is None
