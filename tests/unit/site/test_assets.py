"""One style sheet and one script, of all their parts and in their order."""

import re

from dossier.site.assets import joined
from dossier.site.publish import read_tree
from tests.helpers import PROJECT

DOCS = read_tree(PROJECT / "docs")


def test_every_part_is_joined_and_none_is_left_beside():
    made = joined(DOCS)
    for folder, name in (("styles", "dossier.css"), ("scripts", "dossier.js")):
        pattern = re.compile(rf"assets/{folder}/[^/]+")
        parts = [path for path in DOCS if pattern.fullmatch(path)]
        assert len(parts) > 3
        assert [path for path in made if pattern.fullmatch(path)] == [f"assets/{folder}/{name}"]
        whole = made[f"assets/{folder}/{name}"].decode()
        for path in parts:
            for line in DOCS[path].decode().splitlines():
                if not line.lstrip().startswith(("/*", "*")):
                    assert line.strip() in whole, (path, line)


def test_the_rest_stays_as_it_is():
    made = joined(DOCS)
    assert {p: d for p, d in made.items() if p in DOCS}.items() <= DOCS.items()
    assert set(DOCS) - set(made) == {
        path for path in DOCS if re.fullmatch(r"assets/(styles|scripts)/[^/]+", path)
    }


def test_the_configuration_asks_for_what_is_made():
    config = (PROJECT / "mkdocs.yml").read_text("utf-8")
    asked = re.findall(r"^extra_(?:css|javascript): \[(.*)\]$", config, re.MULTILINE)
    assert len(asked) == 2
    assert set(asked) <= set(joined(DOCS))


def test_what_looks_like_a_comment_inside_a_line_is_kept():
    docs = {**DOCS, "assets/scripts/kit.js": b"/* gone */\nconst a = 'x /* y */';\n"}
    assert b"const a = 'x /* y */';" in joined(docs)["assets/scripts/dossier.js"]
