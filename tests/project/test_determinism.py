import os
import subprocess
import sys

from tests.helpers import PROJECT


def digests(**environment):
    done = subprocess.run(
        [sys.executable, "-m", "tests.project.print_digest"],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_same_seeds_give_the_same_bytes_whoever_builds_them_and_where():
    one = digests(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    other = digests(PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C.UTF-8", LANG="ar_IQ")
    assert one == other
    assert len(one) == 8
