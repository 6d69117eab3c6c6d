"""Cuts the site's fonts to what Arabic pages are made of, and writes `fonts.css`: `make fonts`.

Of each complete file (Fontsource 5.3.0) a small one is cut, which nearly every page needs, of
the Latin ones another with the letters; the rest stays in the complete one.  A browser loads
each file only for a page with one of its characters.  A word must be set from one file, or its
letters do not join: so all letters of Arabic and Persian are in the small one.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "docs" / "assets"
COMPLETE = {
    "latin": (
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
        "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
    ),
    "arabic": (
        "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,"
        "U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC"
    ),
}
CORE = {
    # Digits, the signs of prose and of verdicts; with the ends of lines, for which nothing need
    # be loaded.
    "latin": (
        "U+0000-0022,U+0025,U+0027-0029,U+002B-003B,U+003D,U+003F,U+005B,U+005D,U+00A0,U+00AB,U+00B6-00B7,U+00BB,U+00D7,"
        "U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+2039-203A,U+2212"
    ),
    # With the invisible controls, whether a font has them or not: nothing is loaded for them.
    "arabic": (
        "U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0670,U+067E,U+0686,U+0698,U+06A4,"
        "U+06A9,U+06AF,U+06CC,U+200B-200F,U+202A-202E,U+2060,U+2066-2069,U+FEFF"
    ),
}
LETTERS = "U+0023-0024,U+0026,U+002A,U+003C,U+003E,U+0040-005A,U+005C,U+005E-007E"
# Those that shape and join.  Fractions, small figures and the like are not used.
FEATURES = "ccmp,locl,isol,init,medi,fina,rlig,calt,liga,curs,kern,mark,mkmk"
HEAD = """\
/* Made by `make fonts` (tools/cut_fonts.py).  Do not edit.
 *
 * The fonts of the site, served by the site.  Both families: SIL Open Font License 1.1, its text
 * is beside the files.  Of two faces that claim a character the later wins: so the Arabic
 * come after the Latin ones, and joiners come from the font of the letters that they join.
 * `optional`: a face that comes too late is used on the next page, and nothing ever jumps.
 */
"""


@dataclass(frozen=True)
class Face:
    """One weight of one family in one script."""

    family: str
    stem: str
    script: str
    weight: int

    @property
    def file(self) -> str:
        """The name of the complete file."""
        return f"{self.stem}-{self.script}-{self.weight}.woff2"

    def cut(self, part: str) -> str:
        """The name of the file with one part of its characters."""
        return self.file.replace(".woff2", f"-{part}.woff2")

    @property
    def parts(self) -> dict[str, str]:
        """What is cut from it: the characters of each part."""
        letters = {"letters": LETTERS} if self.script == "latin" else {}
        return {**letters, "core": CORE[self.script]}


# Digits and signs are of one face everywhere: words of a source take them from the interface's.
FACES = [
    *(
        Face("IBM Plex Sans Arabic", "plex", script, weight)
        for weight in (400, 600)
        for script in ("latin", "arabic")
    ),
    *(Face("Noto Naskh Arabic", "naskh", "arabic", weight) for weight in (400, 700)),
]


def main() -> None:
    """Cut every font and write the style sheet."""
    cut = {character for ranges in (*CORE.values(), LETTERS) for character in _characters(ranges)}
    rest = {script: _ranges(_characters(ranges) - cut) for script, ranges in COMPLETE.items()}
    rules = []
    for face in FACES:
        rules.append(_rule(face, face.file, rest[face.script]))
        for part, ranges in face.parts.items():
            _cut(face, face.cut(part), ranges)
            rules.append(_rule(face, face.cut(part), ranges))
    (ASSETS / "styles" / "fonts.css").write_text("\n".join([HEAD, *rules]), "utf-8", newline="\n")


def _characters(ranges: str) -> set[int]:
    ends = (part.removeprefix("U+").split("-") for part in ranges.split(","))
    return {n for pair in ends for n in range(int(pair[0], 16), int(pair[-1], 16) + 1)}


def _ranges(characters: set[int]) -> str:
    parts = []
    for start in sorted(n for n in characters if n - 1 not in characters):
        end = start
        while end + 1 in characters:
            end += 1
        parts.append(f"U+{start:04X}" + (f"-{end:04X}" if end > start else ""))
    return ",".join(parts)


def _cut(face: Face, file: str, ranges: str) -> None:
    fonts = ASSETS / "fonts"
    subprocess.run(
        [
            *(sys.executable, "-m", "fontTools.subset", fonts / face.file),
            *(f"--unicodes={ranges}", f"--layout-features={FEATURES}"),
            *("--flavor=woff2", "--no-hinting", f"--output-file={fonts / file}"),
        ],
        check=True,
    )


def _rule(face: Face, file: str, ranges: str) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-weight: {face.weight};\n"
        "  font-display: optional;\n"
        f'  src: url("../fonts/{file}") format("woff2");\n'
        f"  unicode-range: {ranges.replace(',', ', ')};\n"
        "}\n"
    )


if __name__ == "__main__":
    main()
