"""The source statement: right counts, right number, and no sentence about nothing."""

from dossier.pages.statement import coverage, statement
from tests.helpers import checked, edited


def test_what_the_invented_dossier_rests_on(dossier, words):
    assert " ".join(statement(dossier.claims.values(), dossier, words)) == (
        "من الناقلين شاهد مسمّى حضر ما يرويه. "
        "يستند ذلك إلى 3 مقالات، من منبرين مسمّيين، ومقال لا يسمّي نصه منبره. "
        "وراء الخبر بين 3 و8 من الأصول، فقد يكون ناقلان بلا اسم شخصاً واحداً. "
        "شخص واحد مسمّى بين الناقلين: سلمى درويش. "
        "ناقلان من أطراف الحدث نفسه. "
        "مقال واحد بلا تاريخ مطبوع، والتاريخ مستنتج. "
        "مقال واحد ينقل كلام غيره من منابر أو ناقلين آخرين."
    )


def test_one_article_is_spoken_of_as_one(dossier, words):
    told = statement(dossier.visits["2019-09"].claims, dossier, words)
    assert told[1] == "يستند ذلك إلى مقال واحد لا يسمّي نصه منبره."
    assert not any("تاريخ" in sentence for sentence in told), "its date is printed"


def test_without_witnesses_it_says_so(mini, words):
    path = "seeds/sources/2019-10-01-return.yml"
    files = edited(mini, path, "access: present", "access: unstated")
    dossier = checked(files)
    told = statement(dossier.visits["2019-09"].claims, dossier, words)
    assert told[0] == "لا يقول النص عن أي ناقل إنه حضر ما يرويه."


def test_what_only_one_article_covers_and_what_none_does(dossier, words):
    assert coverage(dossier, words) == (
        "زيارة واحدة لم يروها إلا مقال واحد: النزول الثاني، أيلول 2019.",
        "ولا يجيب أي مصدر عن هذا: ماذا قالت شركة الملاحة؟ (النزول الأول، أيار 2019)",
    )
