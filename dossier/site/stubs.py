"""What the engine gets to see: stubs that hold tokens in the place of words.  Pure.

Curated and original text never passes through Markdown, the engine's Jinja or the theme's
filters, any of which would change it.  After the engine has run, `finish` puts the escaped
words where the tokens stand.  A token cannot be guessed from outside: it is made of a
digest over all that goes into the build.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from jinja2 import Environment

from dossier.pages.render import Slots
from dossier.pages.views import Page
from dossier.seeds.version import digest

TOKEN = re.compile(r"<p>(zqo[0-9a-f]{24}qz)</p>|(zqo[0-9a-f]{24}qz)")


@dataclass(frozen=True)
class Tokens:
    """The token of each slot of a page, and of what all pages share.

    Shared are the site's title, what every head says, the words for lost readers, and the search
    panel.
    """

    site: str
    head: str
    lost: str
    search: str
    title: str
    description: str
    kind: str
    layout: str
    faces: str
    path: str
    heading: str
    contents: str
    body: str
    linked_data: str

    @classmethod
    def of(cls, inputs: Mapping[str, bytes]) -> Tokens:
        """Tokens that depend on every byte of the inputs."""
        whole = digest(inputs)
        return cls(*(_token(whole, field.name) for field in fields(cls)))

    def values(self, shared: Mapping[str, str], slots: Slots | None) -> dict[str, str]:
        """What each token stands for on one page; without slots, only what all pages share."""
        words = {**shared, **(asdict(slots) if slots else {})}
        return {getattr(self, name): value for name, value in words.items()}


def stub(env: Environment, tokens: Tokens) -> bytes:
    """The Markdown of any generated page: they all look alike to the engine."""
    return env.get_template("stub.md").render(slots=tokens).encode()


def stub_path(page: Page) -> str:
    """Where the stub of a page stands below the engine's docs folder."""
    return f"{page.path}index.md"


def _token(whole: str, name: str) -> str:
    return f"zqo{hashlib.sha256(f'{whole} {name}'.encode()).hexdigest()[:24]}qz"
