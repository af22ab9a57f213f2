"""The command line: the only place in the package that prints, exits and reads the clock."""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from roadmap import exports, urls
from roadmap.dataset import state
from roadmap.problems import DataError, Problem
from roadmap.project import checked
from roadmap.swedish import counted

HOST = "127.0.0.1"
PORT = 8000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status: 0 well, 1 problems, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    if not (root / "data").is_dir():
        print(
            f"roadmap: mappen {root} har ingen data-mapp. Ange en annan med --root.",
            file=sys.stderr,
        )
        return 2
    run: Callable[[argparse.Namespace, Path], int] = options.run
    try:
        return run(options, root)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="roadmap", description="Granska data, bygg webbplatsen och visa den."
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    def verb(
        name: str, help_text: str, run: Callable[[argparse.Namespace, Path], int]
    ) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=help_text, description=help_text)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="projektets mapp (den du står i)"
        )
        sub.set_defaults(run=run)
        return sub

    verb("validate", "Granska allt i data/ och skriv ut alla fel.", _validate)
    build = verb("build", "Bygg webbplatsen.", _build)
    build.add_argument("--site-dir", type=Path, help="mappen att bygga i (site)")
    export = verb("export", "Skriv öppna data som filer, samma som på webbplatsen.", _export)
    export.add_argument(
        "folder", nargs="?", type=Path, metavar="MAPP", help="mappen att skriva i (oppna-data)"
    )
    serve = verb("serve", "Visa webbplatsen och bygg om när något ändras.", _serve)
    serve.add_argument("--port", type=int, default=PORT, help=f"port att visa den på ({PORT})")
    return parser


def _validate(options: argparse.Namespace, root: Path) -> int:
    try:
        dataset, warnings = checked(root, date.today())
    except DataError as error:
        _print_problems(error.problems)
        return 1
    _print_problems(warnings)
    answers = counted(len(dataset.received), "remissvar", "remissvar")
    strategies = counted(len(dataset.strategies), "strategi", "strategier", neuter=False)
    print(f"Inga fel i data: {strategies} och {answers}.")
    return 0


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _build(options: argparse.Namespace, root: Path) -> int:
    site_dir = ["--site-dir", str(options.site_dir.resolve())] if options.site_dir else []
    try:
        _, warnings = checked(root, date.today())
    except DataError as error:
        _print_problems(error.problems)
        print("Webbplatsen byggdes inte; den förra finns kvar.", file=sys.stderr)
        return 1
    _print_problems(warnings)
    started = time.monotonic()
    status = subprocess.run(
        _mkdocs("build", "--quiet", *site_dir), cwd=root, env=_environment()
    ).returncode
    if status:
        print("Webbplatsen byggdes inte; den förra finns kvar.", file=sys.stderr)
        return 1
    where = options.site_dir or root / "site"
    print(f"Webbplatsen ligger i {where} ({time.monotonic() - started:.1f} s).")
    return 0


def _export(options: argparse.Namespace, root: Path) -> int:
    try:
        dataset, warnings = checked(root, date.today())
    except DataError as error:
        _print_problems(error.problems)
        return 1
    _print_problems(warnings)
    folder: Path = options.folder or root / urls.OPEN_DATA
    site_url = os.environ.get("SITE_URL", "")
    found = exports.build(dataset, f"{site_url.rstrip('/')}/" if site_url else "")
    try:
        for name, content in found.items():
            path = folder / name.removeprefix(urls.OPEN_DATA)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        print(f"Mappen {folder} går inte att skriva i: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{counted(len(found), 'fil', 'filer', neuter=False)} ligger i {folder}.")
    return 0


def _mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def _serve(options: argparse.Namespace, root: Path) -> int:
    address: tuple[str, int] = (HOST, options.port)
    try:
        socket.create_server(address).close()
    except (OSError, OverflowError):
        print(
            f"Port {options.port} är upptagen. Stäng det andra programmet, eller välj en annan: "
            f"roadmap serve --port {PORT + 1}",
            file=sys.stderr,
        )
        return 1
    _wait_for_sound_data(root, address)
    command = _mkdocs("serve", "--dev-addr", f"{HOST}:{options.port}")
    return subprocess.run(command, cwd=root, env=_environment(), check=False).returncode


def _wait_for_sound_data(root: Path, address: tuple[str, int]) -> None:
    """Return when the data can be built; until then show its problems and the last good site."""
    server: ThreadingHTTPServer | None = None
    seen: object = None
    try:
        while True:
            now = state(root)
            if now != seen:
                seen = now
                try:
                    checked(root, date.today())
                except DataError as error:
                    _print_problems(error.problems)
                    print("Rätta felen och spara, så byggs webbplatsen.", file=sys.stderr)
                else:
                    return
            if server is None and (root / "site").is_dir():
                server = _serve_folder(root / "site", address)
            time.sleep(0.5)
    finally:
        if server:
            server.shutdown()
            server.server_close()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the problems are what the editor has to read."""


def _serve_folder(folder: Path, address: tuple[str, int]) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(address, partial(_QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    host, port = address
    print(f"Så länge visas den förra webbplatsen på http://{host}:{port}/", file=sys.stderr)
    return server
