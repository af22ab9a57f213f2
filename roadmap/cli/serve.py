"""The verb `serve`. Until the data can be built it shows the last site and the problems."""

import argparse
import errno
import logging
import socket
import sys
import time
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from roadmap.cli.build import run_mkdocs
from roadmap.cli.command import command
from roadmap.cli.report import print_problems
from roadmap.cli.verbs import PORT
from roadmap.datafiles.problems import DataError
from roadmap.site.configuration import site_folder
from roadmap.site.configuration_faults import check_configuration
from roadmap.site.outputs import refuse_collisions
from roadmap.site.project import current
from roadmap.site.serving import fingerprint
from roadmap.site.site_url import site_url

HOST = "127.0.0.1"


def serve(options: argparse.Namespace, root: Path) -> int:
    """Show the site, and build it again with every change, until the program is ended."""
    address = site_url(root)
    print_problems(check_configuration(root))
    here: tuple[str, int] = (HOST, options.port)
    try:
        socket.create_server(here).close()
    except OSError as error:
        what = "är upptagen. Stäng det andra programmet, eller välj"
        if error.errno == errno.EACCES:
            what = "får bara systemet använda. Välj"
        other = command("serve", "--port", str(_other(options.port)))
        print(f"Port {options.port} {what} en annan: {other}", file=sys.stderr)
        return 1
    wait_for_sound_data(root, here)
    # MkDocs serves a site below the path that it is to be published at.
    path = urlsplit(address or "").path or "/"
    print(
        f"Webbplatsen visas på http://{HOST}:{options.port}{path} när den är byggd. Den byggs om "
        "när du sparar. Avsluta med Ctrl+C.",
        flush=True,
    )
    # It lists every macro each time.
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
    return run_mkdocs(root, "serve", "--dev-addr", f"{HOST}:{options.port}")


def _other(port: int) -> int:
    """Return a port to try instead of one that is taken."""
    return port + 1 if PORT <= port < 65535 else PORT


def wait_for_sound_data(root: Path, address: tuple[str, int]) -> None:
    """Return when the data can be built; until then show its problems and the last good site."""
    last_site = site_folder(root)
    server: ThreadingHTTPServer | None = None
    last_state: object = None
    try:
        while True:
            present_state = fingerprint(root)
            if present_state != last_state:
                last_state = present_state
                try:
                    refuse_collisions(current(root, date.today()))
                except DataError as error:
                    print_problems(error.problems)
                    print("Rätta felen och spara, så byggs webbplatsen.", file=sys.stderr)
                else:
                    return
            if server is None and last_site.is_dir():
                server = _serve_folder(last_site, address)
            time.sleep(0.5)
    finally:
        if server:
            server.shutdown()
            server.server_close()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Print nothing, so that the editor sees the problems."""


def _serve_folder(folder: Path, address: tuple[str, int]) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(address, partial(_QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    host, port = address
    print(f"Tills dess visas den förra webbplatsen på http://{host}:{port}/", file=sys.stderr)
    return server
