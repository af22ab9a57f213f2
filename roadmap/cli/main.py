"""The command line: its verbs, and what most of them do.

What only one verb needs is imported when that verb runs, which halves the time of `validate`.
"""

import argparse
import errno
import io
import os
import runpy
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from roadmap.cli import edit, github
from roadmap.cli.command import command
from roadmap.cli.usage import Parser, port
from roadmap.datafiles.files import write_all, write_whole
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError, Problem, obstacle
from roadmap.history.git import GitError
from roadmap.model.dataset import REDIRECTS
from roadmap.model.history import History
from roadmap.presenters import urls
from roadmap.site.folder_swap import NOT_BUILT, OBSTACLE, WrongPlaceError, take_turn
from roadmap.site.project import current
from roadmap.site.site_url import SiteUrlError, site_url
from roadmap.text.swedish import counted

HOST = "127.0.0.1"
PORT = 8000
COMPILATION = PurePosixPath(urls.COMPILATION_FILE).name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status: 0 success, 1 problems, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal may lack å, ä and ö, and a file's name may have bytes that are no letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    if not (root / "data").is_dir():
        print(
            f"roadmap: mappen {root} har ingen data-mapp. Ange en annan med --root.",
            file=sys.stderr,
        )
        return 2
    run: Callable[[argparse.Namespace, Path], int] = options.run
    _end_in_order()
    try:
        return run(options, root)
    except KeyboardInterrupt as error:
        print(file=sys.stderr)
        return 128 + (error.args[0] if error.args else signal.SIGINT)
    except OSError as error:
        print(obstacle(error), file=sys.stderr)
        return 1
    except SiteUrlError as error:
        print(error, file=sys.stderr)
        return 1


def _end_in_order() -> None:
    """Let a program that is told to end clean up after itself, as after Ctrl-C."""

    def end(number: int, _: object) -> None:
        raise KeyboardInterrupt(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks one of them
        # Somebody may have asked that it be ignored, as nohup does.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog=command(),
        description="Granska data, bygg webbplatsen, visa den och läs in svar.",
        example=command("validate"),
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB", title="Verb", parser_class=Parser)

    def verb(
        name: str,
        help_text: str,
        run: Callable[[argparse.Namespace, Path], int],
        example: Sequence[str] = (),
    ) -> argparse.ArgumentParser:
        shown = command(name, *example)
        sub: Parser = verbs.add_parser(name, help=help_text, description=help_text, example=shown)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="projektets mapp (den du står i)"
        )
        sub.set_defaults(run=run)
        return sub

    validate = verb("validate", "Granska allt i data/ och docs/ och skriv ut alla fel.", _validate)
    validate.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="text (en rad per fel) eller github (noteringar vid raderna i en pull request)",
    )
    edit.add_verbs(verb)
    build = verb("build", "Bygg webbplatsen.", _build)
    build.add_argument("--site-dir", type=Path, help="mappen att bygga i (site)")
    export = verb(
        "export",
        "Skriv öppna data som filer, samma som på webbplatsen.",
        _export,
        ["oppna-data"],
    )
    export.add_argument(
        "folder", nargs="?", type=Path, metavar="MAPP", help="mappen att skriva i (oppna-data)"
    )
    diff = verb("diff", "Visa vad som har ändrats i data, ord för ord.", _diff, ["main"])
    diff.add_argument(
        "base",
        metavar="BASE",
        nargs="?",
        help="git-version eller mapp att jämföra med (origin/main, annars den sparade versionen)",
    )
    diff.add_argument(
        "head", metavar="HEAD", nargs="?", help="den senare (projektet som det är just nu)"
    )
    diff.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="hur det skrivs (text)"
    )
    diff.add_argument(
        "--addresses",
        action="store_true",
        help="bara adresserna; misslyckas om en publicerad adress försvinner",
    )
    stage_verb = verb(
        "stage",
        "Skriv ut projektet med alla sidor, så att Zensical kan bygga det.",
        _stage,
        [".cache/zensical"],
    )
    stage_verb.add_argument("folder", type=Path, metavar="MAPP", help="mappen att skriva i")
    publish = verb("publish", "Bygg webbplatsen med filerna att ladda ned.", _publish)
    publish.add_argument("--site-dir", type=Path, help="mappen att bygga i (site)")
    compile_ = verb(
        "compile", "Skriv remissammanställningen som Word-fil.", _compile, ["--out", COMPILATION]
    )
    compile_.add_argument("--out", type=Path, help=f"filen att skriva ({COMPILATION})")
    serve = verb(
        "serve", "Visa webbplatsen och bygg om när något ändras.", _serve, ["--port", "8010"]
    )
    serve.add_argument("--port", type=port, default=PORT, help=f"port att visa den på ({PORT})")
    import_ = verb(
        "import",
        "Läs in ett svar ur Word, PDF eller text.",
        _import,
        ["svar.docx", "--body", "provnamnden"],
    )
    import_.add_argument(
        "file", type=Path, metavar="FIL", help="dokumentet: .docx, .pdf eller .txt"
    )
    import_.add_argument("--body", required=True, metavar="ID", help="remissinstansens id")
    repair = verb("repair", "Rätta felinlästa ord i ett svar.", _repair, ["provnamnden"])
    repair.add_argument("body", metavar="ID", help="remissinstansens id")
    hide = verb(
        "hide",
        "Dölj ord som inte får visas, till exempel en personuppgift.",
        _hide,
        ['"Namn Namnsson"'],
    )
    hide.add_argument("words", metavar="ORD", help="orden, inom citattecken om de är flera")
    return parser


def _validate(options: argparse.Namespace, root: Path) -> int:
    report = _print_annotations if options.format == "github" else edit.print_problems
    try:
        dataset, warnings = checked(root, date.today())
    except DataError as error:
        report(error.problems)
        return 1
    report([*warnings, *edit.outdated_schemas(dataset)])
    if dataset.settings.hidden_changes:
        from roadmap.cli.hide import hidden_lines

        try:
            print(*hidden_lines(current(root, date.today())), sep="\n")
        except DataError as error:
            report(error.problems)
            return 1
    answers = counted(len(dataset.received), "remissvar", "remissvar")
    strategies = counted(len(dataset.strategies), "strategi", "strategier", neuter=False)
    print(f"Inga fel i data: {strategies} och {answers}.")
    return 0


def _print_annotations(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(github.github(problem))


def _publish(options: argparse.Namespace, root: Path) -> int:
    from roadmap.site.mkdocs import PUBLISHING

    return _build(options, root, **{PUBLISHING: "1"})


def _build(options: argparse.Namespace, root: Path, **environment: str) -> int:
    address = site_url(root)
    site_dir = ["--site-dir", str(options.site_dir.resolve())] if options.site_dir else []
    try:
        _, warnings = checked(root, date.today())
    except DataError as error:
        edit.print_problems(error.problems)
        print(NOT_BUILT, file=sys.stderr)
        return 1
    edit.print_problems(warnings)
    started = time.monotonic()
    os.environ.update(environment)
    status = _mkdocs(root, "build", "--quiet", *site_dir)
    if status:
        if status != OBSTACLE:
            print(NOT_BUILT, file=sys.stderr)
        return 1
    folder = options.site_dir or root / "site"
    print(f"Webbplatsen ligger i {folder} ({time.monotonic() - started:.1f} s).")
    _report_missing_history(current(root, date.today(), address).history)
    return 0


def _report_missing_history(history: History) -> None:
    """Report what the pages of changes and the feeds lack, since the history is not known."""
    if history.missing:
        way_out = " Hämta hela historiken med: git fetch --unshallow" if history.oldest else ""
        print(f"Obs: {history.missing}{way_out}", file=sys.stderr)


def _export(options: argparse.Namespace, root: Path) -> int:
    from roadmap.exports import open_data

    address = site_url(root)
    try:
        _, warnings = checked(root, date.today())
    except DataError as error:
        edit.print_problems(error.problems)
        return 1
    edit.print_problems(warnings)
    # With the history, since the catalogue takes its dates from it.
    dataset = current(root, date.today(), address)
    folder: Path = options.folder or root / urls.OPEN_DATA
    files = open_data.build(dataset, address or "")
    count = write_all(
        folder, ((name.removeprefix(urls.OPEN_DATA), pieces) for name, pieces in files)
    )
    print(f"{counted(count, 'fil', 'filer', neuter=False)} ligger i {folder}.")
    return 0


def _diff(options: argparse.Namespace, root: Path) -> int:
    from roadmap.history import git
    from roadmap.history.diff import difference, snapshot, tell
    from roadmap.site.outputs import addresses

    try:
        base = options.base if git.names_a_version(options.base) else git.base_revision(root)
        before = snapshot(root, base, addresses)
        after = snapshot(root, options.head, addresses)
    except (GitError, OSError) as error:
        told = obstacle(error) if isinstance(error, OSError) else error
        print(f"roadmap: {told}", file=sys.stderr)
        # Without any earlier version, no address can be lost.
        return 0 if options.addresses and not options.base else 1
    changes = difference(before, after)
    print(tell(changes, options.format, only_addresses=options.addresses), end="")
    if not (options.addresses and changes.lost):
        return 0
    for address in changes.lost:
        message = (
            f'Adressen "{address}" är publicerad men försvinner. Länkar till den slutar fungera.'
        )
        hint = f"Skriv {address}: och den nya adressen."
        if not address.endswith("/"):
            hint = "En fil kan inte leda vidare: låt den ligga kvar."
        print(Problem(REDIRECTS, 1, 1, message, hint), file=sys.stderr)
    return 1


def _stage(options: argparse.Namespace, root: Path) -> int:
    from roadmap.site.zensical import stage

    folder: Path = options.folder.resolve()
    address = site_url(root)
    try:
        # Without the history, which the folder for Zensical does not have either.
        today = date.today()
        dataset = replace(checked(root, today)[0], address=address)
        with take_turn(folder, partial(print, file=sys.stderr)):
            stage(dataset, folder, today)
    except DataError as error:
        edit.print_problems(error.problems)
        return 1
    except WrongPlaceError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Projektet för Zensical ligger i {options.folder}.")
    return 0


def _compile(options: argparse.Namespace, root: Path) -> int:
    from roadmap.exports.word import compilation_docx

    address = site_url(root)
    out: Path = options.out or root / COMPILATION
    if out.suffix != ".docx":
        print(f"roadmap: {out} är ingen Word-fil. Låt namnet sluta på .docx.", file=sys.stderr)
        return 2
    try:
        dataset, warnings = checked(root, date.today())
    except DataError as error:
        edit.print_problems(error.problems)
        return 1
    edit.print_problems(warnings)
    write_whole(out, [compilation_docx(dataset, address)])
    links = (
        "" if address else " Filen saknar länkar till webbplatsen, eftersom SITE_URL inte är satt."
    )
    print(f"Remissammanställningen ligger i {out}.{links}")
    return 0


def _import(options: argparse.Namespace, root: Path) -> int:
    from roadmap.cli.take_in import import_document

    return import_document(options, root)


def _repair(options: argparse.Namespace, root: Path) -> int:
    from roadmap.cli.take_in import repair_response

    return repair_response(options, root)


def _hide(options: argparse.Namespace, root: Path) -> int:
    from roadmap.cli.hide import hide

    return hide(options, root)


def _mkdocs(root: Path, *arguments: str) -> int:
    """Run MkDocs in this process, where the data is already read; return its exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(root)
    sys.argv = ["mkdocs", *arguments]
    try:
        runpy.run_module("mkdocs", run_name="__main__")
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    return 0


def _serve(options: argparse.Namespace, root: Path) -> int:
    site_url(root)
    here: tuple[str, int] = (HOST, options.port)
    try:
        socket.create_server(here).close()
    except OSError as error:
        what = "är upptagen. Stäng det andra programmet, eller välj"
        if error.errno == errno.EACCES:
            what = "får bara systemet använda. Välj"
        other = command("serve", "--port", str(PORT + 1))
        print(f"Port {options.port} {what} en annan: {other}", file=sys.stderr)
        return 1
    from roadmap.cli.serve import wait_for_sound_data

    wait_for_sound_data(root, here)
    return _mkdocs(root, "serve", "--dev-addr", f"{HOST}:{options.port}")
