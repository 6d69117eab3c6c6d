"""The rules of HACKING.md that a reader of one change would miss."""

import ast
import re
import sys
import tomllib

import pytest
import yaml

from tests.helpers import PROJECT, files_of

PACKAGE = PROJECT / "dossier"
MODULES = sorted(PACKAGE.rglob("*.py"))
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")

# Each layer may import itself and those before it.
LAYERS = [
    "problems",
    "stopping",
    "text",
    "seeds",
    "check",
    "model",
    "compare",
    "pages",
    "search",
    "exports",
    "site",
    "book",
    "cli",
]
EDGES = {
    "seeds/folder.py": "reads the seeds",
    "site/build.py": "runs the build",
    "site/copies.py": "reads a published copy",
    "site/engine.py": "runs the engine",
    "site/publish.py": "writes the site",
    "site/serve.py": "serves the site",
    "book/build.py": "reads the templates, writes the PDF",
    "book/chromium.py": "finds the browser and prints",
    "stopping.py": "answers signals",
    "scaffold.py": "writes the files of a new record",
    "cli.py": "prints, and takes the time of a build",
}
FORBIDDEN = {
    "asyncio", "glob", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "platform",
    "random", "secrets", "shutil", "signal", "socket", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib.request", "uuid", "webbrowser",
}  # fmt: skip
ALLOWED = {
    ("book/pdf.py", "io"): "pypdf reads and writes only files; BytesIO is in memory",
    ("exports/claims_csv.py", "io"): "the csv module writes only to a file; StringIO is in memory",
    ("site/archive.py", "io"): "the zipfile module writes only to a file; BytesIO is in memory",
    ("seeds/load.py", "pathlib"): "PurePosixPath splits a name and touches no disk",
}
BUILTINS = {"open", "print", "input", "eval", "exec", "breakpoint", "__import__", "globals", "id"}
CLOCK = {"now", "today", "utcnow", "time", "fromtimestamp"}


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def layer_of(dotted):
    """`dossier.pages.words` and `pages/words.py` both lie in the layer `pages`."""
    return dotted.removeprefix("dossier.").removesuffix(".py").replace("/", ".").partition(".")[0]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            if node.module == "dossier":
                yield from (f"dossier.{alias.name}" for alias in node.names)
            else:
                yield node.module


CORE = [path for path in MODULES if name_of(path) not in EDGES]


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_touches_nothing_outside(path):
    for name in imports(path):
        if name in FORBIDDEN or name.partition(".")[0] in FORBIDDEN:
            assert (name_of(path), name) in ALLOWED, f"imports {name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in BUILTINS, f"calls {node.func.id}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            is_clock = isinstance(owner, ast.Name) and owner.id in ("date", "datetime", "time")
            assert not (is_clock and node.func.attr in CLOCK), "asks for the time"


def test_every_exception_is_needed():
    there = {(name_of(path), name) for path in MODULES for name in imports(path)}
    assert set(ALLOWED) <= there
    assert set(EDGES) <= {name_of(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path):
    own = layer_of(name_of(path))
    if own in ("__init__", "scaffold"):
        return
    for name in imports(path):
        if name.startswith("dossier") and layer_of(name) != "scaffold":
            assert LAYERS.index(layer_of(name)) <= LAYERS.index(own), f"imports {name}"


# Words of a source leave through `Source.shown`, `Source.pieces` and `Quote.shown` alone.
OUTSIDE = ("pages", "search", "exports", "site", "book")
RAW = {"unabridged", "excerpt", "exact", "verb", "all_spellings", "spelling"}
KEPT = {
    ("site/leaks.py", "excerpt"): "looks for what is withheld",
}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_page_and_no_file_is_made_of_words_that_rights_may_withhold(path):
    if layer_of(name_of(path)) not in OUTSIDE:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in RAW:
            assert (name_of(path), node.attr) in KEPT, f"line {node.lineno}: .{node.attr}"
    taken = {name.rpartition(".")[2] for name in imports(path)}
    assert not taken & {"excerpt", "evidence"}, "imports what holds whole texts"


def test_libraries_that_are_imported_are_declared():
    """Also those that come with others: what we import, we ask for."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    declared = {re.split(r"[=<>\[]", line)[0] for line in lines}
    modules = {"pyyaml": "yaml"}
    # markupsafe is Jinja2's own way to say that a text is escaped.
    ours = {modules.get(name, name) for name in declared} | {"dossier", "markupsafe"}
    found = {name.partition(".")[0] for path in MODULES for name in imports(path)}
    assert found - set(sys.stdlib_module_names) - {"__future__"} <= ours


def test_only_printing_needs_more_than_the_site():
    """Who builds the site installs none of the libraries of those who test and print."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    dev = {re.split(r"[=<>\[]", line)[0] for line in settings["dependency-groups"]["dev"]}
    need = {name_of(p) for p in MODULES if dev & {n.partition(".")[0] for n in imports(p)}}
    assert need == {"book/chromium.py", "book/pdf.py"}
    top = ast.parse((PACKAGE / "cli.py").read_text(encoding="utf-8")).body
    assert not [n for n in top if isinstance(n, ast.ImportFrom) and "book" in (n.module or "")]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_markup_is_written_in_python(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"</[a-z]+>|<(br|img|input|hr|div|span)\b", node.value) or (
                name_of(path) in ("site/stubs.py", "site/finish.py")
            ), node.value


def templates():
    return [path for path in sorted((PROJECT / "templates").iterdir()) if path.suffix != ".yml"]


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_templates_hold_no_words(path):
    found = ARABIC.findall(path.read_text(encoding="utf-8"))
    # The Arabic semicolon sets labels apart where a comma would be one of their own.
    assert set(found) <= {"،", "؛"}, f"{''.join(found)}: words belong in templates/words.yml"


def leaves(tree, path=""):
    for key, value in tree.items():
        below = f"{path}.{key}".strip(".")
        yield from leaves(value, below) if isinstance(value, dict) else [below]


def test_every_word_of_the_interface_is_used():
    words = yaml.safe_load((PROJECT / "templates/words.yml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in [*MODULES, *templates()]) + "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "overrides").rglob("*.html")
    )
    whole = set(re.findall(r"""["']([a-z_]+(?:\.[a-z0-9_-]+)+)["']""", code))
    nouns = re.findall(r"""count\(\s*["']([a-z]+)["']""", code)
    # `group("x")`, `words(f"x.{y}")`, `t("x." ~ y)`; a teller's traits by the name of the field.
    groups = re.findall(r"""group\(["']([a-z_.]+)["']\)""", code)
    begun = re.findall(r"""f?["']([a-z_]+\.[a-z_.]*)(?:\{|["']\s*~)""", code)
    fields = ["access", "interest"]
    starts = {*begun, *(f"{name}." for name in [*groups, *fields, *(f"counts.{n}" for n in nouns)])}
    unused = [
        key for key in leaves(words) if key not in whole and not key.startswith(tuple(starts))
    ]
    assert not unused, "\n".join(unused)


def names_of_the_dossier():
    """Its ids and names, long enough to be no other words."""
    files = files_of(PROJECT)
    actors = yaml.safe_load(files["seeds/actors.yml"])["actors"]
    outlets = {actor["id"] for actor in actors}
    found = {path.rpartition("/")[2].partition(".")[0] for path in files if "/sources/" in path}
    for actor in actors:
        found |= {actor["name"], *actor.get("spellings", ()), *actor["latin"]}
    found |= {name for name in outlets if len(name) > 4}
    # Words of the language that happen to name an actor of this dossier.
    return {name for name in found if len(name) > 4} - {
        *("العراق", "إيران", "Embassy", "Independent", "Parliament", "factions"),
    }


@pytest.mark.parametrize("folder", ["dossier", "templates", "overrides", "offline", "docs/assets"])
def test_nothing_of_the_dossier_is_in_the_code(folder):
    """Another dossier is another `seeds/` folder, and nothing else."""
    names = names_of_the_dossier()
    assert len(names) > 50
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names))) + r")(?!\w)", re.I)
    for path in sorted((PROJECT / folder).rglob("*")):
        if path.suffix in (".py", ".html", ".yml", ".md", ".css", ".js", ".svg"):
            found = pattern.findall(path.read_text(encoding="utf-8"))
            assert found == [], path.relative_to(PROJECT).as_posix()


def test_the_interface_counts_no_sources_visits_or_claims_by_hand():
    text = (PROJECT / "templates/words.yml").read_text(encoding="utf-8")
    text = text.partition("\ncounts:")[0]
    numbers = "الاثنان|الثلاثة|الأربعة|الأربع|الخمسة|الخمس|الستة"
    assert re.findall(rf"(?:المقالات|المصادر|الزيارات) (?:{numbers})", text) == []
