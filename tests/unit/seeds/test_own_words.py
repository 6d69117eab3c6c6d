from dossier.seeds.own_words import own_words


def test_the_editors_words_are_all_but_those_of_sources(dossier):
    claim = dossier.claims["2019-05.raised-one"].record
    assert dict(own_words(claim)) == {
        ("id",): "raised-one",
        ("source",): "2019-05-20-anchor",
        ("statement",): "رفع الفريق مرساة واحدة",
        ("topic",): "finds",
        ("told_by",): "port-source",
        ("voice",): "source",
        ("counts", "what"): "anchors",
    }


def test_words_in_lists_have_their_places(dossier):
    claim = dossier.claims["2019-05.box-closed"].record
    assert [path for path, _ in own_words(claim) if path[0] == "referent"] == [
        ("referent", "may_be", 0),
        ("referent", "may_be", 1),
    ]


def test_spellings_are_the_sources(dossier):
    actor = dossier.actors["salma-darwish"]
    texts = dict(own_words(actor))
    assert texts["name",] == "سلمى درويش"
    assert not any(path[0] == "spellings" for path in texts)
