"""How to pass a claim on: a sentence with its whole attribution, citations, a link to the words."""

from __future__ import annotations

from urllib.parse import quote

from dossier.pages.views import HopView
from dossier.pages.words import Words

_WHOLE = 8
_ENDS = 4


def attribution(
    statement: str, article: str, hops: tuple[HopView, ...], voice: str | None, words: Words
) -> str:
    """A sentence that names everyone through whom a statement came, the article first.

    Args:
        statement: What is claimed, in our words.
        article: The article in a few words.
        hops: The chain from the innermost teller outwards; none for the article's own voice.
        voice: A remark where it is in doubt whose words they are.
        words: The interface's words.
    """
    text = words("kit.by", source=article)
    if not hops:
        text += words("kit.own_voice")
    for place, hop in enumerate(reversed(hops)):
        name = words("teller.or").join(hop.labels)
        if hop.traits:
            name = words(
                "kit.with_traits", name=name, traits=words("site.list_separator").join(hop.traits)
            )
        text += words("kit.via" if place == 0 else "kit.from", name=name)
    if voice:
        text += words("kit.remark", text=voice)
    return words("kit.sentence", attribution=text, statement=statement)


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


def _encoded(text: str) -> str:
    """Percent-encoded, the hyphen too: it has a meaning in a directive."""
    return quote(text, safe="").replace("-", "%2D")
