"""Plants faults in the code, one at a time, and asks whether the tests notice.

`tests/mutants/*.yml` list the faults: what is planted, where, and the tests that must turn red.
Nothing happens to the checkout: everything runs in copies of it.  `make mutants` asks about
all of them, `python -m tools.mutants publish yaml` about some lists.  A fault is caught by a
test that fails.  One that cannot be collected, that lacks a name or does not end is none.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parent.parent
LISTS = PROJECT / "tests" / "mutants"

_AT_ONCE = 2
_PATIENCE = 300  # seconds: far more than any of the tests takes
_FAILED = re.compile(r"^FAILED (.+?)(?: - (.*))?$", re.MULTILINE)
# What a fault looks like that was planted badly: the code no longer knows its own names.
_BROKEN = ("NameError", "ImportError", "ModuleNotFoundError", "SyntaxError", "TemplateSyntaxError")


@dataclass(frozen=True)
class Mutant:
    """One fault: `old`, which occurs once in `file`, is made `new`; `tests` must notice."""

    fault: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def planted(self, text: str) -> str:
        """The text of the file with the fault.

        Raises:
            ValueError: if the code has changed, so that there is no one place for it.
        """
        if (count := text.count(self.old)) != 1:
            raise ValueError(f"{self.file}: {self.old!r} occurs {count} times")
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Verdict:
    """What became of a fault: the test that caught it, or why none did."""

    caught_by: str | None
    why_not: str
    seconds: float


def read(path: Path) -> tuple[Mutant, ...]:
    """The faults of one list.

    Raises:
        ValueError: if an entry has other keys than those of `Mutant`, or other values.
    """
    return tuple(_mutant(path, entry) for entry in yaml.safe_load(path.read_bytes()))


def _mutant(path: Path, entry: dict[str, Any]) -> Mutant:
    keys = [field.name for field in fields(Mutant)]
    if sorted(entry) != sorted(keys):
        raise ValueError(f"{path.name}: must have the keys {', '.join(keys)}: {entry}")
    tests = entry["tests"]
    texts = [entry[key] for key in keys if key != "tests"]
    if not tests or not all(isinstance(text, str) for text in (*texts, *tests)):
        raise ValueError(f"{path.name}: must have a text for each key, and tests: {entry}")
    return Mutant(**{**entry, "tests": tuple(tests)})


def main(arguments: Sequence[str]) -> int:
    """Print what became of each fault; 0 if all were caught."""
    lists = {path.stem: path for path in sorted(LISTS.glob("*.yml"))}
    if unknown := sorted(set(arguments) - lists.keys()):
        print(f"error: there is no list {unknown[0]}, but {', '.join(lists)}", file=sys.stderr)
        return 2
    mutants = [mutant for name in arguments or lists for mutant in read(lists[name])]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        first = Path(folder) / "0"
        _copy_checkout(first)
        failed = _run(first, sorted({test for mutant in mutants for test in mutant.tests}))
        if failed.returncode:
            print(failed.stdout, "the tests must be green before a fault is planted", sep="\n")
            return 2
        copies: SimpleQueue[Path] = SimpleQueue()
        copies.put(first)
        for number in range(1, _AT_ONCE):
            copies.put(shutil.copytree(first, Path(folder) / str(number)))

        def tried(mutant: Mutant) -> Verdict:
            copy = copies.get()
            try:
                return _tried(mutant, copy)
            finally:
                copies.put(copy)

        width = max(len(mutant.fault) for mutant in mutants)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            verdicts = pool.map(tried, mutants)
            survived = [_told(m, v, width) for m, v in zip(mutants, verdicts, strict=True)].count(
                False
            )
    caught = f"{len(mutants) - survived} of {len(mutants)} faults caught"
    print(f"{caught} in {time.monotonic() - began:.0f} s")
    return 1 if survived else 0


def _told(mutant: Mutant, verdict: Verdict, width: int) -> bool:
    """Print the line of one fault; whether it was caught."""
    sign = "caught  " if verdict.caught_by else "SURVIVED"
    by = verdict.caught_by or verdict.why_not
    line = f"{sign} {verdict.seconds:5.1f} s  {mutant.fault:{width}}  {mutant.file}  {by}"
    print(line, flush=True)
    return verdict.caught_by is not None


def _copy_checkout(to: Path) -> None:
    """The files that git tracks, and those that it would: as they are, changed or not."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    named = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=True).stdout
    for name in os.fsdecode(named).split("\0")[:-1]:
        path = PROJECT / name
        if path.is_file() and not path.is_symlink():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, to / name)


def _tried(mutant: Mutant, copy: Path) -> Verdict:
    """Plant a fault in a copy, ask the tests, and take it out again."""
    path = copy / mutant.file
    sound, status = path.read_bytes(), path.stat()
    began = time.monotonic()
    try:
        path.write_bytes(mutant.planted(sound.decode()).encode())
        done = _run(copy, mutant.tests)
    except (ValueError, subprocess.TimeoutExpired) as error:
        return Verdict(None, str(error), time.monotonic() - began)
    finally:
        path.write_bytes(sound)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # its bytecode holds again
    return _verdict(done, time.monotonic() - began)


def _verdict(done: subprocess.CompletedProcess[str], seconds: float) -> Verdict:
    found = _FAILED.search(done.stdout)
    if done.returncode == 0:
        return Verdict(None, "the tests are green", seconds)
    if done.returncode != 1 or not found:
        return Verdict(None, f"no test failed, pytest ended with {done.returncode}", seconds)
    if (found[2] or "").startswith(_BROKEN):
        return Verdict(None, f"badly planted: {found[2]}", seconds)
    return Verdict(found[1], "", seconds)


def _run(copy: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run tests in a copy, up to the first that fails."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "--tb=line", "-rfE", *tests],
        cwd=copy,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
