"""Puts a finished site in the place of the last one, in one step, or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier import stopping
from dossier.problems import DossierError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_AT_FDCWD = -100


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file; the system lets go of it even if the process is killed.

    Raises:
        DossierError: if another process holds it, or the system has no such locks.
    """
    if fcntl is None:
        raise DossierError("this system cannot lock a file, as a build must: use Linux, macOS, WSL")
    path.parent.mkdir(parents=True, exist_ok=True)
    # For reading, too: else a pipe in its place would be waited for.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DossierError("another build is running; nothing was changed") from error
        yield
    finally:
        os.close(descriptor)


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a fresh folder, and wait until they are on the disk.

    Whatever the umask, everyone may read them: a web server is often someone else.
    """
    shutil.rmtree(folder, ignore_errors=True)
    before = os.umask(0o022)
    try:
        folder.mkdir(parents=True)
        for parent in sorted({(folder / path).parent for path in files}):
            parent.mkdir(parents=True, exist_ok=True)
        for path in sorted(files):
            _write(folder / path, files[path])
    finally:
        os.umask(before)
    for written in (folder, *folder.rglob("*")):
        _flush(written)


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(data)
    except OSError as error:
        error.filename = str(path)  # a full disk does not say which
        raise


def write_file(path: Path, data: bytes) -> None:
    """Put a file in the place of the last one, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.next")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def read_tree(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def recovered(site: Path) -> Iterator[None]:
    """Have nothing beside the site, whatever went wrong the last time or goes wrong now."""
    recover(site)
    with stopping.first(lambda: recover(site)):
        try:
            yield
        finally:
            recover(site)


def staging(site: Path) -> Path:
    """The folder beside the site in which its successor is made."""
    return site.with_name(f".{site.name}.next")


def swap(site: Path) -> None:
    """Put what stands in the staging folder in the place of the site, in one step.

    Once it is there nothing can fail any more: what was the site is for `recover` to clear.
    """
    stage = staging(site)
    if not site.exists():
        stage.rename(site)
    elif not _exchange(stage, site):
        # A file system that cannot exchange: two steps, with the old site kept until after.
        old = _aside(site)
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        stage.rename(site)
    with suppress(OSError):
        _flush(site.parent)


def recover(site: Path) -> None:
    """Clear what a killed build left behind; bring back a site that it had moved aside."""
    old = _aside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(staging(site), ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.last")


def _flush(path: Path) -> None:
    """Wait until a file, or the list of a folder's files, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically (renameat2(2), renamex_np(2)); False where impossible."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(first), os.fsencode(second)
    if sys.platform == "darwin":
        result = library.renamex_np(*names, _EXCHANGE)
    elif hasattr(library, "renameat2"):
        result = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    else:
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(second))
