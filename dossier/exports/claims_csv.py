"""`data/claims.csv`: a row for each quote, in a form that spreadsheets open right.

A byte-order mark tells them that it is UTF-8; lines end in CRLF (RFC 4180); a cell that a
spreadsheet would take for a formula is put behind an apostrophe.
"""

from __future__ import annotations

import csv
import io

from dossier.compare.chains import chain_of
from dossier.model import Claim, Dossier

HEADER = (
    "claim", "visit", "source", "published", "outlet", "topic", "statement", "quote",
    "start", "end", "passage", "voice", "chain", "speaker", "note", "page",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_csv(dossier: Dossier) -> bytes:
    """Every quote of every claim."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for claim in dossier.claims.values():
        writer.writerows([_safe(cell) for cell in row] for row in _rows(claim, dossier))
    return out.getvalue().encode("utf-8-sig")


def _rows(claim: Claim, dossier: Dossier) -> list[tuple[object, ...]]:
    record, source = claim.record, claim.source
    hops = chain_of(claim).hops
    chain = " < ".join(" / ".join(teller.label for teller in hop.tellers) for hop in hops)
    outlet = source.record.outlet
    speaker = record.speaker
    return [
        (
            claim.id,
            claim.visit,
            source.id,
            source.record.published.edtf,
            dossier.actors[outlet].name if outlet else "",
            record.topic,
            record.statement,
            quote.shown or "",
            quote.start,
            quote.end,
            quote.passage,
            record.voice,
            chain,
            dossier.actors[speaker].name if speaker else "",
            record.note or "",
            f"visits/{claim.visit}/#{record.id}",
        )
        for quote in claim.quotes
    ]


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \n").startswith(_FORMULA) else cell
