"""The archive for readers without a server."""

import re
from zipfile import ZipFile

import pytest

from tests.site import builds, pages

pytestmark = pytest.mark.site

ARCHIVE = "build/dossier-offline.zip"


def packed(root, **options):
    """The files of the archive by path, below its one folder, and what the command said."""
    done = builds.run("offline", "--root", root, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    with ZipFile(root / ARCHIVE) as archive:
        assert all(name.startswith("dossier/") for name in archive.namelist())
        files = {name.removeprefix("dossier/"): archive.read(name) for name in archive.namelist()}
    return files, done.stdout


@pytest.fixture(scope="module")
def archived(tmp_path_factory):
    """A root of its own, and the archive that was made there."""
    root = builds.copied_seeds(tmp_path_factory.mktemp("offline") / "root")
    files, said = packed(root)
    return root, files, said, (root / ARCHIVE).read_bytes()


def test_the_command_says_what_it_made_and_where(archived):
    root, files, said, data = archived
    size = f"{len(data) / 1e6:.1f} MB"
    assert said.startswith(f"{len(files)} files, {size}, in {root / ARCHIVE} ")
    assert not (root / "site").exists()


def test_names_are_ascii_and_there_is_a_page_to_open(archived):
    _, files, _, _ = archived
    assert "index.html" in files
    assert all(path.isascii() and not re.search(r'[\\:*?"<>|]', path) for path in files)


def test_no_page_has_the_policy_which_means_nothing_in_a_folder(archived):
    _, files, _, _ = archived
    made = [data for path, data in files.items() if path.endswith(".html") and "/" in path]
    assert not [data for data in made if b"http-equiv" in data]
    assert [data for data in made if b'<meta name="referrer" content="no-referrer">' in data]


def test_the_texts_are_those_of_the_seeds(archived):
    root, files, _, _ = archived
    texts = sorted((root / "seeds/sources").glob("*.txt"))
    assert texts
    for text in texts:
        page = pages.parse(files[f"sources/{text.stem}/index.html"])
        assert page.original == text.read_bytes().decode()


def test_every_address_names_a_file_or_leads_to_the_web(archived):
    _, files, _, _ = archived
    for path, data in files.items():
        if path.endswith(".html"):
            for _, _, address in pages.parse(data).addresses:
                if not address.startswith("https://"):
                    end = address.partition("#")[0].partition("?")[0]
                    assert not re.search(r"(^/|[/.]$)", end), f"{path}: {address}"


def test_the_same_seeds_give_the_same_bytes(archived):
    root, _, _, data = archived
    packed(root, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7", umask=0o077)
    assert (root / ARCHIVE).read_bytes() == data


def test_it_needs_no_address_of_the_web(archived, root):
    _, expected, _, _ = archived
    files, _ = packed(root, SITE_URL="")
    assert files.keys() == expected.keys()
    assert builds.SITE_URL.encode() not in b"".join(files.values())


def test_a_mistake_in_the_seeds_leaves_the_last_archive(root):
    (root / "build").mkdir()
    (root / ARCHIVE).write_bytes(b"the last one")
    visit = sorted((root / "seeds/visits").glob("*.yml"))[0]
    with visit.open("a", encoding="utf-8") as file:
        file.write("\nno_such_key: 1\n")
    done = builds.run("offline", "--root", root)
    assert done.returncode == 1
    assert f"seeds/visits/{visit.name}" in done.stdout
    assert [(root / ARCHIVE).read_bytes()] == [p.read_bytes() for p in (root / "build").iterdir()]
