"""The home page: what this is, the visits, the open contradictions, how to read."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.statement import coverage, statement
from dossier.pages.timeline import TimelineView, timeline
from dossier.pages.views import Page, QuestionView, Section, VisitCard


@dataclass(frozen=True)
class SignView:
    """A verdict, and what it means."""

    verdict: str
    label: str
    meaning: str


@dataclass(frozen=True)
class HomeView:
    """What the home page shows."""

    description: str
    note: str | None
    facts: tuple[str, ...]
    timeline: TimelineView
    visits: tuple[VisitCard, ...]
    contradictions: tuple[QuestionView, ...]
    statement: tuple[str, ...]
    steps: tuple[str, ...]
    signs: tuple[SignView, ...]


def home_page(presenter: Presenter) -> Page:
    """The home page."""
    dossier, words = presenter.dossier, presenter.words
    unsettled = presenter.open_questions()
    view = HomeView(
        description=dossier.record.description,
        note=dossier.record.note,
        facts=(
            words.count("visits", len(dossier.visits)),
            words.count("sources", len(dossier.sources)),
            words.count("claims", len(dossier.claims)),
            words.count("questions", len(presenter.comparisons)),
            words.count("contradictions", len(unsettled)),
        ),
        timeline=timeline(presenter),
        visits=tuple(map(presenter.visit_card, dossier.visits.values())),
        contradictions=tuple(map(presenter.question, unsettled)),
        statement=(
            *statement(dossier.claims.values(), dossier, words),
            *coverage(dossier, words),
        ),
        steps=tuple(words.group("home.how_steps").values()),
        signs=tuple(
            SignView(verdict, words(f"verdict.{verdict}"), meaning)
            for verdict, meaning in words.group("verdict_meaning").items()
        ),
    )
    sections = (
        Section("section_visits", words("home.visits")),
        Section("section_open", words("home.open")),
        Section("section_statement", words("home.statement")),
        Section("section_how", words("home.how")),
    )
    return Page(
        links.HOME, "home", dossier.record.title, dossier.record.description, sections, view
    )
