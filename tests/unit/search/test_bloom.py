import base64
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossier.search.bloom import bloom, places


def holds(written, word):
    field = base64.b64decode(written, validate=True)
    return all(field[at // 8] & 1 << at % 8 for at in places(word, len(field) * 8))


@given(st.sets(st.text(max_size=8)))
def test_no_member_is_ever_missing(words):
    written = bloom(words)
    assert all(holds(written, word) for word in words)


def test_few_others_are_held():
    written = bloom([f"سفينه{number}" for number in range(1000)])
    others = [f"ميناء{number}" for number in range(5000)]
    assert sum(holds(written, word) for word in others) < len(others) / 100


def test_nothing_is_held_by_the_empty_set():
    assert not any(holds(bloom([]), word) for word in ("", "بحر", "sea"))


def test_a_member_takes_less_than_two_bytes():
    written = bloom([str(number) for number in range(1000)])
    assert len(base64.b64decode(written)) < 2000


@given(st.lists(st.text(max_size=5), unique=True), st.randoms())
def test_the_order_of_the_words_is_of_no_account(words, random):
    shuffled = list(words)
    random.shuffle(shuffled)
    assert bloom(shuffled) == bloom(words)


def test_the_first_place_is_the_digest_that_its_authors_publish():
    published = {b"": 0x811C9DC5, b"foobar": 0xBF9CF968}
    for data, digest in published.items():
        assert next(places(data.decode("utf-16-le"), 2**32)) == digest


@given(st.text(max_size=5), st.integers(1, 1000))
def test_the_places_of_a_word_lie_in_the_field(word, size):
    assert all(0 <= at < size for at in places(word, size))


@given(st.text(max_size=5))
def test_the_places_of_a_word_are_as_far_apart_as_the_next_ones(word):
    found = list(places(word, 2**32))
    (step,) = {(after - at) % 2**32 for at, after in pairwise(found)}
    assert step % 2  # so that no place of a field of 2ⁿ bits is set twice
