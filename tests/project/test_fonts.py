"""The cut fonts hold what Arabic pages are made of, and the style sheet speaks of them."""

import re

from fontTools.ttLib import TTFont

from tests.helpers import PROJECT
from tools import cut_fonts

ASSETS = PROJECT / "docs" / "assets"
SHEET = (ASSETS / "styles" / "fonts.css").read_text("utf-8")
# The letters, marks and signs that Arabic and Persian prose is written with.
PROSE = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًٌٍَُِّْپچژگکی،؛؟"
SIGNS = "0123456789 .,:;!?()[]«»“”‘’–…%/-+=×"


def characters(face):
    with TTFont(ASSETS / "fonts" / face.cut("core")) as font:
        return set(font.getBestCmap())


def test_every_small_file_holds_the_whole_of_its_script():
    for face in cut_fonts.FACES:
        wanted = PROSE if face.script == "arabic" else SIGNS
        lacking = [letter for letter in wanted if ord(letter) not in characters(face)]
        with TTFont(ASSETS / "fonts" / face.file) as complete:
            known = set(complete.getBestCmap())
        assert not [letter for letter in lacking if ord(letter) in known], face.cut("core")


def test_letters_still_join_and_marks_still_sit():
    for face in cut_fonts.FACES:
        if face.script == "arabic":
            with TTFont(ASSETS / "fonts" / face.cut("core")) as font:
                features = {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
                assert {"init", "medi", "fina"} <= features, face.cut("core")
                assert "mark" in {
                    r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord
                }


def test_the_style_sheet_names_every_file_once_and_nothing_else():
    named = re.findall(r"fonts/([a-z0-9-]+\.woff2)", SHEET)
    assert sorted(named) == sorted(path.name for path in (ASSETS / "fonts").glob("*.woff2"))


def test_no_character_is_claimed_by_a_complete_file_and_a_small_one():
    """A browser would load both."""
    claimed = {}
    for file, ranges in re.findall(r"fonts/([a-z0-9-]+)\.woff2.*\n  unicode-range: (.*);", SHEET):
        stem, _, part = file.partition("00-")
        for start, end in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
            for character in range(int(start, 16), int(end or start, 16) + 1):
                family = stem.split("-")[0] + re.sub(r"\D", "", stem)[:1]
                claimed.setdefault((family, character), set()).add(part)
    assert len(claimed) > 1000
    assert [key for key, kinds in claimed.items() if len(kinds) > 1] == []
