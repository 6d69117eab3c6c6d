"""Shows the site while it is edited: watches, rebuilds, reloads."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from dossier.problems import DossierError
from dossier.site.policy import allowing

_WATCHED = ("templates", "docs", "overrides")


class _Server(LiveReloadServer):
    """MkDocs' server, whose script in every page the policy would block: this one is let run.

    All else stands under the policy as it is published, so that whatever the policy blocks is
    missing here already.
    """

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        element: bytes = super()._inject_js_into_html(b"", epoch)  # type: ignore[no-untyped-call]
        script = element.partition(b">")[2].rpartition(b"<")[0]
        return allowing(content, script) + element


def serve(
    rebuild: Callable[[], None], seeds: Iterable[Path], project: Path, site: Path, port: int
) -> int:
    """Serve `site` on the loopback address until interrupted.

    Args:
        rebuild: Checks and builds; prints what is wrong and leaves the last good site.
        seeds: The folders of what people curate.
        project: The checkout, whose templates, docs and overrides are watched, too.
        site: The folder that is served.
        port: The port on 127.0.0.1.
    """

    def builder() -> None:
        try:
            rebuild()
        except DossierError as error:
            print(f"error: {error}", file=sys.stderr)
        sys.stdout.flush()

    builder()
    server = _Server(builder, host="127.0.0.1", port=port, root=str(site))
    for folder in (*seeds, *(project / name for name in _WATCHED)):
        server.watch(str(folder))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    return 0
