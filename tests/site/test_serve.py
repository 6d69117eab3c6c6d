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
def serve(root, tmp_path, port):
    """Starts the command; yields what it serves at an address, and what it has said so far."""
    output, started = tmp_path / "output", []
    # A shell's background job ignores SIGINT, and so would the command that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

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
    signal.signal(signal.SIGINT, before)


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
