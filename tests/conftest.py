"""Options and fixtures that all tests share; plain helpers stand in `helpers.py`."""

import signal

import pytest
from hypothesis import settings

from dossier.book.chromium import chromium
from tests.helpers import checked, load_words, mini_files

# Machines that test may be slow and shared: a deadline would fail there for nothing.
settings.register_profile("dossier", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("dossier")


def pytest_addoption(parser):
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what is expected anew in tests/cases and tests/golden; review it as content",
    )


@pytest.fixture
def interruptible():
    """What a shell runs in the background ignores SIGINT, and so would the commands it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests: there cannot be two of them in a process."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def mini():
    """The files of the invented dossier by path."""
    return mini_files()


@pytest.fixture(scope="session")
def dossier(mini):
    """The invented dossier, resolved.  Frozen, so that all tests may share it."""
    return checked(mini)


@pytest.fixture(scope="session")
def words():
    """The interface's words."""
    return load_words()
