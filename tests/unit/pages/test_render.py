"""What all pages have in common; what each of them says stands in `tests/golden/pages`."""

import hashlib
import posixpath
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError

from dossier.pages.render import environment
from tests.helpers import ANCHOR, STORM, checked, edited, rendered, with_text

VISIT = "seeds/visits/2019-05.yml"
VOID = {"br", "hr", "img", "input"}


class Html(HTMLParser):
    """Ids, addresses, texts and tags of a piece of HTML; fails where tags do not match."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.ids, self.hrefs, self.tags, self.open, self.text = [], [], Counter(), [], ""
        self.original = None
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append((tag, "original" in (values.get("class") or "").split()))
        self.ids += [values["id"]] if "id" in values else []
        self.hrefs += [values["href"]] if "href" in values else []
        if self.open and self.open[-1][1]:
            self.original = ""

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.text += data
        if any(original for _, original in self.open):
            self.original += data


@pytest.fixture(scope="module")
def pages(dossier, words):
    return rendered(dossier, words)


def whole(slots):
    return slots.path + slots.heading + slots.contents + slots.body


def test_every_page_is_sound_and_repeats_no_id(pages):
    for path, slots in pages.items():
        found = Html(whole(slots))
        assert [name for name, n in Counter(found.ids).items() if n > 1] == [], path
        assert "<" not in slots.title + slots.description


def test_every_address_leads_to_a_page_and_an_anchor_that_are_there(pages):
    ids = {path: set(Html(whole(slots)).ids) for path, slots in pages.items()}
    elsewhere = {"https://harbour.example/anchor?a=1&b=2", "../manifest.json"}
    leading = 0
    for path, slots in pages.items():
        for href in Html(whole(slots)).hrefs:
            if href.partition("#")[0] in elsewhere or "/data/" in f"/{href}":
                continue
            address, _, anchor = href.partition("#")
            target = f"{posixpath.normpath(posixpath.join(path, address))}/".removeprefix("./")
            assert target in pages, f"{path}: {href}"
            assert not anchor or anchor in ids[target], f"{path}: {href}"
            leading += bool(anchor)
    assert leading > 100


def test_the_text_of_a_source_is_shown_character_for_character(pages, dossier):
    for source in dossier.sources.values():
        assert Html(pages[f"sources/{source.id}/"].body).original == source.unabridged


@pytest.mark.parametrize(
    "text",
    [
        "<b>غامق</b> & &amp; <script>alert(1)</script>",
        "{{ page }} {% raw %} 5*3*2 `code` [a](b) #x",
        "سطر\r\nسطر\r\n\u00a0\r\n  هامش  ",
        "عمود\rعمود",
        "\u202eيمين\u202c \u200f «”“»",
        "[" * 3000,
    ],
)
def test_no_text_whatever_is_changed_or_becomes_markup(mini, words, text):
    data = mini[f"seeds/sources/{STORM}.txt"] + text.encode()
    hostile = checked(with_text(mini, STORM, data))
    body = rendered(hostile, words)[f"sources/{STORM}/"].body
    assert "\r" not in body, "browsers read a raw carriage return as a line feed"
    page = Html(body)
    assert page.original == hostile.sources[STORM].unabridged
    assert page.tags["script"] == page.tags["b"] == 0


def test_what_editors_write_never_becomes_markup(mini, words):
    bad = '<img src=x onerror=alert(1)>"& &#1571;<!--'
    files = edited(mini, VISIT, "note: 'يتفق المقالان على السبت.'", f"note: '{bad}'")
    files = edited(files, VISIT, "statement: 'رفع الفريق مرساتين'", f"statement: '{bad}'")
    files = edited(files, VISIT, "text: 'اثنتان'", f"text: '{bad}'")
    files = edited(files, VISIT, "title: 'النزول الأول، أيار 2019'", f"title: '{bad}'")
    files = edited(files, f"seeds/sources/{ANCHOR}.yml", "label: 'بحّار'", f"label: '{bad}'")
    files = edited(files, "seeds/actors.yml", "name: 'رأس الريح'", f"name: '{bad}'")
    files = edited(files, "seeds/dossier.yml", "label: 'النزول'", f"label: '{bad}'")
    shown = Counter()
    for path, slots in rendered(checked(files), words).items():
        page = Html(whole(slots))
        assert page.tags["img"] == 0, path
        assert bad not in whole(slots) + slots.title + slots.description, path
        shown[path] = page.text.count(bad)
    assert min(shown[path] for path in ("visits/2019-05/", f"sources/{ANCHOR}/", "compare/")) >= 2


def test_a_title_keeps_the_white_space_at_its_edges(mini, words):
    title = "\u00a0النزول الأول  "
    files = edited(mini, VISIT, "title: 'النزول الأول، أيار 2019'", f"title: '{title}'")
    slots = rendered(checked(files), words)["visits/2019-05/"]
    assert (slots.title, slots.heading) == (title, title)


def test_a_name_that_a_view_does_not_have_is_an_error(words):
    env = environment({"x.html": "{{ view.nothing }}"}, words)
    with pytest.raises(UndefinedError, match="has no attribute 'nothing'"):
        env.get_template("x.html").render(view=SimpleNamespace(something=1))


def test_overlapping_quotes_keep_each_their_own_anchor(pages):
    body = pages[f"sources/{ANCHOR}/"].body
    for claim in ("dived-saturday", "four-divers"):
        assert body.count(f'id="q-2019-05.{claim}"') == 1
    over = body.index('data-depth="2"')
    assert "يوم السبت الماضي<" in body[over : over + 60]
    assert 'href="../../sources/2019-05-20-anchor/#evidence_4"' in body[over - 200 : over]


def test_a_dossier_of_almost_nothing_has_all_its_pages(words):
    """One source, one visit, one claim, no question, no teller."""
    text = "خبر عن سفينة.\n".encode()
    digest = hashlib.sha256(text).hexdigest()
    files = {
        "seeds/dossier.yml": (
            "title: ملف\nsubject: ship\nlanguage: ar\ndescription: وصف\n"
            "licence: {data: CC0-1.0, texts: نص}\ntopics: [{id: t, label: محور}]\n"
        ).encode(),
        "seeds/actors.yml": (
            "actors: [{id: ship, kind: place, name: سفينة, latin: [Ship], spellings: [سفينة]}]\n"
        ).encode(),
        "seeds/sources/a.txt": text,
        "seeds/sources/a.yml": (
            "title: خبر\noutlet: null\npublished: {edtf: '2020', basis: inferred}\n"
            f"original_file: a.txt\nsha256: '{digest}'\nurl: null\nrights: {{publish: full}}\n"
        ).encode(),
        "seeds/visits/v.yml": (
            "title: زيارة\nwhen: {edtf: '2020', evidence: [{source: a, words: 'خبر'}]}\n"
            "summary: [{text: جملة, claims: [c]}]\nclaims:\n"
            "  - {id: c, source: a, statement: قول, quote: 'خبر عن سفينة', topic: t,"
            " told_by: author, voice: author}\n"
        ).encode(),
    }
    assert sorted(rendered(checked(files), words)) == [
        "", "actors/", "actors/ship/", "compare/", "data/", "sources/", "sources/a/",
        "timeline/", "visits/", "visits/v/",
    ]  # fmt: skip


def test_quotes_that_begin_at_one_place_keep_each_their_own_anchor(mini, words):
    old, new = "يوم السبت الماضي، وكان عدد الغواصين أربعة", "نزل فريق الغواصة سلمى درويش"
    made = rendered(checked(edited(mini, VISIT, f"quote: '{old}'", f"quote: '{new}'")), words)
    ids = Html(made[f"sources/{ANCHOR}/"].body).ids
    assert {"q-2019-05.dived-saturday", "q-2019-05.four-divers"} <= {*ids}


def test_a_visit_is_described_by_the_first_sentence_of_its_summary(pages, dossier):
    for visit in dossier.visits.values():
        assert unescape(pages[f"visits/{visit.id}/"].description) == visit.record.summary[0].text


def test_what_takes_long_to_lay_out_is_laid_out_plainly(mini, words):
    text = mini[f"seeds/sources/{STORM}.txt"]
    lines = f"{'ا' * 1_000}\n{'ا' * 1_001} ب\n{'ا ' * 50_001}\n".encode()
    body = rendered(checked(with_text(mini, STORM, text + lines)), words)[f"sources/{STORM}/"].body
    assert re.findall(r'<p id="p(\d)" data-bulk="(\w+)">', body) == [
        ("7", "unbroken"),
        ("8", "vast"),
    ]


HIDDEN = "قال\u200b كذا \u202e123\nX \u200b\n"


def test_what_no_reader_sees_is_listed_below_the_text_and_held_in_a_box(mini, words):
    text = mini[f"seeds/sources/{STORM}.txt"]
    changed = checked(with_text(mini, STORM, text + HIDDEN.encode()))
    body = rendered(changed, words)[f"sources/{STORM}/"].body
    rows = [row for row in body.split("<tr>") if "<code" in row and "U+" in row]
    assert len(rows) == 2
    assert "U+200B" in rows[0]
    assert "ZERO WIDTH SPACE" in rows[0]
    assert "<td>2</td>" in rows[0]
    assert [f'#p{n}"' in rows[0] for n in (5, 6, 7, 8)] == [False, True, True, False]
    assert "U+202E" in rows[1]
    assert '<bdi class="exact exact--held" lang="ar" dir="rtl">قال' in body
    assert '<p id="p7" dir="ltr">' in body
    assert "exact--held" not in rendered(checked(mini), words)[f"sources/{STORM}/"].body
