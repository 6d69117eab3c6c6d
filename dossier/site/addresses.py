"""Where the addresses on a page lead.  Pure."""

from __future__ import annotations

import posixpath
import re

ATTRIBUTES = frozenset(
    ("href", "xlink:href", "src", "action", "formaction", "poster", "data", "cite")
)
"""The attributes that hold one address."""

_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INDEX = "index.html"


def served_file(path: str, address: str, base: str) -> str | None:
    """The file that a server gives for an address on a page.

    Args:
        path: The file of the page.
        address: Without query and fragment, decoded.
        base: The path under which the site is served.

    Returns:
        The file's path; None where the address leads out of the site.
    """
    if not address:
        return path
    if address.startswith("/"):
        if not f"{address}/".startswith(base):
            return None
        joined = address.removeprefix(base.rstrip("/")).lstrip("/")
    else:
        joined = _joined(path, address)
    if joined in ("", "."):
        return _INDEX
    if _is_folder(address):
        return f"{joined.rstrip('/')}/{_INDEX}"
    return joined


def file_in_folder(path: str, address: str) -> str | None:
    """The file that an address leads to where no server looks for a folder's index."""
    if not address:
        return path
    return None if address.startswith("/") else _joined(path, address)


def naming_file(address: str) -> str:
    """The address with the name of the file that a server would have chosen."""
    end = min(at for at in (address.find("?"), address.find("#"), len(address)) if at >= 0)
    path, rest = address[:end], address[end:]
    if not path or _FOREIGN.match(path) or not _is_folder(path):
        return address
    folder = path if path.endswith("/") else f"{path}/"
    return f"{folder}{_INDEX}{rest}"


def _joined(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def _is_folder(path: str) -> bool:
    return path.rpartition("/")[2] in ("", ".", "..")
