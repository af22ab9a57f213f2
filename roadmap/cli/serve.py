"""What `serve` does until the data can be built: report the problems and show the last site."""

import sys
import time
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from roadmap.cli.edit import print_problems
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.reader import state


def wait_for_sound_data(root: Path, address: tuple[str, int]) -> None:
    """Return when the data can be built; until then show its problems and the last good site."""
    server: ThreadingHTTPServer | None = None
    last_state: object = None
    try:
        while True:
            present_state = state(root), state(root, "docs")
            if present_state != last_state:
                last_state = present_state
                try:
                    checked(root, date.today())
                except DataError as error:
                    print_problems(error.problems)
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
        """Print nothing, so that the editor sees the problems."""


def _serve_folder(folder: Path, address: tuple[str, int]) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(address, partial(_QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    host, port = address
    print(f"Tills dess visas den förra webbplatsen på http://{host}:{port}/", file=sys.stderr)
    return server
