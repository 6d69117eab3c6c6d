import os
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from urllib.parse import unquote

import pytest

from dossier.problems import DossierError
from dossier.site import copies, manifest
from tests.helpers import write

FILES = manifest.included({"index.html": b"1", "a b/ع.css": b"", "c.js": b"3"}, {})


@pytest.fixture
def copy(tmp_path):
    return write(tmp_path / "copy", FILES)


@contextmanager
def served(answer):
    """A server that answers each request as the function does; the paths that were asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            answer(self)

        def log_message(self, *_):
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/dossier/", asked
        server.shutdown()


def of_files(files):
    def answer(handler):
        data = files.get(unquote(handler.path).removeprefix("/dossier/"))
        handler.send_response(200 if data is not None else 404)
        handler.end_headers()
        handler.wfile.write(b"not here" if data is None else data)

    return answer


def test_a_good_copy_differs_nowhere(copy):
    said, found = copies.verified(str(copy))
    assert (said.count, found) == (4, [])


def test_nor_does_a_served_one():
    with served(of_files(FILES)) as (address, asked):
        said, found = copies.verified(address)
    assert (said.count, found) == (4, [])
    assert len(asked) == 4


def test_every_difference_of_a_folder_is_told(copy):
    (copy / "index.html").write_bytes(b"2")
    (copy / "c.js").unlink()
    write(copy, {"x/y.html": b"", ".hidden": b""})
    assert copies.verified(str(copy))[1] == [
        "extra: .hidden",
        "missing: c.js",
        "altered: index.html",
        "extra: x/y.html",
    ]


def test_so_is_every_difference_of_a_served_copy():
    files = {path: data for path, data in FILES.items() if path != "c.js"}
    with served(of_files({**files, "index.html": b"2", "extra": b""})) as (address, _):
        found = copies.verified(address)[1]
    assert found == ["missing: c.js", "altered: index.html"]


def test_what_is_no_file_is_a_difference_and_is_not_opened(copy, tmp_path):
    for path in ("index.html", "c.js"):
        (copy / path).unlink()
    (tmp_path / "elsewhere").write_bytes(FILES["index.html"])
    (copy / "index.html").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(copy / "c.js")
    (copy / "folder").symlink_to(tmp_path)
    assert copies.verified(str(copy))[1] == [
        "altered: c.js",
        "extra: folder",
        "altered: index.html",
    ]


def test_a_manifest_that_is_a_link_or_missing_is_refused(copy, tmp_path):
    (copy / "manifest.json").rename(tmp_path / "moved")
    with pytest.raises(DossierError, match=r"there is no manifest\.json"):
        copies.verified(str(copy))
    (copy / "manifest.json").symlink_to(tmp_path / "moved")
    with pytest.raises(DossierError, match="must be a file"):
        copies.verified(str(copy))


def test_a_hostile_manifest_is_refused_before_anything_it_names_is_asked_for(copy):
    data = FILES["manifest.json"].replace(b'"c.js"', b'"../c.js"')
    (copy / "manifest.json").write_bytes(data)
    with pytest.raises(DossierError, match=r"manifest\.json must not hold the path"):
        copies.verified(str(copy))
    with served(of_files({**FILES, "manifest.json": data})) as (address, asked):
        with pytest.raises(DossierError, match="must not hold the path"):
            copies.verified(address)
        assert asked == ["/dossier/manifest.json"]


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "https://127.0.0.1/", "http://0.0.0.0/", "http://192.168.0.1/",
     "http://127.0.0.1@example.org/", "http://me@127.0.0.1/", "http://2130706433/", "http:///x",
     "http://[fe80::1]/", "http://127.0.0.1:x/", "http://127.0.0.1/?q", "file:///etc/",
     "http://localhost.example.org/", "ftp://localhost/", "http://127.0.0.1/é/"],
)  # fmt: skip
def test_only_this_machine_is_asked(address):
    with pytest.raises(DossierError, match="must be a folder or an http address on this machine"):
        copies.verified(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "[::1]", "localhost"])
def test_every_name_of_this_machine_will_do(host):
    with pytest.raises(DossierError, match=r"cannot be read: .*refused"):
        copies.verified(f"http://{host}:1/")


def test_a_name_that_leads_to_another_machine_is_left_at_once(monkeypatch):
    monkeypatch.setattr(copies, "ip_address", lambda _: ip_address("192.0.2.1"))
    with served(of_files(FILES)) as (address, asked):
        with pytest.raises(DossierError, match="it is on another machine"):
            copies.verified(address.replace("127.0.0.1", "localhost"))
        assert asked == []


def test_no_redirect_is_followed():
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", "/dossier/elsewhere")
        handler.end_headers()

    with served(answer) as (address, asked):
        with pytest.raises(DossierError, match=r"there is no manifest\.json"):
            copies.verified(address)
        assert asked == ["/dossier/manifest.json"]


def test_a_file_is_read_no_further_than_any_file_of_a_site(monkeypatch):
    monkeypatch.setattr(copies, "_LARGEST", 1)
    with served(of_files({**FILES, "index.html": b"12", "c.js": b"3"})) as (address, _):
        # The one byte that is read of it is right; what was left unread must tell.
        assert copies.verified(address)[1] == ["altered: index.html"]


def test_a_server_that_sends_a_byte_now_and_then_is_given_up(monkeypatch):
    monkeypatch.setattr(copies, "_ALL", 0.3)

    def answer(handler):
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        with suppress(OSError):
            for _ in range(400):
                handler.wfile.write(b"X")
                time.sleep(0.02)

    with served(answer) as (address, _):
        started = time.monotonic()
        with pytest.raises(DossierError, match="cannot be read"):
            copies.verified(address)
        assert time.monotonic() - started < 5
