"""The pages that people read about the project say what is so."""

import re

import pytest

from dossier.cli import main
from dossier.seeds.dictionary import records, with_tables
from tests.helpers import PROJECT

DICTIONARY = (PROJECT / "seeds/README.md").read_text(encoding="utf-8")
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_tables_of_the_data_dictionary_are_current():
    assert with_tables(DICTIONARY) == DICTIONARY, "run build_dossier.py schema"


def test_the_data_dictionary_holds_every_record():
    assert set(re.findall(r"<!-- fields: (\w+) -->", DICTIONARY)) == set(records())


def test_a_record_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError):
        with_tables("<!-- fields: Nonsense -->\n<!-- end -->")


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "HACKING.md",
        "SECURITY.md",
        "seeds/README.md",
        "language/README.md",
        "CHANGELOG.md",
    ],
)
def test_links_between_the_pages_lead_somewhere(path):
    text = (PROJECT / path).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        if "://" not in target:
            assert (PROJECT / path).parent.joinpath(target).exists(), target


def test_the_readme_is_short_and_names_the_two_commands_first():
    assert len(README.splitlines()) <= 120
    commands = re.findall(r"^(make\S*(?: \S+)?)  +#", README, re.MULTILINE)
    assert commands[:2] == ["make", "make test"]


def test_every_command_of_the_readme_exists(capsys):
    used = set(re.findall(r"build_dossier\.py (?!--)([a-z]+)", README))
    assert used
    with pytest.raises(SystemExit):
        main(["--help"])
    assert used <= set(re.findall(r"^ {4}([a-z]+)", capsys.readouterr().out, re.MULTILINE))


def test_every_target_of_make_in_the_readme_exists():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_architecture_page_names_every_folder_of_the_package():
    text = (PROJECT / "HACKING.md").read_text(encoding="utf-8")
    folders = {p.parent.name for p in (PROJECT / "dossier").glob("*/__init__.py")}
    assert folders
    for folder in folders:
        assert f"`dossier/{folder}/`" in text, folder


def test_the_security_page_names_what_exists():
    text = (PROJECT / "SECURITY.md").read_text("utf-8")
    named = set(re.findall(r"`((?:\w+/)*\w+\.py|(?:tests|docs|templates|overrides)/\S*?)`", text))
    assert named
    for name in named:
        assert any((folder / name).exists() for folder in (PROJECT, PROJECT / "dossier")), name
