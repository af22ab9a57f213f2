"""The files in hosting/, in the real servers: every answer carries every header."""

import gzip
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap.presenters.security_headers import (
    HEADERS,
    OPEN_DATA_FOLDER,
    OPEN_DATA_HEADERS,
    TLS_HEADERS,
)
from tests.project.hosting.servers import HOSTING, SERVERS, Answer, ask, caddy, nginx

ALL_NAMES = HEADERS | OPEN_DATA_HEADERS | TLS_HEADERS
HTML = "text/html; charset=utf-8"
LONG = "Räksmörgås och svensk text som är värd att komprimera. " * 40
FILES = {
    "index.html": "start",
    "om/index.html": "om",
    "404.html": f"Sidan finns inte. {LONG}",
    "assets/site.css": f"/* {LONG} */",
    "assets/site.js": f"// {LONG}",
    "assets/mark.svg": f"<svg><title>{LONG}</title></svg>",
    "kallor/svar.txt": LONG,
    f"{OPEN_DATA_FOLDER}index.html": "öppna data",
    f"{OPEN_DATA_FOLDER}allt.csv": LONG,
    f"{OPEN_DATA_FOLDER}allt.json": f'["{LONG}"]',
    f"{OPEN_DATA_FOLDER}dcat.rdf": "<rdf/>",
    ".git/config": "hemligt",
    "om/.hemligt": "hemligt",
    ".well-known/security.txt": "Contact: https://example.org/",
}
FOUND = {
    "/": HTML,
    "/?q=ord": HTML,
    "/om/": HTML,
    "/assets/site.css": "text/css; charset=utf-8",
    "/assets/site.js": "javascript; charset=utf-8",
    "/assets/mark.svg": "image/svg+xml; charset=utf-8",
    "/kallor/svar.txt": "text/plain; charset=utf-8",
    "/.well-known/security.txt": "text/plain; charset=utf-8",
    "/oppna-data/": HTML,
    "/oppna-data/allt.csv": "text/csv; charset=utf-8",
    "/oppna-data/allt.json": "application/json; charset=utf-8",
    "/oppna-data/dcat.rdf": "application/rdf+xml; charset=utf-8",
}
MISSING = [
    "/saknas",
    "/saknas/",
    "/om/djupt/ner/",
    "/assets/saknas.css",
    "/kallor/saknas.txt",
    "/oppna-data/saknas.csv",
    "/oppna-data/saknas.json",
    "/assets/",  # a folder without a page is not listed
    "/.git/config",
    "/%2egit/config",
    "/.git/",
    "/om/.hemligt",
    "/404.html",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a file of every kind, and some that must not be served."""
    folder = tmp_path_factory.mktemp("hosted")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    with SERVERS[request.param](folder) as address:
        yield address


def assert_headers(answer: Answer, path: str, tls: bool = False) -> None:
    """Every header once, with the decided value, and none where it does not belong."""
    expected = dict(HEADERS)
    if path.startswith(f"/{OPEN_DATA_FOLDER}"):
        expected |= OPEN_DATA_HEADERS
    if tls:
        expected |= TLS_HEADERS
    for name in ALL_NAMES:
        values = [expected[name]] if name in expected else None
        assert answer.headers.get_all(name) == values, f"{path}: {name}"
    # A version would tell attackers which holes to try.
    assert answer.headers["Server"] in (None, "nginx")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", FOUND)
def test_what_is_there_is_served_with_its_type(address: str, path: str, method: str) -> None:
    answer = ask(address, path, method)
    assert answer.status == 200
    assert answer.headers["Content-Type"].endswith(FOUND[path])
    assert_headers(answer, path)
    name = path.partition("?")[0].removeprefix("/")
    name += "index.html" if not name or name.endswith("/") else ""
    assert answer.body.decode() == (FILES[name] if method == "GET" else "")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_gets_the_sites_own_page(address: str, path: str, method: str) -> None:
    answer = ask(address, path, method)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == HTML
    assert_headers(answer, path)
    assert answer.body.decode() == (FILES["404.html"] if method == "GET" else "")


def test_a_page_not_found_twice_is_still_a_page(address: str) -> None:
    first = ask(address, "/saknas")
    for header, value in (
        ("If_None_Match", first.headers["ETag"] or "*"),
        ("If_Modified_Since", first.headers["Last-Modified"] or first.headers["Date"]),
        ("Range", "bytes=0-4"),
    ):
        again = ask(address, "/saknas", **{header: value})
        assert again.status == 404
        assert again.body == first.body


@pytest.mark.parametrize("path", ["/om", "//om", "/oppna-data"])
def test_a_folder_without_its_slash_leads_there_on_the_same_host(address: str, path: str) -> None:
    answer = ask(address, path)
    assert answer.status in (301, 308)
    # Neither scheme, host nor port: right behind a proxy too, and never to another site.
    assert answer.headers["Location"] == f"/{path.strip('/')}/"
    assert_headers(answer, path)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(address: str, method: str) -> None:
    answer = ask(address, "/", method)
    assert answer.status == 405
    assert_headers(answer, "/")


def test_a_path_cannot_leave_the_site(address: str, folder: Path) -> None:
    secret = folder.with_name("secret.txt")
    secret.write_text("hemligt", encoding="utf-8")
    for path in (
        "/../secret.txt",
        "/om/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
    ):
        answer = ask(address, path)
        assert answer.status in (400, 404)
        assert_headers(answer, path)


@pytest.mark.parametrize("path", ["/", "/assets/site.css", "/oppna-data/allt.csv"])
def test_an_unchanged_file_is_not_sent_again(address: str, path: str) -> None:
    known = ask(address, path).headers["ETag"]
    answer = ask(address, path, If_None_Match=known)
    assert (answer.status, answer.body) == (304, b"")
    assert_headers(answer, path)


@pytest.mark.parametrize(
    "path", [path for path in FOUND if LONG in FILES.get(path[1:], "")] + ["/saknas"]
)
def test_text_is_compressed_for_those_who_ask(address: str, path: str) -> None:
    plain = ask(address, path)
    assert plain.headers["Content-Encoding"] is None
    answer = ask(address, path, Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body) == plain.body
    assert len(answer.body) < len(plain.body) / 2
    assert_headers(answer, path)


def test_caddy_compresses_with_zstd_too(folder: Path) -> None:
    with caddy(folder) as address:
        answer = ask(address, "/assets/site.css", Accept_Encoding="gzip, zstd")
    assert answer.headers["Content-Encoding"] == "zstd"


def test_over_https_browsers_are_told_to_stay_there(folder: Path, tmp_path: Path) -> None:
    paths = [("/", 200), ("/oppna-data/allt.csv", 200), ("/saknas", 404)]
    with caddy(folder, "https", storage=tmp_path) as address:
        for path, status in paths:
            answer = ask(address, path)
            assert answer.status == status
            assert_headers(answer, path, tls=True)
    # Caddy made itself a certificate; nginx borrows it.
    (certificate,) = (tmp_path / "storage" / "certificates").rglob("localhost.crt")
    with nginx(folder, (certificate, certificate.with_suffix(".key"))) as address:
        for path, status in paths:
            answer = ask(address, path)
            assert answer.status == status
            assert_headers(answer, path, tls=True)


def test_netlify_is_told_the_same() -> None:
    config = tomllib.loads((HOSTING / "netlify.toml").read_text("utf-8"))
    rules = {rule["for"]: rule["values"] for rule in config["headers"]}
    assert rules == {
        # Netlify always serves https.
        "/*": HEADERS | TLS_HEADERS,
        f"/{OPEN_DATA_FOLDER}*": OPEN_DATA_HEADERS,
    }


def test_the_readme_names_every_file_and_header() -> None:
    text = (HOSTING / "README.md").read_text("utf-8")
    for name in [path.name for path in HOSTING.iterdir()] + [*ALL_NAMES]:
        assert f"`{name}`" in text or name == "README.md", name
