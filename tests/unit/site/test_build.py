"""What a build refuses; what it makes is tested in `tests/site`."""

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from dossier.problems import DossierError
from dossier.site import build as building
from dossier.site import manifest
from dossier.site.build import Places, build, build_offline
from tests.helpers import write


@pytest.fixture
def places(tmp_path, mini):
    """A checkout and a root in one folder, as usual."""
    others = {"templates/words.yml": b"", "docs/about.md": b"", "other/x.txt": b"x"}
    write(tmp_path, {**mini, **others, "mkdocs.yml": b""})

    def named(site):
        return Places(tmp_path, tmp_path, tmp_path / site)

    return named


def before(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("site", [".", "..", "/", "seeds", "seeds/site", "docs", "docs/a/b",
                                  "templates", "tests/x", ".git/x", "other", "other/x.txt",
                                  "seeds/../seeds"])  # fmt: skip
def test_no_site_replaces_what_it_is_made_of(places, dossier, mini, tmp_path, site):
    there = before(tmp_path)
    with pytest.raises(DossierError, match="--site-dir must"):
        build(places(site), dossier, mini, "")
    assert before(tmp_path) == there


@pytest.fixture
def made(monkeypatch):
    """Lets a build make a page of nothing, and something else happen meanwhile."""

    def made(meanwhile):
        def proved(*_):
            meanwhile()
            return manifest.included({"index.html": b""}, {})

        monkeypatch.setattr(building, "_proved_site", proved)

    return made


def test_what_nobody_touches_meanwhile_is_published(places, dossier, mini, tmp_path, made):
    made(lambda: None)
    built = build(places("site"), dossier, mini, "")
    assert built.files.keys() == {"index.html"}
    assert before(tmp_path / "site").keys() == {
        tmp_path / "site/index.html",
        tmp_path / "site/manifest.json",
    }


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("seeds/visits/2019-05.yml", b"x", "seeds/visits/2019-05.yml changed"),
        ("seeds/visits/2020-01.yml", b"new", "seeds/visits/2020-01.yml changed"),
        ("seeds/actors.yml", None, "seeds/actors.yml changed"),
        ("docs/about.md", b"x", "docs/about.md changed"),
        ("templates/new.html", b"", "templates/new.html changed"),
        ("mkdocs.yml", b"x", "mkdocs.yml changed"),
    ],
    ids=repr,
)
def test_what_changes_meanwhile_is_not_published(
    places, dossier, mini, tmp_path, made, path, data, said
):
    def meanwhile():
        if data is None:
            (tmp_path / path).unlink()
        else:
            (tmp_path / path).write_bytes(data)

    made(meanwhile)
    with pytest.raises(DossierError, match=f"{said} during the build; nothing was changed by it"):
        build(places("site"), dossier, mini, "")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TemplateSyntaxError("no end", 3, "visit.html"), "visit.html:3: no end"),
        (UndefinedError("'x' is undefined"), "'x' is undefined"),
    ],
)
def test_a_template_that_is_not_right_is_told_of(
    places, dossier, mini, tmp_path, monkeypatch, error, said
):
    def fails(*_):
        raise error

    monkeypatch.setattr(building, "_site", fails)
    with pytest.raises(DossierError, match=f"a template is not right: {said}"):
        build(places("site"), dossier, mini, "")
    assert not (tmp_path / "site").exists()


def test_nor_through_a_link(places, dossier, mini, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "seeds")
    with pytest.raises(DossierError, match="--site-dir must"):
        build(places("link"), dossier, mini, "")


def test_what_holds_the_seeds_is_not_replaced_though_it_looks_like_a_site(
    places, dossier, mini, tmp_path
):
    write(tmp_path, {"data/dossier.json": b"{}"})
    with pytest.raises(DossierError, match="which holds what the site is made of"):
        build(places("."), dossier, mini, "")


def test_a_link_is_not_replaced_by_what_it_leads_to(places, dossier, mini, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    with pytest.raises(DossierError, match="is a link"):
        build(places("link"), dossier, mini, "")


@pytest.mark.parametrize(
    "address",
    [
        "a.example",
        "ftp://a.example/",
        "javascript:x",
        "https:///x",
        "http://[bad",
        "https://a.example/?q",
        "https://a.example/#x",
        'https://a.example/"><script>',
        "https://a.example/a b",
    ],
)
def test_the_sites_address_is_one_of_the_web(places, dossier, mini, address):
    with pytest.raises(DossierError, match="SITE_URL must"):
        build(places("site"), dossier, mini, address)


def test_a_site_that_is_not_right_is_not_published(places, dossier, mini, monkeypatch):
    monkeypatch.setattr(building, "_site", lambda *_: ({"index.html": b"<a href='nowhere/'>"}, {}))
    with pytest.raises(DossierError, match=r"not right:\n(?s:.*)index.html leads to nothing"):
        build(places("new"), dossier, mini, "")
    assert not places("new").site.exists()


def test_nor_is_it_packed(places, dossier, mini, monkeypatch):
    monkeypatch.setattr(building, "_proved_site", lambda *_: {})
    monkeypatch.setattr(building, "offline", lambda *_: {"index.html": b"<a href='..'>"})
    with pytest.raises(DossierError, match=r"not right:\n(?s:.*)index.html leads to nothing"):
        build_offline(places("new"), dossier, mini, "")
    assert not places("new").offline.exists()
