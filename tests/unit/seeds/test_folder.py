import os

import pytest

from dossier.problems import DossierError
from dossier.seeds.folder import read_folder
from tests.helpers import write


def found(root):
    files, problems = read_folder(root)
    return files, [str(problem) for problem in sorted(problems)]


def test_reads_every_byte_of_every_seed_file(tmp_path, mini):
    assert found(write(tmp_path, mini)) == (mini, [])


def test_reads_the_card(tmp_path, mini):
    files = {**mini, "seeds/card.png": b"x"}
    assert found(write(tmp_path, files)) == (files, [])


def test_passes_over_what_is_not_content(tmp_path, mini):
    extra = ["README.md", "schema/visit.schema.json", ".DS_Store", "visits/.keep"]
    extra += ["visits/.#2019-05.yml", "sources/._a.txt", "visits/.2019-05.yml.swp"]
    write(tmp_path, {f"seeds/{name}": b"x" for name in extra})
    assert found(write(tmp_path, mini)) == (mini, [])


def test_says_what_may_not_stand_there(tmp_path):
    names = ["notes.txt", "visits/a.txt", "visits/b.yaml", "sources/c.pdf"]
    write(tmp_path, {f"seeds/{name}": b"" for name in names})
    (tmp_path / "seeds/visits/deeper.yml").mkdir()
    files, problems = found(tmp_path)
    assert files == {}
    wanted = "actors.yml, card.png, dossier.yml, questions.yml, sources, visits"
    assert problems == [
        f"seeds/notes.txt:1:1: error: must be one of {wanted}",
        "seeds/sources/c.pdf:1:1: error: must end in .yml or .txt",
        "seeds/visits/a.txt:1:1: error: must end in .yml",
        "seeds/visits/b.yaml:1:1: error: must end in .yml",
        "seeds/visits/deeper.yml:1:1: error: must be a regular file, not a link, folder or pipe",
    ]


def test_what_git_obeys_may_not_stand_there(tmp_path, mini):
    names = [".gitattributes", ".gitignore", "sources/.gitattributes", "schema/.gitattributes"]
    write(tmp_path, {**mini, **{f"seeds/{name}": b"* -diff" for name in names}})
    assert [problem.partition(":")[0] for problem in found(tmp_path)[1]] == [
        f"seeds/{name}" for name in sorted(names)
    ]


def test_a_record_whose_name_hides_it_is_not_passed_over(tmp_path, mini):
    files = {**mini, "seeds/visits/.2019-11.yml": b"a: b"}
    assert "seeds/visits/.2019-11.yml" in found(write(tmp_path, files))[0]


def test_follows_no_link_and_opens_no_pipe(tmp_path):
    outside = tmp_path / "secret"
    outside.write_bytes(b"x")
    root = write(tmp_path / "root", {"seeds/dossier.yml": b""})
    (root / "seeds/actors.yml").symlink_to(outside)
    os.mkfifo(root / "seeds/questions.yml")
    (root / "seeds/visits").symlink_to(tmp_path)
    files, problems = found(root)
    assert list(files) == ["seeds/dossier.yml"]
    assert [problem.partition(":")[0] for problem in problems] == [
        "seeds/actors.yml",
        "seeds/questions.yml",
        "seeds/visits",
    ]


def test_what_is_passed_over_leads_nowhere_else(tmp_path, mini):
    root = write(tmp_path / "root", {**mini, "seeds/schema/a.json": b""})
    (root / "seeds/README.md").symlink_to("/etc/passwd")
    (root / "seeds/schema/b.json").symlink_to(tmp_path)
    assert found(root)[1] == [
        "seeds/README.md:1:1: error: must not be a link",
        "seeds/schema/b.json:1:1: error: must not be a link",
    ]


def test_seeds_that_are_a_link_are_an_error(tmp_path, mini):
    write(tmp_path, mini)
    (tmp_path / "root").mkdir()
    (tmp_path / "root/seeds").symlink_to(tmp_path / "seeds")
    with pytest.raises(DossierError, match="must be a folder, not a link"):
        read_folder(tmp_path / "root")


def test_opens_no_file_that_is_too_large(tmp_path):
    root = write(tmp_path, {"seeds/dossier.yml": b""})
    os.truncate(root / "seeds/dossier.yml", 2_000_001)
    assert found(root) == (
        {},
        ["seeds/dossier.yml:1:1: error: must not be larger than 2,000,000 bytes"],
    )


def test_a_name_that_is_not_utf_8_can_still_be_printed(tmp_path):
    folder = write(tmp_path, {"seeds/dossier.yml": b""}) / "seeds"
    try:
        (folder / os.fsdecode(b"\xff.yml")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system holds only UTF-8 names")
    _, (problem,) = found(tmp_path)
    problem.encode("utf-8")


def test_a_root_without_seeds_is_an_error(tmp_path):
    with pytest.raises(DossierError, match="no folder"):
        read_folder(tmp_path)
