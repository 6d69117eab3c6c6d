import pytest

from tests.helpers import edited, messages

RECORD = "seeds/dossier.yml"


def with_minimum(files, sources=3, visits=2, claims=17):
    line = f"minimum: {{sources: {sources}, visits: {visits}, claims: {claims}}}\ntopics:\n"
    return edited(files, RECORD, "topics:\n", line)


def of_the_minimum(files):
    return [message for message in messages(files) if ": error: minimum." in message]


def test_what_is_there_is_enough(mini):
    assert of_the_minimum(with_minimum(mini)) == []


@pytest.mark.parametrize(
    ("what", "least", "there"), [("sources", 4, 3), ("visits", 3, 2), ("claims", 18, 17)]
)
def test_one_less_is_told_where_the_minimum_stands(mini, what, least, there):
    [message] = messages(with_minimum(mini, **{what: least}))
    assert message.startswith(f"{RECORD}:9:")
    assert f"minimum.{what} must be met: at least {least} {what}, there are {there};" in message


def test_a_visit_that_is_gone_takes_its_claims_with_it(mini):
    files = with_minimum({path: d for path, d in mini.items() if "visits/2019-09" not in path})
    assert [m.partition(" must be met")[0].rpartition(" ")[2] for m in of_the_minimum(files)] == [
        "minimum.visits",
        "minimum.claims",
    ]


@pytest.mark.parametrize("data", [b"[", b"\xff", b"claims: 7"], ids=repr)
def test_what_is_there_but_broken_is_not_lost(mini, data):
    files = with_minimum({**mini, "seeds/visits/2019-09.yml": data}, claims=10)
    assert [m for m in of_the_minimum(files) if "minimum.visits" in m] == []


def test_a_claim_with_a_mistake_counts(mini):
    files = edited(with_minimum(mini), "seeds/visits/2019-05.yml", "told_by: sailor", "tld_by: x")
    assert messages(files)
    assert of_the_minimum(files) == []
