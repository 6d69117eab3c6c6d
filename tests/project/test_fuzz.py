"""`make fuzz` finds what it looks for; a few inputs of each target in every run of the tests."""

import pytest

from dossier.problems import Problem
from dossier.seeds import strict_yaml
from tools import fuzz
from tools.fuzz import TARGETS, Target


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_the_first_inputs_break_nothing(target):
    run = fuzz.fuzz(target, seed=1, most=25)
    assert (run.inputs, run.broken_by, run.how) == (25, None, "")


def refusing_a_null(data):
    assert b"\0" not in data


def test_an_input_that_breaks_a_target_is_found_and_breaks_it_again():
    target = Target("x", lambda: [b"abc", b"defghi"], refusing_a_null)
    run = fuzz.fuzz(target, seed=5)
    assert b"\0" in run.broken_by
    assert "AssertionError" in run.how
    assert "AssertionError" in fuzz.broken(target, run.broken_by)
    assert fuzz.fuzz(target, seed=5).broken_by == run.broken_by
    assert fuzz.fuzz(target, seed=6).broken_by != run.broken_by


def test_an_answer_that_is_late_breaks_a_target(monkeypatch):
    monkeypatch.setattr(fuzz, "LATE", 0.05)

    def never(_data):
        while True:
            pass

    assert "no answer after 0.05 s" in fuzz.broken(Target("x", lambda: [b""], never), b"")


@pytest.mark.parametrize(
    "problem",
    [
        Problem("f.yml", 0, 1, "", "must be"),
        Problem("f.yml", 3, 1, "", "must be"),
        Problem("f.yml", 2, 6, "", "must be"),
        Problem("f.yml", 1, 1, "", "is wrong"),
    ],
)
def test_a_problem_outside_its_file_breaks_a_target(monkeypatch, problem):
    monkeypatch.setattr(strict_yaml, "read", lambda *_: (None, [problem]))
    assert "Wrong" in fuzz.broken(TARGETS["yaml"], b"a: b\nc: d")
