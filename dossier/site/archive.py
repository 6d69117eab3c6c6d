"""Files as one archive, the same bytes for the same files.  Pure."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the format knows no earlier date
_UNIX, _MODE = 3, 0o100644 << 16


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """A zip of the files below a folder of that name."""
    output = BytesIO()
    with ZipFile(output, "w") as made:
        for path in sorted(files):
            entry = ZipInfo(f"{folder}/{path}", _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            made.writestr(entry, files[path], ZIP_DEFLATED, compresslevel=9)
    return output.getvalue()
