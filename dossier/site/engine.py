"""Runs the site engine over a folder of Markdown, as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from dossier import stopping
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
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
    with ExitStack() as running:
        with stopping.held():  # it must not run on without us, not even if it only just began
            process = running.enter_context(
                subprocess.Popen(  # noqa: S603 -- our own interpreter, arguments of ours
                    [*command, "--config-file", str(config)],
                    env={**kept, **_ENVIRONMENT, "SITE_URL": site_url},
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    encoding="utf-8",
                    errors="replace",
                )
            )
            running.enter_context(stopping.first(process.kill))
        output, _ = process.communicate()
    if process.returncode:
        fault = _fault(output, process.returncode)
        between = "\n" if "\n" in fault else " "
        raise DossierError(f"the site engine failed:{between}{fault}")


def _fault(output: str, code: int) -> str:
    """What the engine complained of; of a traceback only the last line, which says what it was."""
    said = output.rstrip()
    if not said:
        return f"it was ended by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return said.splitlines()[-1] if "Traceback (most recent call last)" in said else said
