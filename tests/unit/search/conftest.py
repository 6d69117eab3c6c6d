import pytest

from dossier.search.analyser import Analyser
from dossier.search.vocabulary import Vocabulary
from tests.unit.search.tables_of_tests import real_tables


@pytest.fixture(scope="session")
def language():
    """The tables in `language/`."""
    return real_tables()


@pytest.fixture(scope="session")
def analyser(language):
    return Analyser(language)


@pytest.fixture(scope="session")
def vocabulary(analyser):
    return Vocabulary(analyser)
