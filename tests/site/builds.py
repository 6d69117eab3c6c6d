"""Runs the command as people do, in a process of its own, over copies of the seeds."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(PROJECT / "build_dossier.py")]
MINI = PROJECT / "tests" / "mini"  # an invented dossier, which takes half as long
# The same command, made to stop at one of its steps: see steps.py.
STEPPED = [sys.executable, str(Path(__file__).with_name("steps.py"))]

SITE_URL = "https://example.org/dossier/"
KILLED = -signal.SIGKILL


def copied_seeds(root: Path, original: Path = PROJECT) -> Path:
    """A root of its own: a build there hinders no build in the checkout."""
    shutil.copytree(original / "seeds", root / "seeds")
    return root


def environment(**variables: str) -> dict[str, str]:
    """The tests' environment, with none of the variables that the build looks at."""
    looked_at = ("SITE_URL", "SOURCE_DATE_EPOCH", "PYTHONHASHSEED")
    kept = {name: value for name, value in os.environ.items() if name not in looked_at}
    return {**kept, "SITE_URL": SITE_URL, **variables}


def run(*arguments, command=COMMAND, umask=-1, cwd=None, **variables):
    """Run the command to its end."""
    return subprocess.run(
        [*command, *map(str, arguments)],
        env=environment(**variables),
        cwd=cwd,
        umask=umask,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def start(*arguments, output: Path, command=COMMAND, **variables):
    """Begin the command, its output going to a file."""
    with output.open("w", encoding="utf-8") as file:
        return subprocess.Popen(
            [*command, *map(str, arguments)],
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )


def build(root: Path, site: Path, **options):
    """Build a root's seeds into a folder."""
    return run("build", "--root", root, "--site-dir", site, **options)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def edit(path: Path, old: str, new: str) -> None:
    """Change a seed at one place."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def children_of(process: int) -> list[int]:
    """The processes that a process has begun and that still run."""
    rows = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,stat="],  # noqa: S607 -- part of every Linux and macOS
        capture_output=True,
        encoding="ascii",
        check=True,
    ).stdout.splitlines()
    numbers = (row.split() for row in rows)
    return [
        int(own) for own, parent, state in numbers if parent == str(process) and "Z" not in state
    ]


def runs(process: int) -> bool:
    """Whether a process that is not ours still runs."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)],  # noqa: S607
        capture_output=True,
        encoding="ascii",
        check=False,
    ).stdout
    return bool(state.strip()) and "Z" not in state


def wait_for(condition: Callable[[], object], what: str, seconds: float = 120):
    """What the condition yields as soon as it is true; fails after a while."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s: {what}")
