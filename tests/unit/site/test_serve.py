"""What `serve` does with whatever goes wrong in a build; what readers see is in `tests/site`."""

import threading

import pytest
from jinja2 import TemplateSyntaxError

from dossier.problems import DossierError
from dossier.site import serve


@pytest.fixture
def server(monkeypatch):
    """In place of the server: nothing is served, and the builder is called once more."""

    class Server:
        def __init__(self, builder, **_):
            self.serve = builder

        def watch_folders(self, folders):
            self.folders = folders

    monkeypatch.setattr(serve, "_Server", Server)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DossierError("another build is running"), "error: another build is running\n"),
        (PermissionError(13, "Permission denied", "x"), "error: PermissionError: [Errno 13]"),
        (TemplateSyntaxError("no end", 3, "visit.html"), "error: TemplateSyntaxError: no end"),
        (KeyError("word"), "error: KeyError: 'word'\n"),
    ],
)
def test_whatever_goes_wrong_is_one_line_and_is_tried_again(server, tmp_path, capsys, error, said):
    tries = []

    def rebuild():
        tries.append(1)
        raise error

    serve.serve(rebuild, [], tmp_path, tmp_path / "site", 1)
    lines = capsys.readouterr().err.splitlines(keepends=True)
    assert len(tries) == len(lines) == 2
    assert lines[0].startswith(said)


def test_every_change_below_a_folder_is_noticed(tmp_path):
    states = []

    def changed(_=None):
        states.append(serve._state([tmp_path / "seeds"]))
        return len(states) < 2 or states[-1] != states[-2]

    assert changed()
    (tmp_path / "seeds" / "visits").mkdir(parents=True)
    file = tmp_path / "seeds" / "visits" / "a.yml"
    assert not changed()
    assert changed(file.write_text("1", encoding="utf-8"))
    assert not changed()
    assert changed(file.write_text("22", encoding="utf-8"))
    assert changed(file.rename(file.with_name("b.yml")))
    assert changed(file.symlink_to("nowhere"))
    assert changed((tmp_path / "seeds").rename(tmp_path / "gone"))
    assert changed((tmp_path / "gone").rename(tmp_path / "seeds"))


def test_a_server_wakes_its_builder_when_a_folder_that_was_gone_is_back(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "_SECONDS", 0.01)
    server = serve._Server(lambda: None, host="127.0.0.1", port=1, root=str(tmp_path))
    woken = threading.Event()
    monkeypatch.setattr(server._rebuild_cond, "notify_all", woken.set)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.yml").write_text("1", encoding="utf-8")
    server.watch_folders([tmp_path / "seeds"])
    for before, after in (("seeds", "gone"), ("gone", "seeds")):
        (tmp_path / before).rename(tmp_path / after)
        assert woken.wait(5)
        woken.clear()
