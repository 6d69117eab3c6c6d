"""What of the theme is mended in the finished pages still stands in it as it did.

Where this fails after an update of the theme, look whether the mend in `dossier/site/finish.py` or
`dossier/site/theme_css.py` is still needed.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

THEME = Path(find_spec("material").origin).parent / "templates"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("base.html", '<html lang="{{ lang.t(\'language\') }}" class="no-js">'),
        ("base.html", 'type="checkbox" id="__drawer" autocomplete="off"'),
        ("base.html", 'type="checkbox" id="__search" autocomplete="off"'),
        ("partials/search.html", 'data-md-component="search" role="dialog"'),
        ("partials/search.html", 'class="md-search__scrollwrap" tabindex="0"'),
        ("partials/header.html", '<label class="md-header__button md-icon" for="__drawer">'),
        ("partials/nav-item.html", ' tabindex="{{ tabindex }}"'),
        ("assets/javascripts/bundle.*.min.js", '{name:"color-scheme"}'),
        ("assets/stylesheets/palette.*.min.css", "[data-md-color-switching] *"),
    ],
)
def test_what_is_mended_is_there(path, words):
    (file,) = THEME.glob(path)
    assert words in file.read_text(encoding="utf-8")
