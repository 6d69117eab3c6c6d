from dossier.pages import links
from tests.helpers import ANCHOR, STORM


def test_addresses_are_permanent(dossier):
    claim = dossier.claims["2019-05.box-opened"]
    across, own = dossier.questions[0], dossier.visits["2019-05"].questions[0]
    assert links.claim(claim) == "visits/2019-05/#box-opened"
    assert links.evidence(claim) == f"sources/{STORM}/#q-2019-05.box-opened"
    assert links.evidence_anchor(claim, 1) == "q-2019-05.box-opened_2"
    assert links.passage(ANCHOR, 3) == f"sources/{ANCHOR}/#p3"
    assert links.question(across) == "compare/#question_sinking-year"
    assert links.question(own) == "compare/#question_2019-05.anchors"
    assert links.actor("cape-wind") == "actors/cape-wind/"
