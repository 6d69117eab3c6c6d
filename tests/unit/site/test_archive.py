from io import BytesIO
from zipfile import ZipFile

from dossier.site.archive import archive

FILES = {"b/index.html": "صفحة".encode(), "a.txt": b"", "b.css": b"x" * 10_000}


def test_the_files_stand_below_one_folder_in_order():
    with ZipFile(BytesIO(archive(FILES, "top"))) as made:
        assert made.testzip() is None
        assert made.namelist() == ["top/a.txt", "top/b.css", "top/b/index.html"]
        assert {name: made.read(f"top/{name}") for name in FILES} == FILES


def test_the_same_files_give_the_same_bytes_in_whatever_order_and_environment(monkeypatch):
    one = archive(FILES, "top")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert archive(dict(reversed(FILES.items())), "top") == one


def test_no_file_has_a_date_an_owner_or_a_mode_of_its_own():
    with ZipFile(BytesIO(archive(FILES, "top"))) as made:
        for entry in made.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
            assert entry.extra == b""


def test_it_is_smaller_than_what_it_holds():
    assert len(archive(FILES, "top")) < 1_000
