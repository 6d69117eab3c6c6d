import csv
import io

import pytest

from dossier.exports.claims_csv import claims_csv
from tests.helpers import STORM, checked, edited

VISIT = "seeds/visits/2019-05.yml"


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_has_a_row_for_each_quote(dossier, mini):
    found = rows(claims_csv(dossier))
    assert len(found) == sum(len(claim.quotes) for claim in dossier.claims.values())
    for row in found:
        text = mini[f"seeds/sources/{row['source']}.txt"].decode()
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    boxes = [row for row in found if row["claim"] == "2019-05.box-opened"]
    assert [row["quote"] for row in boxes] == ["الصندوق فُتح في البر", "الصندوق كان فارغاً"]
    assert boxes[0]["chain"] == "موظفان في المتحف < وكالة الموج / إذاعة الساحل"
    assert boxes[0]["outlet"] == "الشراع"
    assert boxes[0]["page"] == "visits/2019-05/#box-opened"


def test_opens_right_in_spreadsheets(dossier):
    data = claims_csv(dossier)
    assert data.startswith(b"\xef\xbb\xbfclaim,visit,source,")
    assert data.count(b"\r\n") == len(rows(data)) + 1
    assert data.replace(b"\r\n", b"").count(b"\n") == 0


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "  ="])
def test_no_cell_is_a_formula(mini, first):
    old, new = "'رفع الفريق مرساتين'", f"'{first}HYPERLINK(\"x\")'"
    files = edited(mini, VISIT, f"statement: {old}", f"statement: {new}")
    files = edited(files, f"seeds/sources/{STORM}.yml", "label: 'غواص'", f"label: '{first}1'")
    (row,) = [r for r in rows(claims_csv(checked(files))) if r["claim"] == "2019-05.raised-two"]
    assert row["statement"] == f'\'{first}HYPERLINK("x")'
    assert row["chain"].startswith(f"'{first}1")


def test_line_breaks_and_quotation_marks_stay_in_their_cell(mini):
    note = "'سطر \"أول\"،\n\n      سطر ثان'"
    files = edited(
        mini, VISIT, "note: 'لا يبيّن النص من نقل عن الموظفين: الوكالة أم الإذاعة.'", f"note: {note}"
    )
    found = rows(claims_csv(checked(files)))
    assert {row["note"] for row in found} == {"", 'سطر "أول"،\nسطر ثان'}
