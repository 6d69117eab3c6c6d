"""The invented dossier with one article more, of which every word is invented and stands once.

So a word that leaves is known wherever it is, also in part of a file that nobody thought of.
"""

from __future__ import annotations

import hashlib
import re

from tests.helpers import edited, mini_files

SOURCE = "2019-06-01-withheld"
TEXT_FILE, RECORD = f"seeds/sources/{SOURCE}.txt", f"seeds/sources/{SOURCE}.yml"
VISIT, ACTORS = "seeds/visits/2019-05.yml", "seeds/actors.yml"
FULL, LINK_ONLY = "{publish: full}", "{publish: link-only}"

# No letter of them is another spelling of a letter, and no beginning or end is one of Arabic's.
WORDS = [f"ض{a}{b}ظ" for b in "صطعفق" for a in "بتجحخدرزسش"]
HEADLINE = " ".join(WORDS[:3])
LATIN = "Zqxwvhj"


def _row(first: int, last: int) -> str:
    return " ".join(WORDS[first : last + 1])


_LINES = [
    HEADLINE,
    f"{_row(3, 4)} {_row(5, 6)}",
    f"{_row(7, 20)}.",
    f"{_row(21, 30)}.",
    f"{_row(31, 36)}.",
    f"{_row(37, 40)}.",
    _row(41, 42),
    f"{WORDS[43]} ”{WORDS[44]} {WORDS[45]}.",
    f'<b>{WORDS[46]} {WORDS[47]}</b> \\ "&" \' {LATIN}\t{WORDS[48]}.',
]
TEXT = "\n".join(_LINES) + "\n"
BODY = [*WORDS[3:49], LATIN]
"""The words that are not of the headline."""

_OF_BODY = re.compile("|".join(BODY))

_RECORD = """\
title: '{title}'
outlet: the-sail
outlet_evidence: '{outlet}'
published: {{edtf: '2019-06-01', basis: inferred, evidence: ['{date}']}}
original_file: 'withheld.txt'
sha256: '{digest}'
url: 'https://sail.example/article'
rights: {rights}
furniture: ['{furniture}']
tellers:
  - {{id: keeper, label: 'الحارس', quote: '{teller}', named: false, number: 1, access: present}}
set_aside:
  - {{quote: '{aside}', reason: background}}
voice_notes:
  - {{quote: '{mark}', reason: 'علامة واحدة.'}}
"""
_CLAIMS = """\
  - id: first
    source: {source}
    statement: 'قول أول'
    quote: '{first}'
    topic: finds
    told_by: keeper
    voice: source
    verb: '{verb}'
  - id: second
    source: {source}
    statement: 'قول ثان'
    quote: '{second}'
    topic: finds
    told_by: keeper
    voice: source
  - id: third
    source: {source}
    statement: 'قول ثالث'
    quote: ['{third}', '{fourth}']
    topic: finds
    told_by: keeper
    voice: source
    dated: {{words: '{dated}', counted_from: published}}
    referent: {{words: '{referent}', may_be: ['هذا', 'ذاك']}}
questions:
  - id: kept
    text: 'ماذا حُفظ؟'
    kind: open
    topic: finds
    answers:
      - {{id: first, text: 'أول', claims: [first]}}
      - {{id: third, text: 'ثالث', claims: [third]}}
      - {{id: other, text: 'غيره', claims: [box-opened]}}
"""


def files_with(rights: str) -> dict[str, bytes]:
    """The seeds, the article published as its rights say."""
    files = edited(mini_files(), VISIT, "\nquestions:\n", f"\n{_claims()}")
    when = "  note: 'يتفق المقالان على السبت.'"
    evidence = f"    - {{source: {SOURCE}, words: '{WORDS[20]}'}}\n{when}"
    files = edited(files, VISIT, when, evidence)
    spelling = f"spellings: ['الشراع', '{_row(46, 47)}']"
    files = edited(files, ACTORS, "spellings: ['الشراع']", spelling)
    record = _RECORD.format(
        title=HEADLINE,
        outlet=_row(3, 4),
        date=_row(5, 6),
        digest=hashlib.sha256(TEXT.encode()).hexdigest(),
        rights=rights,
        furniture=_row(41, 42),
        teller=_row(16, 17),
        aside=_LINES[5],
        mark=f"”{WORDS[44]}",
    )
    return {**files, TEXT_FILE: TEXT.encode(), RECORD: record.encode()}


def excerpt(most: int) -> str:
    """The rights to so many words."""
    return f"{{publish: excerpt, max_words: {most}}}"


def found_in(text: str) -> set[str]:
    """The words of the article's body that a text holds."""
    return set(_OF_BODY.findall(text))


def _claims() -> str:
    return _CLAIMS.format(
        source=SOURCE,
        verb=WORDS[7],
        first=_row(8, 12),
        second=_row(11, 15),
        third=_row(22, 26),
        fourth=WORDS[48],
        dated=_row(29, 30),
        referent=_row(27, 28),
    )
