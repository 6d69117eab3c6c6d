import pytest

from dossier.compare.chains import chain_of
from tests.helpers import ANCHOR, STORM, checked, edited


def hops(dossier, claim):
    chain = chain_of(dossier.claims[f"2019-05.{claim}"])
    return [[teller.id for teller in hop.tellers] for hop in chain.hops]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("four-divers", []),
        ("no-writing", [["sailor"]]),
        ("raised-two", [["diver"], ["wave-agency"], ["coast-radio"]]),
        ("box-opened", [["museum-staff"], ["wave-agency", "coast-radio"]]),
    ],
)
def test_a_chain_leads_from_the_innermost_teller_out(dossier, claim, expected):
    assert hops(dossier, claim) == expected


@pytest.mark.parametrize(
    ("claim", "origin"),
    [("four-divers", f"{ANCHOR}/author"), ("raised-two", f"{STORM}/diver")],
)
def test_the_origin_is_the_innermost_teller(dossier, claim, origin):
    assert chain_of(dossier.claims[f"2019-05.{claim}"]).origin == origin


def test_a_claim_may_begin_in_the_middle_of_a_chain(mini):
    old = "quote: 'رأى صندوقاً مغلقاً'\n    topic: finds\n    told_by: diver"
    files = edited(mini, "seeds/visits/2019-05.yml", old, old.replace("diver", "wave-agency"))
    assert hops(checked(files), "box-closed") == [["wave-agency"], ["coast-radio"]]
