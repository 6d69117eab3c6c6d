"""Whatever text stands in the seeds stands on the pages and in the data, and is nothing else.

Thousands of texts, each in a place of its own, are read back by other parsers than wrote them.
"""

from hypothesis import HealthCheck, Phase, given, settings

from tests.everywhere import (
    SAFE,
    Page,
    as_written,
    dossiers,
    exports_of,
    fields,
    filled,
    places,
    plain_texts,
    search_of,
    site_of,
    sources,
    strings_of,
)

EXAMPLES = 10_000
# A failure names its text and its place: there is no need to look for a smaller dossier.
QUICK = settings(phases=[Phase.generate], suppress_health_check=[*HealthCheck])
UNMARKED = {"SourceRecord.url"}
"""Words between marks would be no address; they are looked for by themselves."""
NOT_SHOWN = {"ActorRecord.other_spellings", "SourceRecord.subtitle", "VoiceNote.reason"}
"""Words for the search alone; words that stand only among those that are cut."""


def test_every_field_for_words_has_a_place():
    assert {place.name for place in places()} == fields()
    assert len(places()) > 150


def test_any_text_in_any_place_is_read_back_code_point_for_code_point():
    checked = 0
    shapes = shapes_of(filled(plain_texts(), dict.fromkeys(sources(), f"{SAFE}\u200b\na")))

    @settings(QUICK, max_examples=EXAMPLES * 11 // (10 * len(places())))  # some are refused
    @given(dossiers())
    def holds(drawn):
        nonlocal checked
        made = filled(drawn.texts, drawn.articles)
        site = site_of(made)
        pages = pages_of(site)
        seen = set()
        for path, page in pages.items():
            assert b"\r" not in site[path], "browsers read a raw carriage return as a line feed"
            assert page.shapes <= shapes
            seen |= as_written(made, path, page.pieces)
        assert {places()[n].name for n in made.texts.keys() - seen} <= UNMARKED | NOT_SHOWN
        for path, data in exports_of(made).items():
            as_written(made, path, strings_of(path, data))
        for source in made.dossier.sources.values():
            page = pages[f"sources/{source.id}/index.html"]
            data = made.files[f"seeds/sources/{source.id}.txt"]
            assert page.article == data.decode().removeprefix("\ufeff")
            assert page.evidence == marks_of(made.dossier, source)
            assert source.record.url is None or source.record.url in page.pieces
        checked += len(made.texts) - len(made.refused)

    holds()
    assert checked >= EXAMPLES


def test_words_with_which_a_date_does_not_agree_are_refused_where_the_date_is():
    words = next(place for place in places() if place.name == "DateEvidence.words")
    made = filled(plain_texts() | {words: "2019-05-20"}, dict.fromkeys(sources(), SAFE))
    assert made.refused.keys() == {words}


def test_any_text_is_found_by_the_search_as_it_is_written():
    @settings(QUICK, max_examples=2)
    @given(dossiers())
    def holds(drawn):
        made = filled(drawn.texts, drawn.articles)
        seen = set()
        for path, data in search_of(made).items():
            seen |= as_written(made, path, strings_of(path, data))
        assert len(seen) > 100

    holds()


def pages_of(site):
    return {path: Page(data.decode()) for path, data in site.items() if path.endswith(".html")}


def shapes_of(made):
    """Every tag with its attributes on the pages of a dossier."""
    return {shape for page in pages_of(site_of(made)).values() for shape in page.shapes}


def marks_of(dossier, source):
    """What is to be marked in an article, by the number of the claim that it bears out."""
    return {
        number: "".join(quote.shown for quote in claim.quotes)
        for number, claim in enumerate(dossier.claims_of(source), 1)
    }
