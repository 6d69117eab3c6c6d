import re

from dossier.seeds.version import version_of
from tests.helpers import ANCHOR, checked, edited, with_text


def test_is_short_and_can_be_read_out():
    assert re.fullmatch("[0-9a-f]{12}", version_of({"a": b"x"}))


def test_depends_on_every_path_and_byte_and_on_nothing_else():
    kinds = [{}, {"a": b"x"}, {"a": b"y"}, {"b": b"x"}, {"a": b"x", "b": b""}, {"ab": b"x"}]
    assert len({version_of(files) for files in kinds}) == len(kinds)
    assert version_of({"a": b"1", "b": b"2"}) == version_of({"b": b"2", "a": b"1"})


def test_a_dossier_changes_its_version_with_any_text_or_claim(mini, dossier):
    text = with_text(mini, ANCHOR, mini[f"seeds/sources/{ANCHOR}.txt"] + b"\n")
    claim = edited(mini, "seeds/visits/2019-05.yml", "'رفع الفريق مرساتين'", "'رفعوا مرساتين'")
    versions = {checked(files).version for files in (mini, text, claim)}
    assert len(versions) == 3
    assert checked(dict(reversed(mini.items()))).version == dossier.version
