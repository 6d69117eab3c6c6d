"""What a build refuses; what it makes is tested in `tests/site`."""

import pytest

from dossier.problems import DossierError
from dossier.site.build import Places, build
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
