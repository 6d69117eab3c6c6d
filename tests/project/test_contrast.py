"""The colours of the design keep the contrasts of WCAG 2.2 AA (1.4.3, 1.4.11) in both schemes."""

import re

import pytest

from tests.helpers import PROJECT

DESIGN = (PROJECT / "docs/assets/styles/design.css").read_text(encoding="utf-8")
VERDICTS = ("agrees", "contradicts", "itself", "compatible", "alone", "silent")
GROUNDS = ("paper", "card")


def colours(scheme):
    block = DESIGN.split(f'[data-md-color-scheme="{scheme}"] {{')[1].split("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_words_and_signs_stand_out(scheme):
    named = colours(scheme)
    words = [
        *((ink, ground) for ink in ("ink", "ink-soft", "link", *VERDICTS) for ground in GROUNDS),
        *(("ink", ground) for ground in ("mark", "mark-deep", "target")),
        *(("link", "mark"), ("ink-soft", "mark"), ("brand-ink", "brand")),
    ]
    signs = [
        *((line, ground) for line in ("mark-line", "brand-line") for ground in GROUNDS),
        ("mark-line", "brand"),
    ]
    weak = {
        (fore, ground): round(contrast(named[fore], named[ground]), 2)
        for pairs, least in ((words, 4.5), (signs, 3))
        for fore, ground in pairs
        if contrast(named[fore], named[ground]) < least
    }
    assert weak == {}
