import hashlib

import pytest

from dossier.problems import DossierError
from dossier.scaffold import new
from dossier.seeds.folder import read_folder
from dossier.seeds.load import load
from tests.helpers import problems_of, write


@pytest.fixture
def root(tmp_path, mini):
    return write(tmp_path, mini)


def test_a_new_source_keeps_its_text_byte_for_byte(root):
    data = "\ufeffنص\r\n".encode()
    article = root / "مقال l'un.txt"
    article.write_bytes(data)
    paths = new(root, "source", "2020-01-01-new", article)
    assert [path.relative_to(root).as_posix() for path in paths] == [
        "seeds/sources/2020-01-01-new.txt", "seeds/sources/2020-01-01-new.yml",
    ]  # fmt: skip
    assert paths[0].read_bytes() == data
    record = paths[1].read_text(encoding="utf-8")
    assert hashlib.sha256(data).hexdigest() in record
    assert "original_file: 'مقال l''un.txt'" in record


@pytest.mark.parametrize("kind", ["visit", "source"])
def test_check_tells_what_is_to_be_filled_in_and_nothing_of_the_shape(root, kind):
    article = root / "a.txt"
    article.write_text("نص", encoding="utf-8")
    paths = new(root, kind, "2020-01-01-new", article if kind == "source" else None)
    files, unreadable = read_folder(root)
    assert unreadable == []
    name = paths[-1].relative_to(root).as_posix()
    found = problems_of(files)
    assert found
    assert {problem.path for problem in found} == {name}
    _, problems = load(files)
    for problem in problems:
        assert problem.message.startswith("must")
        assert "known key" not in problem.message
        assert problem.message != "must be given"
        assert problem.line > 1


@pytest.mark.parametrize("name", ["", "A", "a b", "a/b", "../a", "زيارة", "a--b", "-a", "a\n"])
def test_an_id_is_one_that_files_and_addresses_can_hold(root, name):
    before = sorted(root.rglob("*"))
    with pytest.raises(DossierError):
        new(root, "visit", name, None)
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("name", ["con", "index", "a" * 81], ids=["con", "index", "too long"])
def test_an_id_that_check_would_refuse_is_refused_at_once(root, name):
    with pytest.raises(DossierError):
        new(root, "visit", name, None)


def test_nothing_that_exists_is_touched(root, mini):
    article = root / "a.txt"
    article.write_text("نص", encoding="utf-8")
    with pytest.raises(DossierError, match="exists already"):
        new(root, "visit", "2019-05", None)
    # Of a pair, too, when only the second is there.
    (root / "seeds/sources/lone.yml").write_bytes(b"x")
    with pytest.raises(DossierError, match="exists already"):
        new(root, "source", "lone", article)
    assert not (root / "seeds/sources/lone.txt").exists()
    assert (root / "seeds/visits/2019-05.yml").read_bytes() == mini["seeds/visits/2019-05.yml"]


def test_nothing_is_written_through_a_link(root, tmp_path):
    (root / "seeds/visits").rename(tmp_path / "elsewhere")
    (root / "seeds/visits").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DossierError, match="must be a folder, it is a link"):
        new(root, "visit", "2020-01", None)
    assert not (tmp_path / "elsewhere/2020-01.yml").exists()


def test_a_source_needs_its_text(root):
    with pytest.raises(DossierError, match="--text"):
        new(root, "source", "a", None)
