"""Reads a published copy of a site, from a folder or from a server on this machine."""

from __future__ import annotations

import hashlib
import http.client
import os
import socket
import stat
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, quote, urlsplit

from dossier.problems import DossierError, printable
from dossier.site import manifest
from dossier.site.manifest import Manifest

_BLOCK = 1 << 20
_LARGEST = 1 << 27  # bytes of one file
_SILENT, _ALL = 10.0, 300.0  # seconds that a server may say nothing, and take for everything


def verified(place: str) -> tuple[Manifest, list[str]]:
    """What a copy says that it is, and where it is something else, a line each.

    Nothing is opened or asked for that is not within the copy: what a manifest names has been
    looked at by `manifest.read`, no link and no redirect is followed.

    Args:
        place: A folder, or an http address on the loopback interface.

    Raises:
        DossierError: if there is no copy to read, or its manifest is none.
    """
    return _of_server(place) if "://" in place else _of_folder(Path(place))


def _of_folder(folder: Path) -> tuple[Manifest, list[str]]:
    there = {path.relative_to(folder).as_posix(): path for path in _inside(folder)}
    if manifest.NAME not in there:
        raise DossierError(f"there is no {manifest.NAME} in {folder}")
    if not _is_file(own := there.pop(manifest.NAME)):
        raise DossierError(f"{own} must be a file")
    with own.open("rb") as file:
        said = _manifest(file.read(manifest.LARGEST + 1))
    return said, manifest.differences(
        said, {path: _digest_of(file) if _is_file(file) else "" for path, file in there.items()}
    )


def _inside(folder: Path) -> list[Path]:
    """All that a folder and its folders hold, but the folders; no link is followed."""
    found: list[Path] = []
    folders = [folder]
    while folders:
        for entry in os.scandir(folders.pop()):
            among = folders if entry.is_dir(follow_symlinks=False) else found
            among.append(Path(entry.path))
    return found


def _is_file(path: Path) -> bool:
    """Whether it is a file of its own: no link, no pipe, no device."""
    return stat.S_ISREG(path.lstat().st_mode)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _of_server(address: str) -> tuple[Manifest, list[str]]:
    server = _Server(address)
    limit = threading.Timer(_ALL, server.give_up)
    limit.daemon = True
    limit.start()
    data = bytearray()
    try:
        if not server.fetch(manifest.NAME, manifest.LARGEST + 1, data.extend):
            raise DossierError(f"there is no {manifest.NAME} at {address}")
        said = _manifest(bytes(data))
        digests = {path: server.digest(path) for path in sorted(said.files)}
    except (OSError, http.client.HTTPException) as error:
        raise DossierError(f"{address} cannot be read: {error or type(error).__name__}") from error
    finally:
        limit.cancel()
    return said, manifest.differences(
        said, {path: digest for path, digest in digests.items() if digest is not None}
    )


class _Server:
    """A server on this machine, asked for one file after another, each over a new connection."""

    def __init__(self, address: str) -> None:
        parts = _on_loopback(address)
        self._host, self._port = str(parts.hostname), parts.port
        self._folder = parts.path.rstrip("/")
        self._socket: socket.socket | None = None
        self._given_up = False

    def fetch(self, path: str, most: int, take: Callable[[bytes], object]) -> bool:
        """Pass a file's bytes on, but no more than `most`; False if it is not at just this address.

        Raises:
            OSError, HTTPException: if the server does not answer as it should.
        """
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SILENT)
        with closing(connection):
            connection.connect()
            self._socket = connection.sock
            if not ip_address(connection.sock.getpeername()[0]).is_loopback:
                raise OSError("it is on another machine")
            connection.request("GET", f"{self._folder}/{quote(path)}")
            answer = connection.getresponse()
            if answer.status != http.HTTPStatus.OK:
                return False
            while most and (block := answer.read1(min(most, _BLOCK))):
                most -= len(block)
                take(block)
        if self._given_up:
            raise TimeoutError(f"it takes longer than {_ALL:.0f} s")
        return True

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file, or of the most that is read of one; None if there is none."""
        whole = hashlib.sha256()
        return whole.hexdigest() if self.fetch(path, _LARGEST + 1, whole.update) else None

    def give_up(self) -> None:
        """Read no further, even from a server that sends a byte now and then."""
        self._given_up = True
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _on_loopback(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        sound = address.isascii() and parts.scheme == "http"
        sound = sound and not (parts.query or parts.fragment or parts.username)
        if sound and (host == "localhost" or ip_address(host).is_loopback):
            return parts
    except ValueError:
        pass  # no port, no address
    raise DossierError(
        f"{printable(address)} must be a folder or an http address on this machine, "
        "such as http://127.0.0.1:8000/"
    )


def _manifest(data: bytes) -> Manifest:
    try:
        return manifest.read(data)
    except ValueError as error:
        raise DossierError(f"{manifest.NAME} {printable(str(error))}") from error
