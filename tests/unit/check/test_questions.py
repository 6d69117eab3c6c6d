from dossier.check.questions import check
from tests.helpers import edited, loaded

VISIT = "seeds/visits/2019-05.yml"


def found(files):
    return [str(problem) for problem in check(loaded(files))]


def test_an_answer_rests_on_a_claim(mini):
    assert found(edited(mini, VISIT, "claims: [four-divers]}", "claims: []}")) == [
        f"{VISIT}:160:43: error: questions[4].answers[0].claims must name a claim that the answer "
        "rests on"
    ]
    assert found(edited(mini, VISIT, ", claims: [four-divers]}", "}")) == [
        f"{VISIT}:160:9: error: questions[4].answers[0].claims must name a claim that the answer "
        "rests on"
    ]


def test_no_claim_stands_on_two_sides_however_it_is_written(mini):
    for name in ("raised-one", "2019-05.raised-one"):
        (message,) = found(
            edited(mini, VISIT, "claims: [raised-two]}\n    note", f"claims: [{name}]}}\n    note")
        )
        assert message.endswith(f"must not name {name}, which the answer one names already")


def test_no_answer_names_a_claim_twice(mini):
    (message,) = found(
        edited(mini, VISIT, "[raised-one, one-said-later]", "[raised-one, raised-one]")
    )
    assert message.endswith("claims[1] must not name raised-one, which this answer names already")


def test_a_question_without_answers_is_fine_and_so_is_a_claim_in_two_questions(mini):
    assert found(mini) == []
