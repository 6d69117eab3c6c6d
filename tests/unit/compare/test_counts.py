"""The invented dossier counts anchors and dives; tests change what it says."""

import pytest

from dossier.compare.counts import audits
from tests.helpers import checked, edited

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"


def found(files):
    return {
        audit.claim.record.id: (audit.counts.n, audit.on_file, audit.finding)
        for audit in audits(checked(files))
    }


def test_wholes_are_held_against_each_other_and_orders_against_the_file(mini):
    assert found(mini) == {
        "raised-one": (1, None, "differs"),
        "raised-two": (2, None, "differs"),
        "returned": (2, 2, "agrees"),
    }


@pytest.mark.parametrize(("n", "finding"), [(1, "differs"), (2, "agrees"), (3, "differs")])
def test_the_place_among_the_visits_on_file(mini, n, finding):
    files = edited(mini, SECOND, "what: visits, n: 2", f"what: visits, n: {n}")
    assert found(files)["returned"] == (n, 2, finding)


def test_the_place_of_another_visit(mini):
    files = edited(mini, SECOND, "n: 2, order: true", "n: 1, order: true, visit: 2019-05")
    assert found(files)["returned"] == (1, 1, "agrees")


def test_parts_of_the_same_source_are_summed(mini):
    parts = edited(
        mini,
        VISIT,
        "    quote: 'رأى صندوقاً مغلقاً'\n",
        "    quote: 'رأى صندوقاً مغلقاً'\n    counts: {what: anchors, n: 1, part: true}\n",
    )
    assert found(parts)["raised-two"] == (2, 1, "unaccounted")
    whole = edited(parts, VISIT, "n: 1, part: true", "n: 2, part: true")
    assert found(whole)["raised-two"] == (2, 2, "agrees")


def test_a_number_that_stands_alone_agrees(mini):
    files = edited(mini, VISIT, "counts: {what: anchors, n: 2}", "counts: {what: boxes, n: 2}")
    assert found(files)["raised-two"] == (2, None, "agrees")
