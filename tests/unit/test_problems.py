import json

from dossier.problems import Problem, as_github, as_json, as_text

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
