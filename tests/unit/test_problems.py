import json
import unicodedata

import pytest

from dossier.problems import FORMATS, DossierError, Problem, as_github, as_json, as_text, printable

PROBLEM = Problem("seeds/a,b.yml", 3, 7, "claims[0].quote", "must be\n100% «قول»")


def test_text_is_one_line_each():
    assert as_text([PROBLEM, Problem("x", 1, 1, "", "must be there")]) == (
        "seeds/a,b.yml:3:7: error: claims[0].quote must be 100% «قول»\n"
        "x:1:1: error: must be there\n"
    )


def test_json_has_every_field_as_it_is():
    assert json.loads(as_json([PROBLEM])) == [
        {
            "path": "seeds/a,b.yml",
            "line": 3,
            "column": 7,
            "field": "claims[0].quote",
            "message": "must be\n100% «قول»",
        }
    ]
    assert json.loads(as_json([])) == []


def test_a_message_cannot_break_out_of_its_workflow_command():
    assert as_github([PROBLEM]) == (
        "::error file=seeds/a%2Cb.yml,line=3,col=7::claims[0].quote must be%0A100%25 «قول»\n"
    )


def test_problems_sort_by_file_then_line_as_numbers():
    late, early = Problem("a", 10, 1, "", "m"), Problem("a", 9, 1, "", "m")
    assert sorted([Problem("b", 1, 1, "", "m"), late, early])[:2] == [early, late]


def test_nothing_that_a_terminal_obeys_is_printed():
    hostile = Problem("a\x1b[2J\n::warning::x", 1, 1, "", "must not be «\u202eكذا\x07»")
    (line,) = as_text([hostile]).splitlines()
    assert line == ("a\\u001b[2J ::warning::x:1:1: error: must not be «\\u202eكذا\\u0007»")


HOSTILE = "a\x1b[2J\r::error::b\x9b31m ##[add-mask]c\u2028\u202ed\U000e0041\udcff"


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_format_prints_what_a_terminal_or_the_runner_obeys(form):
    printed = form([Problem(HOSTILE, 1, 1, HOSTILE, HOSTILE)])
    kinds = {unicodedata.category(letter) for letter in printed.replace("\n", "")}
    assert not kinds & {"Cc", "Cf", "Cs"}
    assert "##[" not in printed
    own = "::error file=" if form is as_github else None
    for line in printed.splitlines():
        assert not line.lstrip().startswith("::") or (own and line.startswith(own))


def test_json_still_says_what_it_was():
    (read,) = json.loads(as_json([Problem(HOSTILE, 1, 1, HOSTILE, HOSTILE)]))
    assert [read["path"], read["field"], read["message"]] == [HOSTILE] * 3


def test_a_character_beyond_the_first_plane_is_escaped_as_json_does():
    assert printable("\U000e0041") == "\\udb40\\udc41"


def test_an_error_keeps_its_lines_and_nothing_else():
    assert str(DossierError("so:\na\x1b[2J\nb ##[error]c")) == (
        "so:\na\\u001b[2J\nb \\u0023#[error]c"
    )
