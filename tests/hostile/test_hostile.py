"""A part of the cases at every run of the tests; all of them by `make hostile`."""

import pytest

from tests.hostile import CASES
from tests.hostile.cases import Text, Word
from tests.hostile.runner import refused, seen

REFUSED = [case for case in CASES if case.verdict == "R"]
SHOWN = [
    case
    for case in CASES
    if case.verdict == "F" and isinstance(case, Text | Word) and not getattr(case, "large", False)
]
EVERY = 6  # of those that need a browser


def test_there_are_enough_cases_and_no_two_of_a_name():
    assert len(CASES) > 500
    assert len({(case.place, case.name) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.place}: {case.name}")
def test_is_refused_in_its_place_and_changes_nothing(case, tmp_path):
    assert refused(case, tmp_path).fault == ""


@pytest.mark.browser
def test_is_shown_as_it_is_and_nothing_runs(tmp_path, browser):
    outcomes = list(seen(SHOWN[::EVERY], tmp_path, browser))
    assert len(outcomes) == len(SHOWN[::EVERY])
    faults = [f"{o.case.place}: {o.case.name}: {o.fault}" for o in outcomes if o.fault]
    assert faults == []
