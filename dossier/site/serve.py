"""Shows the site while it is edited: watches, rebuilds, reloads."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from dossier.problems import DossierError

_WATCHED = ("templates", "docs", "overrides")


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
    server = LiveReloadServer(builder, host="127.0.0.1", port=port, root=str(site))
    for folder in (*seeds, *(project / name for name in _WATCHED)):
        server.watch(str(folder))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    return 0
