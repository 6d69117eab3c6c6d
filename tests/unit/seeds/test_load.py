import time
from pathlib import PureWindowsPath
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.seeds.load import closest, id_fault, load
from tests.helpers import ANCHOR, RETURN, STORM, edited, messages

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"


def one(files):
    """The only problem, without its path."""
    (message,) = messages(files)
    return message.partition(": error: ")[2]


def test_the_invented_dossier_has_no_problem(mini):
    assert messages(mini) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (SECOND, "title: 'النزول الثاني، أيلول 2019'\n", "", "title must be given"),
        (SECOND, "    quote: 'الفريق صوّر المقدمة'\n", "", "claims[1].quote must be given"),
        (SECOND, "'الفريق صوّر المقدمة'", "[]", "claims[1].quote must not be empty"),
        (SECOND, "'الفريق صوّر المقدمة'", "{}", "claims[1].quote must be given"),
        (SECOND, "statement: 'صوّر الفريق المقدمة'", "statment: 'x'\n    statement: 'y'",
         "claims[1].statment must be a known key; did you mean 'statement'?"),
        (SECOND, "title:", "zzz: 1\ntitle:", "zzz must be a known key"),
        (VISIT, "note: 'يتفق المقالان على السبت.'", "nots: 'x'",
         "when.nots must be a known key; did you mean 'note'?"),
        (VISIT, "prefix:", "prefx:",
         "claims[10].quote.prefx must be a known key; did you mean 'prefix'?"),
        (SECOND, "kind: open", "kind: opne", "questions[1].kind must be 'exclusive' or 'open'"),
        (SECOND, "[2019-09-10..2019-09-14]", "أيلول 2019",
         "when.edtf must be an EDTF date, such as 2020-11-18, 2020-11, [2020-08-01..2020-08-17]"),
        (VISIT, "counted_from: published\n    - source", "counted_from: 2019-05\n    - source",
         "when.evidence[0].counted_from must be 'published' or a day, such as 2020-11-21"),
        (SECOND, "'صوّر الفريق المقدمة'", "''", "claims[1].statement must not be empty"),
        (SECOND, "'صوّر الفريق المقدمة'", "'صوّر \u202eالفريق'",
         "claims[1].statement must not hold the invisible character U+202E"),
        (SECOND, "'صوّر الفريق المقدمة'", "[a]", "claims[1].statement must be text"),
        (SECOND, "claims: [three-days]", "claims: three-days",
         "questions[1].answers[0].claims must be a list"),
        (SECOND, "'عاد الفريق إلى الحطام'", "null", "claims[0].statement must be text"),
        (f"seeds/sources/{STORM}.yml", "number: 2", "number: اثنان",
         "tellers[1].number must be a whole number from 1, in digits 0-9, or null"),
        (f"seeds/sources/{STORM}.yml", "number: 2", "number: 0",
         "tellers[1].number must be a whole number from 1, in digits 0-9, or null"),
        (f"seeds/sources/{STORM}.yml", "id: coast-radio", "id: Coast Radio",
         "tellers[3].id must consist of a-z, 0-9 and single hyphens"),
        (f"seeds/sources/{ANCHOR}.yml", "https://harbour", "javascript://harbour",
         "url must be an http or https address"),
        (f"seeds/sources/{RETURN}.yml", "named: true", "named: yes",
         "tellers[0].named must be true or false"),
        ("seeds/dossier.yml", "language: ar", "language: en", "language must be 'ar'"),
        ("seeds/dossier.yml", "CC0-1.0", "[CC0-1.0]", "licence.data must be text"),
        ("seeds/actors.yml", "latin: ['Coast Radio']", "latin: []",
         "actors[8].latin must not be empty"),
        ("seeds/actors.yml", "latin: ['Coast Radio']", "latin: ['Coast Radio', '']",
         "actors[8].latin[1] must not be empty"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem_that_says_what_must_be(mini, path, old, new, message):
    assert one(edited(mini, path, old, new)) == message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SECOND, "id: filmed-bow\n", "id: ''\n"),
        (SECOND, "id: filmed-bow\n", f"id: {'a' * 81}\n"),
        ("seeds/dossier.yml", "'2019-05-22-storm/diver']", "'2019-05-22-storm/diver', x]"),
    ],
    ids=["empty", "too long", "three for two"],
)
def test_every_message_says_what_must_be_in_our_words(mini, path, old, new):
    found = [m for m in messages(edited(mini, path, old, new)) if m.startswith(path)]
    assert " must " in found[0]


@pytest.mark.parametrize("name", ["dossier", "actors"])
def test_what_every_dossier_needs_must_be_there(mini, name):
    path = f"seeds/{name}.yml"
    files = {p: data for p, data in mini.items() if p != path}
    assert messages(files) == [f"{path}:1:1: error: must be there"]


def test_a_file_that_is_no_map_is_one_problem(mini):
    assert messages({**mini, "seeds/questions.yml": b"- a\n"}) == [
        "seeds/questions.yml:1:1: error: must be a map of keys and values"
    ]


def test_the_rest_of_a_file_is_kept_when_one_item_is_wrong(mini):
    seeds, problems = load(
        edited(mini, SECOND, "topic: finds\n    told_by: port-source", "topic: finds")
    )
    assert [problem.field for problem in problems] == ["claims[1].told_by"]
    (_, second) = seeds.visits
    assert [claim.id for claim in second.model.claims] == ["returned", "filmed-stern", "three-days"]
    assert second.problem(("claims", 1, "id"), "must").line == 27, "the line of filmed-stern"


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        ("سطر\nثان ".encode() + "كلام".encode("cp1256"), 2, 5, "must be UTF-8"),
        ("سطر\nثان\0".encode(), 2, 4, "must not hold U+0000"),
        ("سطر\r\nثان\rثالث\0".encode(), 3, 5, "must not hold U+0000"),
    ],
    ids=["not UTF-8", "NUL", "lines of other systems"],
)
def test_a_text_that_cannot_be_shown_is_refused_in_its_place(data, line, column, message):
    path = "seeds/sources/a.txt"
    seeds, problems = load({path: data})
    assert [str(p) for p in problems if p.path == path] == [
        f"{path}:{line}:{column}: error: {message}"
    ]
    assert seeds.broken == {path}


def test_a_text_keeps_every_character_but_a_byte_order_mark():
    data = "\ufeff  سطر\r\n\u00a0ثان\n".encode()
    seeds, _ = load({"seeds/sources/a.txt": data})
    assert seeds.texts["a"].text == "  سطر\r\n\u00a0ثان\n"


@pytest.mark.parametrize(
    ("stem", "fine"),
    [
        ("a", True),
        ("2020-11-22-breakfast", True),
        ("a" * 80, True),
        ("a" * 81, False),
        ("A", False),
        ("a_b", False),
        ("a--b", False),
        ("-a", False),
        ("زيارة", False),
        ("con", False),
        ("index", False),
        ("com1", False),
        ("a.b", False),
        ("a b", False),
        ("a\n", False),
    ],
)
def test_files_are_named_so_that_every_system_and_address_can_hold_them(stem, fine):
    _, problems = load({f"seeds/sources/{stem}.txt": b"x"})
    assert any(p.path.endswith(".txt") for p in problems) != fine


@given(
    st.lists(
        st.one_of(
            st.text("abAB01-_./\\ :%~\n\0é\u0301ſKı", max_size=9),
            st.from_regex("[a-z0-9-]{1,90}", fullmatch=True),
            st.sampled_from(["con", "CON", "nul.txt", "..", ".", "lpt9", "index", "a/../../b"]),
        )
    )
)
def test_names_that_are_accepted_are_apart_on_every_system_and_stay_in_their_folder(names):
    accepted = {name for name in names if id_fault(name) is None}
    assert len({normalize("NFC", name.casefold()) for name in accepted}) == len(accepted)
    for name in accepted:
        assert quote(name, safe="") == name
        assert normpath(f"/site/visits/{name}/index.html") == f"/site/visits/{name}/index.html"
        assert not PureWindowsPath(f"{name}.yml").is_reserved()
        assert len(name) <= 80


def test_the_closest_name_is_close():
    assert closest("retuned", ["returned", "filmed"]) == "returned"
    assert closest("xyz", ["returned", "filmed"]) is None
    assert closest("x", []) is None


def test_a_dossier_without_a_visit_or_a_source_is_told(mini):
    for folder, what in (("visits", "visit"), ("sources", "source")):
        files = {p: d for p, d in mini.items() if not p.startswith(f"seeds/{folder}/")}
        assert f"seeds/{folder}:1:1: error: must hold a {what}" in messages(files)


def test_a_key_misspelt_is_one_problem_not_two(mini):
    found = messages(edited(mini, VISIT, "title: 'النزول الأول", "titel: 'النزول الأول"))
    assert found == [f"{VISIT}:2:1: error: titel must be a known key; did you mean 'title'?"]


def test_a_list_whose_only_item_is_wrong_is_not_called_empty(mini):
    path = "seeds/dossier.yml"
    text = mini[path].decode()
    start = text.index("topics:\n") + len("topics:\n")
    end = next(
        i
        for i in range(start, len(text))
        if text[i] not in " " and text[i - 1] == "\n" and text[i] != " "
    )
    only = {**mini, path: (text[:start] + "  - {id: finds}\n" + text[end:]).encode()}
    found = [line for line in messages(only) if line.startswith(path)]
    assert found == [
        f"{path}:{text[:start].count(chr(10)) + 1}:5: error: topics[0].label must be given"
    ]


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u061c"])
def test_an_address_holds_nothing_that_reorders_it(mini, letter):
    path = "seeds/sources/2019-05-20-anchor.yml"
    files = edited(mini, path, "https://harbour.example/", f"https://harbour.example/{letter}")
    assert one(files) == f"url must not hold the invisible character U+{ord(letter):04X}"


@pytest.mark.parametrize(
    "url",
    [
        *("http://[x", "ftp://a.example", "http://", "https://a.example:0/", "x", "//a.example/"),
        *("data:text/html,x", "java\tscript:x", " https://a.example/", "https://a.example/ x"),
        *("https://a.example/<b>", 'https://a.example/"onclick="x', "https://a.example/\\x"),
    ],
)
def test_an_address_must_be_one(mini, url):
    path = "seeds/sources/2019-05-20-anchor.yml"
    files = edited(mini, path, "https://harbour.example/anchor?a=1&b=2", url)
    assert [line.partition("error: ")[2] for line in messages(files)] == [
        "url must be an http or https address"
    ]


def test_a_file_full_of_faults_takes_time_by_its_length(mini):
    many = b"questions:\n" + b"- {}\n" * 4000
    started = time.process_time()
    _, problems = load({**mini, "seeds/questions.yml": many})
    assert len(problems) >= 4000
    assert time.process_time() - started < 15  # a minute and more, when each was held to each
