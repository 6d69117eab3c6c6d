"""Where things stand in the site: paths from its root, with their permanent anchors."""

from __future__ import annotations

from dossier.model import Claim, Question, Readings, Source, Visit

HOME, VISITS, SOURCES, COMPARE = "", "visits/", "sources/", "compare/"
TIMELINE, ACTORS, METHOD, DATA, ABOUT = "timeline/", "actors/", "method/", "data/", "about/"


def root(path: str) -> str:
    """The way from a page up to the site's root."""
    return "../" * path.count("/") or "./"


def visit(visit: Visit | str) -> str:
    """The page of a visit."""
    return f"{VISITS}{visit if isinstance(visit, str) else visit.id}/"


def side_by_side(of: Visit) -> str:
    """The sources of a visit in parallel columns."""
    return f"{visit(of)}side-by-side/"


def source(source: Source | str) -> str:
    """The page of a source."""
    return f"{SOURCES}{source if isinstance(source, str) else source.id}/"


def text(source: Source) -> str:
    """The text of a source, byte for byte; there only if nothing of it is withheld."""
    return f"data/texts/{source.id}.txt"


def actor(actor: str) -> str:
    """The page of an actor."""
    return f"{ACTORS}{actor}/"


def claim(claim: Claim) -> str:
    """A claim on its visit's page."""
    return f"{visit(claim.visit)}#{claim.record.id}"


def evidence(claim: Claim) -> str:
    """A claim's first quote in its source's text."""
    return quotation(claim, 0)


def quotation(claim: Claim, number: int) -> str:
    """One of a claim's quotes in its source's text."""
    return f"{source(claim.source)}#{evidence_anchor(claim, number)}"


def evidence_anchor(claim: Claim, number: int = 0) -> str:
    """The anchor of one of a claim's quotes; the first carries the permanent one."""
    return f"q-{claim.id}" if number == 0 else f"q-{claim.id}_{number + 1}"


def passage(source_id: str, number: int) -> str:
    """A passage of a source's text."""
    return f"{source(source_id)}#p{number}"


def question_anchor(question: Question) -> str:
    """The anchor of a question on the comparison page; an underscore sets it apart from ids."""
    return (
        f"question_{question.visit}.{question.id}" if question.visit else f"question_{question.id}"
    )


def tellers(of: Source) -> str:
    """The tellers of a source, on its page."""
    return f"{source(of)}#section_tellers"


def readings_anchor(readings: Readings) -> str:
    """The anchor of competing readings on the comparison page."""
    return f"readings_{readings.id}"


def readings(readings: Readings) -> str:
    """Competing readings on the comparison page."""
    return f"{COMPARE}#{readings_anchor(readings)}"


def question(question: Question) -> str:
    """A question on the comparison page."""
    return f"{COMPARE}#{question_anchor(question)}"
