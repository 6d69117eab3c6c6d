import pytest

from dossier.compare.verdicts import comparisons
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"

# One claim of each source on the first visit, and two more of the first.
CLAIMS = {
    "A": "dived-saturday",
    "A2": "four-divers",
    "S": "raised-two",
    "S2": "box-closed",
    "R": "one-said-later",
}


def asked(mini, kind, *answers):
    """The comparison of a question to which the answers rest on the given claims."""
    given = "".join(
        f"      - {{id: a{number}, text: x, claims: [{', '.join(CLAIMS[c] for c in names)}]}}\n"
        for number, names in enumerate(answers)
    )
    question = f"  - id: probe\n    text: x\n    kind: {kind}\n    answers:\n{given}"
    if kind == "exclusive" and len(answers) > 1:
        question += "    missing: [x]\n"
    if not answers:
        question = f"  - id: probe\n    text: x\n    kind: {kind}\n"
    files = edited(mini, VISIT, "questions:\n", f"questions:\n{question}")
    return next(c for c in comparisons(checked(files)) if c.question.id == "probe")


def states(comparison):
    return [cell.state for cell in comparison.cells]


@pytest.mark.parametrize(
    ("kind", "answers", "verdict", "expected"),
    [
        ("exclusive", [], "unanswered", ["silent", "silent", "silent"]),
        ("open", [], "unanswered", ["silent", "silent", "silent"]),
        ("exclusive", ["A"], "single-source", ["agrees", "silent", "silent"]),
        ("open", ["A"], "single-source", ["agrees", "silent", "silent"]),
        ("exclusive", ["AS"], "agreed", ["agrees", "agrees", "silent"]),
        ("open", ["ASR"], "agreed", ["agrees", "agrees", "agrees"]),
        ("exclusive", ["A", "S"], "contradicted", ["contradicts", "contradicts", "silent"]),
        ("exclusive", ["AR", "S"], "contradicted", ["contradicts", "contradicts", "contradicts"]),
        ("open", ["A", "S"], "compatible", ["compatible", "compatible", "silent"]),
        ("open", ["AR", "S"], "compatible", ["compatible", "compatible", "compatible"]),
        ("exclusive", ["A", "2"], "contradicts-itself", ["contradicts", "silent", "silent"]),
        ("open", ["A", "2"], "single-source", ["agrees", "silent", "silent"]),
        # One source on both sides, another on one: the two do contradict each other.
        ("exclusive", ["AS", "2"], "contradicted", ["contradicts", "contradicts", "silent"]),
        ("open", ["AS", "2"], "compatible", ["compatible", "compatible", "silent"]),
        # Two sources each on both sides.
        ("exclusive", ["AS", "23"], "contradicted", ["contradicts", "contradicts", "silent"]),
    ],
)
def test_the_verdict_follows_from_who_answers_what(mini, kind, answers, verdict, expected):
    names = [[{"2": "A2", "3": "S2"}.get(letter, letter) for letter in group] for group in answers]
    found = asked(mini, kind, *names)
    assert found.verdict == verdict
    assert states(found) == expected


def test_every_kind_of_verdict_occurs_in_the_invented_dossier(dossier):
    verdicts = {c.question.id: c.verdict for c in comparisons(dossier)}
    assert verdicts == {
        "sinking-year": "contradicts-itself",
        "dives": "compatible",
        "anchors": "contradicted",
        "writing": "contradicts-itself",
        "day": "agreed",
        "finds": "compatible",
        "divers": "single-source",
        "company": "unanswered",
        "filmed": "contradicts-itself",
        "length": "single-source",
    }


def test_who_appeared_before_could_not_know(mini, dossier):
    filmed = next(c for c in comparisons(dossier) if c.question.id == "filmed")
    assert states(filmed) == ["could-not-know", "could-not-know", "contradicts"]


def test_who_says_nothing_of_a_visit_could_not_know_of_it(mini):
    """The third source appeared after the first visit, but tells nothing of it here."""
    old = "told_by: salma\n    voice: source\n    speaker: salma-darwish"
    files = edited(mini, VISIT, "source: 2019-10-01-return", "source: 2019-05-22-storm")
    files = edited(files, VISIT, "'النزول الأول رفع مرساة واحدة'", "'كان البحر هادئاً'")
    files = edited(files, VISIT, old, old.replace("told_by: salma", "told_by: author"))
    divers = next(c for c in comparisons(checked(files)) if c.question.id == "divers")
    assert states(divers) == ["agrees", "silent", "could-not-know"]


def test_who_might_have_appeared_after_is_silent(mini):
    path = f"seeds/sources/{STORM}.yml"
    for edtf in ("2019-05", "2019-05-22/.."):
        files = edited(mini, path, "edtf: '2019-05-22'", f"edtf: '{edtf}'")
        divers = next(c for c in comparisons(checked(files)) if c.question.id == "divers")
        (storm,) = (cell for cell in divers.cells if cell.source.id == STORM)
        assert storm.state == "silent"


def test_who_appears_on_the_day_itself_could_know(mini):
    path = f"seeds/sources/{RETURN}.yml"
    files = edited(mini, path, "edtf: '2019-10-01'", "edtf: '2019-09-10'")
    question = "questions:\n  - {id: probe, text: x, kind: open}\n"
    found = comparisons(checked(edited(files, SECOND, "questions:\n", question)))
    probe = next(c for c in found if c.question.id == "probe")
    assert states(probe) == ["could-not-know", "could-not-know", "silent"]


def test_a_question_across_visits_asks_those_who_tell_of_any_of_them(dossier):
    found = {c.question.id: c for c in comparisons(dossier)}
    assert states(found["dives"]) == ["compatible", "silent", "compatible"]
    assert states(found["sinking-year"]) == ["silent", "contradicts", "silent"]


def test_an_unanswered_question_across_visits_leaves_the_sources_silent(mini):
    question = b"  - {id: probe, text: x, kind: open}\n"
    path = "seeds/questions.yml"
    compared = comparisons(checked({**mini, path: mini[path] + question}))
    probe = next(c for c in compared if c.question.id == "probe")
    assert states(probe) == ["silent", "silent", "silent"]


def test_each_answer_has_its_own_origins(dossier):
    anchors = next(c for c in comparisons(dossier) if c.question.id == "anchors")
    assert [(o.outlets, o.fewest, o.most) for o in anchors.answer_origins] == [(2, 2, 2), (1, 1, 1)]
    assert [cell.source.id for cell in anchors.cells] == [ANCHOR, STORM, RETURN]
    assert [[a.id for a in cell.answers] for cell in anchors.cells] == [["one"], ["two"], ["one"]]


def test_questions_across_visits_come_first_then_visit_by_visit(dossier):
    assert [c.question.visit for c in comparisons(dossier)] == [
        None, None, *["2019-05"] * 6, *["2019-09"] * 2,
    ]  # fmt: skip
