"""Whatever happens to a build, a whole site stands: the old one or the new one."""

import random
import shutil
import signal
import time

import pytest
import yaml

from tests.site import builds

pytestmark = pytest.mark.site


def change(root):
    record = root / "seeds" / "dossier.yml"
    title = yaml.safe_load(record.read_text(encoding="utf-8"))["title"]
    builds.edit(record, title, f"{title} وما بعدها")


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """The site of the seeds before a change, and after it."""
    folder = tmp_path_factory.mktemp("states")
    root = builds.copied_seeds(folder / "root")
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


def test_a_full_disk_leaves_the_last_good_site(root, site, states):
    _, steps = stopped(root, site, "", states)
    events = [step.split()[0] for step in steps]
    engine = events.index("subprocess.Popen") + 1
    swap = events.index("ctypes.dlsym") + 1
    assert engine < swap < len(steps)
    for step in (2, engine // 2, engine, (engine + swap) // 2, swap - 1, swap):
        done, _ = stopped(root, site, f"fail:{step}", states)
        assert done.returncode == 2, steps[step - 1]
        assert done.stderr.startswith("error: No space left on device"), steps[step - 1]
        assert done.stderr.count("\n") == 1, done.stderr
        assert builds.tree(site) == states[0], steps[step - 1]
    assert builds.build(root, site).returncode == 0
    assert builds.tree(site) == states[1]


def test_a_build_killed_at_a_step_leaves_a_whole_site(root, site, states):
    """While it writes the new site, before and after the exchange, while it clears up."""
    _, steps = stopped(root, site, "", states)
    swap = [step.split()[0] for step in steps].index("ctypes.dlsym") + 1
    for step in (swap - 40, swap, swap + 1, (swap + len(steps)) // 2, len(steps)):
        done, noted = stopped(root, site, f"kill:{step}", states)
        assert done.returncode == builds.KILLED, done.stderr
        assert noted == steps[:step]
        assert builds.tree(site) == states[0 if step <= swap else 1], noted[-1]
        finished = builds.build(root, site)
        assert finished.returncode == 0, finished.stderr
        assert builds.tree(site) == states[1]
        left = {path.name for path in site.parent.iterdir()}
        assert left == {site.name, f".{site.name}.lock"}


def test_a_build_killed_at_any_time_leaves_a_whole_site(root, site, states, tmp_path):
    """And its engine, which outlives it, does not spoil the next build, of other seeds."""
    record = root / "seeds" / "dossier.yml"
    records = [(builds.PROJECT / "seeds" / "dossier.yml").read_bytes(), record.read_bytes()]
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


@pytest.mark.parametrize("shared", ["root and site", "root", "site"])
def test_of_two_builds_at_once_one_says_so(root, site, states, tmp_path, shared):
    notes = tmp_path / "steps"
    first = builds.start(
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
        other_root = builds.copied_seeds(tmp_path / "other") if shared == "site" else root
        other_site = tmp_path / "other site" if shared == "root" else site
        second = builds.build(other_root, other_site)
        assert second.returncode == 2
        assert second.stderr == "error: another build is running; nothing was changed\n"
        assert builds.tree(site) == states[0]
        assert not (tmp_path / "other site").exists()
    finally:
        notes.with_suffix(".go").touch()
        assert first.wait(60) == 0
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
