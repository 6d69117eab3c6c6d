"""A site on a local address, and a browser to look at it."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page

from dossier.book.chromium import chromium

COMPRESSED = (".html", ".css", ".js", ".json", ".txt", ".svg", ".xml", ".csv")
"""What GitHub Pages and most other servers compress."""


class Traffic:
    """The bytes that a server has sent."""

    def __init__(self) -> None:
        self._sizes: list[int] = []

    def add(self, size: int) -> None:
        """Count an answer."""
        self._sizes.append(size)

    def clear(self) -> None:
        """Count from here."""
        self._sizes.clear()

    def total(self) -> int:
        """All bytes since."""
        return sum(self._sizes)


@cache
def sent(path: Path) -> bytes:
    """The bytes of a file as a server sends them."""
    data = path.read_bytes()
    return gzip.compress(data, 6) if path.suffix in COMPRESSED else data


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one packet: else each answer waits for the one before

    def __init__(self, *args: object, traffic: Traffic, **kwargs: object) -> None:
        self.traffic = traffic
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = sent(path)
        self.send_response(200)
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.traffic.add(len(data))
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path, traffic: Traffic | None = None) -> Iterator[str]:
    """Serve a folder on this machine, compressed beforehand as by a CDN; its address."""
    for path in site.rglob("*"):
        if path.is_file() and path.suffix != ".html":
            sent(path)
    handler = partial(_Handler, directory=str(site), traffic=traffic or Traffic())
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of the browser."""
    with chromium() as browser:
        yield browser.new_page(locale="ar")
