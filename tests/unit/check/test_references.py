import pytest

from tests.helpers import ANCHOR, RETURN, STORM, edited, messages

VISIT, SECOND = "seeds/visits/2019-05.yml", "seeds/visits/2019-09.yml"
STORM_RECORD, RETURN_RECORD = (f"seeds/sources/{name}.yml" for name in (STORM, RETURN))


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (SECOND, "{source: 2019-10-01-return", "{source: 2019-10-01-returned",
         "when.evidence[0].source must name a source, 2019-10-01-returned is none; "
         "did you mean '2019-10-01-return'?"),
        (SECOND, "told_by: port-source", "told_by: port-sorce",
         "claims[1].told_by must name a teller of 2019-10-01-return, port-sorce is none; "
         "did you mean 'port-source'?"),
        (SECOND, "topic: finds\n    told_by: port-source", "topic: find\n    told_by: port-source",
         "claims[1].topic must name a topic of seeds/dossier.yml, find is none; "
         "did you mean 'finds'?"),
        (SECOND, "claims: [filmed-bow]", "claims: [filmed-bows]",
         "questions[0].answers[0].claims[0] must name a claim, filmed-bows is none; "
         "did you mean 'filmed-bow'?"),
        (SECOND, "speaker: divers-leader", "speaker: diver-leader",
         "claims[3].speaker must name an actor, diver-leader is none; "
         "did you mean 'divers-leader'?"),
        (VISIT, "where: [cape-wind]", "where: [cape-wnd]",
         "where[0] must name an actor, cape-wnd is none; did you mean 'cape-wind'?"),
        (VISIT, "claims: [dived-saturday, four-divers]", "claims: [dived-saturday, xyz]",
         "summary[0].claims[1] must name a claim of this visit, xyz is none"),
        (STORM_RECORD, "relays: [diver, museum-staff]", "relays: [divers, museum-staff]",
         "tellers[2].relays[0] must name a teller of this source, divers is none; "
         "did you mean 'diver'?"),
        (RETURN_RECORD, "outlet: null", "outlet: the-sale\noutlet_evidence: 'Deep Blue News'",
         "outlet must name an actor, the-sale is none; did you mean 'the-sail'?"),
        ("seeds/dossier.yml", "'2019-05-20-anchor/sailor'", "'2019-05-20-anchor/sailer'",
         "teller_pairs[1].tellers[0] must name a teller (<source>/<teller>), "
         "2019-05-20-anchor/sailer is none; did you mean '2019-05-20-anchor/sailor'?"),
        ("seeds/questions.yml", "2019-09.returned", "2019-09.return",
         "questions[1].answers[1].claims[0] must name a claim, 2019-09.return is none; "
         "did you mean '2019-09.returned'?"),
        ("seeds/questions.yml", "topic: history", "topic: histori",
         "questions[0].topic must name a topic of seeds/dossier.yml, histori is none; "
         "did you mean 'history'?"),
    ],
)  # fmt: skip
def test_a_name_that_is_none_is_told_with_the_one_that_is_meant(mini, path, old, new, message):
    assert [m.partition(": error: ")[2] for m in messages(edited(mini, path, old, new))] == [
        message
    ]


def test_the_article_itself_can_stand_in_a_pair(mini):
    pair = "'2019-05-20-anchor/sailor'"
    assert messages(edited(mini, "seeds/dossier.yml", pair, f"'{ANCHOR}/author'")) == []


def test_a_question_of_a_visit_may_rest_on_claims_of_another(mini):
    files = edited(mini, SECOND, "claims: [three-days]", "claims: [2019-05.raised-one]")
    assert messages(files) == []


def test_an_actor_that_nothing_names_is_told(mini):
    actor = "  - {id: ghost, kind: person, name: 'شبح', latin: [Ghost]}\n"
    files = {**mini, "seeds/actors.yml": mini["seeds/actors.yml"] + actor.encode()}
    assert messages(files) == [
        "seeds/actors.yml:53:10: error: actors[10].id must be named by a record or occur in a "
        "source, ghost is not"
    ]


def test_a_spelling_that_stands_nowhere_is_told(mini):
    files = edited(mini, "seeds/actors.yml", "['رأس الريح']", "['رأس الريح', 'راس الريح']")
    assert messages(files) == [
        "seeds/actors.yml:22:30: error: actors[3].spellings[1] must occur in a source, "
        "«راس الريح» does not"
    ]


def test_who_relays_whom_does_not_go_round(mini):
    old = "label: 'غواص'\n"
    assert messages(edited(mini, STORM_RECORD, old, f"{old}    relays: [coast-radio]\n")) == [
        f"{STORM_RECORD}:16:13: error: tellers[0].relays must not lead back to the teller itself"
    ]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        # The item has a mistake, but it is there, so whoever refers to it is right.
        (STORM_RECORD, "number: 2", "number: two"),
        (SECOND, "statement: 'صوّر الفريق المقدمة'\n", "\n"),
        ("seeds/actors.yml", "kind: person\n    name: 'سلمى", "kind: man\n    name: 'سلمى"),
        ("seeds/dossier.yml", "{id: finds, label: 'ما رُفع من الحطام'}", "{id: finds}"),
        # The last record that names an actor has a mistake elsewhere.
        (
            SECOND,
            "voice: source\n    speaker: divers-leader",
            "voice: v\n    speaker: divers-leader",
        ),
        # Files of which nothing can be said.
        (SECOND, "participants:", "participants: ["),
        ("seeds/actors.yml", "id: north-star", "id: [north-star"),
        ("seeds/dossier.yml", "subject:", "subject: ["),
        ("seeds/questions.yml", "id: dives", "id: [dives"),
        (f"seeds/sources/{ANCHOR}.yml", "basis: printed", "basis: [printed"),
        (f"seeds/sources/{ANCHOR}.yml", "basis: printed", "basis: print"),
        (STORM_RECORD, "basis: inferred", "basis: [inferred"),
        (RETURN_RECORD, "basis: printed", "basis: [printed"),
    ],
)
def test_a_mistake_makes_no_other_record_wrong(mini, path, old, new):
    found = messages(edited(mini, path, old, new))
    assert [message.partition(":")[0] for message in found] == [path]


@pytest.mark.parametrize("name", [ANCHOR, STORM, RETURN])
@pytest.mark.parametrize("kind", ["txt", "yml"])
def test_a_file_that_is_missing_makes_no_other_wrong(mini, name, kind):
    missing = f"seeds/sources/{name}.{kind}"
    assert len(messages({path: data for path, data in mini.items() if path != missing})) == 1


def test_a_text_that_cannot_be_read_makes_no_spelling_wrong(mini):
    path = f"seeds/sources/{RETURN}.txt"
    found = messages({**mini, path: mini[path] + b"\xff"})
    assert [message.partition(":")[0] for message in found] == [path]
