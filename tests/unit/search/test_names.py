import pytest

from dossier.search.analyser import Analyser
from dossier.search.names import concepts, key_of
from dossier.seeds.models import ActorRecord
from tests.unit.search.tables_of_tests import tables


def actor(**fields):
    usual = {"id": "x", "kind": "person", "name": "سلمى درويش", "latin": ("Salma Darwish",)}
    return ActorRecord.model_validate({**usual, **fields})


def of_actor(**fields):
    (concept,) = concepts(Analyser(tables()), [actor(**fields)])
    return concept


def of_table(*names, **words):
    (concept,) = concepts(Analyser(tables(synonyms=(names,), **words)), [])
    return concept


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("الحوض الجاف", ("حوض", "جاف")),
        ("حوض جاف", ("حوض", "جاف")),
        ("والحوض", ("حوض",)),
        ("al-Bahri", ("bahri",)),
        ("Bahri", ("bahri",)),
        ("The Port of Cape Wind", ("port", "cape", "wind")),
        ("Umm al-Bahr", ("umm", "bahr")),
        ("al", ("al",)),
        ("Sa'id", ("said",)),
        ("P.A.", ("p",)),
        ("م. ب.", ("م", "ب")),
        ("=الأحد", ("الاحد",)),
        ("مرفأ ٧", ("مرفا", "7")),
        ("…", ()),
    ],
)
def test_a_name_is_looked_up_by_its_words_without_articles(written, name):
    assert key_of(Analyser(tables()), written) == " ".join(name)


def named(concept):
    """How texts name it, each word by its shortest base."""
    return tuple(tuple(bases[-1] for bases in name) for name in concept.names)


def test_every_name_of_a_thing_leads_to_every_other():
    concept = of_table("المرفأ", "ميناء البحر", "Port")
    assert named(concept) == (("مرفا",), ("مينا", "بحر"), ("port",))
    assert {"مرفا", "مينا بحر", "port"} <= set(concept.keys)
    assert concept.last_keys == ()
    assert not concept.proper


def test_an_arabic_name_of_two_words_is_also_looked_for_written_together():
    keys = of_table("عبد البحر", "Abd al-Bahr", "أم عبد البحر").keys
    assert set(keys) == {"عبد بحر", "عبدالبحر", "abd bahr", "ام عبد بحر"}


def test_a_name_that_is_a_noun_is_looked_for_under_its_plurals_too():
    sailors = (("بحّار", "بحارة", "بحاحير"),)
    assert {"بحار", "بحاره", "بحاحير"} <= set(of_table("بحّار", "Sailor", lexemes=sailors).keys)


def test_a_name_that_is_the_plural_of_another_noun_is_not():
    keys = of_table("بحّار", "Sailor", lexemes=(("سفينة", "بحّار"),)).keys
    assert set(keys) == {"بحار", "sailor"}


def test_a_person_is_found_by_every_latin_name_and_by_short_ones():
    concept = of_actor(
        latin=("Salma Darwish", "Darweesh"),
        spellings=("سلمى درويش", "درويش"),
        other_spellings=("سلمى", "أم درويش"),
    )
    assert named(concept) == (("سلمي", "درويش"), ("درويش",), ("سلمي",), ("ام", "درويش"))
    assert set(concept.keys) == {"salma darwish", "darweesh", "درويش", "سلمي"}
    assert concept.proper


def test_a_longer_name_stands_for_a_shorter_one_only_at_last():
    concept = of_actor(spellings=("درويش",))
    assert {"سلمي درويش", "سلميدرويش"} == set(concept.last_keys)
    assert not set(concept.keys) & set(concept.last_keys)


def test_the_names_of_a_group_are_not_spellings_of_one_another():
    concept = of_actor(
        kind="group", name="الغواصون", latin=("divers",), spellings=("فريق النزول", "الفريق")
    )
    assert named(concept) == (("غواصون",), ("فريق", "نزول"), ("فريق",))
    assert (concept.keys, concept.last_keys) == (("divers",), ())


def test_a_name_with_an_aside_names_nobody():
    concept = of_actor(name="الشراع (صحيفة)", latin=("The Sail",), spellings=("صحيفة الشراع",))
    assert named(concept) == (("صحيفه", "شراع"),)
    assert not any(key in ("شراع", "شراع صحيفه") for key in (*concept.keys, *concept.last_keys))


def test_an_actor_that_has_no_other_name_is_no_concept():
    nameless = actor(name="الربان (قارب)")
    assert concepts(Analyser(tables()), [nameless]) == []


def test_the_table_comes_before_the_actors_and_both_in_order():
    analyser = Analyser(tables(synonyms=(("بحر", "sea"), ("بر", "land"))))
    actors = [actor(name="سلمى"), actor(name="ليلى")]
    found = [named(concept)[0] for concept in concepts(analyser, actors)]
    assert found == [("بحر",), ("بر",), ("سلمي",), ("ليلي",)]
