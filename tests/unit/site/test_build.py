"""What a build refuses; what it makes is tested in `tests/site`."""

import pytest

from dossier.problems import DossierError
from dossier.site import build as builds
from dossier.site.build import Places, build, build_offline
from tests.helpers import write


@pytest.fixture
def places(tmp_path, mini):
    """A checkout and a root in one folder, as usual."""
    write(tmp_path, {**mini, "templates/words.yml": b"", "docs/about.md": b"", "other/x.txt": b"x"})

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
    monkeypatch.setattr(builds, "_site", lambda *_: {"index.html": b"<a href='nowhere/'>"})
    with pytest.raises(DossierError, match=r"not right:\n(?s:.*)index.html leads to nothing"):
        build(places("new"), dossier, mini, "")
    assert not places("new").site.exists()


def test_nor_is_it_packed(places, dossier, mini, monkeypatch):
    monkeypatch.setattr(builds, "_proved_site", lambda *_: {})
    monkeypatch.setattr(builds, "offline", lambda *_: {"index.html": b"<a href='..'>"})
    with pytest.raises(DossierError, match=r"not right:\n(?s:.*)index.html leads to nothing"):
        build_offline(places("new"), dossier, mini, "")
    assert not places("new").offline.exists()
