"""`serve`: an editor sees each change, and each mistake, while the last good page stays."""

import signal
import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import yaml

from tests.site import builds

pytestmark = pytest.mark.site

MISTAKE = "\nno_such_key: 1\n"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def serve(root, tmp_path, port, interruptible):
    """Starts the command; yields what it serves at an address, and what it has said so far."""
    output, started = tmp_path / "output", []

    def start():
        arguments = ("serve", "--root", root, "--port", port)
        started.append(builds.start(*map(str, arguments), output=output, SITE_URL=""))

    def page(path=""):
        try:
            with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=10) as answer:
                return answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):  # a build may take longer
            return ""

    yield start, page, lambda: output.read_text(encoding="utf-8")
    for process in started:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert output.read_text(encoding="utf-8").endswith("stopped\n")


def test_changes_are_shown_and_mistakes_are_told(root, serve):
    start, page, said = serve
    record = root / "seeds" / "dossier.yml"
    title = yaml.safe_load(record.read_text(encoding="utf-8"))["title"]
    start()
    builds.wait_for(lambda: title in page(), "the page")

    builds.edit(record, title, "عنوان ثان")
    builds.wait_for(lambda: "عنوان ثان" in page(), "the changed page")
    assert title not in page()

    with record.open("a", encoding="utf-8") as file:
        file.write(MISTAKE)
    builds.wait_for(lambda: "no_such_key" in said(), "the problem")
    assert "seeds/dossier.yml:" in said()
    assert "عنوان ثان" in page()

    mended = record.read_text(encoding="utf-8").removesuffix(MISTAKE)
    record.write_text(mended.replace("عنوان ثان", "عنوان ثالث"), encoding="utf-8")
    builds.wait_for(lambda: "عنوان ثالث" in page(), "the mended page")
    assert "Traceback" not in said()


def test_it_may_begin_with_a_mistake(root, serve):
    start, page, said = serve
    record = root / "seeds" / "dossier.yml"
    good = record.read_text(encoding="utf-8")
    record.write_text(good + MISTAKE, encoding="utf-8")
    start()
    builds.wait_for(lambda: "no_such_key" in said(), "the problem")
    record.write_text(good, encoding="utf-8")
    builds.wait_for(lambda: yaml.safe_load(good)["title"] in page(), "the page")
    assert "Traceback" not in said()


def test_it_outlives_whatever_happens_to_the_seeds(root, serve):
    """A visit that is gone, is no text, is a folder; no seeds at all; and all is back."""
    start, page, said = serve
    seeds, visit = root / "seeds", sorted((root / "seeds" / "visits").glob("*.yml"))[0]
    record, good = seeds / "dossier.yml", visit.read_bytes()
    title = yaml.safe_load(record.read_text(encoding="utf-8"))["title"]
    start()
    builds.wait_for(lambda: title in page(), "the page")
    told = 0

    def is_told(words):
        """Something is said that was not said before, and the last good page stays."""
        nonlocal told
        builds.wait_for(lambda: words in said()[told:], words)
        told = len(said())
        assert title in page()

    visit.unlink()
    is_told("must name a claim")
    visit.write_bytes(b"\xff\xfe\0")
    is_told("must be UTF-8")
    visit.unlink()
    visit.mkdir()
    is_told("must be a regular file")
    seeds.rename(root / "gone")
    is_told("there is no folder")
    visit = root / "gone" / "visits" / visit.name
    visit.rmdir()
    visit.write_bytes(good)
    builds.edit(root / "gone" / "dossier.yml", title, "عنوان ثان")
    (root / "gone").rename(seeds)
    builds.wait_for(lambda: "عنوان ثان" in page(), "the page of the seeds that are back")
    assert "Traceback" not in said()


def test_a_port_that_is_taken_is_told_of(root):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = builds.run("serve", "--root", root, "--port", port)
    assert done.returncode == 2
    assert done.stderr == f"error: the port {port} cannot be had: Address already in use\n"
