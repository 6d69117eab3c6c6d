#!/usr/bin/env python3
"""Builds the site of a dossier from its seeds.  `build_dossier.py --help` tells more."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- said in words, before an import fails
    print("Python 3.11 or newer is needed (تلزم بايثون 3.11 أو أحدث).", file=sys.stderr)
    sys.exit(2)

from dossier import stopping

if __name__ == "__main__":
    stopping.heed()  # before the libraries are loaded, which takes the longest

try:
    from dossier.cli import main
except ModuleNotFoundError as error:
    if error.name and error.name.startswith("dossier"):
        raise
    print(
        f"The library {error.name} is missing (مكتبة ناقصة). Run `make`, or:\n"
        "  python3 -m venv .venv && .venv/bin/pip install -r requirements.txt\n"
        "  .venv/bin/python build_dossier.py",
        file=sys.stderr,
    )
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main())
