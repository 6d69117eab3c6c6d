"""Shows the site while it is edited: watches, rebuilds, reloads."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from dossier.problems import DossierError, printable
from dossier.site.policy import allowing

_WATCHED = ("templates", "docs", "overrides", "language")
_SECONDS = 0.5  # between two looks at what is watched


class _Server(LiveReloadServer):
    """MkDocs' server, with a watch of ours and a script that is let run.

    Its own watch gives up a folder that goes away, as folders do when branches are changed.  Its
    script in every page, which reloads it, would be blocked; all else stands under the policy as it
    is published, so that whatever the policy blocks is missing here already.
    """

    def watch_folders(self, folders: list[Path]) -> None:
        """Build anew whenever something in the folders changes, from now on."""
        self._watched_paths = {str(folder): 1 for folder in folders}  # pages then reload, too
        threading.Thread(target=self._look, args=(_state(folders), folders), daemon=True).start()

    def _look(self, before: dict[str, object], folders: list[Path]) -> None:
        while True:
            time.sleep(_SECONDS)
            if (now := _state(folders)) != before:
                before = now
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        element: bytes = super()._inject_js_into_html(b"", epoch)  # type: ignore[no-untyped-call]
        script = element.partition(b">")[2].rpartition(b"<")[0]
        return allowing(content, script) + element

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is nothing to tell."""


def serve(
    rebuild: Callable[[], None], seeds: Iterable[Path], project: Path, site: Path, port: int
) -> None:
    """Serve `site` on the loopback address until the process is stopped.

    Args:
        rebuild: Checks and builds; prints what is wrong and leaves the last good site.
        seeds: The folders of what people curate.
        project: The checkout, whose templates, docs and overrides are watched, too.
        site: The folder that is served.
        port: The port on 127.0.0.1.

    Raises:
        DossierError: if the port cannot be had.
    """

    def builder() -> None:
        try:
            rebuild()
        except DossierError as error:
            print(f"error: {error}", file=sys.stderr)
        except Exception as error:  # whatever it is, it is mended in an editor and tried again
            print(f"error: {type(error).__name__}: {printable(str(error))}", file=sys.stderr)
        sys.stdout.flush()

    server = _Server(builder, host="127.0.0.1", port=port, root=str(site))
    server.watch_folders([*seeds, *(project / name for name in _WATCHED)])
    builder()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise DossierError(f"the port {port} cannot be had: {error.strerror}") from error


def _state(folders: Iterable[Path]) -> dict[str, object]:
    """What is different after a change of any file, also of one that cannot be read."""
    state: dict[str, object] = {}
    for folder in folders:
        for inner, _, names in os.walk(folder):
            for path in (Path(inner) / name for name in names):
                with suppress(OSError):
                    status = path.lstat()
                    state[str(path)] = status.st_mtime_ns, status.st_size, status.st_ino
    return state
