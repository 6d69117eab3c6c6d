"""The pages of the invented dossier, as they were read and found right.

`pytest tests/golden --update-goldens` writes them anew; review the difference as content.
"""

import re

import pytest

from tests.helpers import ANCHOR, STORM, TESTS, rendered

FOLDER = TESTS / "golden/pages"
GOLDEN = {
    "": "home",
    "visits/": "visits",
    "visits/2019-05/": "visit",
    "visits/2019-05/side-by-side/": "side-by-side",
    f"sources/{ANCHOR}/": "source-with-furniture",
    f"sources/{STORM}/": "source-with-relays",
    "compare/": "compare",
    "timeline/": "timeline",
    "actors/salma-darwish/": "actor",
}


@pytest.fixture(scope="module")
def pages(dossier, words):
    return rendered(dossier, words)


@pytest.mark.parametrize(("path", "name"), GOLDEN.items(), ids=GOLDEN.values())
def test_page(pages, path, name, update_goldens):
    golden = FOLDER / f"{name}.html"
    if update_goldens:
        golden.write_text(pages[path].body, encoding="utf-8", newline="")
    # No translation of line ends: a source's own are part of what is compared.
    assert pages[path].body == golden.read_bytes().decode()


def test_no_claim_can_be_called_as_what_is_ours_on_the_page_of_a_visit(pages, dossier):
    claims = {claim.id.partition(".")[2] for claim in dossier.claims.values()}
    for visit in dossier.visits.values():
        ids = set(re.findall(r'<[^>]* id="([^"]+)"', pages[f"visits/{visit.id}/"].body))
        assert {name for name in ids - claims if "_" not in name} == set()


def test_there_are_these_pages_and_no_others(pages, update_goldens):
    golden = FOLDER / "paths.txt"
    found = "".join(f"/{path}\n" for path in pages)
    if update_goldens:
        golden.write_text(found, encoding="utf-8", newline="")
    assert found == golden.read_text(encoding="utf-8")
