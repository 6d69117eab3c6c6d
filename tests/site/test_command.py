"""What the command refuses, and how it answers programs."""

import json
import os
from pathlib import Path

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
        ("root/build/docs", "must not lie inside build/docs"),
        ("link to foreign", "is a link"),
        ("link to seeds", "must not"),
        ("circle", "is a link"),
    ],
)
def test_a_site_never_replaces_something_else(root, tmp_path, site, words):
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "thesis.txt").write_text("years of work", encoding="utf-8")
    (tmp_path / "a file").write_text("more of it", encoding="utf-8")
    (tmp_path / "link to foreign").symlink_to(tmp_path / "foreign")
    (tmp_path / "link to seeds").symlink_to(root / "seeds")
    (tmp_path / "circle").symlink_to("circle")
    before = builds.tree(tmp_path)
    refused(builds.build(root, tmp_path / site), words)
    assert builds.tree(tmp_path) == before


def test_the_checkout_never_becomes_the_site(root):
    refused(builds.build(root, builds.PROJECT / "templates" / "site"), "must not lie inside")


def test_a_home_folder_never_becomes_the_site(root, tmp_path):
    home = tmp_path / "home" / "editor"
    home.mkdir(parents=True)
    for site in (home, home.parent):
        refused(builds.build(root, site, HOME=str(home)), "which holds your home folder")
    assert builds.tree(home) == {}


@pytest.mark.parametrize("variables", [{"TMPDIR": "/nowhere"}, {"HOME": "/nowhere"}, {"HOME": ""}])
def test_neither_a_home_nor_a_place_for_temporary_files_is_needed(root, tmp_path, variables):
    done = builds.build(root, tmp_path / "site", **variables)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_pipe_in_place_of_an_article_is_refused_and_not_waited_for(root, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for text in (tmp_path / "pipe.txt", "/dev/zero", tmp_path, tmp_path / "absent"):
        refused(builds.run("new", "source", "x", "--root", root, "--text", text), str(text))


CHECK = ' "$0" "$@" check --root "$ROOT" '


# Linux alone has a device that is always full.
FULL = [("exec" + CHECK + "> /dev/full", 2, "error: No space left on device")]


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ("exec" + CHECK + ">&-", 0, ""),
        ("exec" + CHECK + "<&- >&- 2>&-", 0, ""),
        ("exec" + CHECK + "2>&-", 0, ""),
        ("exec" + CHECK + "--format json >&-", 0, ""),
        *(FULL if Path("/dev/full").exists() else ()),
        ("{" + CHECK + '; echo "$?" >&2; } | true', 0, "2\n"),
    ],
)
def test_nobody_need_listen(root, shell, code, said):
    done = builds.run(command=["sh", "-c", shell, *builds.COMMAND], ROOT=str(root))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") <= 1


def test_a_closed_stream_is_not_what_a_file_gets(root, tmp_path):
    """The first file that is opened would take the number of the stream, and what is said."""
    site = tmp_path / "site"
    shell = 'exec "$0" "$@" build --root "$ROOT" --site-dir "$SITE" <&- >&- 2>&-'
    done = builds.run(command=["sh", "-c", shell, *builds.COMMAND], ROOT=str(root), SITE=str(site))
    assert done.returncode == 0
    assert builds.run("verify", site).returncode == 0


@pytest.mark.parametrize("text", ["ModuleNotFoundError('no mkdocs')", "SyntaxError('half of it')"])
def test_an_engine_that_is_not_there_or_broken_is_told_of(root, tmp_path, text):
    broken = tmp_path / "broken" / "mkdocs"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text(f"raise {text}", encoding="utf-8")
    begin = (
        f"import sys; sys.path.insert(0, {str(broken.parent)!r}); sys.argv[0] = sys.argv.pop(1); "
    )
    program = begin + "import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    command = [builds.COMMAND[0], "-c", program, builds.COMMAND[1]]
    refused(builds.run("serve", "--root", root, command=command), "run `make`")


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http", "8000.5", "٨٠٠٠"])
def test_a_port_is_a_number(root, port):
    done = builds.run("serve", "--root", root, f"--port={port}")
    assert done.returncode == 2
    assert "must be a number from 1 to 65535" in done.stderr


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
