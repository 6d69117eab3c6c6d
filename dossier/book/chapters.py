"""What stands in the book, in which order, and on which pages of paper.  Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from dossier.book.anchors import embed, href_of, id_of
from dossier.pages import links
from dossier.pages.home import HomeView, home_page
from dossier.pages.presenter import Presenter
from dossier.pages.render import pages, render
from dossier.pages.views import Page, Section


@dataclass(frozen=True)
class PlaceView:
    """A line of the contents; `number` is None until the book has been printed once."""

    id: str
    href: str
    title: str
    number: int | None


@dataclass(frozen=True)
class ChapterView:
    """A page of the site as a chapter: its place, its permanent address, and its body."""

    place: PlaceView
    address: str
    sections: tuple[PlaceView, ...]
    body: Markup


@dataclass(frozen=True)
class PartView:
    """Pages of one kind: what stands at their head, if it is more than their list, and each.

    Chapters that flow are short and follow one another on the paper.
    """

    name: str
    flows: bool
    place: PlaceView
    head: ChapterView | None
    chapters: tuple[ChapterView, ...]


@dataclass(frozen=True)
class BookView:
    """What the book shows."""

    title: str
    language: str
    site: str
    version: str
    licence: str
    rights: str
    home: HomeView
    contents: PlaceView
    parts: tuple[PartView, ...]


_PARTS = {
    "visits": links.VISITS,
    "compare": links.COMPARE,
    "sources": links.SOURCES,
    "timeline": links.TIMELINE,
    "actors": links.ACTORS,
}
_LISTS = ("visits", "sources", "actors")  # their heads list what the contents list
_FLOWING = ("actors",)
_LEFT_OUT = ("side_by_side",)  # the same answers as in the comparison
_CONTENTS = "contents"


@dataclass(frozen=True)
class Mark:
    """A bookmark: its words, the id that it leads to, and the marks below it."""

    title: str
    id: str
    marks: tuple[Mark, ...] = ()


def document(view: BookView, env: Environment) -> str:
    """The book as one HTML document."""
    env.filters["css"] = css_string
    return env.get_template("book.html").render(view=view).replace("\r", "&#13;")


def outline(view: BookView) -> tuple[Mark, ...]:
    """The bookmarks: parts, chapters, and their sections."""

    def sections(chapter: ChapterView) -> tuple[Mark, ...]:
        return tuple(Mark(section.title, section.id) for section in chapter.sections)

    return (
        Mark(view.contents.title, view.contents.id),
        *(
            Mark(
                part.place.title,
                part.place.id,
                (
                    *(sections(part.head) if part.head else ()),
                    *(Mark(c.place.title, c.place.id, sections(c)) for c in part.chapters),
                ),
            )
            for part in view.parts
        ),
    )


def css_string(text: str) -> str:
    """Text between quotation marks in a style sheet; all that might end it is written as code."""
    return re.sub(r"[^\w .-]", lambda match: f"\\{ord(match[0]):x} ", text)


def book_view(
    presenter: Presenter, env: Environment, site: str, numbers: Mapping[str, int]
) -> BookView:
    """All that stands in the book.

    Args:
        presenter: The dossier.
        env: The templates.
        site: The address of the site, ending in a slash; empty where it is not known.
        numbers: The page of paper on which each id stands, as far as that is known.
    """
    made = [page for page in pages(presenter) if page.template not in _LEFT_OUT]
    held = {page.path for page in made if page.path.startswith(tuple(_PARTS.values()))}

    def place(id_: str, title: str) -> PlaceView:
        return PlaceView(id_, href_of(id_), title, numbers.get(id_))

    def chapter(page: Page, deeper: int, sections: tuple[Section, ...]) -> ChapterView:
        return ChapterView(
            place=place(page.path, page.title),
            address=f"{site or '/'}{page.path}",
            sections=tuple(place(id_of(page.path, s.id), s.title) for s in sections),
            body=Markup(  # noqa: S704 -- our templates escaped it
                embed(render(page, env).body, page.path, held, site, deeper)
            ),
        )

    def part(name: str, path: str) -> PartView:
        head = next(page for page in made if page.path == path)
        own = [page for page in made if page.path.startswith(path) and page.path != path]
        return PartView(
            name=name,
            flows=name in _FLOWING,
            place=place(path, head.title),
            head=None if name in _LISTS else chapter(head, 0, head.sections),
            chapters=tuple(
                chapter(page, 1, () if name in _FLOWING else page.sections) for page in own
            ),
        )

    home, record = home_page(presenter), presenter.dossier.record
    assert isinstance(home.view, HomeView)  # noqa: S101 -- the home page's view
    return BookView(
        title=record.title,
        language=record.language,
        site=site,
        version=presenter.version,
        licence=record.licence.data,
        rights=record.licence.texts,
        home=home.view,
        contents=place(_CONTENTS, presenter.words("book.contents")),
        parts=tuple(part(name, path) for name, path in _PARTS.items()),
    )
