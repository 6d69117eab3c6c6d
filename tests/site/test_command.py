"""What the command refuses, and how it answers programs."""

import json

import pytest

from tests.site import builds

pytestmark = pytest.mark.site


def refused(done, words):
    """Exit code 2, one sentence, no traceback."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize(
    ("site", "words"),
    [
        ("/", "must not be /"),
        (".", "must not be"),
        ("root", "must not be"),
        ("root/seeds", "must not be"),
        ("root/seeds/visits", "must not lie inside seeds"),
        ("root/seeds/site", "must not lie inside seeds"),
        ("foreign", "must be empty or hold a site of ours"),
        ("a file", "must be a folder"),
        ("link to foreign", "is a link"),
        ("link to seeds", "must not"),
    ],
)
def test_a_site_never_replaces_something_else(root, tmp_path, site, words):
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "thesis.txt").write_text("years of work", encoding="utf-8")
    (tmp_path / "a file").write_text("more of it", encoding="utf-8")
    (tmp_path / "link to foreign").symlink_to(tmp_path / "foreign")
    (tmp_path / "link to seeds").symlink_to(root / "seeds")
    before = builds.tree(tmp_path)
    refused(builds.build(root, tmp_path / site), words)
    assert builds.tree(tmp_path) == before


def test_the_checkout_never_becomes_the_site(root):
    refused(builds.build(root, builds.PROJECT / "templates" / "site"), "must not lie inside")


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://", "/dossier/"])
def test_an_address_that_is_none_is_refused(root, tmp_path, address):
    refused(builds.build(root, tmp_path / "site", SITE_URL=address), "SITE_URL")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("address", ["", "https://example.org/dossier"])
def test_an_address_may_be_unknown_or_without_its_last_stroke(root, tmp_path, address):
    done = builds.build(root, tmp_path / "site", SITE_URL=address)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_root_without_seeds_is_no_dossier(tmp_path):
    done = builds.build(tmp_path, tmp_path / "site")
    assert done.returncode in (1, 2)
    assert "seeds" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_check_answers_programs(root):
    done = builds.run("check", "--root", root, "--format", "json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")
    visit = sorted((root / "seeds" / "visits").glob("*.yml"))[0]
    with visit.open("a", encoding="utf-8") as file:
        file.write("\nno_such_key: 1\n")
    done = builds.run("check", "--root", root, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    [problem] = json.loads(done.stdout)
    assert problem.keys() == {"path", "line", "column", "field", "message"}
    assert problem["path"] == f"seeds/visits/{visit.name}"
    assert problem["line"] == visit.read_text(encoding="utf-8").count("\n")
    assert problem["column"] == 1
    assert "no_such_key" in problem["field"] + problem["message"]


def test_check_writes_nothing(root):
    before = builds.tree(root)
    assert builds.run("check", "--root", root).returncode == 0
    assert builds.tree(root) == before
