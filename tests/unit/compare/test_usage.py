import pytest

from dossier.compare.usage import usage_of
from dossier.text.arabic import WORD
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, with_text


def uses(dossier, source):
    found = usage_of(dossier.sources[source], dossier)
    text = dossier.sources[source].unabridged
    return {text[s.start : s.end]: s.use for s in found.sentences}


def test_every_sentence_is_claimed_set_aside_furniture_or_unused(dossier):
    anchor = uses(dossier, ANCHOR)
    assert anchor["اقرأ أيضاً: أسعار السمك ترتفع"] == "furniture"
    assert anchor["وأضاف أن الفريق عاد عند الغروب."] == "set-aside"
    assert anchor["وقال بحّار حضر النزول إن المرساة لا تحمل أي كتابة."] == "claimed"
    storm = uses(dossier, STORM)
    assert storm["كان البحر هادئاً ذلك اليوم."] == "unused"
    assert list(storm.values()).count("unused") == 1
    assert "unused" not in uses(dossier, RETURN).values()


def test_a_claim_counts_before_setting_aside(mini):
    path = f"seeds/sources/{ANCHOR}.yml"
    old = "quote: 'وأضاف أن الفريق عاد عند الغروب.'"
    files = edited(mini, path, old, "quote: 'إن المرساة لا تحمل أي كتابة.'")
    assert uses(checked(files), ANCHOR)["وأضاف أن الفريق عاد عند الغروب."] == "unused"
    claimed = "وقال بحّار حضر النزول إن المرساة لا تحمل أي كتابة."
    assert uses(checked(files), ANCHOR)[claimed] == "claimed"


def test_overlapping_quotes_count_a_word_once(mini, dossier):
    longer = "'يوم السبت الماضي، وكان عدد الغواصين أربعة'"
    files = edited(mini, "seeds/visits/2019-05.yml", longer, "'وكان عدد الغواصين أربعة'")
    apart = checked(files)
    overlapping, adjoining = (usage_of(d.sources[ANCHOR], d) for d in (dossier, apart))
    assert overlapping.quoted == adjoining.quoted > 0
    assert overlapping.quoted < overlapping.words


@pytest.mark.parametrize("line", ["سفينة", "سَفِينَةٌ", "غيّر", "غيـر"])
def test_a_word_is_one_with_or_without_its_marks(mini, dossier, line):
    data = mini[f"seeds/sources/{STORM}.txt"] + f"{line}\n".encode()
    longer = checked(with_text(mini, STORM, data))
    before, after = (usage_of(d.sources[STORM], d) for d in (dossier, longer))
    assert after.words == before.words + 1


def test_furniture_has_no_words_of_the_article(mini, dossier):
    path = f"seeds/sources/{RETURN}.yml"
    more = checked(edited(mini, path, "furniture: ['الصفحة التالية']", "furniture: []"))
    before, after = (usage_of(d.sources[RETURN], d) for d in (dossier, more))
    assert after.words == before.words + 2
    assert after.count("unused") == before.count("unused") + 1


def test_every_word_is_counted_once_by_its_use(dossier):
    found = usage_of(dossier.sources[ANCHOR], dossier)
    text = dossier.sources[ANCHOR].unabridged
    assert sum(found.by_use.values()) == len([*WORD.finditer(text)])
    assert found.words + found.by_use["furniture"] == sum(found.by_use.values())
    assert found.by_use["set-aside"] > 0 < found.by_use["furniture"]
    # «كان البحر هادئاً ذلك اليوم.» is all that is unused there.
    assert usage_of(dossier.sources[STORM], dossier).by_use["unused"] == 5


def test_words_of_two_claims_are_told_from_words_of_one(mini, dossier):
    """«يوم السبت الماضي» lies in the quotes of two claims."""
    longer = "'يوم السبت الماضي، وكان عدد الغواصين أربعة'"
    files = edited(mini, "seeds/visits/2019-05.yml", longer, "'وكان عدد الغواصين أربعة'")
    apart = checked(files)
    before, after = (usage_of(d.sources[ANCHOR], d).by_use for d in (dossier, apart))
    assert before["several"] - after["several"] == 3
    assert after["once"] - before["once"] == 3
    assert before["rest"] == after["rest"]


def test_only_words_of_which_a_quote_holds_some_letters_are_quoted(dossier):
    for source in dossier.sources.values():
        found = usage_of(source, dossier)
        quotes = [quote for claim in dossier.claims_of(source) for quote in claim.quotes]
        held = [
            word[0]
            for word in WORD.finditer(source.unabridged)
            if any(word.start() < quote.end and quote.start < word.end() for quote in quotes)
            and not any(f.start < word.end() and word.start() < f.end for f in source.furniture)
        ]
        assert (found.quoted, found.by_use["rest"] > 0) == (len(held), True)
