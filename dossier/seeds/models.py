"""What each seed file may hold.  Frozen; unknown keys are refused.

The docstrings under the fields are the text of the data dictionary (`seeds/README.md`) and
of the JSON Schemas that give editors completion.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from dossier.text import edtf
from dossier.text.invisible import hidden, is_blank

AUTHOR = "author"
"""The teller id of an article that speaks in its own voice."""

Basis = Literal["printed", "inferred"]
Access = Literal["present", "briefed", "unstated"]
Interest = Literal["party", "none", "unstated"]
Publish = Literal["full", "excerpt", "link-only"]
Voice = Literal["author", "source", "quoted", "relayed", "unclear"]
QuestionKind = Literal["exclusive", "open"]
ActorKind = Literal["person", "body", "group", "outlet", "place"]
Judgement = Literal["same", "different", "possible"]
Reason = Literal["background", "navigation", "other"]


_LONGEST_ADDRESS = 2_000  # what browsers and servers surely take


def _text(value: str) -> str:
    if (letter := hidden(value)) is not None:
        raise ValueError(f"must not hold the invisible character U+{ord(letter):04X}")
    if is_blank(value):
        raise ValueError("must not be empty")
    return value


def _day(value: str) -> str:
    if value != "published" and edtf.parse(value).day is None:
        raise ValueError("must be 'published' or a day, such as 2020-11-21")
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not re.fullmatch(r"[^\s<>\"'\\`]+", value):
        raise ValueError("must be an http or https address")
    if "@" in parts.netloc:
        raise ValueError("must not name a user before the host, which hides where it leads")
    if len(value) > _LONGEST_ADDRESS:
        raise ValueError(f"must not be longer than {_LONGEST_ADDRESS} characters")
    return _text(value)


def _edtf(value: str) -> str:
    edtf.parse(value)
    return value


def _number(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,5}", value):
        return int(value)
    raise ValueError("must be a whole number from 1, in digits 0-9, or null")


def _latin(value: str) -> str:
    if not re.search("[A-Za-z]", value):
        raise ValueError("must be written in Latin letters")
    return value


def _truth(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("must be true or false")


def _selector(value: object) -> object:
    return {"exact": value} if isinstance(value, str) else value


def _selectors(value: object) -> object:
    return value if isinstance(value, list) else [value]


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=80)
]
Text = Annotated[str, AfterValidator(_text)]
LatinText = Annotated[Text, AfterValidator(_latin)]
EdtfText = Annotated[str, AfterValidator(_edtf)]
Number = Annotated[int, BeforeValidator(_number, json_schema_input_type=int)]
Truth = Annotated[bool, BeforeValidator(_truth, json_schema_input_type=bool)]


class Model(BaseModel):
    """What all seeds have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Selector(Model):
    """Exact words of a source, and what stands around them where they occur twice."""

    exact: str
    """The words, character for character; runs of white space count as one space."""
    prefix: str = ""
    """The words just before, where `exact` occurs more than once."""
    suffix: str = ""
    """The words just after, where `exact` occurs more than once."""


Words = Annotated[Selector, BeforeValidator(_selector, json_schema_input_type=str | Selector)]
Quotes = Annotated[
    tuple[Words, ...],
    BeforeValidator(_selectors, json_schema_input_type=str | Selector | list[str | Selector]),
    Field(min_length=1),
]


class Published(Model):
    """When a source was published, and how that is known."""

    edtf: EdtfText
    """The date, EDTF."""
    basis: Basis
    """`printed` on the page, or `inferred` from its words."""
    evidence: tuple[Words, ...] = ()
    """The words that the date rests on, exact."""
    note: Text | None = None
    """How the date follows from the words."""


class Rights(Model):
    """How much of a source's text may leave, counted over the whole site, its data and the book."""

    publish: Publish
    """`full`; an `excerpt`: quotes of up to `max_words` together; `link-only`: no word of it."""
    max_words: Number | None = None
    """The most words of an excerpt; given for an excerpt, and for nothing else."""


class Teller(Model):
    """Who told the article something: a person, a group, an outlet."""

    id: Slug
    """Unique in its source; `author` is reserved for the article's own voice."""
    label: Text
    """What the text calls the teller."""
    quote: Quotes | None = None
    """The exact words that introduce the teller."""
    named: Truth
    """Whether the text gives a name."""
    number: Number | None = None
    """How many people; null where the text leaves it open."""
    access: Access
    """`present` at what is told, `briefed` on it, or `unstated`."""
    interest: Interest = "unstated"
    """Whether the text shows the teller as a `party` to the event."""
    actor: Slug | None = None
    """The actor that a named teller is."""
    relays: tuple[Slug, ...] = ()
    """The tellers of this source whose words this teller passes on."""
    note: Text | None = None
    """What the text leaves open about the teller."""


class SetAside(Model):
    """Words that were read and not used."""

    quote: Words
    """The exact words."""
    reason: Reason
    """Why they are not used."""
    note: Text | None = None
    """More on the reason."""


class VoiceNote(Model):
    """The editors' answer to a doubt about whose voice the words are."""

    quote: Words
    """The exact words that raise it."""
    reason: Text
    """Why they change nothing, or what they change."""


class SourceRecord(Model):
    """The record of one published article."""

    id: Slug | None = None
    """The same as the file's name without `.yml`."""
    title: Text
    """The headline, as printed."""
    subtitle: Text | None = None
    """The second headline, as printed."""
    outlet: Slug | None
    """The actor that published it; null where the text does not name it."""
    outlet_evidence: Words | None = None
    """The exact words that name the outlet."""
    published: Published
    """When it was published."""
    original_file: Text
    """The name of the file that the text came from."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the text's bytes."""
    url: Annotated[str, AfterValidator(_address)] | None
    """Where the article stands on the web; null where that is not known."""
    rights: Rights
    """How much of the text may be shown."""
    furniture: tuple[Words, ...] = ()
    """Words of the page that are not the article; never quoted, never searched."""
    tellers: tuple[Teller, ...] = ()
    """Everyone who tells the article something."""
    set_aside: tuple[SetAside, ...] = ()
    """Sentences that were read and not used, each with its reason."""
    voice_notes: tuple[VoiceNote, ...] = ()
    """Answers to doubts about quotation marks and headlines that no claim answers."""
    note: Text | None = None
    """What readers should know of this source."""


class DateEvidence(Model):
    """The words of one source that date a visit."""

    source: Slug
    """The source."""
    words: Words
    """Its exact words."""
    counted_from: Annotated[str, AfterValidator(_day)] | None = None
    """The day that relative words count from: `published`, or the day the speaker spoke."""
    note: Text | None = None
    """What the words leave open."""


class When(Model):
    """When a visit took place, no more precise than the words."""

    edtf: EdtfText
    """The date, EDTF."""
    evidence: Annotated[tuple[DateEvidence, ...], Field(min_length=1)]
    """The words that it rests on."""
    note: Text | None = None
    """How the date follows from the words."""


class Participant(Model):
    """An actor that took part, as claims say."""

    actor: Slug
    """The actor."""
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The claims that say so."""


class Sentence(Model):
    """One sentence of a summary."""

    text: Text
    """The sentence: neutral, no more certain than its claims."""
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The claims that it rests on."""


class Dated(Model):
    """The words of a claim that say when, and the day they are counted from."""

    words: Words
    """Exact words of the source."""
    counted_from: Annotated[str, AfterValidator(_day)] | None = None
    """The day that relative words count from: `published`, or the day the speaker spoke."""


class Counted(Model):
    """A number that a claim gives, for the dossier to hold against what is on file."""

    what: Slug
    """What is counted; `visits` is held against the visits on file."""
    n: Number
    """How many; with `order`, the place in the order."""
    order: Truth = False
    """Whether the number is a place in an order (first, second)."""
    part: Truth = False
    """Whether it is a part of what another claim of the source counts as a whole."""
    visit: Slug | None = None
    """The visit whose place in the order is meant; the claim's own where not given."""


class Referent(Model):
    """Words that may mean one of several."""

    words: Words
    """Exact words of the source."""
    may_be: Annotated[tuple[Text, ...], Field(min_length=2)]
    """Whom or what they may mean."""


class ClaimRecord(Model):
    """One statement that one source makes."""

    id: Slug
    """Unique in its visit and permanent."""
    source: Slug
    """The source that makes it."""
    statement: Text
    """What is stated, in neutral words of ours."""
    quote: Quotes
    """The exact words of the source that it rests on."""
    topic: Slug
    """What it is about, from the dossier's own list."""
    told_by: Slug
    """The innermost teller, from the source's list, or `author`."""
    voice: Voice
    """Whose words the quote is in."""
    verb: Text | None = None
    """The verb of speech that the text uses, as it stands there."""
    speaker: Slug | None = None
    """The actor whose utterance the teller reports."""
    dated: Dated | None = None
    """When what is stated took place, as the source says it."""
    counts: Counted | None = None
    """The number that the claim gives."""
    referent: Referent | None = None
    """Who or what is meant, where the text leaves it between several."""
    note: Text | None = None
    """What the text leaves open."""


class AnswerRecord(Model):
    """One answer that sources give to a question."""

    id: Slug
    """Unique in its question."""
    text: Text
    """The answer, in neutral words of ours."""
    claims: tuple[str, ...] = ()
    """The claims that give it: `<claim>`, or `<visit>.<claim>` across visits."""


class QuestionRecord(Model):
    """What a reader wants to compare."""

    id: Slug
    """Unique in its file."""
    text: Text
    """The question."""
    kind: QuestionKind
    """`exclusive`: two answers contradict · `open`: several may all hold."""
    topic: Slug | None = None
    """What it is about."""
    answers: tuple[AnswerRecord, ...] = ()
    """The answers; none where no source gives one."""
    note: Text | None = None
    """What the editors say of the comparison."""
    missing: tuple[Text, ...] = ()
    """What evidence would settle it."""


class VisitRecord(Model):
    """One visit, as the sources tell of it."""

    id: Slug | None = None
    """The same as the file's name without `.yml`."""
    title: Text
    """A neutral title."""
    when: When
    """When it took place."""
    where: tuple[Slug, ...] = ()
    """The places."""
    participants: tuple[Participant, ...] = ()
    """Who took part."""
    summary: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """A neutral summary, sentence by sentence."""
    claims: Annotated[tuple[ClaimRecord, ...], Field(min_length=1)]
    """Every statement that the sources make."""
    questions: tuple[QuestionRecord, ...] = ()
    """What to compare within this visit."""
    note: Text | None = None
    """What readers should know of this visit."""


class ActorRecord(Model):
    """A person, body, group, outlet or place."""

    id: Slug
    """Unique and permanent."""
    kind: ActorKind
    """What it is."""
    name: Text
    """The Arabic name that the interface uses."""
    latin: Annotated[tuple[LatinText, ...], Field(min_length=1)]
    """Latin spellings and abbreviations, the usual one first; each finds the actor."""
    spellings: tuple[Text, ...] = ()
    """Every Arabic spelling that occurs in the sources."""
    other_spellings: tuple[Text, ...] = ()
    """Arabic spellings and short forms that readers may look for; for search alone."""
    description: Text | None = None
    """Who or what it is, in the words of the sources."""
    note: Text | None = None
    """What readers should know of the name."""


class Topic(Model):
    """What a claim can be about."""

    id: Slug
    """Unique."""
    label: Text
    """The Arabic name."""


class Licence(Model):
    """Under which terms the dossier is published."""

    data: Text
    """The licence of the summaries and data, as an SPDX identifier."""
    texts: Text
    """The rights in the articles' texts."""


class TellerPair(Model):
    """The editors' judgement on two tellers."""

    tellers: Annotated[tuple[str, str], Field()]
    """Two tellers, each `<source>/<teller>`."""
    judgement: Judgement
    """`same`, `different`, or `possible` (may be the same)."""
    reason: Text
    """Why."""


class Minimum(Model):
    """How much the dossier must hold, so that nothing is lost without a word."""

    sources: Number
    """The fewest sources."""
    visits: Number
    """The fewest visits."""
    claims: Number
    """The fewest claims of all visits together."""


class DossierRecord(Model):
    """The whole: one subject and how it is presented."""

    title: Text
    """The title of the site."""
    subject: Slug
    """The actor that the dossier is about."""
    language: Literal["ar"]
    """The language of the sources and the interface."""
    description: Text
    """One neutral sentence on what the dossier holds."""
    note: Text | None = None
    """The editors' note to readers."""
    licence: Licence
    """Under which terms it is published."""
    minimum: Minimum | None = None
    """The fewest sources, visits and claims with which it may be published."""
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    """The topics, in the order of display."""
    teller_pairs: tuple[TellerPair, ...] = ()
    """What the editors hold of pairs of tellers."""


class ActorsRecord(Model):
    """The file `actors.yml`."""

    actors: Annotated[tuple[ActorRecord, ...], Field(min_length=1)]
    """All actors."""


class Reading(Model):
    """One way to read what the sources say together."""

    id: Slug
    """Unique among its rivals."""
    text: Text
    """What would then be the case."""
    speaks_for: tuple[str, ...] = ()
    """The claims that speak for it: `<visit>.<claim>`."""
    speaks_against: tuple[str, ...] = ()
    """The claims that speak against it."""


class ReadingsRecord(Model):
    """Competing readings: one event or two, a mistake or none."""

    id: Slug
    """Unique in its file."""
    text: Text
    """What is in doubt."""
    visits: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The visits that it concerns."""
    readings: Annotated[tuple[Reading, ...], Field(min_length=2)]
    """The readings."""
    note: Text | None = None
    """What the editors say of them."""
    missing: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What evidence would settle it."""


class QuestionsRecord(Model):
    """The file `questions.yml`."""

    questions: tuple[QuestionRecord, ...] = ()
    """What to compare across visits."""
    readings: tuple[ReadingsRecord, ...] = ()
    """Competing readings of what the sources say together."""


FILES: dict[str, type[Model]] = {
    "dossier": DossierRecord,
    "actors": ActorsRecord,
    "questions": QuestionsRecord,
    "visit": VisitRecord,
    "source": SourceRecord,
}
"""The model of each kind of seed file."""
