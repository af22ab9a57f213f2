"""A language is a folder of messages: a site in one that nobody speaks says nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from babel import Locale

from roadmap.exports.open_data.tables import TABLES
from tests.html import SVG, pages, parse, text_of
from tests.projects import MINI
from tests.pseudo import ACCENTS, BEGIN, CODE, END, PAGES
from tests.said import texts

# What is no sentence of ours: names in formats that programs read, of files and of fields.
FORMATS = {
    *("website", "webpage", "creativework", "organization", "datadownload"),  # schema.org
    *("width", "device", "initial", "scale", "light dark", "url"),  # metadata of pages
    *("default", "src", "self", "base", "uri", "none", "form", "action", "object"),  # of policies
    *("urn", "uuid", "xlsx", "datapackage", "json", "dcat", "rdf"),
    *(
        "false title",
        "false false",
        "page",
        "numpages",
        "normal",
        "dotm",
        "microsoft macintosh word",
        "toc",
    ),
}
# Dates and lists are Babel's; the name of the language is its own.
FROM_BABEL = {*Locale("sv").months["format"]["wide"].values(), CODE}
CODES = {word for table in TABLES for field in table.fields for word in field.words}
FILES = {part for table in TABLES for part in table.name.split("-")} | {"onskemal", *PAGES}
# A stamp, which stands in a frame, goes before the facts of the same line.
STAMPS = re.compile(f"^{BEGIN}(?:F|Š|\\d+ š)[^{END}]*{END}")
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "caption", "summary", "div", "nav", "section", "ul"}
BLOCKS |= {"ol", "dl", "table", "tr", "thead", "tbody", "header", "footer", "main", "aside", "body"}
BLOCKS |= {"details", "form", "figure", "blockquote", "label", "option", "button"}
BLOCKS |= {f"h{level}" for level in range(1, 7)}


def plain(text: str) -> str:
    return " ".join(filter(str.isalpha, re.split(r"[\W_]+", text))).casefold()


def unsaid(text: str) -> Iterator[str]:
    """Yield the words in a text, in a row, that are in no message; a name with a digit is none."""
    text = re.sub(r"\{\w+\}|\S*\d\S*", " | ", text)
    for piece in re.split(r"[^\w\s]+| och ", text):
        row: list[str] = []
        for word in (*piece.split(), "".join(ACCENTS)):
            if ACCENTS & set(word):
                yield plain(" ".join(row))
                row = []
            else:
                row.append(word)


@pytest.fixture(scope="module")
def source(pseudo_site: Path) -> str:
    """All that the town's own data and pages say."""
    project = pseudo_site.parent
    # Of what has changed the old words are told too.
    files = [project / "mkdocs.yml", *project.glob("docs/**/*.md"), *MINI.glob("data/**/*.*")]
    files += project.glob("data/**/*.*")
    return f" {' '.join(plain(path.read_text('utf-8', 'replace')) for path in files)} "


def test_whatever_a_site_says_itself_is_a_message(pseudo_site: Path, source: str) -> None:
    known = {*map(plain, (*FORMATS, *FROM_BABEL, *CODES, *FILES))}
    found = {
        (name, words)
        for name, text in texts(pseudo_site)
        if not name.startswith("search/")  # the sources' words, without what marks them
        for words in unsaid(text)
        if len(words) > 1 and f" {words} " not in source and words not in known
    }
    assert sorted(found) == []


def test_a_literal_is_found() -> None:
    assert [*filter(None, unsaid(f"{BEGIN}Šȧvȧȧ{END} Ny sida {BEGIN}ǿm{END} 1.1"))] == ["ny sida"]


def blocks(page: Element) -> Iterator[str]:
    """Yield the text of each part of a page that has no parts of its own."""
    for element in page.iter():
        if element.tag in BLOCKS and not any(
            part.tag in BLOCKS for part in element.iter() if part is not element
        ):
            yield " ".join(text_of(element, hidden=("script", "template", SVG)).split())


def test_no_sentence_is_cut(pseudo_site: Path) -> None:
    """Each message is whole, and none that begins small goes on with the one before it."""
    cut, continued = [], []
    small = "".join(accent for accent in sorted(ACCENTS) if accent.islower())
    goes_on = re.compile(rf"[^:]{END} {BEGIN}[a-z{small}]")
    for name in pages(pseudo_site):
        for text in blocks(parse(pseudo_site / name)):
            if text.count(BEGIN) != text.count(END):
                cut.append((name, text))
            if goes_on.search(STAMPS.sub("", text)):
                continued.append((name, text))
    assert cut == []
    assert continued == []


def test_a_language_is_a_folder(pseudo_site: Path) -> None:
    """Its tree is there, in its language, and each page leads to the other one."""
    page = parse(pseudo_site / CODE / "strategier" / "1-1" / "index.html")
    assert page.get("lang") == CODE
    links = [(link.get("hreflang"), link.get("href")) for link in page.iter("a")]
    assert ("sv", "../../../strategier/1-1/") in links
    assert any(BEGIN in text for text in blocks(page))
