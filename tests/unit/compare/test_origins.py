"""Origins over made-up tellers: `a1` is an unnamed teller of article a, `aN` is named N."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.compare.origins import origins_of
from dossier.seeds.models import Teller, TellerPair


def teller(name, relays=()):
    named = name.isupper()
    return Teller.model_validate(
        {
            "id": name.lower(),
            "label": name,
            "named": "true" if named else "false",
            "access": "unstated",
            "actor": name.lower() if named else None,
            "relays": relays,
        }
    )


def claims(*names, relayed=()):
    """A claim for each name: the article's letter, then the teller; `a` alone is its author."""
    made = []
    for name in names:
        inner = name[1:] or None
        tellers = {inner.lower(): teller(inner)} if inner else {}
        if inner and name in relayed:
            tellers["z"] = teller("Z", [inner.lower()])
        source = SimpleNamespace(id=name[0], tellers=tellers)
        told = tellers[inner.lower()] if inner else None
        made.append(SimpleNamespace(source=source, teller=told))
    return made


def interval(origins):
    return origins.outlets, origins.fewest, origins.most


def full(name):
    return f"{name[0]}/{name[1:].lower() or 'author'}"


def pair(a, b, judgement):
    return TellerPair(tellers=(full(a), full(b)), judgement=judgement, reason="…")


@pytest.mark.parametrize(
    ("names", "pairs", "outlets", "fewest", "most"),
    [
        ([], [], 0, 0, 0),
        (["a1"], [], 1, 1, 1),
        (["a1", "a1"], [], 1, 1, 1),
        (["a"], [], 1, 1, 1),
        # Unnamed tellers of different articles may be one; those of one article are not.
        (["a1", "b1"], [], 2, 1, 2),
        (["a1", "a2"], [], 1, 2, 2),
        (["a1", "a2", "b1"], [], 2, 2, 3),
        (["a1", "a2", "b1", "b2"], [], 2, 2, 4),
        (["a1", "a2", "b1", "b2", "c1", "c2", "c3"], [], 3, 3, 7),
        # An article that names no teller may rest on any.
        (["a", "b"], [], 2, 1, 2),
        (["a", "a1"], [], 1, 1, 2),
        (["a", "bX"], [], 2, 1, 2),
        # A named teller is no unnamed one, and two names are two people.
        (["aX", "bY"], [], 2, 2, 2),
        (["aX", "b1"], [], 2, 2, 2),
        (["aX", "b1", "c1"], [], 3, 2, 3),
        # What the editors judge goes before.
        (["a1", "b1"], [("a1", "b1", "same")], 2, 1, 1),
        (["a1", "b1"], [("a1", "b1", "different")], 2, 2, 2),
        (["a1", "a2"], [("a1", "a2", "possible")], 1, 1, 2),
        (["aX", "bY"], [("aX", "bY", "possible")], 2, 1, 2),
        (["a", "b"], [("a", "b", "different")], 2, 2, 2),
        (["a1", "b1", "c1"], [("a1", "b1", "same"), ("b1", "c1", "same")], 3, 1, 1),
        (["a1", "b1", "c1"], [("a1", "b1", "same"), ("b1", "c1", "different")], 3, 2, 2),
        # A judgement on someone who does not speak here changes nothing.
        (["a1", "b1"], [("a1", "c1", "same")], 2, 1, 2),
    ],
)
def test_from_the_fewest_to_the_most(names, pairs, outlets, fewest, most):
    found = origins_of(claims(*names), [pair(*judged) for judged in pairs])
    assert interval(found) == (outlets, fewest, most)


def test_one_known_person_in_two_articles_is_one_origin():
    assert interval(origins_of(claims("aX", "bX"), [])) == (2, 1, 1)


NAMES = st.lists(
    st.builds(str.__add__, st.sampled_from("abcd"), st.sampled_from(["", "1", "2", "X", "Y"])),
    unique=True,
    max_size=7,
)


@st.composite
def judged(draw, *kinds):
    names = draw(NAMES)
    couples = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    chosen = draw(st.lists(st.sampled_from(couples), max_size=3, unique=True)) if couples else []
    return names, [pair(a, b, draw(st.sampled_from(kinds))) for a, b in chosen], couples


@given(judged("same", "different", "possible"))
def test_the_fewest_are_never_more_than_the_most(case):
    names, pairs, _ = case
    found = origins_of(claims(*names), pairs)
    assert (found.fewest > 0) == bool(names)
    assert found.fewest <= found.most <= len(names)
    assert found.outlets == len({name[0] for name in names})


@given(judged("same", "different", "possible"), st.data())
def test_a_relay_adds_no_origin(case, data):
    names, pairs, _ = case
    relayed = data.draw(st.sets(st.sampled_from(names))) if names else ()
    assert origins_of(claims(*names, relayed=relayed), pairs) == origins_of(claims(*names), pairs)


@given(judged("same", "possible"), st.data())
def test_to_judge_two_the_same_takes_at_most_one_away(case, data):
    names, pairs, couples = case
    free = [c for c in couples if {full(c[0]), full(c[1])} not in [{*p.tellers} for p in pairs]]
    if not free:
        return
    before = origins_of(claims(*names), pairs)
    after = origins_of(claims(*names), [*pairs, pair(*data.draw(st.sampled_from(free)), "same")])
    assert before.most - 1 <= after.most <= before.most


@given(judged("different"), st.data())
def test_one_more_voice_never_lowers_either(case, data):
    names, pairs, _ = case
    if not names:
        return
    fewer = [name for name in names if name != data.draw(st.sampled_from(names))]
    before, after = origins_of(claims(*fewer), pairs), origins_of(claims(*names), pairs)
    assert before.fewest <= after.fewest
    assert before.most <= after.most


def test_the_order_of_claims_and_pairs_does_not_matter():
    names = ["a1", "a2", "b1", "cX", "d"]
    pairs = [pair("a1", "b1", "same"), pair("a2", "b1", "different")]
    assert origins_of(claims(*names), pairs) == origins_of(claims(*names[::-1]), pairs[::-1])
    flipped = [
        TellerPair(tellers=p.tellers[::-1], judgement=p.judgement, reason="…") for p in pairs
    ]
    assert origins_of(claims(*names), pairs) == origins_of(claims(*names), flipped)


def test_many_tellers_take_no_time():
    names = [f"{article}{number}" for article in "abcdefgh" for number in range(6)]
    assert interval(origins_of(claims(*names), [])) == (8, 6, 48)


def test_the_invented_dossier(dossier):
    anchors = next(q for q in dossier.visits["2019-05"].questions if q.id == "anchors")
    # The harbour's source, a diver of whom two outlets tell, and the head of the team by name.
    assert interval(origins_of(anchors.claims, dossier.teller_pairs)) == (3, 2, 3)
