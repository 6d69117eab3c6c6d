"""What is drawn of a date is what its expression says, no more."""

import pytest

from dossier.pages.pictures.stretches import stretches
from dossier.text import edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-11-18", ["2020-11-18 2020-11-18 day"]),
        ("2020-11-18?", ["2020-11-18 2020-11-18 day ~~"]),
        ("2020-06", ["2020-06-01 2020-06-30 within"]),
        ("2020", ["2020-01-01 2020-12-31 within"]),
        ("202X", ["2020-01-01 2029-12-31 within"]),
        ("2020-08-01/2020-08-17", ["2020-08-01 2020-08-17 span"]),
        ("2021-04-05~/2021-04-06", ["2021-04-05 2021-04-06 span ~-"]),
        ("2021-04-05/2021-04-06%", ["2021-04-05 2021-04-06 span -~"]),
        ("2020-08-17/..", ["2020-08-17 2020-08-17 day -~"]),
        ("../2020-08", ["2020-08-01 2020-08-31 within ~-"]),
        (
            "2020-06~/2020-08-03",
            ["2020-06-01 2020-06-30 within ~-", "2020-06-30 2020-08-03 span"],
        ),
        ("2020-08/2020-08-20", ["2020-08-01 2020-08-20 within"]),
        ("[2020-08-01..2020-08-17]", ["2020-08-01 2020-08-17 within"]),
        ("[..2020-08-17]", ["2020-08-17 2020-08-17 within ~-"]),
        ("[2021-11-07,2021-11-08]", ["2021-11-07 2021-11-08 within"]),
        (
            "[2021-11-09,2021-11-07]",
            ["2021-11-07 2021-11-07 within", "2021-11-09 2021-11-09 within"],
        ),
        ("{2021-11-07,2021-11-08}", ["2021-11-07 2021-11-07 day", "2021-11-08 2021-11-08 day"]),
    ],
)
def test_a_date_is_drawn_as_it_is_known(text, expected):
    found = []
    for stretch in stretches(edtf.parse(text)):
        fades = "".join(
            "~" if fade else "-" for fade in (stretch.fades_before, stretch.fades_after)
        )
        ends = "" if fades == "--" else f" {fades}"
        found.append(f"{stretch.first} {stretch.last} {stretch.kind}{ends}")
    assert found == expected
