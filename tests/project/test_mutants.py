"""The faults that `make mutants` plants can be planted; that each is caught, it says itself."""

import ast

import pytest

from tests.helpers import PROJECT
from tools.mutants import LISTS, read

PATHS = sorted(LISTS.glob("*.yml"))
MUTANTS = [mutant for path in PATHS for mutant in read(path)]


def test_there_are_many_of_them_and_each_is_another():
    assert len(MUTANTS) >= 30
    planted = {(mutant.file, mutant.old, mutant.new) for mutant in MUTANTS}
    assert len(planted) == len({mutant.fault for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.fault)
def test_a_fault_can_still_be_planted(mutant):
    text = (PROJECT / mutant.file).read_text(encoding="utf-8")
    planted = mutant.planted(text)
    assert planted != text
    if mutant.file.endswith(".py"):
        assert ast.dump(ast.parse(planted)) != ast.dump(ast.parse(text))
    for test in mutant.tests:
        assert (PROJECT / test.partition("::")[0]).exists(), test


@pytest.mark.parametrize(
    "text",
    [
        "- {fault: a, file: b, old: c, new: d}",
        "- {fault: a, file: b, old: c, new: d, tests: []}",
        "- {fault: a, file: b, old: c, new: d, tests: [t], note: e}",
        "- {fault: a, file: b, old: 1, new: d, tests: [t]}",
        "- {fault: a, file: b, old: c, new: d, tests: [1]}",
    ],
)
def test_a_list_that_says_something_else_is_refused(tmp_path, text):
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="must have"):
        read(path)
