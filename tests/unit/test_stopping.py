"""Each program here is a process of its own: signals are a process's."""

import signal
import subprocess
import sys

import pytest

from tests.helpers import PROJECT

pytestmark = pytest.mark.usefixtures("interruptible")

BEGIN = "import os, signal, sys, time\nfrom dossier import stopping\nstopping.heed()\n"
ASK = "os.kill(os.getpid(), signal.{})\n"


def ran(program, **options):
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program],
        cwd=PROJECT, capture_output=True, text=True, timeout=30, check=False, **options,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_one_line_and_the_code_by_convention(name, code):
    assert ran(ASK.format(name)) == (code, "stopped; nothing was changed\n")


def test_it_says_what_was_recorded():
    assert ran("stopping.record('it is there')\n" + ASK.format("SIGTERM")) == (
        143,
        "stopped; it is there\n",
    )
    assert ran("stopping.record('')\n" + ASK.format("SIGTERM")) == (143, "stopped\n")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_command_that_is_ended_so_has_done_what_it_should(name):
    assert ran("stopping.expect()\n" + ASK.format(name)) == (0, "stopped\n")


def test_what_comes_first_is_done_once_last_begun_first_and_never_in_the_way():
    program = (
        "with stopping.first(lambda: print('outer', file=sys.stderr)), \\\n"
        "     stopping.first(lambda: 1 / 0), \\\n"
        "     stopping.first(lambda: print('inner', file=sys.stderr)):\n    "
    )
    assert ran(program + ASK.format("SIGTERM")) == (
        143,
        "inner\nouter\nstopped; nothing was changed\n",
    )
    assert ran(program + "pass\n" + ASK.format("SIGTERM"))[1] == "stopped; nothing was changed\n"


def test_a_step_that_is_held_is_done_to_its_end():
    program = (
        "with stopping.held():\n"
        f"    {ASK.format('SIGTERM')}"
        "    stopping.record('done')\n"
        "print('never', file=sys.stderr)\n"
    )
    assert ran(program) == (143, "stopped; done\n")


def test_nothing_else_happens_where_nobody_asks():
    assert ran("with stopping.held():\n    pass\n") == (0, "")


def test_a_second_signal_does_not_disturb_the_first():
    program = (
        "def again():\n"
        f"    {ASK.format('SIGINT')}"
        "    print('first', file=sys.stderr)\n"
        "with stopping.first(again):\n    "
    )
    assert ran(program + ASK.format("SIGTERM")) == (143, "first\nstopped; nothing was changed\n")


def test_what_the_caller_lets_ignore_stays_ignored():
    """As with `nohup`, and in the background of a shell without job control."""
    code, said = ran(
        ASK.format("SIGHUP") + "print('on', file=sys.stderr)",
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    assert (code, said) == (0, "on\n")


def test_a_closed_stderr_is_no_obstacle():
    assert ran("os.close(2)\n" + ASK.format("SIGTERM")) == (143, "")
