"""Start the real web servers with the files in hosting/, as any user, on this machine only."""

import os
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPMessage,
    HTTPResponse,
    HTTPSConnection,
)
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext
from typing import NamedTuple

from tests.ports import free_port
from tests.projects import ROOT
from tests.waiting import PATIENCE, until
from tools.servers import PACKAGES, find_server

HOSTING = ROOT / "hosting"

# What Debian's nginx.conf says around a site, so that a clash with it would show.
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log off;
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include mime.types;
    default_type application/octet-stream;
    gzip on;
    include {folder}/site.conf;
}}
"""

# Ports other than the site's own stay closed, and nothing is written outside the folder.
CADDY = """
{{
    admin off
    auto_https disable_redirects
    local_certs
    skip_install_trust
    default_bind 127.0.0.1
    storage file_system {folder}/storage
}}
import "{hosting}/Caddyfile"
"""


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for a path exactly as written, and follow nothing."""
    scheme, _, host = address.strip("/").partition("://")
    connection: HTTPConnection
    if scheme == "https":
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, CERT_NONE
        connection = HTTPSConnection(host, timeout=PATIENCE, context=context)
    else:
        connection = HTTPConnection(host, timeout=PATIENCE)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def say(address: str, *lines: str) -> Answer:
    """Send these lines and nothing else, however odd; a client of HTTP would mend them."""
    host, _, port = address.strip("/").rpartition("//")[2].partition(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        connection.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode("latin-1"))
        answer = HTTPResponse(connection)
        answer.begin()
        return Answer(answer.status, answer.headers, answer.read())


@contextmanager
def nginx(site: Path, certificate: tuple[Path, Path] | None = None) -> Iterator[str]:
    """Serve a site with nginx; yield the address."""
    program = _program("nginx")
    with _folder() as folder:
        port = free_port()
        text = (HOSTING / "nginx.conf").read_text("utf-8")
        listen = f"listen 127.0.0.1:{port}"
        if certificate:
            listen += (
                f" ssl; ssl_certificate {certificate[0]}; ssl_certificate_key {certificate[1]}"
            )
        for old, new in (
            ("    listen 80;\n", f"    {listen};\n"),
            ("    listen [::]:80;\n", ""),
            ("root /var/www/fardplanen/current;", f"root {site};"),
        ):
            assert old in text
            text = text.replace(old, new)
        (folder / "site.conf").write_text(text, encoding="utf-8")
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder), encoding="utf-8")
        (folder / "mime.types").write_bytes(_mime_types(program).read_bytes())
        command = (program, "-p", folder, "-c", folder / "nginx.conf", "-e", "stderr")
        address = f"{'https' if certificate else 'http'}://127.0.0.1:{port}/"
        with _running(command, folder, address):
            yield address


@contextmanager
def caddy(site: Path, scheme: str = "http", storage: Path | None = None) -> Iterator[str]:
    """Serve a site with Caddy; yield the address."""
    program = _program("caddy")
    with _folder() as folder:
        port = free_port()
        config = CADDY.format(folder=storage or folder, hosting=HOSTING)
        (folder / "Caddyfile").write_text(config, encoding="utf-8")
        # A certificate is for a name.
        host = "localhost" if scheme == "https" else "127.0.0.1"
        address = f"{scheme}://{host}:{port}/"
        command = (program, "run", "--config", folder / "Caddyfile")
        settings = {
            "SITE_ADDRESS": address.strip("/"),
            "SITE_ROOT": str(site),
            "OTHER_ADDRESS": f"{scheme}://:{port}",
        }
        for own in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            settings[own] = str(folder)
        with _running(command, folder, address, **settings):
            yield address


Starter = Callable[[Path], AbstractContextManager[str]]
SERVERS: dict[str, Starter] = {"nginx": nginx, "caddy": caddy}


def _program(name: str) -> Path:
    path = find_server(name)
    assert path, f"{name} saknas. Kör: make test (eller installera paketet {PACKAGES[name][0]})"
    return path


def _mime_types(program: Path) -> Path:
    """The list of content types that comes with this nginx."""
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    config = Path(said.split("--conf-path=")[1].split()[0])
    # An nginx that was unpacked rather than installed has it under its own folder.
    unpacked = program.parent.parent.parent / config.relative_to("/")
    found = [path.with_name("mime.types") for path in (unpacked, config)]
    return next(path for path in found if path.exists())


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hosting-") as name:
        yield Path(name)


@contextmanager
def _running(
    command: Sequence[str | Path], folder: Path, address: str, **settings: str
) -> Iterator[None]:
    """Run a server until the block ends; fail with what it said if it does not come up."""
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=output, stderr=output
        )
    try:
        until(lambda: _answers(address) or server.poll() is not None)
        assert server.poll() is None, f"{command[0]} startade inte:\n{log.read_text('utf-8')}"
        yield
    finally:
        server.kill()
        server.wait()


def _answers(address: str) -> bool:
    try:
        ask(address, "/")
    except (OSError, HTTPException):
        return False
    return True
