"""What happens on SIGINT, SIGTERM and SIGHUP: one line that says what stands, and the end.

A build may be killed at any moment without harm (`site/publish.py`), so being asked to stop is
being killed with a word of farewell: no exception wanders through code that is halfway through
something, and none can get lost in a callback or a thread.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@dataclass
class _State:
    """What the answer to a signal depends on; signals are the process's, and so is this."""

    outcome: str = "nothing was changed"
    expected: bool = False
    held: bool = False
    asked: int | None = None
    first: list[Callable[[], object]] = field(default_factory=list)


_state = _State()


def heed() -> None:
    """From now on a signal to stop is answered; one that is ignored (`nohup`) stays so."""
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _answer)


def expect() -> None:
    """To be stopped is how this command ends: it has then done what it should."""
    _state.expected = True


def record(outcome: str) -> None:
    """Remember what a user should be told of the command's work; empty where that is unclear."""
    _state.outcome = outcome


def outcome() -> str:
    """What stands, to follow upon what went wrong: `; nothing was changed`."""
    return f"; {_state.outcome}" if _state.outcome else ""


@contextmanager
def first(action: Callable[[], object]) -> Iterator[None]:
    """While this lasts, do something before the end."""
    _state.first.append(action)
    try:
        yield
    finally:
        _state.first.remove(action)


@contextmanager
def held() -> Iterator[None]:
    """Put a signal off until a step is done and recorded."""
    _state.held = True
    try:
        yield
    finally:
        _state.held = False
        if _state.asked is not None:
            _end(_state.asked)


def _answer(number: int, _: FrameType | None) -> None:
    _state.asked = number
    if not _state.held:
        _end(number)


def _end(number: int) -> None:
    """Without the interpreter's own ending, which a second signal could disturb."""
    for other in _numbers():
        signal.signal(other, signal.SIG_IGN)
    for action in reversed(_state.first):
        with suppress(Exception):
            action()
    with suppress(OSError):
        os.write(2, ("stopped\n" if _state.expected else f"stopped{outcome()}\n").encode())
    os._exit(0 if _state.expected else 128 + number)


def _numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _SIGNALS if hasattr(signal, name)]
