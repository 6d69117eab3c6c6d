"""Turns facts into the views that several pages share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from dossier.compare.chains import chain_of
from dossier.compare.counts import Audit, audits
from dossier.compare.dates import DateCard, claim_card
from dossier.compare.origins import Origins, origins_of
from dossier.compare.usage import Usage, usage_of
from dossier.compare.verdicts import OPEN, Cell, Comparison, clash, comparisons
from dossier.model import Claim, Dossier, Question, Quote, Source, Visit
from dossier.pages import links
from dossier.pages.citation import attribution, live_link
from dossier.pages.dates import DateView, date_view
from dossier.pages.pictures.boxes import Label, Picture, chain_picture
from dossier.pages.views import (
    AnswerView,
    AuditView,
    CellView,
    CitedWords,
    ClaimView,
    CoincidenceView,
    HopView,
    Link,
    OriginsView,
    PassageWords,
    QuestionView,
    QuoteView,
    ReckoningView,
    ReferentView,
    SentenceView,
    SourceCard,
    SourceLabel,
    TellerView,
    VisitCard,
)
from dossier.pages.words import Words
from dossier.seeds.models import Teller
from dossier.text import edtf
from dossier.text.edtf import Edtf
from dossier.text.passages import Passage

LISTED = 100  # of what may be there by the thousand


class Presenter:
    """The dossier, its comparison and the interface's words, looked up once for all pages."""

    def __init__(self, dossier: Dossier, words: Words) -> None:
        self.dossier = dossier
        self.words = words

    @property
    def version(self) -> str:
        """Which state of the dossier this is."""
        return self.dossier.version

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """All questions compared."""
        return comparisons(self.dossier)

    @cached_property
    def topics(self) -> dict[str, str]:
        """The labels of the topics, in their order."""
        return {topic.id: topic.label for topic in self.dossier.record.topics}

    @cached_property
    def _claim_views(self) -> dict[str, ClaimView]:
        numbers = {
            claim.id: number
            for visit in self.dossier.visits.values()
            for number, claim in enumerate(self.by_topic(visit), 1)
        }
        return {
            claim.id: self._claim(claim, numbers[claim.id])
            for claim in self.dossier.claims.values()
        }

    @cached_property
    def _questions_of(self) -> dict[str, list[Question]]:
        found: dict[str, list[Question]] = defaultdict(list)
        for comparison in self.comparisons:
            for claim in comparison.question.claims:
                found[claim.id].append(comparison.question)
        return found

    @cached_property
    def usages(self) -> dict[str, Usage]:
        """How far each source is used."""
        return {
            source.id: usage_of(source, self.dossier) for source in self.dossier.sources.values()
        }

    def date(self, value: Edtf) -> DateView:
        """A date in Arabic."""
        return date_view(value, self.words)

    def reckoning(self, card: DateCard) -> ReckoningView:
        """How a date was reckoned."""
        resolution = card.resolution
        return ReckoningView(
            words=self.words_of(card.source, card.quote),
            source=self.source_label(card.source),
            counted_from=self.date(card.counted_from) if card.counted_from else None,
            rule=self.words(f"rule.{resolution.rule}") if resolution else None,
            result=self.date(card.result) if card.result else None,
            alternatives=tuple(
                self.date(edtf.parse(other))
                for other in (resolution.alternatives if resolution else ())
            ),
            fits=card.fits,
            note=card.note,
        )

    def audit(self, audit: Audit) -> AuditView:
        """A number that a claim gives beside the one on file."""
        order = audit.counts.order
        on_file = None
        if audit.on_file is not None:
            on_file = self.words("audit.at_least" if order else "audit.parts", n=audit.on_file)
        return AuditView(
            claim=self.claim(audit.claim),
            claimed=self.words("audit.order" if order else "audit.whole", n=audit.counts.n),
            on_file=on_file,
            finding=audit.finding,
            finding_label=self.words(f"audit.{audit.finding}"),
        )

    @cached_property
    def audits(self) -> tuple[Audit, ...]:
        """Every number that a claim gives, held against what is on file."""
        return audits(self.dossier)

    def by_topic(self, visit: Visit) -> list[Claim]:
        """The claims of a visit in the order of its page: by topic, then as in the seed."""
        order = list(self.topics)
        return sorted(visit.claims, key=lambda claim: order.index(claim.record.topic))

    def claim(self, claim: Claim) -> ClaimView:
        """The view of a claim."""
        return self._claim_views[claim.id]

    def claims(self, visit: Visit, names: Iterable[str]) -> tuple[ClaimView, ...]:
        """The views of claims that a record of their visit names."""
        return tuple(self._claim_views[f"{visit.id}.{name}"] for name in names)

    def open_questions(self, visit: str | None = None) -> list[Comparison]:
        """The comparisons that leave a contradiction open; of one visit, or of all."""
        return [
            c
            for c in self.comparisons
            if c.verdict in OPEN and (visit is None or c.question.visit == visit)
        ]

    def outlet(self, source: Source) -> str:
        """The outlet's name; that it is not named, where the text does not name it."""
        outlet = source.record.outlet
        return self.dossier.actors[outlet].name if outlet else self.words("source.outlet_unnamed")

    def source_label(self, source: Source) -> SourceLabel:
        """A source in a few words; with its headline where another has the same."""
        return self._source_labels[source.id]

    @cached_property
    def _source_labels(self) -> dict[str, SourceLabel]:
        sources = self.dossier.sources
        names = {
            source.id: self.words(
                "source.label", outlet=self.outlet(source), date=self.date(source.published).text
            )
            for source in sources.values()
        }
        counts = Counter(names.values())
        for name, text in names.items():
            if counts[text] > 1:
                title = sources[name].record.title
                names[name] = self.words("source.label_title", label=text, title=title)
        return {name: SourceLabel(text, links.source(name)) for name, text in names.items()}

    def actor(self, actor: str) -> Link:
        """The name of an actor, leading to their page."""
        return Link(self.dossier.actors[actor].name, links.actor(actor))

    def visit(self, visit: str) -> Link:
        """The title of a visit, leading to its page."""
        return Link(self.dossier.visits[visit].record.title, links.visit(visit))

    def origins(self, origins: Origins) -> str:
        """The interval of origins beside the count of articles."""
        if not origins.outlets:
            return self.words("origins.none")
        outlets = self.words.count("articles", origins.outlets)
        key = "exactly" if origins.most == 1 else "same"
        if origins.fewest != origins.most:
            key = "range"
        return self.words(
            f"origins.{key}",
            fewest=origins.fewest,
            most=origins.most,
            origins=self.words.count("origins", origins.most),
            outlets=outlets,
        )

    def origins_view(self, origins: Origins) -> OriginsView:
        """The interval with its reasons."""
        return OriginsView(
            text=self.origins(origins),
            open=origins.fewest != origins.most,
            names=tuple(map(self._origin, origins.names)),
            coincidences=tuple(
                CoincidenceView(
                    self._origin(item.first),
                    self._origin(item.second),
                    item.reason or self.words(f"origins.ground.{item.ground}"),
                )
                for item in origins.coincidences[:LISTED]
            ),
            more=len(origins.coincidences[LISTED:]),
        )

    def origins_of(self, claims: Iterable[Claim]) -> OriginsView:
        """The interval of origins behind claims, with its reasons."""
        return self.origins_view(origins_of(claims, self.dossier.teller_pairs))

    def _origin(self, name: str) -> str:
        """An origin in words: the teller and the article."""
        source_id, _, teller = name.partition("/")
        source = self.dossier.sources[source_id]
        told = source.tellers.get(teller)
        label = told.label if told else self.words("chains.own_voice")
        return self.words("origins.of", teller=label, source=self.source_label(source).text)

    def traits(self, teller: Teller, *, in_full: bool) -> tuple[str, ...]:
        """What the text says of a teller; in full, also what it leaves unstated."""
        words = self.words
        traits = [words("teller.named" if teller.named else "teller.unnamed")]
        if teller.number:
            traits.append(words.count("people", teller.number))
        elif in_full:
            traits.append(words("teller.number_unknown"))
        for kind, value in (("access", teller.access), ("interest", teller.interest)):
            if in_full or value != "unstated":
                traits.append(words(f"{kind}.{value}"))
        return tuple(traits)

    def teller(self, source: Source, teller: Teller) -> TellerView:
        """A teller as the source's page shows them."""
        quotes = [source.quote(selector) for selector in teller.quote or ()]
        return TellerView(
            label=teller.label,
            traits=self.traits(teller, in_full=True),
            quotes=tuple(self.words_of(source, quote) for quote in quotes),
            relays=tuple(source.tellers[name].label for name in teller.relays),
            actor=self.actor(teller.actor) if teller.actor else None,
            note=teller.note,
        )

    def words_of(self, source: Source, quote: Quote) -> CitedWords:
        """Exact words, leading to the passage they stand in."""
        return CitedWords(quote.shown, links.passage(source.id, quote.passage))

    def abridged(self, source: Source, passage: Passage) -> str:
        """What is shown of a passage, with a sign for what is withheld; empty if nothing is."""
        pieces = source.pieces(passage)
        if all(piece.text is None for piece in pieces):
            return ""
        sign = self.words("rights.omission")
        return "".join(sign if piece.text is None else piece.text for piece in pieces)

    def question(self, comparison: Comparison) -> QuestionView:
        """A question compared."""
        question, words = comparison.question, self.words
        record = question.record
        answering = sorted({claim.source.id for claim in question.claims})
        return QuestionView(
            anchor=links.question_anchor(question),
            href=links.question(question),
            text=record.text,
            visit=self.visit(question.visit) if question.visit else None,
            visit_id=question.visit or "across_visits",
            topic_id=record.topic or "",
            topic=self.topics.get(record.topic or ""),
            source_ids=" ".join(answering),
            verdict=comparison.verdict,
            verdict_label=words(f"verdict.{comparison.verdict}"),
            open=comparison.verdict in OPEN,
            reason=self._reason(comparison),
            kind=words(f"kind.{record.kind}"),
            origins=self.origins_view(comparison.origins),
            answers=tuple(
                AnswerView(
                    answer.text,
                    self.origins_view(origins),
                    tuple(map(self.claim, answer.claims)),
                    tuple(map(self.source_label, self.dossier.sources_of(answer.claims))),
                )
                for answer, origins in zip(question.answers, comparison.answer_origins, strict=True)
            ),
            cells=tuple(self._cell(cell, comparison) for cell in comparison.cells),
            note=record.note,
            missing=record.missing,
        )

    def _reason(self, comparison: Comparison) -> str:
        """Why the verdict is what it is, by name where two answers clash."""
        found = clash(comparison.question)
        if found is None:
            return self.words(f"verdict_reason.{comparison.verdict}")
        (one, first), (other, second) = found
        sources = self.dossier.sources
        return self.words(
            f"verdict_reason.{comparison.verdict}",
            one=one.text,
            other=other.text,
            first=self.source_label(sources[first]).text,
            second=self.source_label(sources[second]).text,
        )

    def _cell(self, cell: Cell, comparison: Comparison) -> CellView:
        alone = cell.state == "agrees" and comparison.verdict == "single-source"
        state = "alone" if alone else cell.state
        return CellView(
            source=self.source_label(cell.source),
            state=state,
            label=self.words(f"state.{state}"),
            answers=tuple(answer.text for answer in cell.answers),
        )

    def summary(self, visit: Visit) -> tuple[SentenceView, ...]:
        """The summary of a visit; it names claims of this visit."""
        return tuple(
            SentenceView(sentence.text, self.claims(visit, sentence.claims))
            for sentence in visit.record.summary
        )

    def visit_card(self, visit: Visit) -> VisitCard:
        """A visit in a list."""
        unsettled = len(self.open_questions(visit.id))
        return VisitCard(
            title=visit.record.title,
            href=links.visit(visit),
            date=self.date(visit.when),
            summary=self.summary(visit)[0],
            sources=tuple(map(self.source_label, self.dossier.sources_of(visit.claims))),
            claims=self.words.count("claims", len(visit.claims)),
            questions=self.words.count("questions", len(visit.questions)),
            contradictions=self.words.count("contradictions", unsettled) if unsettled else None,
        )

    def source_card(self, source: Source) -> SourceCard:
        """A source in a list."""
        claims = self.dossier.claims_of(source)
        visits = [v for v in self.dossier.visits.values() if any(c.visit == v.id for c in claims)]
        usage = self.usages[source.id]
        return SourceCard(
            title=source.record.title,
            href=links.source(source),
            outlet=self.outlet(source),
            date=self.date(source.published),
            basis=self.words(f"basis.{source.record.published.basis}"),
            visits=tuple(self.visit(visit.id) for visit in visits),
            claims=self.words.count("claims", len(claims)),
            quoted=self.quoted(usage),
        )

    def passages_of(self, claims: Iterable[Claim]) -> tuple[PassageWords, ...]:
        """The passages in which the claims' quotes stand, each once, in the order of the texts.

        Only those of which nothing is withheld.
        """
        wanted = {(claim.source.id, quote.passage) for claim in claims for quote in claim.quotes}
        return tuple(
            PassageWords(
                href=links.passage(source.id, passage.number),
                text=text,
                label=self.source_label(source).text,
            )
            for source in self.dossier.sources.values()
            for passage in source.passages
            if (source.id, passage.number) in wanted
            if (text := source.shown(passage)) is not None
        )

    def _according(self, source: Source) -> str:
        """According to which article, and how sure its day is."""
        date = self.date(source.published).text
        if source.record.published.basis == "inferred":
            date = self.words("kit.inferred", date=date)
        if source.record.outlet is None:
            return self.words("kit.by_article", date=date)
        return self.words("kit.by_outlet", outlet=self.outlet(source), date=date)

    def citation(self, source: Source) -> str:
        """An article as one cites it: outlet, headline, day, and how the day is known."""
        record = source.record
        return self.words(
            f"kit.article_{record.published.basis}",
            outlet=self.outlet(source),
            title=record.title,
            date=self.date(source.published).text,
        )

    def quoted(self, usage: Usage) -> str:
        """How many of an article's words no quote holds."""
        left = usage.words - usage.quoted
        if not left:
            return self.words("source.quoted_whole")
        counted = self.words.count("words", left)
        return self.words("source.unquoted", words=counted, whole=usage.words)

    def _claim(self, claim: Claim, number: int) -> ClaimView:
        record = claim.record
        hops = tuple(
            HopView(
                tuple(teller.label for teller in hop.tellers),
                self.traits(hop.tellers[0], in_full=False) if len(hop.tellers) == 1 else (),
            )
            for hop in chain_of(claim).hops
        )
        label = self.source_label(claim.source)
        remark = None if hops else self.words("kit.own_voice")
        if record.voice == "unclear":
            remark = self.words("voice.unclear")
        return ClaimView(
            id=claim.id,
            anchor=record.id,
            href=links.claim(claim),
            number=number,
            statement=record.statement,
            attribution=attribution(self._according(claim.source), hops, remark, self.words),
            quotes=tuple(
                self._quote(claim, quote, index) for index, quote in enumerate(claim.quotes)
            ),
            source=label,
            hops=hops,
            voice=self.words(f"voice.{record.voice}"),
            verb=claim.shown_verb,
            speaker=self.actor(record.speaker) if record.speaker else None,
            reckoning=self.reckoning(card) if (card := claim_card(claim)) else None,
            referent=(
                ReferentView(
                    claim.source.quote(record.referent.words).shown,
                    self.words.list(record.referent.may_be),
                )
                if record.referent
                else None
            ),
            picture=self._picture(claim),
            note=record.note,
            questions=tuple(
                Link(question.record.text, links.question(question))
                for question in self._questions_of.get(claim.id, [])
            ),
        )

    def _quote(self, claim: Claim, quote: Quote, index: int) -> QuoteView:
        source = claim.source
        passage, url = source.passage_at(quote), source.record.url
        return QuoteView(
            text=quote.shown,
            href=links.quotation(claim, index),
            number=passage.number,
            passage=(
                links.passage(source.id, passage.number)
                if source.shown(passage) is not None
                else None
            ),
            start=quote.start - passage.start,
            end=quote.end - passage.start,
            live=live_link(url, quote.shown) if url and quote.shown is not None else url,
        )

    def _picture(self, claim: Claim) -> Picture | None:
        """A picture of a chain with more than two links; None for a shorter one."""
        chain = chain_of(claim)
        if len(chain.hops) < 2:
            return None
        either = self.words("teller.or")
        labels = [Label(either.join(t.label for t in hop.tellers), "teller") for hop in chain.hops]
        article = self.source_label(claim.source)
        labels.append(Label(article.text, "article", article.href))
        if claim.record.speaker:
            labels.insert(0, Label(self.actor(claim.record.speaker).text, "speaker"))
        description = (
            f"{self.words('claim.chain')}: {self.words.list(label.text for label in labels)}"
        )
        return chain_picture(labels, description)


def percent(part: int, whole: int) -> int:
    """A share in whole hundredths: 0 only of nothing, 100 only of all."""
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, round(100 * part / whole)))
