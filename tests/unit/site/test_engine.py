import json
import sys
from pathlib import Path

import pytest

from dossier.problems import DossierError
from dossier.site import engine


def test_the_configuration_is_yaml_whatever_the_folders_are_called():
    project = Path("/a b/ملف: #x's")
    made = json.loads(
        engine.configuration(
            project, project / "docs", project / "out", "zqo", {"lost": "zql", "search": "zqs"}
        )
    )
    assert made == {
        "INHERIT": str(project / "mkdocs.yml"),
        "site_name": "zqo",
        "docs_dir": str(project / "docs"),
        "site_dir": str(project / "out"),
        "extra": {"lost": "zql", "search": "zqs"},
        "theme": {"custom_dir": str(project / "overrides")},
    }


def test_what_the_engine_complains_of_is_told(tmp_path):
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\nnonsense_key: [\n", encoding="utf-8")
    with pytest.raises(DossierError, match="the site engine failed:\n"):
        engine.run(config, "")


def test_who_runs_it_leaves_no_trace(tmp_path, monkeypatch):
    seen = {}

    begin = engine.subprocess.Popen

    def remember(command, env, **options):
        seen.update(env, strict="--strict" in command, quiet="--quiet" in command)
        return begin([sys.executable, "-c", ""], **options)

    monkeypatch.setattr(engine.subprocess, "Popen", remember)
    environ = {
        "PATH": "/bin",
        "LANG": "ar",
        "PYTHONHASHSEED": "7",
        "SECRET": "x",
        "TZ": "Asia/Tokyo",
    }
    engine.run(tmp_path, "https://a.example/", environ)
    assert seen["PATH"] == "/bin"
    assert {"LANG", "SECRET"}.isdisjoint(seen)
    assert (seen["PYTHONHASHSEED"], seen["TZ"], seen["SITE_URL"]) == (
        "0",
        "UTC",
        "https://a.example/",
    )
    assert (seen["strict"], seen["quiet"]) == (True, False)


@pytest.mark.parametrize(
    ("program", "fault"),
    [
        ("print('WARNING: a\\nERROR: b')\nexit(1)", "\nWARNING: a\nERROR: b"),
        (
            "open('/nowhere/x')",
            " FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/x'",
        ),
        ("exit(3)", " exit code 3"),
        ("import os; os.kill(os.getpid(), 9)", " it was ended by SIGKILL"),
    ],
)
def test_of_what_the_engine_says_only_that_is_told_which_helps(
    tmp_path, monkeypatch, program, fault
):
    begin = engine.subprocess.Popen
    monkeypatch.setattr(
        engine.subprocess,
        "Popen",
        lambda _, env, **options: begin([sys.executable, "-c", program], **options),
    )
    with pytest.raises(DossierError) as failed:
        engine.run(tmp_path, "", {})
    assert str(failed.value) == f"the site engine failed:{fault}"
