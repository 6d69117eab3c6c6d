import pytest

from dossier.check.evidence import check, furniture_spans
from dossier.seeds.models import Selector
from tests.helpers import ANCHOR, RETURN, STORM, edited, loaded, with_text

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"
ANCHOR_RECORD, STORM_RECORD, RETURN_RECORD = (
    f"seeds/sources/{name}.yml" for name in (ANCHOR, STORM, RETURN)
)


def found(files):
    """What is wrong, without the place and the hint."""
    texts = (str(problem).partition(": error: ")[2] for problem in check(loaded(files)))
    return [text.partition("; nearest: ")[0] for text in texts]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (SECOND, "'الفريق صوّر المقدمة'", "'الفريق صور المقدمة'",
         "claims[1].quote must occur word for word in seeds/sources/2019-10-01-return.txt"),
        (SECOND, "'الفريق صوّر المقدمة'", "'الفريق صوّر'",
         "claims[1].quote must occur once in seeds/sources/2019-10-01-return.txt, "
         "occurs 2 times (lines 4, 4); add a prefix or suffix"),
        (SECOND, "'الفريق صوّر المقدمة'", "'الصفحة التالية'",
         "claims[1].quote must not lie in the furniture of "
         "seeds/sources/2019-10-01-return.txt (line 6)"),
        (SECOND, "'الفريق صوّر المقدمة'", "'المؤخرة. وذكر المصدر'",
         "claims[1].quote must lie within one paragraph of "
         "seeds/sources/2019-10-01-return.txt; use a list of quotes"),
        (SECOND, "'الفريق صوّر المقدمة'", "الفريق صوّر المقدمة",
         "claims[1].quote must stand in quotes or a | block"),
        (VISIT, "- 'الصندوق كان فارغاً'", "- 'الصندوق كان مليئاً'",
         "claims[8].quote[1] must occur word for word in seeds/sources/2019-05-22-storm.txt"),
        (VISIT, "exact: 'السفينة غرقت سنة'", "exact: السفينة غرقت سنة",
         "claims[10].quote must stand in quotes or a | block"),
        (VISIT, "verb: 'قال'", "verb: 'زعم'",
         "claims[2].verb must occur word for word in seeds/sources/2019-05-20-anchor.txt"),
        (VISIT, "words: 'يوم السبت الماضي'", "words: 'يوم السبت القادم'",
         "when.evidence[0].words must occur word for word in "
         "seeds/sources/2019-05-20-anchor.txt"),
        (ANCHOR_RECORD, "title: 'غواصون يعثرون", "title: 'غواصون عثروا",
         "title must occur word for word in seeds/sources/2019-05-20-anchor.txt"),
        (ANCHOR_RECORD, "- 'اقرأ أيضاً: أسعار السمك ترتفع'", "- 'إقرأ أيضاً'",
         "furniture[1] must occur word for word in seeds/sources/2019-05-20-anchor.txt"),
        (ANCHOR_RECORD, "outlet_evidence: '”مرفأ اليوم“'\n", "",
         "outlet must be given together with outlet_evidence, or be null without it"),
        (ANCHOR_RECORD, "outlet_evidence: '”مرفأ اليوم“'", "outlet_evidence: '“مرفأ اليوم”'",
         "outlet_evidence must occur word for word in seeds/sources/2019-05-20-anchor.txt"),
        (RETURN_RECORD, ", actor: salma-darwish", "",
         "tellers[0].actor must be given for a named teller"),
        (ANCHOR_RECORD, "quote: 'وقال مصدر في", "quote: 'وقال المصدر في",
         "tellers[0].quote must occur word for word in seeds/sources/2019-05-20-anchor.txt"),
        (STORM_RECORD, "'قبل أربعة أيام'", "'منذ أربعة أيام'",
         "published.evidence[0] must occur word for word in "
         "seeds/sources/2019-05-22-storm.txt"),
    ],
)  # fmt: skip
def test_words_that_are_not_the_sources_are_told(mini, path, old, new, message):
    assert found(edited(mini, path, old, new)) == [message]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'الفريق صوّر المقدمة'", '"الفريق صوّر المقدمة"'),
        ("'الفريق صوّر المقدمة'", "|\n      الفريق صوّر\n      المقدمة"),
        ("'الفريق صوّر المقدمة'", "['الفريق صوّر المقدمة']"),
        ("'الفريق صوّر المقدمة'", "{exact: 'الفريق صوّر', suffix: 'المقدمة'}"),
        ("'الفريق صوّر المقدمة'", "[{exact: 'الفريق صوّر', suffix: المقدمة}]"),
    ],
)
def test_a_quote_can_be_written_in_many_ways(mini, old, new):
    assert found(edited(mini, SECOND, old, new)) == []


def test_an_altered_word_is_told_by_every_quote_that_holds_it(mini):
    path = f"seeds/sources/{RETURN}.txt"
    altered = mini[path].replace("الحطام بين".encode(), "الشاطئ بين".encode())
    assert [message.partition(" ")[0] for message in found(with_text(mini, RETURN, altered))] == [
        "claims[0].quote"
    ]


def test_furniture_is_every_place_where_its_words_stand():
    text = "قائمة\nخبر\nقائمة\n"
    spans = furniture_spans(text, (Selector(exact="قائمة"),))
    assert [(span.start, text[span.start : span.end]) for span in spans] == [
        (0, "قائمة"),
        (10, "قائمة"),
    ]
    assert len(furniture_spans(text, (Selector(exact="قائمة", prefix="خبر"),))) == 1
