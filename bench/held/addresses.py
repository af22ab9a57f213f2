"""Addresses of sites and of pages that have moved: what `validate` lets pass can be built."""

from collections.abc import Iterator
from pathlib import Path

from roadmap.site.site_url import SiteUrlError, read_site_url
from tests.datafiles.test_redirects import CASES
from tests.projects import MINI, make_project, run
from tests.site.test_site_url import FAULTY, SECRET, SOUND

_MOVED = (
    *("assets/", "search/", "kallor/", "kallor/provnamnden/", "oppna-data/v1/", "feed/", "a/b/c/"),
    *("404/", "sitemap/", "index/", "om/index/", "strategier/9-9/", "0/", "a-/", "a--b/", "a.b/"),
    *("v1.2/", "v1.2.3/", "a" * 200 + "/", "a" * 256 + "/", "a/" * 60, "nul/", "a/aux/", "å/"),
    *(
        "A/",
        "a//",
        "//",
        "/",
        "./",
        "../",
        "a/../b/",
        "%2e%2e/",
        "a b/",
        "a?/",
        "a#/",
        "javascript:",
    ),
    *("robots.txt/", "sitemap.xml/", "favicon.ico/", "CNAME/", ".well-known/", "site.webmanifest/"),
)


def tries(_folder: Path) -> Iterator[tuple[str, str]]:
    """Try each address; yield it and what went wrong."""
    for text in (*SOUND, *FAULTY, SECRET):
        yield text, _fault_of_site(text)
    project = make_project(_folder / "project", MINI)
    for lines in (*CASES, *(f'"{old}": om/' for old in _MOVED)):
        yield lines, _fault_of_redirects(project, lines)


def _fault_of_site(text: str) -> str:
    try:
        written = read_site_url(text)
    except SiteUrlError as error:
        return "" if text not in SOUND and str(error).isprintable() else str(error)
    return "" if text in SOUND and written == SOUND[text] else f"let in as {written}"


def _fault_of_redirects(project: Path, lines: str) -> str:
    (project / "data/redirects.yml").write_text(f"{lines}\n", "utf-8")
    checked, built = (run(project, "roadmap", verb) for verb in ("validate", "build"))
    told = checked.stderr + built.stderr
    if "Traceback" in told or checked.returncode != built.returncode:
        return told[-500:] or "refused by one verb alone"
    lines_told = checked.stderr.splitlines()
    sound = all(line.startswith("data/redirects.yml:") for line in lines_told)
    return "" if sound else told
