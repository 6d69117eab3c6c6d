from dossier.check.identity import check
from tests.helpers import ANCHOR, RETURN, edited, loaded

VISIT = "seeds/visits/2019-05.yml"


def found(files):
    return [str(problem) for problem in check(loaded(files))]


def test_an_id_may_be_left_to_the_name_of_the_file(mini):
    assert found(edited(mini, VISIT, "id: 2019-05\n", "")) == []


def test_an_id_that_is_given_is_the_name_of_the_file(mini):
    assert found(edited(mini, VISIT, "id: 2019-05\n", "id: 2019-06\n")) == [
        f"{VISIT}:1:5: error: id must be 2019-05, as the file is named"
    ]


def test_ids_are_unique_where_they_are_looked_up_and_only_there(mini):
    files = edited(mini, VISIT, "id: headline\n", "id: no-writing\n")
    assert found(files) == [
        f"{VISIT}:117:9: error: claims[12].id must be unique, no-writing is used before"
    ]
    # A claim of one visit may be called as one of another, a question as a claim.
    files = edited(mini, VISIT, "id: headline\n", "id: returned\n")
    assert found(edited(files, VISIT, "id: company\n", "id: returned\n")) == []


def test_an_altered_text_is_noticed(mini):
    path = f"seeds/sources/{RETURN}.txt"
    (message,) = found({**mini, path: mini[path] + b"\n"})
    assert message.startswith(f"seeds/sources/{RETURN}.yml:5:9: error: sha256 must be the SHA-256")


def test_a_record_needs_its_text_and_a_text_its_record(mini):
    text, record = f"seeds/sources/{RETURN}.txt", f"seeds/sources/{ANCHOR}.yml"
    files = {path: data for path, data in mini.items() if path not in (text, record)}
    assert found(files) == [
        f"seeds/sources/{ANCHOR}.txt:1:1: error: must have a record, {ANCHOR}.yml beside it",
        f"seeds/sources/{RETURN}.yml:1:1: error: must have its original text, "
        f"{RETURN}.txt beside it",
    ]


def test_no_teller_may_be_called_as_the_articles_own_voice(mini):
    path = f"seeds/sources/{RETURN}.yml"
    (message,) = found(edited(mini, path, "id: other-port-source", "id: author"))
    assert message.endswith("id must not be author, which stands for the article's own voice")
