"""The command: what it accepts, what it prints, and its exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import get_args

from dossier import scaffold, stopping
from dossier.check import check
from dossier.compare.usage import usage_of
from dossier.compare.voice import unanswered
from dossier.exports.seed_schemas import seed_schemas
from dossier.model import Dossier
from dossier.model import build as resolve
from dossier.problems import FORMATS, DossierError, Format, Problem, printable
from dossier.seeds.card import CARD
from dossier.seeds.dictionary import with_tables
from dossier.seeds.folder import read_folder
from dossier.seeds.load import load
from dossier.site.build import Places, build, build_offline, site_url, stale_card
from dossier.site.copies import verified
from dossier.site.publish import write_file
from dossier.text.passages import line_of

PROJECT = Path(__file__).resolve().parent.parent

DONE, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 1 problems in the content, 2 wrong usage or environment."""
    _prepare_streams()
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except DossierError as error:
        print(f"error: {error}", file=sys.stderr)
    except (ImportError, SyntaxError) as error:
        print(f"error: a library is missing or broken, run `make`: {error}", file=sys.stderr)
    except BrokenPipeError:
        _forget_output()  # whoever reads has seen enough
    except OSError as error:
        what = f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
        print(f"error: {what}{stopping.outcome()}", file=sys.stderr)
        _forget_output()
    else:
        return code
    return USAGE


def open_dossier(root: Path) -> tuple[Dossier | None, list[Problem], dict[str, bytes]]:
    """Read, load and check the seeds below `root`; a dossier only if nothing is wrong."""
    files, unreadable = read_folder(root)
    seeds, misshapen = load(files, {problem.path for problem in unreadable})
    problems = sorted({*unreadable, *misshapen, *check(seeds)})
    if problems:
        return None, problems, files
    dossier = resolve(seeds)
    problems = sorted(unanswered(dossier))
    return (None if problems else dossier), problems, files


def _build(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    dossier, problems, files = open_dossier(options.root)
    if dossier is None:
        return _refuse(problems, "text")
    site = options.site_dir or options.root / "site"
    built = build(Places(PROJECT, options.root, site), dossier, files, site_url())
    seconds = time.perf_counter() - started
    print(f"{_summary(dossier)}\n{_many(built.count, 'file')} in {site} ({seconds:.1f} s)")
    print(f"digest {built.digest}")
    _print_stale_card(dossier, files)
    return DONE


def _offline(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    dossier, problems, files = open_dossier(options.root)
    if dossier is None:
        return _refuse(problems, "text")
    places = Places(PROJECT, options.root, options.root / "site")
    count, size = build_offline(places, dossier, files, site_url())
    seconds = time.perf_counter() - started
    print(f"{count} files, {size / 1e6:.1f} MB, in {places.offline} ({seconds:.1f} s)")
    return DONE


def _verify(options: argparse.Namespace) -> int:
    stopping.record("")
    said, found = verified(options.place)
    if options.digest not in (None, said.digest):
        found.append(f"digest: must be {options.digest}")
    for line in found:
        print(printable(line))
    print(f"{_many(said.count, 'file')}, {_many(len(found), 'difference')}\ndigest {said.digest}")
    return PROBLEMS if found else DONE


def _check(options: argparse.Namespace) -> int:
    dossier, problems, files = open_dossier(options.root)
    if dossier is None:
        return _refuse(problems, options.format)
    if options.format == "text":
        print(f"0 problems\n{_summary(dossier)}")
        _print_unused(dossier)
        _print_stale_card(dossier, files)
    else:
        sys.stdout.write(FORMATS[options.format]([]))
    return DONE


def _serve(options: argparse.Namespace) -> int:
    from dossier.site.serve import serve  # needs the engine's own libraries

    def rebuild() -> None:
        _build(options)

    options.site_dir = options.root / "build" / "served"
    stopping.expect()
    serve(rebuild, [options.root / "seeds"], PROJECT, options.site_dir, options.port)
    return DONE


def _pdf(options: argparse.Namespace) -> int:
    try:
        from dossier.book.build import build_book
    except ModuleNotFoundError as error:
        raise DossierError(
            f"the library {error.name} is missing; `make pdf` installs what printing needs"
        ) from error
    started = time.perf_counter()
    dossier, problems, _ = open_dossier(options.root)
    if dossier is None:
        return _refuse(problems, "text")
    book = build_book(PROJECT, options.root, dossier, site_url())
    seconds = time.perf_counter() - started
    print(f"{book.path}: {book.pages} pages, {book.size / 1e6:.1f} MB ({seconds:.1f} s)")
    return DONE


def _new(options: argparse.Namespace) -> int:
    stopping.record("")
    for path in scaffold.new(options.root, options.kind, options.id, options.text):
        print(path)
    return DONE


def _schema(options: argparse.Namespace) -> int:
    _, unreadable = read_folder(options.root)
    if unreadable:
        return _refuse(unreadable, "text")
    stopping.record("")
    folder = options.root / "seeds" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seed_schemas().items():
        write_file(folder / name, data)
        print(folder / name)
    readme = options.root / "seeds" / "README.md"
    if readme.is_file() and not readme.is_symlink():
        try:
            tables = with_tables(readme.read_text("utf-8"))
        except ValueError as error:
            raise DossierError(f"{readme} {error}") from error
        write_file(readme, tables.encode())
        print(readme)
    return DONE


def _refuse(problems: list[Problem], form: Format) -> int:
    sys.stdout.write(FORMATS[form](problems))
    sys.stdout.flush()
    if form == "text":
        files = len({problem.path for problem in problems})
        print(
            f"{_many(len(problems), 'problem')} in {_many(files, 'file')}; nothing was written",
            file=sys.stderr,
        )
    return PROBLEMS


def _summary(dossier: Dossier) -> str:
    unused = sum(usage_of(source, dossier).count("unused") for source in dossier.sources.values())
    return (
        f"{_many(len(dossier.sources), 'source')}, {_many(len(dossier.visits), 'visit')}, "
        f"{_many(len(dossier.claims), 'claim')}, {_many(len(dossier.all_questions), 'question')}, "
        f"{_many(unused, 'unused sentence')}"
    )


def _print_unused(dossier: Dossier) -> None:
    for source in dossier.sources.values():
        for sentence in usage_of(source, dossier).sentences:
            if sentence.use == "unused":
                words = source.unabridged[sentence.start : sentence.end]
                line = line_of(source.unabridged, sentence.start)
                print(f"seeds/sources/{source.id}.txt:{line}: unused: {printable(words)}")


def _print_stale_card(dossier: Dossier, files: dict[str, bytes]) -> None:
    if stale_card(PROJECT, dossier, files):
        print(f"{CARD}:1: out of date, so the site goes without it: run `make card`")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_dossier.py", description="Builds the site of a dossier from its seeds."
    )
    parser.set_defaults(run=_build)
    _root(parser, PROJECT)
    _site_dir(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    build_command = commands.add_parser("build", help="check and build the site (default)")
    build_command.set_defaults(run=_build)
    _site_dir(build_command, argparse.SUPPRESS)
    check_command = commands.add_parser("check", help="check the seeds, build nothing")
    check_command.set_defaults(run=_check)
    check_command.add_argument(
        "--format", choices=get_args(Format), default="text", help="(default: text)"
    )
    verify_command = commands.add_parser(
        "verify", help="compare a published copy with its manifest"
    )
    verify_command.set_defaults(run=_verify)
    verify_command.add_argument(
        "place", metavar="DIR|URL", help="its folder, or its http address on this machine"
    )
    verify_command.add_argument(
        "--digest", type=_digest, metavar="HEX", help="what the build printed, to compare with, too"
    )
    offline_command = commands.add_parser(
        "offline", help="build the site for readers without a server, as a zip"
    )
    offline_command.set_defaults(run=_offline)
    serve_command = commands.add_parser("serve", help="show the site while you edit")
    serve_command.set_defaults(run=_serve)
    serve_command.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="(default: 8000)"
    )
    pdf_command = commands.add_parser("pdf", help="print the whole dossier into build/dossier.pdf")
    pdf_command.set_defaults(run=_pdf)
    new_command = commands.add_parser("new", help="begin a visit or a source")
    new_command.set_defaults(run=_new)
    new_command.add_argument("kind", choices=("visit", "source"))
    new_command.add_argument("id", help="a-z, 0-9 and hyphens; the name of the file and page")
    new_command.add_argument(
        "--text", type=Path, metavar="FILE", help="the article's text, for a source"
    )
    schema_command = commands.add_parser(
        "schema", help="write the seeds' JSON Schemas and field tables"
    )
    schema_command.set_defaults(run=_schema)
    for command in commands.choices.values():
        _root(command, argparse.SUPPRESS)
    return parser


# Both options may stand before or after the command's name: a suppressed default does not
# undo what was given before.
def _root(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--root",
        type=_absolute,
        default=default,
        metavar="DIR",
        help="the folder that holds seeds/ (default: this project)",
    )


def _site_dir(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--site-dir",
        type=_absolute,
        default=default,
        metavar="DIR",
        help="where the site goes (default: site/ below the root)",
    )


def _digest(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text.lower()):
        raise argparse.ArgumentTypeError("must be 64 digits 0-9 a-f")
    return text.lower()


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 0 < int(text) < 1 << 16:
        raise argparse.ArgumentTypeError("must be a number from 1 to 65535")
    return int(text)


def _absolute(path: str) -> Path:
    """Where the path leads from here; the engine runs elsewhere."""
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 -- `..` goes, links stay
    except FileNotFoundError:
        raise argparse.ArgumentTypeError("cannot be found: this folder is gone") from None


def _prepare_streams() -> None:
    """Speak UTF-8, whatever the locale; a stream that is closed leads nowhere.

    Else the next file that is opened would take its number, and get what is said.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream := getattr(sys, name), "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """Print what can still be printed; the rest goes nowhere, and nobody complains of it."""
    with suppress(OSError):
        try:
            sys.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
