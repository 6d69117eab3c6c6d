"""Doubts about whose words they are, planted in the invented dossier one by one."""

import pytest

from dossier.compare.voice import doubts_of, unanswered
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, with_text

VISIT = "seeds/visits/2019-05.yml"
ANCHOR_RECORD = f"seeds/sources/{ANCHOR}.yml"
NOTE = (
    "voice_notes:\n"
    "  - {quote: '”مرفأ اليوم“', reason: 'العلامتان مقلوبتان، وما بينهما اسم المنبر.'}\n"
)


def doubts(files, source):
    dossier = checked(files)
    return [(d.kind, d.answered) for d in doubts_of(dossier.sources[source], dossier)]


def replaced(files, source, old, new):
    text = files[f"seeds/sources/{source}.txt"].decode()
    assert text.count(old) == 1
    return with_text(files, source, text.replace(old, new).encode())


def test_the_invented_dossier_leaves_no_doubt_open(mini, dossier):
    assert doubts(mini, ANCHOR) == [("turned", True), ("turned", True)]
    assert doubts(mini, STORM) == [("referent", True)]
    assert doubts(mini, RETURN) == []
    assert unanswered(dossier) == []


def test_a_doubt_that_nobody_answers_is_a_problem_in_its_place(mini):
    found = unanswered(checked(edited(mini, ANCHOR_RECORD, NOTE, "")))
    assert [(p.path, p.line, p.column) for p in found] == [
        (f"seeds/sources/{ANCHOR}.txt", 3, 12),
        (f"seeds/sources/{ANCHOR}.txt", 3, 23),
    ]
    assert all("must be answered (turned: «" in p.message for p in found)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("لا تحمل أي كتابة.", "لا تحمل أي كتابة”.", "unopened"),
        ("لا تحمل أي كتابة.", "لا تحمل أي كتابة».", "unopened"),
        ("إن المرساة لا تحمل", "إن «المرساة لا تحمل", "unclosed"),
        ('إن المرساة لا تحمل', 'إن "المرساة لا تحمل', "unclosed"),
    ],
)  # fmt: skip
def test_marks_that_do_not_pair(mini, old, new, kind):
    files = replaced(mini, ANCHOR, old, new)
    assert (kind, False) in doubts(files, ANCHOR)


def test_a_claim_with_an_unclear_voice_answers(mini):
    files = replaced(mini, ANCHOR, "لا تحمل أي كتابة.", "لا تحمل أي كتابة”.")
    claim = "    told_by: sailor\n    voice: source\n"
    files = edited(files, VISIT, claim, claim.replace("source", "unclear"))
    assert ("unopened", True) in doubts(files, ANCHOR)


def test_quoted_words_of_a_headline_that_the_body_lacks(mini):
    text = mini[f"seeds/sources/{RETURN}.txt"].decode()
    assert "نجمة" in text
    files = replaced(mini, RETURN, "العودة إلى نجمة الشمال:", "العودة إلى «النجمة الغارقة»:")
    record = f"seeds/sources/{RETURN}.yml"
    for part in ("title: 'العودة إلى نجمة الشمال", "quote: 'العودة إلى نجمة الشمال"):
        new = part.replace("نجمة الشمال", "«النجمة الغارقة»")
        files = edited(files, record, part, new)
    assert ("headline", False) in doubts(files, RETURN)
    files = replaced(files, RETURN, "التصوير استمر", "تصوير النجمة الغارقة استمر")
    files = edited(files, "seeds/visits/2019-09.yml", "'التصوير استمر", "'النجمة الغارقة استمر")
    assert ("headline", False) not in doubts(files, RETURN)


def test_access_that_shrinks_where_two_tellers_may_be_one(mini):
    record = f"seeds/sources/{RETURN}.yml"
    first = "label: 'مصدر في إدارة الميناء', named: false, number: 1, access: unstated"
    files = edited(
        mini,
        record,
        first,
        first.replace("unstated", "present") + ", quote: 'وقال مصدر في إدارة الميناء'",
    )
    second = "label: 'مصدر آخر', named: false, number: 1, access: unstated"
    files = edited(files, record, second, f"{second}, quote: 'وقال مصدر آخر'")
    assert ("shrinking-access", False) not in doubts(files, RETURN)
    dossier_file = "seeds/dossier.yml"
    text = files[dossier_file].decode()
    pair = (
        f"  - tellers: ['{RETURN}/port-source', '{RETURN}/other-port-source']\n"
        "    judgement: possible\n    reason: 'لا يتضح'\n"
    )
    assert "teller_pairs:\n" in text
    files = edited(files, dossier_file, "teller_pairs:\n", f"teller_pairs:\n{pair}")
    assert ("shrinking-access", False) in doubts(files, RETURN)


def test_a_mark_in_a_paragraph_that_nothing_is_taken_from_needs_no_answer(mini):
    text = mini[f"seeds/sources/{ANCHOR}.txt"]
    files = with_text(mini, ANCHOR, text + 'وسم <img alt="x">'.encode())
    assert unanswered(checked(files)) == []
    visit = mini[VISIT].decode()
    claim = visit[visit.index("  - id: headline") : visit.index("questions:")]
    other = claim.replace("id: headline", "id: label").replace(
        "غواصون يعثرون على مرساة «نجمة الشمال»", "وسم"
    )
    assert [p.line for p in unanswered(checked(edited(files, VISIT, claim, claim + other)))] == [
        12
    ] * 2
