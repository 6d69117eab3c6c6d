import json
import sys

import pytest

from dossier import cli
from dossier.site import manifest
from tests.helpers import ANCHOR, MINI, edited, write

VISIT = "seeds/visits/2019-05.yml"


@pytest.fixture
def run(capsys):
    """Runs the command; its exit code, what it printed, and what it complained of."""

    def run(*arguments):
        code = cli.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


@pytest.fixture
def bad(tmp_path, mini):
    """A folder with two mistakes in one file."""
    files = edited(mini, VISIT, "id: 2019-05\n", "id: 2019-06\n")
    return write(tmp_path, edited(files, VISIT, "told_by: sailor", "told_by: sailr"))


PROBLEMS = [
    f"{VISIT}:1:5: error: id must be 2019-05, as the file is named",
    f"{VISIT}:57:14: error: claims[4].told_by must name a teller of 2019-05-20-anchor, sailr is "
    "none; did you mean 'sailor'?",
]


def test_a_sound_dossier_is_done(run):
    code, out, err = run("check", "--root", MINI)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "0 problems",
        "3 sources, 2 visits, 17 claims, 10 questions, 1 unused sentence",
        "seeds/sources/2019-05-22-storm.txt:6: unused: كان البحر هادئاً ذلك اليوم.",
    ]


def test_all_problems_are_printed_sorted_and_counted(run, bad):
    code, out, err = run("check", "--root", bad)
    assert code == 1
    assert out.splitlines() == PROBLEMS
    assert err == "2 problems in 1 file; nothing was written\n"


def test_a_build_prints_them_too_and_writes_nothing(run, bad):
    before = sorted(bad.rglob("*"))
    for arguments in (["build", "--root", bad], ["--root", bad]):
        code, out, _ = run(*arguments)
        assert (code, out.splitlines()) == (1, PROBLEMS)
    assert sorted(bad.rglob("*")) == before


def test_a_bad_dossier_leaves_the_last_good_site(run, bad):
    site = write(bad / "site", {"index.html": b"last", "data/dossier.json": b"{}"})
    assert run("build", "--root", bad)[0] == 1
    assert (site / "index.html").read_bytes() == b"last"


def test_problems_are_sorted_by_their_place_whichever_check_finds_them(run, tmp_path, mini):
    files = edited(mini, VISIT, "id: 2019-05\n", "id: 2019-06\n")
    files = edited(files, "seeds/actors.yml", "'سلمى درويش', 'درويش'", "'سلمى درويش', 'درويشة'")
    _, out, _ = run("check", "--root", write(tmp_path, files))
    assert [line.partition(":")[0] for line in out.splitlines()] == ["seeds/actors.yml", VISIT]


def test_a_doubt_about_whose_words_they_are_must_be_answered(run, tmp_path, mini):
    path = f"seeds/sources/{ANCHOR}.yml"
    start = mini[path].index(b"voice_notes:")
    code, out, _ = run("check", "--root", write(tmp_path, {**mini, path: mini[path][:start]}))
    assert code == 1
    assert out.startswith(f"seeds/sources/{ANCHOR}.txt:3:12: error: must ")


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_root_stands_before_or_after_the_command(run, bad, order):
    root = ["--root", bad]
    arguments = [*root, "check"] if order == "before" else ["check", *root]
    assert run(*arguments)[0] == 1


def test_json_is_an_array_of_problems(run, bad):
    code, out, err = run("check", "--root", bad, "--format", "json")
    assert (code, err) == (1, "")
    assert [(p["path"], p["line"], p["column"], p["field"]) for p in json.loads(out)] == [
        (VISIT, 1, 5, "id"),
        (VISIT, 57, 14, "claims[4].told_by"),
    ]
    code, out, _ = run("check", "--root", MINI, "--format", "json")
    assert (code, json.loads(out)) == (0, [])


def test_github_gets_annotations(run, bad):
    code, out, _ = run("check", "--root", bad, "--format", "github")
    assert code == 1
    assert out.splitlines()[0] == (
        f"::error file={VISIT},line=1,col=5::id must be 2019-05, as the file is named"
    )
    assert run("check", "--root", MINI, "--format", "github")[:2] == (0, "")


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--format", "xml"], ["--rot", "x"],
                                       ["new"], ["new", "article", "x"]])  # fmt: skip
def test_wrong_usage_is_two(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build"])
def test_so_is_a_root_without_seeds(run, tmp_path, command):
    code, out, err = run(command, "--root", tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no folder ")


def test_new_and_schema_print_what_they_wrote(run, tmp_path, mini):
    root = write(tmp_path, mini)
    code, out, _ = run("new", "visit", "2019-12", "--root", root)
    assert (code, out) == (0, f"{root / 'seeds/visits/2019-12.yml'}\n")
    assert run("new", "visit", "2019-12", "--root", root)[0] == 2
    assert run("new", "source", "a", "--text", root / "absent.txt", "--root", root)[0] == 2
    code, out, _ = run("schema", "--root", root)
    assert code == 0
    assert len(out.splitlines()) == 5
    assert (root / "seeds/schema/visit.schema.json").is_file()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"a: [", b"- a", b"a: b\rc: d\r", b"[" * 9999, b"x: \x00", b"a: *b",
     b"? {a: b}\n: c", b"claims: 7", b"claims: [7]", b"claims: [[]]", b"questions: [{answers: x}]",
     b"when: {evidence: [{words: {exact: []}}]}", b"participants: [{claims: [{}]}]"],
    ids=repr,
)  # fmt: skip
@pytest.mark.parametrize(
    "path",
    [
        VISIT,
        "seeds/dossier.yml",
        "seeds/actors.yml",
        "seeds/questions.yml",
        "seeds/sources/2019-05-20-anchor.yml",
    ],
)
def test_no_content_whatever_ends_in_a_traceback(run, tmp_path, mini, path, data):
    code, out, _ = run("check", "--root", write(tmp_path, {**mini, path: data}))
    assert code == 1
    assert all(": error: " in line for line in out.splitlines())


def test_printing_without_its_libraries_says_which_and_what_to_do(run, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("dossier.book")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    code, _, err = run("pdf", "--root", MINI)
    assert code == 2
    assert err.startswith("error: the library playwright")
    assert "`make pdf` installs what printing needs" in err


def test_nothing_is_printed_of_a_dossier_with_problems(run, bad):
    code, out, err = run("pdf", "--root", bad)
    assert (code, out.splitlines()) == (1, PROBLEMS)
    assert err.endswith("nothing was written\n")


def test_schemas_are_written_through_no_link(run, tmp_path, mini):
    root, victim = write(tmp_path / "root", mini), tmp_path / "victim"
    victim.write_bytes(b"mine")
    (root / "seeds/schema").mkdir()
    (root / "seeds/schema/visit.schema.json").symlink_to(victim)
    code, out, _ = run("schema", "--root", root)
    assert (code, out) == (
        1,
        "seeds/schema/visit.schema.json:1:1: error: must not be a link\n",
    )
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("readme", "said"),
    [(b"\xff\n", "codec can't decode"), (b"<!-- fields: X -->\n<!-- end -->", "X is none")],
    ids=repr,
)
def test_a_dictionary_that_cannot_be_filled_in_is_told_of(run, tmp_path, mini, readme, said):
    root = write(tmp_path, {**mini, "seeds/README.md": readme})
    code, _, err = run("schema", "--root", root)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("error: ")
    assert said in err
    assert (root / "seeds/README.md").read_bytes() == readme


@pytest.fixture
def copy(tmp_path):
    return write(tmp_path / "copy", manifest.included({"index.html": b"1"}, {}))


def test_a_good_copy_is_verified(run, copy):
    digest = manifest.read((copy / "manifest.json").read_bytes()).digest
    said = f"2 files, 0 differences\ndigest {digest}\n"
    assert run("verify", copy) == (0, said, "")
    assert run("verify", copy, "--digest", digest.upper()) == (0, said, "")


def test_each_difference_is_a_line(run, copy):
    (copy / "index.html").unlink()
    (copy / "b\u202e.html").write_bytes(b"")
    code, out, err = run("verify", copy, "--digest", "0" * 64)
    assert (code, err) == (1, "")
    assert out.splitlines()[:4] == [
        "extra: b\\u202e.html",
        "missing: index.html",
        f"digest: must be {'0' * 64}",
        "2 files, 3 differences",
    ]


def test_what_cannot_be_verified_is_told(run, tmp_path):
    for place in (tmp_path, tmp_path / "absent", "http://192.0.2.1/"):
        code, out, err = run("verify", place)
        assert (code, out) == (2, "")
        assert err.startswith("error: ")
        assert err.count("\n") == 1


@pytest.mark.parametrize("digest", ["", "0", "x" * 64, "0" * 63, "0" * 65])
def test_a_digest_has_64_digits(digest, copy, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["verify", str(copy), f"--digest={digest}"])
    assert stopped.value.code == 2
    assert "must be 64 digits" in capsys.readouterr().err
