from dossier.pages.card import card_view
from dossier.pages.presenter import Presenter
from dossier.pages.render import card, environment
from tests.helpers import checked, edited, templates

VISIT = "seeds/visits/2019-05.yml"


def view_of(files, words):
    return card_view(Presenter(checked(files), words))


def test_shows_what_the_dossier_holds(mini, words):
    view = view_of(mini, words)
    assert view.title == "حطام «نجمة الشمال»: ما رُوي عن النزولين"
    assert view.facts[:2] == ("3 مصادر", "زيارتان")
    assert len(view.rows) == 3
    assert {state for row in view.rows for state in row} >= {"agrees", "contradicts", "silent"}
    assert view.title in view.alt
    assert "تناقض" in view.alt


def test_is_out_of_date_when_anything_that_it_shows_has_changed(mini, words):
    digest = view_of(mini, words).digest
    assert view_of(dict(mini), words).digest == digest
    title = edited(mini, "seeds/dossier.yml", "title: 'حطام", "title: 'عن حطام")
    assert view_of(title, words).digest != digest
    unseen = edited(mini, VISIT, "note: 'يتفق المقالان على السبت.'", "note: 'غيره'")
    assert view_of(unseen, words).digest == digest


def test_no_title_becomes_markup(mini, words):
    files = edited(mini, "seeds/dossier.yml", "title: 'حطام", "title: '<b>&حطام")
    html = card(view_of(files, words), environment(templates(), words))
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html
