"""What axe finds: nothing serious, on any kind of page, in either scheme, on phone and desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

GRAVE = ("serious", "critical")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_serious(visitor, kinds, width, scheme):
    axe, found = Axe(), []
    for kind, path in kinds.items():
        page = visitor.open(path, width, scheme, status=404 if kind == "not found" else 200)
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in GRAVE:
                nodes = [node["target"] for node in violation["nodes"]]
                found.append((kind, violation["id"], len(nodes), nodes[:3]))
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_opened_filter_and_a_marked_quote_have_nothing_serious(site, visitor, kinds, scheme):
    """What is only seen after a click."""
    claim = site.data["claims"][0]
    source = next(s for s in site.data["sources"] if s["id"] == claim["source"])
    places = [
        f"{source['page']}#{claim['quotes'][0]['anchor']}",
        claim["page"],
        f"{kinds['compare']}?verdict={site.data['questions'][0]['verdict']}",
    ]
    for place in places:
        page = visitor.open(place, DESK, scheme)
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        found = Axe().run(page).response["violations"]
        grave = [
            (v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found if v["impact"] in GRAVE
        ]
        assert grave == [], place
