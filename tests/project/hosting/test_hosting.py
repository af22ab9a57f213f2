"""The files in hosting/, in the real servers: every answer carries every header."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from roadmap.presenters.security_headers import (
    DOCUMENT_FOLDER,
    DOCUMENT_HEADERS,
    HEADERS,
    LANGUAGE_FOLDER,
    LANGUAGE_HEADERS,
    LASTING_FILES,
    LASTING_HEADERS,
    OPEN_DATA_FOLDER,
    OPEN_DATA_HEADERS,
    SHOWN_DOCUMENTS,
    TLS_HEADERS,
)
from tests.project.hosting.servers import HOSTING, SERVERS, Answer, ask, caddy, nginx, say
from tests.projects import snapshot

ALL_NAMES = HEADERS | OPEN_DATA_HEADERS | DOCUMENT_HEADERS | TLS_HEADERS
HTML = "text/html; charset=utf-8"
LONG = "Räksmörgås och svensk text som är värd att komprimera. " * 40
FILES = {
    "index.html": "start",
    "om/index.html": "om",
    "404.html": f"Sidan finns inte. {LONG}",
    "assets/site.css": f"/* {LONG} */",
    "assets/site.js": f"// {LONG}",
    "assets/mark.svg": f"<svg><title>{LONG}</title></svg>",
    "assets/css/site.0123456789ab.css": f"/* {LONG} */",
    "assets/js/search-page.0123456789ab.js": f"// {LONG}",
    "assets/img/mark.0123456789ab.svg": f"<svg><title>{LONG}</title></svg>",
    "assets/img/mark.0123456789ab.png": "PNG",
    "assets/img/.mark.0123456789ab.svg": "<svg></svg>",
    "om/site.0123456789ab.css": f"/* {LONG} */",
    "search/head.json": "[]",
    "search/0123456789ab/t0.json": f'["{LONG}"]',
    "search/0123456789ab/l12.txt": LONG,
    "en/index.html": "the plan",
    "en/search/0123456789ab/t0.json": f'["{LONG}"]',
    f"{DOCUMENT_FOLDER}.hemligt.html": "hemligt",
    f"{DOCUMENT_FOLDER}svar.txt": LONG,
    f"{DOCUMENT_FOLDER}namnden/svar.pdf": "%PDF",
    f"{DOCUMENT_FOLDER}namnden/svar.docx": "PK",
    f"{DOCUMENT_FOLDER}namnden/svar.html": "<script>alert(1)</script>",
    f"{DOCUMENT_FOLDER}namnden/svar": "utan ändelse",
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
    "/assets/css/site.0123456789ab.css": "text/css; charset=utf-8",
    "/assets/js/search-page.0123456789ab.js": "javascript; charset=utf-8",
    "/assets/img/mark.0123456789ab.svg": "image/svg+xml; charset=utf-8",
    "/assets/img/mark.0123456789ab.png": "image/png",
    "/om/site.0123456789ab.css": "text/css; charset=utf-8",
    "/search/head.json": "application/json; charset=utf-8",
    "/search/0123456789ab/t0.json": "application/json; charset=utf-8",
    "/search/0123456789ab/l12.txt": "text/plain; charset=utf-8",
    "/en/": HTML,
    "/en/search/0123456789ab/t0.json": "application/json; charset=utf-8",
    "/kallor/svar.txt": "text/plain; charset=utf-8",
    "/kallor/namnden/svar.pdf": "application/pdf",
    "/kallor/namnden/svar.docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    "/kallor/namnden/svar.html": HTML,
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
    "/assets/css/saknas.0123456789ab.css",
    "/assets/img/.mark.0123456789ab.svg",
    "/search/0123456789ab/",
    "/search/0123456789ab/saknas.json",
    "/en/saknas/",
    "/kallor/saknas.txt",
    "/kallor/.hemligt.html",
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


def is_downloaded(answer: Answer, path: str) -> bool:
    """Whether the answer is a document that a browser must not open on the site's own origin."""
    found = answer.status in (200, 206, 304)
    shown = path.endswith(("/", *SHOWN_DOCUMENTS))
    return found and path.startswith(f"/{DOCUMENT_FOLDER}") and not shown


def is_lasting(answer: Answer, path: str) -> bool:
    """Whether the answer is a whole file that is there and never changes."""
    return answer.status in (200, 304) and bool(re.fullmatch(LASTING_FILES, path.partition("?")[0]))


def assert_headers(answer: Answer, path: str, tls: bool = False) -> None:
    """Every header once, with the decided value, and none where it does not belong."""
    expected = dict(HEADERS)
    if path.startswith(f"/{OPEN_DATA_FOLDER}"):
        expected |= OPEN_DATA_HEADERS
    if answer.status in (200, 206, 304) and path.startswith(f"/{LANGUAGE_FOLDER}"):
        expected |= LANGUAGE_HEADERS
    if is_lasting(answer, path):
        expected |= LASTING_HEADERS
    if is_downloaded(answer, path):
        expected |= DOCUMENT_HEADERS
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


LASTING = [path for path in FOUND if re.fullmatch(LASTING_FILES, path)]


def test_a_file_named_by_its_content_is_kept_as_long_as_it_is_there(address: str) -> None:
    assert len(LASTING) == 6
    for path in LASTING:
        known = ask(address, path)
        assert known.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        for status, asked in (
            (304, {"If_None_Match": known.headers["ETag"]}),
            (206, {"Range": "bytes=0-1"}),
        ):
            answer = ask(address, path, **asked)
            assert answer.status == status
            assert_headers(answer, path)
        beyond = ask(address, path, Range="bytes=999999-")
        assert beyond.status == 416
        assert set(beyond.headers.get_all("Cache-Control", [])) == {"no-cache"}
        for more in ("/", "%20", "x", ".map"):
            other = path + more
            answer = ask(address, other)
            assert answer.status == 404, other
            assert_headers(answer, other)
        answer = ask(address, path, "POST")
        assert answer.status == 405
        assert_headers(answer, path)


def test_a_file_named_by_its_content_is_kept_however_its_address_is_written(address: str) -> None:
    answer = ask(address, "/om/..%2fassets/css/site%2e0123456789ab.css?q=ord")
    assert_headers(answer, "/assets/css/site.0123456789ab.css" if answer.status == 200 else "/om/")


def test_the_servers_know_such_files_by_the_one_rule() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        assert LASTING_FILES in (HOSTING / name).read_text("utf-8"), name


@pytest.mark.parametrize("server", SERVERS)
def test_of_a_built_site_what_its_content_names_is_kept(server: str, miniature: Path) -> None:
    addresses = [f"/{name}" for name in snapshot(miniature) if not name.endswith("404.html")]
    parts = json.loads((miniature / "search/head.json").read_text("utf-8"))["folder"]
    with SERVERS[server](miniature) as address:
        kept = {
            path
            for path in addresses
            if "immutable" in ask(address, quote(path), "HEAD").headers["Cache-Control"]
        }
    named = {path for path in addresses if path.startswith(f"/search/{parts}/")}
    for path in addresses:
        digest = sha256((miniature / path[1:]).read_bytes()).hexdigest()[:12]
        if path.startswith("/assets/") and f".{digest}." in path:
            named.add(path)
    assert kept == named
    assert {Path(path).suffix for path in kept} == {".css", ".js", ".svg", ".json", ".txt"}


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


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
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


@pytest.mark.parametrize("path", ["/en/../om/", "/en/%2e%2e/om/", "/om/../en/", "/om/%2e%2E/en/"])
def test_the_language_is_that_of_the_page_however_its_address_is_written(
    address: str, path: str
) -> None:
    answer = ask(address, path)
    language = "en" if answer.body == b"the plan" else "sv"
    assert answer.headers.get_all("Content-Language") == [language]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/oppna-data/../om/", "om"),
        ("/oppna-data/%2e%2e/om/", "om"),
        ("/oppna-data/..%2fom/", "om"),
        ("/oppna-data/%2e%2E%2Fom/", "om"),
        ("/oppna-data%2f..%2fom/", "om"),
        ("/oppna-data/./../om/?q=/oppna-data/", "om"),
        ("/oppna-data/../", "start"),
        ("/oppna-data/..%2f", "start"),
        ("/om/?/oppna-data/", "om"),
    ],
)
def test_a_way_out_of_the_open_data_is_not_open(address: str, path: str, body: str) -> None:
    """What counts is the folder that the file is in, however its address is written."""
    answer = ask(address, path)
    if answer.status == 200:
        assert answer.body.decode() == body
    else:
        assert answer.status in (301, 308, 400, 404)
    assert_headers(answer, "/om/")


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/om/%00",
        "/om%00/",
        "/oppna-data/allt.csv%00",
        "/oppna-data/..%252fom/",
        "/oppna-data/..%5com/",
        "/oppna-data/..\\om/",
        "/%ff",
        "/*",
        "/om/index.html/",
        "/" + "a" * 300,
        "/" + "%C3%A5" * 200,
        "/" + "a/" * 3000,
        "/om/" + "../om/" * 100 + "a" * 300,
    ],
    ids=lambda path: path[:30],
)
def test_a_path_that_no_file_can_have_is_not_there(address: str, path: str) -> None:
    answer = ask(address, path)
    assert answer.status in (400, 404)
    # The page that says so may be open, since it is the same everywhere.
    opened = "Access-Control-Allow-Origin" in answer.headers
    assert_headers(answer, path if opened else "/om/")


@pytest.mark.parametrize(
    "path",
    [
        "/kallor/namnden/svar",
        "/kallor/namnden/svar.html?.txt",
        "/kallor/namnden/svar.html#.txt",
        "/kallor/namnden/svar%2ehtml",
        "/%6ballor/namnden/svar.html",
        "/om/..%2fkallor/namnden/svar.html",
        "//kallor//namnden/svar.html",
    ],
)
def test_a_document_is_downloaded_however_its_address_is_written(address: str, path: str) -> None:
    answer = ask(address, path.partition("#")[0])
    assert answer.status == 200
    assert answer.headers.get_all("Content-Disposition") == ["attachment"]


def test_a_document_that_is_not_there_is_a_page(address: str) -> None:
    answer = ask(address, "/kallor/saknas.html")
    assert (answer.status, answer.headers["Content-Disposition"]) == (404, None)


@pytest.mark.parametrize("length", [1_000, 5_000])
def test_a_long_question_is_answered(address: str, length: int) -> None:
    answer = ask(address, f"/om/?q={'a' * length}")
    assert (answer.status, answer.body) == (200, b"om")
    assert_headers(answer, "/om/")


def test_a_part_of_a_file_is_sent_to_those_who_ask(address: str) -> None:
    path = "/oppna-data/allt.csv"
    answer = ask(address, path, Range="bytes=0-3")
    assert (answer.status, answer.body.decode()) == (206, LONG[:3])
    assert_headers(answer, path)
    assert ask(address, path, Range="bytes=999999-").status == 416
    assert ask(address, path, Range="bytes=" + ",".join(["0-"] * 300)).status in (200, 416)


def test_an_old_client_is_answered(address: str) -> None:
    host = address.strip("/").partition("//")[2]
    answer = say(address, "GET /om/ HTTP/1.0", f"Host: {host}")
    assert (answer.status, answer.body) == (200, b"om")
    assert_headers(answer, "/om/")


@pytest.mark.parametrize(
    "lines",
    [
        ("GET /om/ HTTP/1.1",),
        ("GET /om/ HTTP/1.1", "Host: a", "Host: b"),
        ("GET om HTTP/1.1", "Host: a"),
        ("GET /om/ HTTP/9.1", "Host: a"),
        ("GET /om/ HTTP/1.1", "Host: a", "No Header"),
    ],
)
def test_what_is_no_request_is_refused(address: str, lines: tuple[str, ...]) -> None:
    assert say(address, *lines, "Connection: close").status in (400, 505)


def test_for_another_host_nothing_is_served_as_if_it_were_right(folder: Path) -> None:
    """Caddy knows its own name; nginx has what its other sites say."""
    with caddy(folder) as address:
        told = [
            ask(address, "/om/", Host="other.example"),
            ask(address, "/oppna-data/", Host="other.example"),
            say(address, "GET http://other.example/om/ HTTP/1.1", "Host: x", "Connection: close"),
            say(address, "GET /om/ HTTP/1.0"),
        ]
    for answer in told:
        assert (answer.status, answer.body) == (421, b"421 Misdirected Request")
        assert_headers(answer, "/om/")


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
        answer = ask(address, "/", Host="other.example")
        assert answer.status == 421
        assert_headers(answer, "/", tls=True)
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
        # Netlify always serves https. Its patterns know no status: a file that is missing for a
        # while would be missing for a year.
        "/*": HEADERS | TLS_HEADERS,
        f"/{LANGUAGE_FOLDER}*": LANGUAGE_HEADERS,
        f"/{OPEN_DATA_FOLDER}*": OPEN_DATA_HEADERS,
        # Its patterns know no endings, so that everything there is downloaded.
        f"/{DOCUMENT_FOLDER}*": DOCUMENT_HEADERS,
    }


def test_the_readme_names_every_file_and_header() -> None:
    text = (HOSTING / "README.md").read_text("utf-8")
    files = [path.name for path in HOSTING.iterdir() if path.is_file()]  # and no bytecode
    for name in [*files, *ALL_NAMES]:
        assert f"`{name}`" in text or name == "README.md", name
