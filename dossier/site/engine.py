"""Runs the site engine over a folder of Markdown, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from dossier.problems import DossierError

# The engine's output must not depend on who runs it, where and when.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "SOURCE_DATE_EPOCH": "315532800",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_KEPT = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")


def configuration(
    project: Path, docs: Path, output: Path, site_name: str, extra: Mapping[str, str]
) -> bytes:
    """A configuration that takes all else from the project's `mkdocs.yml`.

    JSON is YAML, and quotes every path right.
    """
    return json.dumps(
        {
            "INHERIT": str(project / "mkdocs.yml"),
            "site_name": site_name,
            "docs_dir": str(docs),
            "site_dir": str(output),
            "extra": dict(extra),
            "theme": {"custom_dir": str(project / "overrides")},
        }
    ).encode()


def run(config: Path, site_url: str, environ: Mapping[str, str] = os.environ) -> None:
    """Build strictly.

    Raises:
        DossierError: with what the engine said, if it warned or failed.
    """
    kept = {name: environ[name] for name in _KEPT if name in environ}
    # -P: no module of the current folder. Never --quiet, with which a broken link is no
    # error (MkDocs 1.6.1).
    done = subprocess.run(  # noqa: S603 -- our own interpreter, arguments of ours
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--config-file", str(config)],
        env={**kept, **_ENVIRONMENT, "SITE_URL": site_url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise DossierError(f"the site engine failed:\n{done.stdout.rstrip()}")
