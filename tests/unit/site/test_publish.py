import os
import subprocess
import sys

import pytest

from dossier.problems import DossierError
from dossier.site import publish
from tests.helpers import PROJECT


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


def test_what_is_written_is_read_again(tmp_path):
    files = {"a.txt": b"\xff", "b/c/d.html": "ع".encode(), "ملف": b""}
    (tmp_path / "out").mkdir()
    (tmp_path / "out/old").write_bytes(b"gone")
    publish.write_tree(tmp_path / "out", files)
    assert publish.read_tree(tmp_path / "out") == files


def test_files_are_read_in_the_order_of_their_paths(tmp_path):
    publish.write_tree(tmp_path / "out", {"b/a": b"", "a/b": b"", "c": b"", "a/ب": b""})
    assert list(publish.read_tree(tmp_path / "out")) == ["a/b", "a/ب", "b/a", "c"]


def test_all_that_is_written_is_on_the_disk_before_anything_else_happens(tmp_path, monkeypatch):
    flushed = set()
    monkeypatch.setattr(publish.os, "fsync", lambda number: flushed.add(os.fstat(number).st_ino))
    publish.write_tree(tmp_path / "out", {"a.html": b"1", "deep/er/b.html": b"2"})
    publish.write_file(tmp_path / "c.zip", b"3")
    written = [path for path in tmp_path.rglob("*") if path.name != "c.zip" or path.is_file()]
    assert len(written) == 6
    assert {path.stat().st_ino for path in written} <= flushed


def test_a_file_replaces_the_old_one_whole(tmp_path, monkeypatch):
    path = tmp_path / "deep/a.zip"
    publish.write_file(path, b"1")
    with monkeypatch.context() as patched:
        patched.setattr(publish.os, "fsync", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish.write_file(path, b"2")
    assert path.read_bytes() == b"1"
    publish.write_file(path, b"3")
    assert publish.read_tree(tmp_path) == {"deep/a.zip": b"3"}


def test_the_first_site_is_put_in_place(site):
    publish.write_tree(publish.staging(site), {"index.html": b"1"})
    publish.swap(site)
    assert publish.read_tree(site.parent) == {"site/index.html": b"1"}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_new_site_replaces_the_old_one_whole(site, monkeypatch, can_exchange):
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    publish.write_tree(site, {"index.html": b"1", "old.html": b"x"})
    with publish.recovered(site):
        publish.write_tree(publish.staging(site), {"index.html": b"2"})
        publish.swap(site)
    assert publish.read_tree(site.parent) == {"site/index.html": b"2"}


def test_a_killed_build_leaves_nothing_behind(site):
    publish.write_tree(site, {"index.html": b"1"})
    publish.write_tree(publish.staging(site), {"half": b""})
    publish.recover(site)
    assert publish.read_tree(site.parent) == {"site/index.html": b"1"}


def test_a_site_that_was_moved_aside_comes_back(site, monkeypatch):
    """Killed between the two steps that a file system without an exchange needs."""
    publish.write_tree(site, {"index.html": b"1"})
    publish.write_tree(publish.staging(site), {"index.html": b"2"})
    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    rename = type(site).rename

    def killed(path, target):
        if path == publish.staging(site):
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(type(site), "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            publish.swap(site)
    assert not site.exists()
    publish.recover(site)
    assert publish.read_tree(site.parent) == {"site/index.html": b"1"}


def test_where_nothing_was_there_is_nothing_to_recover(site):
    publish.recover(site)
    assert list(site.parent.iterdir()) == []


def test_what_a_killed_build_left_is_cleared_even_if_this_one_fails(site):
    publish.write_tree(site, {"index.html": b"1"})
    publish.write_tree(publish.staging(site), {"half": b""})
    with pytest.raises(ZeroDivisionError), publish.recovered(site):
        assert not publish.staging(site).exists()
        publish.write_tree(publish.staging(site), {"half": b""})
        raise ZeroDivisionError
    assert publish.read_tree(site.parent) == {"site/index.html": b"1"}


def test_what_cannot_be_cleared_is_never_published(site, monkeypatch):
    publish.write_tree(publish.staging(site), {"left.html": b"1"})
    monkeypatch.setattr(publish.shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(FileExistsError):
        publish.write_tree(publish.staging(site), {"index.html": b"2"})


def test_at_no_moment_is_there_no_site(site, monkeypatch):
    publish.write_tree(site, {"index.html": b"1"})
    publish.write_tree(publish.staging(site), {"index.html": b"2"})
    monkeypatch.setattr(publish.Path, "rename", lambda *_: pytest.fail("moved away, not exchanged"))
    publish.swap(site)
    assert publish.read_tree(site) == {"index.html": b"2"}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_once_the_site_is_there_nothing_fails_any_more(site, monkeypatch, can_exchange):
    publish.write_tree(site, {"index.html": b"1"})
    publish.write_tree(publish.staging(site), {"index.html": b"2"})
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchange", lambda *_: False)

    def fails(*_, **options):
        if not options.get("ignore_errors"):
            raise OSError("Input/output error")

    monkeypatch.setattr(publish.os, "fsync", fails)
    monkeypatch.setattr(publish.shutil, "rmtree", fails)
    with publish.recovered(site):
        publish.swap(site)
    assert publish.read_tree(site) == {"index.html": b"2"}


def test_the_folder_of_the_site_is_flushed_after_the_exchange(site, monkeypatch):
    publish.write_tree(publish.staging(site), {"index.html": b"1"})
    flushed = []
    monkeypatch.setattr(publish.os, "fsync", lambda d: flushed.append(publish.os.fstat(d).st_ino))
    publish.swap(site)
    assert flushed == [site.parent.stat().st_ino]


@pytest.mark.parametrize("umask", [0o077, 0o000, 0o022])
def test_everyone_may_read_a_site_and_only_its_owner_change_it(site, umask):
    before = os.umask(umask)
    try:
        publish.write_tree(site, {"index.html": b"1", "a/b/c.css": b"2"})
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
    assert modes == {"site": 0o755, "a": 0o755, "b": 0o755, "index.html": 0o644, "c.css": 0o644}


def test_a_system_without_locks_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "fcntl", None)
    with pytest.raises(DossierError, match="this system cannot lock a file"):
        publish.locked(tmp_path / ".lock").__enter__()


def test_a_lock_file_is_not_emptied(tmp_path):
    """It may be a link to something that is of value."""
    (tmp_path / "thesis").write_text("years of work", encoding="utf-8")
    (tmp_path / ".lock").symlink_to(tmp_path / "thesis")
    with publish.locked(tmp_path / ".lock"):
        assert (tmp_path / "thesis").read_text(encoding="utf-8") == "years of work"


def test_a_pipe_in_place_of_the_lock_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / ".lock")
    with publish.locked(tmp_path / ".lock"):
        pass


def test_only_one_build_runs_at_a_time(tmp_path):
    lock = tmp_path / "deep/.lock"
    with publish.locked(lock):
        code = (
            "import sys, pathlib; from dossier.site.publish import locked\n"
            "from dossier.problems import DossierError\n"
            "try:\n    locked(pathlib.Path(sys.argv[1])).__enter__()\n"
            "except DossierError as e: print(e)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(lock)],
            cwd=PROJECT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout == "another build is running; nothing was changed\n"
        with pytest.raises(DossierError, match="another build"), publish.locked(lock):
            pass
    with publish.locked(lock):
        assert lock.exists()
