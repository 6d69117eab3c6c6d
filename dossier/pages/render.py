"""Prints pages through the templates.  All markup is theirs; nothing is escaped by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import escape

from dossier.pages import links
from dossier.pages.actors import actor_list_page, actor_pages
from dossier.pages.card import Card, CardView
from dossier.pages.compare import compare_page
from dossier.pages.data import data_page
from dossier.pages.home import home_page
from dossier.pages.presenter import Presenter
from dossier.pages.side_by_side import side_by_side_pages
from dossier.pages.source import source_list_page, source_pages
from dossier.pages.timeline import timeline_page
from dossier.pages.views import Page
from dossier.pages.visit import visit_list_page, visit_pages
from dossier.pages.words import Words
from dossier.seeds.models import DossierRecord
from dossier.text.arabic import runs, tongues
from dossier.text.invisible import direction, turns


@dataclass(frozen=True)
class Slots:
    """What the engine's shell of a page leaves open, as HTML ready to be put in.

    ``title``, ``description``, ``kind`` (of the Open Graph protocol) and ``layout`` (the name of
    the page's template) are escaped text without markup, fit for attributes; ``faces`` and
    ``linked_data`` are empty where a page has none.
    """

    title: str
    description: str
    kind: str
    layout: str
    faces: str
    path: str
    heading: str
    contents: str
    body: str
    linked_data: str


def pages(presenter: Presenter) -> list[Page]:
    """Every page of the site but the hand-written ones."""
    return [
        home_page(presenter),
        visit_list_page(presenter),
        *visit_pages(presenter),
        *side_by_side_pages(presenter),
        source_list_page(presenter),
        *source_pages(presenter),
        compare_page(presenter),
        timeline_page(presenter),
        actor_list_page(presenter),
        *actor_pages(presenter),
        data_page(presenter),
    ]


def environment(templates: Mapping[str, str], words: Words) -> Environment:
    """The templates, by name, with the interface's words at hand."""
    env = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(runs=runs, tongues=tongues, direction=direction)
    env.tests["turning"] = turns
    env.globals.update(t=words, words=words)
    return env


def render(page: Page, env: Environment, linked_data: str = "") -> Slots:
    """Fill a page's template and the parts that all pages share.

    Args:
        page: The page.
        env: The templates.
        linked_data: What the page says to machines, fit for a script element.
    """
    context = {
        "page": page,
        "view": page.view,
        "root": links.root(page.path),
        "linked_data": linked_data,
    }

    def part(name: str) -> str:
        # A carriage return would become a line feed in the browser, were it not written out.
        return env.get_template(name).render(context).replace("\r", "&#13;")

    return Slots(
        title=str(escape(page.title)),
        description=str(escape(page.description)),
        kind="article" if page.template in ("visit", "source") else "website",
        layout=page.template,
        faces=part("_faces.html"),
        path=part("_path.html"),
        heading=part("_heading.html").strip("\n"),
        contents=part("_contents.html"),
        body=part(f"{page.template}.html"),
        linked_data=part("_linked_data.html"),
    )


def lost(env: Environment, base: str) -> str:
    """The words of the page for addresses that lead nowhere.

    Args:
        env: The templates.
        base: Where the site stands on its host, from slash to slash.
    """
    return env.get_template("lost.html").render(root=base)


def shared_head(env: Environment, record: DossierRecord, picture: Card | None) -> str:
    """What the head of every page tells those that show a link to it.

    Args:
        env: The templates.
        record: What the site is called, and in which language.
        picture: The picture beside the link; None where there is none, or no address for it.
    """
    return env.get_template("_head.html").render(record=record, card=picture)


def card(view: CardView, env: Environment) -> str:
    """The page that `make card` takes a picture of."""
    return env.get_template("card.html").render(view=view)


def search_panel(env: Environment) -> str:
    """What stands in the search box beside the theme's results."""
    return env.get_template("search.html").render()
