"""What is known of a date, as stretches of days that can be drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dossier.text.edtf import Edtf, Moment, Span

Kind = Literal["day", "span", "within"]


@dataclass(frozen=True)
class Stretch:
    """Days from first to last: one that is meant, all of them (`span`), or one of them (`within`).

    It fades where it may begin earlier or end later.
    """

    first: date
    last: date
    kind: Kind
    fades_before: bool = False
    fades_after: bool = False


def stretches(when: Edtf) -> tuple[Stretch, ...]:
    """The stretches of a date, in their order."""
    if when.kind == "one-of":
        return _joined([replace(_whole(span), kind="within") for span in when.spans])
    return tuple(stretch for span in when.spans for stretch in _known(span))


def _whole(span: Span) -> Stretch:
    """From the first day that is named to the last."""
    named = [moment for moment in (span.start, span.end) if moment]
    first, last = named[0].first, named[-1].last
    kind: Kind = "day" if first == last else "within"
    return Stretch(first, last, kind, _opens(span.start), _opens(span.end))


def _known(span: Span) -> list[Stretch]:
    """What surely belongs to a span, between ends that are less exact than a day."""
    whole, start, end = _whole(span), span.start, span.end
    if start is None or end is None or start == end or start.last > end.first:
        return [whole]
    found = [Stretch(start.last, end.first, "span")]
    if start.first < start.last:
        found.insert(0, Stretch(start.first, start.last, "within"))
    if end.first < end.last:
        found.append(Stretch(end.first, end.last, "within"))
    found[0] = replace(found[0], fades_before=whole.fades_before)
    found[-1] = replace(found[-1], fades_after=whole.fades_after)
    return found


def _joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """One of several days in a row is one stretch; one alone stays apart."""
    joined: list[Stretch] = []
    for stretch in sorted(found, key=lambda each: (each.first, each.last)):
        if joined and (stretch.first - joined[-1].last).days <= 1:
            joined[-1] = replace(
                joined[-1],
                last=max(joined[-1].last, stretch.last),
                fades_after=joined[-1].fades_after or stretch.fades_after,
            )
        else:
            joined.append(stretch)
    return tuple(joined)


def _opens(moment: Moment | None) -> bool:
    return moment is None or moment.approximate or moment.uncertain
