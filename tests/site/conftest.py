"""What the tests of the built site share."""

import pytest

from tests.site import builds
from tests.site.fixtures import site

__all__ = ["site"]


@pytest.fixture
def root(tmp_path):
    """A copy of the seeds that a test may change."""
    return builds.copied_seeds(tmp_path / "root")
