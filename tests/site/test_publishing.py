"""Whatever happens to a build, a whole site stands: the old one or the new one."""

import errno
import os
import random
import shutil
import signal
import time
from contextlib import contextmanager

import pytest
import yaml

from tests.site import builds

pytestmark = pytest.mark.site


def change(root):
    record = root / "seeds" / "dossier.yml"
    title = yaml.safe_load(record.read_text(encoding="utf-8"))["title"]
    builds.edit(record, title, f"{title} وما بعدها")


@pytest.fixture
def root(tmp_path):
    """The invented dossier: what is written is smaller, how it is written the same."""
    return builds.copied_seeds(tmp_path / "root", builds.MINI)


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """The site of the seeds before a change, and after it."""
    folder = tmp_path_factory.mktemp("states")
    root = builds.copied_seeds(folder / "root", builds.MINI)
    assert builds.build(root, folder / "old").returncode == 0
    change(root)
    assert builds.build(root, folder / "new").returncode == 0
    old, new = builds.tree(folder / "old"), builds.tree(folder / "new")
    assert old != new
    return old, new


@pytest.fixture
def site(root, tmp_path, states):
    """A standing site; the seeds in `root` have changed since it was built."""
    folder = tmp_path / "out" / "site"
    builds.write(folder, states[0])
    change(root)
    return folder


def stopped(root, site, step, states):
    """Build, and stop at a step; what came of it, and the steps until then.

    Begins as if nothing had ever been stopped: the same step is always the same moment.
    """
    shutil.rmtree(root / "build", ignore_errors=True)
    shutil.rmtree(site.parent)
    builds.write(site, states[0])
    notes = site.parent.with_name("steps")
    variables = {"STEP": step, "STEP_NOTES": str(notes), "STEP_FOLDER": str(site.parent.parent)}
    done = builds.build(root, site, command=builds.STEPPED, **variables)
    return done, notes.read_text(encoding="utf-8").splitlines()


def test_a_mistake_in_the_seeds_leaves_the_last_good_site(root, site, states):
    visit = sorted((root / "seeds" / "visits").glob("*.yml"))[0]
    with visit.open("a", encoding="utf-8") as file:
        file.write("\nno_such_key: 1\n")
    done = builds.build(root, site)
    assert done.returncode == 1
    assert done.stdout.startswith(f"seeds/visits/{visit.name}:")
    assert "no_such_key" in done.stdout
    assert done.stderr == "1 problem in 1 file; nothing was written\n"
    assert builds.tree(site) == states[0]


def events(steps):
    """The steps without the names of files, of which some are made up."""
    return [step.split()[0] for step in steps]


def moments(root, site, states):
    """The numbers of the steps at which the engine starts and the site is exchanged; the last."""
    _, steps = stopped(root, site, "", states)
    told = events(steps)
    engine, swap = (told.index(event) + 1 for event in ("subprocess.Popen", "ctypes.dlsym"))
    assert engine < swap < len(steps)
    return engine, swap, len(steps)


def left_beside(site):
    return {path.name for path in site.parent.iterdir()} - {site.name, f".{site.name}.lock"}


def test_a_disk_that_fails_leaves_the_last_good_site(root, site, states):
    """Full, only to be read, or with an end to the size of files: whenever it begins."""
    engine, swap, _ = moments(root, site, states)
    for step, number in (
        (1, "EROFS"),
        (engine // 2, "ENOSPC"),
        (engine, "EAGAIN"),
        ((engine + swap) // 2, "EFBIG"),
        (swap - 1, "ENOSPC"),
        (swap, "EROFS"),
    ):
        done, noted = stopped(root, site, f"{number}:{step}", states)
        assert done.returncode == 2, noted[-1]
        said = os.strerror(getattr(errno, number))
        assert done.stderr.startswith(f"error: {said}: "), done.stderr
        assert done.stderr.endswith("; nothing was changed\n"), done.stderr
        assert done.stderr.count("\n") == 1, done.stderr
        assert builds.tree(site) == states[0], noted[-1]
        assert left_beside(site) == set()
    assert builds.build(root, site).returncode == 0
    assert builds.tree(site) == states[1]


def test_files_may_have_no_more_than_some_size(root, site, states):
    """Where the system ends a program for it, as where it only refuses."""
    limited = ["sh", "-c", 'ulimit -f 100 && exec "$@"', "sh", *builds.COMMAND]
    done = builds.build(root, site, command=limited)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: File too large: ")
    assert done.stderr.endswith("; nothing was changed\n")
    assert builds.tree(site) == states[0]
    assert left_beside(site) == set()


@pytest.mark.usefixtures("interruptible")
def test_a_build_that_is_asked_to_stop_says_what_stands(root, site, states):
    """Before the engine, while it runs, while the site is written, in the exchange, and after."""
    engine, swap, last = moments(root, site, states)
    for step, name in (
        (engine // 2, "SIGINT"),
        (engine, "SIGTERM"),
        ((engine + swap) // 2, "SIGHUP"),
        (swap, "SIGTERM"),
        (last, "SIGINT"),
    ):
        done, noted = stopped(root, site, f"{name}:{step}", states)
        assert done.returncode == 128 + signal.Signals[name], done.stderr
        new = step >= swap
        stands = "the new site is in place" if new else "nothing was changed"
        assert (done.stdout, done.stderr) == ("", f"stopped; {stands}\n"), noted[-1]
        assert builds.tree(site) == states[new], noted[-1]
        assert left_beside(site) == set()


def test_the_engine_ends_with_the_build(root, site, states, tmp_path):
    """It is told nothing by who stops only the build, and works on for nothing."""
    running = builds.start("build", "--root", root, "--site-dir", site, output=tmp_path / "said")
    builds.wait_for(lambda: builds.children_of(running.pid), "the engine")
    [engine] = builds.children_of(running.pid)
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 128 + signal.SIGTERM
    builds.wait_for(lambda: not builds.runs(engine), "the engine's end")
    assert (tmp_path / "said").read_text(encoding="utf-8") == "stopped; nothing was changed\n"
    assert builds.tree(site) == states[0]


def test_a_build_killed_at_a_step_leaves_a_whole_site(root, site, states):
    """While it writes the new site, before and after the exchange, while it clears up."""
    _, steps = stopped(root, site, "", states)
    swap = events(steps).index("ctypes.dlsym") + 1
    for step in (swap - 40, swap, swap + 1, (swap + len(steps)) // 2, len(steps)):
        done, noted = stopped(root, site, f"SIGKILL:{step}", states)
        assert done.returncode == builds.KILLED, done.stderr
        assert events(noted) == events(steps[:step])
        assert builds.tree(site) == states[0 if step <= swap else 1], noted[-1]
        finished = builds.build(root, site)
        assert finished.returncode == 0, finished.stderr
        assert builds.tree(site) == states[1]
        assert left_beside(site) == set()


def test_a_build_killed_at_any_time_leaves_a_whole_site(root, site, states, tmp_path):
    """And its engine, which outlives it, does not spoil the next build, of other seeds."""
    record = root / "seeds" / "dossier.yml"
    records = [(builds.MINI / "seeds" / "dossier.yml").read_bytes(), record.read_bytes()]
    started = time.monotonic()
    assert builds.build(root, site).returncode == 0
    length = time.monotonic() - started
    chance = random.Random(5)  # noqa: S311 -- moments, not secrets
    for turn in range(6):
        record.write_bytes(records[turn % 2])
        arguments = ("build", "--root", root, "--site-dir", site)
        process = builds.start(*arguments, output=tmp_path / "output")
        time.sleep(length * chance.uniform(0.2, 1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert builds.tree(site) in states
        record.write_bytes(records[(turn + 1) % 2])
        finished = builds.build(root, site)
        assert finished.returncode == 0, finished.stdout + finished.stderr
        assert builds.tree(site) == states[(turn + 1) % 2]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("another text", "seeds/sources/{source}.txt changed during the build"),
        ("another branch", "seeds/actors.yml and "),
        ("no seeds", "there is no folder "),
    ],
)
def test_what_changes_during_a_build_is_not_published(root, site, states, tmp_path, what, said):
    source = sorted((root / "seeds" / "sources").glob("*.txt"))[0]
    with paused(root, site, tmp_path) as build:
        match what:
            case "another text":
                source.write_bytes(source.read_bytes() + b" ")
            case "another branch":
                for path in (root / "seeds").rglob("*.yml"):
                    path.write_bytes(path.read_bytes() + b"\n")
            case "no seeds":
                (root / "seeds").rename(root / "gone")
    assert build.returncode == 2
    told = (tmp_path / "output").read_text(encoding="utf-8")
    assert told.startswith(f"error: {said.format(source=source.stem)}"), told
    assert told.count("\n") == 1
    assert builds.tree(site) == states[0]
    assert left_beside(site) == set()


@contextmanager
def paused(root, site, tmp_path):
    """A build that waits where its engine starts, and goes on to its end afterwards."""
    notes = tmp_path / "steps"
    process = builds.start(
        *("build", "--root", root, "--site-dir", site),
        output=tmp_path / "output",
        command=builds.STEPPED,
        STEP="pause:subprocess.Popen",
        STEP_NOTES=str(notes),
        STEP_FOLDER=str(tmp_path),
    )
    try:
        builds.wait_for(
            lambda: notes.exists() and "Popen" in notes.read_text(encoding="utf-8"), "the engine"
        )
        yield process
    finally:
        notes.with_suffix(".go").touch()
        process.wait(120)


@pytest.mark.parametrize("shared", ["root and site", "root", "site"])
def test_of_two_builds_at_once_one_says_so(root, site, states, tmp_path, shared):
    with paused(root, site, tmp_path) as first:
        other_root = (
            builds.copied_seeds(tmp_path / "other", builds.MINI) if shared == "site" else root
        )
        other_site = tmp_path / "other site" if shared == "root" else site
        second = builds.build(other_root, other_site)
        assert second.returncode == 2
        assert second.stderr == "error: another build is running; nothing was changed\n"
        assert builds.tree(site) == states[0]
        assert not (tmp_path / "other site").exists()
    assert first.returncode == 0
    assert builds.tree(site) == states[1]


def test_a_site_can_be_read_while_it_is_replaced(root, site, states):
    """At no moment is a page of the site missing."""
    page = site / "index.html"
    seen = set()
    arguments = ("build", "--root", root, "--site-dir", site)
    process = builds.start(*arguments, output=site.parent.with_name("output"))
    while process.poll() is None:
        seen.add(page.read_bytes())
    assert process.returncode == 0
    assert seen | {page.read_bytes()} == {states[0]["index.html"], states[1]["index.html"]}
