"""build_dossier.py, made to stop at one of its own steps.

A step is a change of a file or folder below STEP_FOLDER, the start of the engine, or the
exchange of two folders; the interpreter tells of each before it is done, and each is noted in
the file STEP_NOTES.  STEP names one by number or event: `SIGKILL:7` gets this signal before it,
`ENOSPC:7` lets it fail as on a full disk, `pause:subprocess.Popen` waits until a file
STEP_NOTES.go exists.
"""

import errno
import os
import runpy
import signal
import sys
import time
from itertools import count
from pathlib import Path

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}

_folder = os.environ["STEP_FOLDER"]
_file = Path(os.environ["STEP_NOTES"])
_what, _, _which = os.environ.get("STEP", "").partition(":")
_notes = _file.open("w", encoding="utf-8")
_numbers = count(1)


def _is_step(event: str, args: tuple[object, ...]) -> bool:
    if event == "open":
        return str(args[0]).startswith(_folder) and "w" in str(args[1] or "")
    if event == "ctypes.dlsym":
        return "rename" in str(args[1])
    return event == "subprocess.Popen" or event in _CHANGES


def _stop(event: str, args: tuple[object, ...]) -> None:
    if not _is_step(event, args):
        return
    number = str(next(_numbers))
    print(event, args[event == "ctypes.dlsym"], file=_notes, flush=True)
    if _which not in (number, event):
        return
    if _what.startswith("SIG"):
        os.kill(os.getpid(), signal.Signals[_what])
    elif _what.startswith("E"):
        number = getattr(errno, _what)
        raise OSError(number, os.strerror(number), str(args[0]))
    while _what == "pause" and not _file.with_suffix(".go").exists():
        time.sleep(0.02)


_project = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_project))
sys.argv[0] = str(_project / "build_dossier.py")
sys.addaudithook(_stop)
runpy.run_path(sys.argv[0], run_name="__main__")
