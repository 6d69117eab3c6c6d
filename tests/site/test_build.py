"""What the build says and writes."""

import hashlib
import json
import re
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import pytest

from tests.site import builds
from tests.site.pages import address_of, file_of, in_style

pytestmark = pytest.mark.site

TOKEN = re.compile(rb"zqo[0-9a-f]{24}qz")


def test_the_build_says_what_it_made_and_where(site):
    assert site.done.returncode == 0
    assert site.done.stderr == ""
    summary, result, digest = site.done.stdout.splitlines()
    sources, claims = len(site.data["sources"]), len(site.data["claims"])
    assert f"{sources} sources" in summary
    assert f"{claims} claims" in summary
    assert result.startswith(f"{len(site.files)} files in {site.folder} ")
    assert digest == f"digest {json.loads(site.files['manifest.json'])['digest']}"


def test_the_manifest_is_what_sha256sum_would_print(site):
    manifest = json.loads(site.files["manifest.json"])
    texts = {f"seeds/sources/{name}.txt": text.encode() for name, text in site.texts.items()}
    files = {path: data for path, data in site.files.items() if path != "manifest.json"}
    sums = {path: hashlib.sha256(data).hexdigest() for path, data in {**texts, **files}.items()}
    assert manifest["sources"] | manifest["files"] == sums
    lines = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))
    assert manifest["digest"] == hashlib.sha256(lines.encode()).hexdigest()
    shown = [path for path, data in files.items() if manifest["digest"].encode() in data]
    assert shown == [], "it would change itself"


def test_the_built_site_is_verified_as_it_lies_and_as_it_is_served(site):
    digest = json.loads(site.files["manifest.json"])["digest"]
    for place in (site.folder, site.url):
        done = builds.run("verify", place, "--digest", digest)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"{len(site.files)} files, 0 differences\ndigest {digest}\n"


def test_every_page_exists(site):
    data = site.data
    sources = {claim["id"]: claim["source"] for claim in data["claims"]}

    def answering(visit):
        """The sources that answer questions of a visit."""
        asked = (question for question in data["questions"] if question["visit"] == visit)
        answers = (answer for question in asked for answer in question["answers"])
        return {sources[claim] for answer in answers for claim in answer["claims"]}

    expected = {
        *(
            f"visits/{visit['id']}/side-by-side/index.html"
            for visit in data["visits"]
            if len(answering(visit["id"])) > 1
        ),
        *(f"{name}/index.html" for name in ("visits", "sources", "compare", "timeline", "actors")),
        *(f"{name}/index.html" for name in ("method", "data", "about")),
        *(f"{kind}/{x['id']}/index.html" for kind in ("visits", "sources") for x in data[kind]),
        *(f"actors/{actor['id']}/index.html" for actor in data["actors"]),
        "index.html",
        "404.html",
    }
    assert site.pages.keys() == expected


def test_nothing_of_the_build_is_left_in_the_site(site):
    assert [path for path, data in site.files.items() if TOKEN.search(data)] == []
    assert [path for path in site.files if path.startswith(".") or "/." in path] == []
    machine = str(site.folder.parent).encode()
    assert [path for path, data in site.files.items() if machine in data] == []


def test_every_page_is_arabic_from_right_to_left(site):
    for path, page in site.pages.items():
        assert page.attributes["html"]["lang"] == "ar", path
        directions = {page.attributes[tag].get("dir") for tag in ("html", "body")} - {None}
        assert directions == {"rtl"}, path


def test_every_page_has_a_title_of_its_own(site):
    titles = {path: page.title.strip() for path, page in site.pages.items() if path != "404.html"}
    assert all(titles.values())
    assert len(set(titles.values())) == len(titles)


def test_ids_are_unique_on_each_page(site):
    repeated = {
        path: sorted({name for name in page.ids if page.ids.count(name) > 1})
        for path, page in site.pages.items()
    }
    assert {path: names for path, names in repeated.items() if names} == {}


def test_every_address_inside_the_site_leads_somewhere(site):
    """Pages, files and anchors; none may leave the sub-path that the site is served under."""
    origin = urljoin(site.url, "/")
    broken = set()
    for path, page in site.pages.items():
        for tag, attribute, value in page.addresses:
            url = urljoin(address_of(path, site.url), value)
            if not url.startswith(origin):
                continue
            target, anchor = file_of(url, site.url), urldefrag(url).fragment
            here = "404.html" if path == "404.html" and value.startswith("#") else target
            if (
                not url.startswith(site.url)
                or here not in site.files
                or (anchor and anchor not in site.pages[here].ids)
            ):
                broken.add((path, tag, attribute, value))
    assert sorted(broken) == []


def test_nothing_is_loaded_from_elsewhere(site):
    """A page may lead to another site, and load nothing from one."""
    loaded = [
        (path, tag, attribute, value)
        for path, page in site.pages.items()
        for tag, attribute, value in page.addresses
        if (tag, attribute) != ("a", "href") and not value.startswith("data:")
        if not urljoin(address_of(path, site.url), value).startswith(site.url)
    ]
    assert loaded == []


def test_style_sheets_load_only_what_the_site_holds(site):
    sheets = {path: data.decode() for path, data in site.files.items() if path.endswith(".css")}
    wanted = [
        (path, urljoin(address_of(path, site.url), address))
        for path, css in sheets.items()
        for address in in_style(css)
        if not address.startswith("data:")
    ]
    assert wanted, "no style sheet names a font"
    assert [(path, url) for path, url in wanted if file_of(url, site.url) not in site.files] == []


def test_the_sitemap_names_every_page_and_nothing_else(site):
    tree = ElementTree.fromstring(site.files["sitemap.xml"])  # noqa: S314 -- our own file
    named = [element.text for element in tree.iter() if element.tag.endswith("}loc")]
    pages = site.pages.keys() - {"404.html"}
    assert sorted(named) == sorted(address_of(path, site.url) for path in pages)
    assert not any(element.tag.endswith("}lastmod") for element in tree.iter())


def test_the_checkout_is_left_alone(root, tmp_path):
    """What is generated goes under --root, and its seeds stay as they are."""
    before = builds.tree(root / "seeds")
    output = {builds.PROJECT / "build", builds.PROJECT / "site"}
    stamps = {path: path.stat().st_mtime_ns for path in output if path.exists()}
    assert builds.build(root, tmp_path / "site").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in output if path.exists()} == stamps
    assert builds.tree(root / "seeds") == before
