"""The same seeds give the same bytes, whoever builds them, where, and with which settings."""

import pytest

from tests.site import builds

pytestmark = pytest.mark.site

ELSEWHERE = "بيت آخر my documents"


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("usual")
    done = builds.build(builds.copied_seeds(folder), folder / "site", PYTHONHASHSEED="1", TZ="UTC")
    assert done.returncode == 0, done.stdout + done.stderr
    return builds.tree(folder / "site")


def test_another_place_clock_language_and_umask(usual, tmp_path):
    root = builds.copied_seeds(tmp_path / ELSEWHERE)
    variables = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    variables |= {"CI": "true", "GITHUB_ACTIONS": "true"}
    done = builds.build(root, root / "site", umask=0o077, cwd=root, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ELSEWHERE in done.stdout
    other = builds.tree(root / "site")
    assert other.keys() == usual.keys()
    assert [path for path in usual if usual[path] != other[path]] == []
    modes = {path.stat().st_mode for path in (root / "site").rglob("*")}
    assert modes == {0o100644, 0o040755}, "a web server is often someone else"


def test_the_order_of_files_in_a_folder_does_not_matter(usual, tmp_path):
    """Copied last to first: some file systems list what is newest first."""
    for path in sorted((builds.PROJECT / "seeds").rglob("*"), reverse=True):
        if path.is_file():
            target = tmp_path / "seeds" / path.relative_to(builds.PROJECT / "seeds")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    assert builds.build(tmp_path, tmp_path / "site").returncode == 0
    assert builds.tree(tmp_path / "site") == usual


def test_a_second_build_over_the_first_changes_nothing(usual, root):
    for _ in range(2):
        assert builds.build(root, root / "site").returncode == 0
        assert builds.tree(root / "site") == usual


def test_a_relative_root_is_the_folder_it_names(usual, root):
    done = builds.run("build", "--root", ".", "--site-dir", "out", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert builds.tree(root / "out") == usual
