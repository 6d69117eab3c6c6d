import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.seeds.strict_yaml import MAX_BYTES, MAX_DEPTH, dotted, find, plain, prune, read
from tests.helpers import as_yaml
from tests.strategies import line


def tree(text):
    node, problems = read("f.yml", text.encode())
    assert not problems
    return node


def refusal(data):
    """Line, column and message of the one problem of a file that is refused."""
    node, problems = read("f.yml", data if isinstance(data, bytes) else data.encode())
    (problem,) = problems
    assert node is None
    assert problem.path == "f.yml"
    return problem.line, problem.column, problem.message


@pytest.mark.parametrize(
    "written",
    ["NO", "yes", "on", "12:30", "2020-13-45", "2020-11-18", "1_000", "017", "0x1F", "1e3", ".inf",
     "=", "true", "Null", "3.10", "-5"],
)  # fmt: skip
def test_text_stays_what_it_looks_like(written):
    assert plain(tree(f"a: {written}")) == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_none_unless_it_is_quoted(written):
    assert plain(tree(f"a: {written}")) == {"a": None}
    assert plain(tree(f"a: '{written}'")) == {"a": written}


def test_every_value_has_its_place():
    node = tree("أول: واحد\nثان:\n  - {ب: ج}\n  - |\n    سطر\n")
    assert plain(node) == {"أول": "واحد", "ثان": [{"ب": "ج"}, "سطر\n"]}
    inner = find(node, ("ثان", 0, "ب"))
    assert (inner.line, inner.column, inner.text) == (3, 9, "ج")
    assert dotted(inner.path) == "ثان[0].ب"
    assert find(node, ("ثان", 7, "x")).path == ("ثان",), "the nearest one above"


def test_a_byte_order_mark_is_no_content():
    assert plain(tree("\ufeffa: b")) == {"a": "b"}


def test_windows_line_ends_are_fine():
    node = tree("a: b\r\nc: 'd'\r\n")
    assert plain(node) == {"a": "b", "c": "d"}
    assert (find(node, ("c",)).line, find(node, ("c",)).column) == (2, 4)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "must not be empty"),
        ("# only a comment\n", 1, 1, "must not be empty"),
        ("a: &x b", 1, 4, "must not use an anchor (&); put the text in quotes"),
        ("a: b\nc: *a", 2, 4, "must not use an alias (*)"),
        ("a: !!str b", 1, 4, "must not use a tag (!); put the text in quotes"),
        ("a: !x [b]", 1, 4, "must not use a tag (!); put the text in quotes"),
        ("a: b\n<<: {c: d}", 2, 1, "must not use a merge key (<<)"),
        ("%YAML 1.1\n---\na: b", 1, 1, "must not hold a directive"),
        ("%TAG ! tag:x,2000:\n---\na: b", 1, 1, "must not hold a directive"),
        ("a: b\n---\nc: d", 2, 1, "must hold one document"),
        ("a:\n  - b\n  - [c]: d", 3, 5, "must have text as keys"),
        ("a: b # c", 1, 4, "must not be followed by ' #': put the text in quotes"),
        ("x: y\nقال: كلام #وسم", 2, 6, "must not be followed by ' #': put the text in quotes"),
        ('a: "\\0"', 1, 4, "must not hold U+0000"),
        ('a: "\\e"', 1, 4, "must not hold U+001B"),
        ("\ufeff\ufeffa: b", 1, 1, "must not hold U+FEFF, which YAML changes or refuses"),
        ("a: b\u2028c", 1, 5, "must not hold U+2028, which YAML changes or refuses"),
        ("a: b\nc: d\u0085", 2, 5, "must not hold U+0085, which YAML changes or refuses"),
        ("a: b\nقال: 'كلام\x07'", 2, 11, "must not hold U+0007, which YAML changes or refuses"),
    ],
    ids=repr,
)
def test_what_could_be_misread_is_refused_in_its_place(text, line, column, message):
    assert refusal(text) == (line, column, message)


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("a: [b", 1, 6, "must be YAML: did not find expected ',' or ']'"),
        ("a: b: c", 1, 5, "must be YAML: mapping values are not allowed in this context"),
        ("a: 'b", 1, 4, "must be YAML: found unexpected end of stream"),
        ("a:\n\t- b", 2, 1, "must be YAML: found character that cannot start any token"),
    ],
)
def test_broken_yaml_is_one_problem_that_says_how_to_mend_it(text, line, column, reason):
    found = refusal(text)
    assert found[2].startswith(reason)
    assert found[2].endswith("must stand in quotes")
    assert abs(found[0] - line) <= 1, "the parser may point to where it noticed"


def test_bytes_that_are_not_utf_8_are_found_where_they_stand():
    assert refusal("a: b\nقال: ".encode() + "كلام".encode("cp1256")) == (2, 6, "must be UTF-8")


def test_size_and_depth_have_limits():
    assert refusal(b"a" * (MAX_BYTES + 1)) == (1, 1, "must not be larger than 2,000,000 bytes")
    assert plain(tree("[" * MAX_DEPTH + "]" * MAX_DEPTH)) is not None
    assert refusal("[" * 20_000) == (
        1, MAX_DEPTH + 1, f"must not be nested deeper than {MAX_DEPTH}"
    )  # fmt: skip


def test_the_first_of_two_equal_keys_counts_and_the_second_is_named():
    node, (problem,) = read("f.yml", b"a: {b: 1, c: 2, b: 3}\n")
    assert plain(node) == {"a": {"b": "1", "c": "2"}}
    assert str(problem) == "f.yml:1:17: error: a.b must be given once (first at line 1)"


def test_a_comment_after_a_quoted_text_or_on_its_own_line_is_fine():
    assert plain(tree("# x\na: 'b' # y\nc: # z\n  - d#e\n")) == {"a": "b", "c": ["d#e"]}


def test_an_item_can_be_taken_out_and_its_neighbours_keep_their_paths():
    node = prune(tree("a: [x, {k: v}, z]\nb: c"), {("a", 1)})
    assert plain(node) == {"a": ["x", "z"], "b": "c"}
    assert find(node, ("a", 1)).path == ("a", 2)
    assert plain(prune(tree("a: [[x, y]]"), {("a", 0, 1)})) == {"a": [["x"]]}


def test_items_are_taken_out_together():
    items = {("a", 0), ("a", 2), ("a", 1, 0), ("b", "c", 0)}
    assert plain(prune(tree("a: [x, [y, z], w]\nb: {c: [v]}"), items)) == {
        "a": [["z"]],
        "b": {"c": []},
    }


def test_what_holds_no_list_goes_as_a_whole():
    assert prune(tree("a: b"), {()}) is None
    assert prune(tree("a: [x]\nb: c"), {("a", 0), ("b",)}) is None


PIECES = (
    *("a", "ق", "'", '"', "|", ">", "&a ", "*a", "!x ", "%", "@", "`", "#", " #", "- ", "? ", ": "),
    *("{", "}", "[", "]", ",", "<<: ", "---\n", "...\n", "\n", "\n  ", "\r\n", "\r", "\t", "\\"),
    *(
        "\\0",
        "\\x41",
        "\\ud800",
        "null",
        "~",
        "\0",
        "\x07",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
    ),
)


@given(
    st.lists(st.one_of(st.sampled_from(PIECES).map(str.encode), st.binary(max_size=3)), max_size=30)
)
@settings(max_examples=500)
def test_any_bytes_are_a_tree_or_problems_that_stand_in_the_file(pieces):
    data = b"".join(pieces)
    node, problems = read("f.yml", data)
    assert (node is None) <= bool(problems)
    lines = re.split("\r\n|[\r\n]", data.decode("utf-8", "replace"))
    for problem in problems:
        assert problem.message.startswith("must ")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


keys = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=5).filter("<<".__ne__)
trees = st.recursive(
    st.none() | line,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(keys, below, max_size=4),
    max_leaves=12,
).filter(lambda tree: depth(tree) <= MAX_DEPTH)


def depth(tree):
    below = tree if isinstance(tree, list) else tree.values() if isinstance(tree, dict) else ()
    return 1 + max(map(depth, below), default=0)


@given(trees)
def test_what_is_written_carefully_is_read_as_it_was_meant_and_in_its_place(tree):
    text, lines = as_yaml(tree)
    node, problems = read("f.yml", text.encode())
    assert problems == []
    assert plain(node) == tree
    for path, number in lines.items():
        assert find(node, path).line == number
