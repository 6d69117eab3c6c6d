"""How to pass a claim on: a sentence with its whole attribution, citations, a link to the words."""

from __future__ import annotations

from urllib.parse import quote

from dossier.pages.views import HopView
from dossier.pages.words import Words

_STATEMENT = "\0"  # which no seed holds
_WHOLE = 8
_ENDS = 4


def attribution(
    article: str, hops: tuple[HopView, ...], remark: str | None, words: Words
) -> tuple[str, str]:
    """What is said before a statement and after it: who claims it, and through whom it came.

    Tellers are named after a colon and not in the run of a sentence: a label keeps its case.  The
    first one is named first.

    Args:
        article: "According to" the article, with its day.
        hops: The chain from the innermost teller outwards; none where nobody is named.
        remark: What is to be said of whose words they are, if anything.
        words: The interface's words.
    """
    names = [_name(hop, words) for hop in hops]
    sentences = [words("kit.claimed", article=article, statement=_STATEMENT)]
    if names:
        key = "kit.teller" if len(names) == 1 else "kit.tellers"
        sentences.append(words(key, names=words("kit.then").join(names)))
    if remark:
        sentences.append(words("kit.remark", text=remark))
    before, _, after = " ".join(sentences).partition(_STATEMENT)
    return before, after


def live_link(url: str, exact: str) -> str:
    """A link to words on the page where they were published.

    A text directive of the URL Fragment Text Directives draft (WICG): the whole of short words,
    the first and last of long ones.
    """
    parts = exact.split()
    if len(parts) <= _WHOLE:
        directive = _encoded(exact)
    else:
        start, end = " ".join(parts[:_ENDS]), " ".join(parts[-_ENDS:])
        directive = f"{_encoded(start)},{_encoded(end)}"
    return f"{url.partition('#')[0]}#:~:text={directive}"


def _name(hop: HopView, words: Words) -> str:
    name = words("teller.or").join(hop.labels)
    if not hop.traits:
        return name
    traits = words("site.list_separator").join(hop.traits)
    return words("kit.with_traits", name=name, traits=traits)


def _encoded(text: str) -> str:
    """Percent-encoded, the hyphen too: it has a meaning in a directive."""
    return quote(text, safe="").replace("-", "%2D")
