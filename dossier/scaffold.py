"""Begins a visit or a source: files with every field that must be filled in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dossier.problems import DossierError
from dossier.seeds.load import id_fault, text_fault
from dossier.seeds.strict_yaml import MAX_BYTES

_VISIT = """\
id: {id}
title: ''
when:
  edtf: ''
  evidence:
    - {{source: '', words: '', counted_from: published}}
where: []
participants: []
summary:
  - {{text: '', claims: []}}
claims:
  - id: ''
    source: ''
    statement: ''
    quote: ''
    topic: ''
    told_by: author
    voice: author
questions: []
"""

_SOURCE = """\
id: {id}
title: ''
outlet: null
published: {{edtf: '', basis: printed, evidence: ['']}}
original_file: '{file}'
sha256: {sha256}
url: null
rights: {{publish: full}}
furniture: []
tellers: []
set_aside: []
"""


def new(root: Path, kind: str, name: str, text: Path | None) -> list[Path]:
    """Write the files of a new visit or source; nothing that exists is touched.

    `check` then tells what is still to be filled in, with line and column.

    Raises:
        DossierError: if the id cannot be one, a file exists, or a source has no text.
    """
    if fault := id_fault(name):
        raise DossierError(f"the {kind} {name} {fault}")
    if kind == "visit":
        return _write({root / "seeds/visits" / f"{name}.yml": _VISIT.format(id=name).encode()})
    if text is None:
        raise DossierError("a source needs --text FILE, the article's text")
    if not text.is_file():
        raise DossierError(f"there is no file {text}")
    if text.stat().st_size > MAX_BYTES:
        raise DossierError(f"{text} must not be larger than {MAX_BYTES:,} bytes")
    data = text.read_bytes()
    if not text.name.isprintable():
        raise DossierError("the text's file must have a name that can be printed")
    if (fault := text_fault(data)) is not None:
        raise DossierError(f"{text} {fault}")
    record = _SOURCE.format(
        id=name, file=text.name.replace("'", "''"), sha256=hashlib.sha256(data).hexdigest()
    )
    folder = root / "seeds/sources"
    return _write({folder / f"{name}.txt": data, folder / f"{name}.yml": record.encode()})


def _write(files: dict[Path, bytes]) -> list[Path]:
    for path in files:
        for folder in (path.parent, path.parent.parent):
            if folder.is_symlink():
                raise DossierError(f"{folder} must be a folder, it is a link")
        if path.exists():
            raise DossierError(f"{path} exists already")
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:  # never through a link that leads nowhere
            file.write(data)
    return list(files)
