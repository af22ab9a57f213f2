"""A site that calls everything by words of its own says none of the usual ones."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from roadmap.presenters.pages import generated_pages
from roadmap.site.build import BuildInput, OnDemand
from roadmap.site.outputs import Content
from tests.html import parse
from tests.projects import MINI, TERMS, build, dataset_of, make_project, run
from tests.repositories import Repository
from tests.shared import Shared

USUAL = re.compile(
    r"\b(?:strategi|målområde|etappmål|remissvar|remissinstans|synpunkt|önskemål)", re.IGNORECASE
)
# A page that also has what `roadmap/model/` says of its fields to editors: that is left to do.
NOT_YET_PAGE = "oppna-data/index.html"
# What of a page is shown or read aloud, besides its text, and what of it is code.
_SHOWN = ("title", "aria-label", "alt", "placeholder", "label", "content")
_NO_WORDS = ("style", "code", "pre")
_TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r"[\w.:/#-]*/[\w./#?=&-]*")


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """The site built with its Word file, and with changes in everybody's words behind it."""

    def make(folder: Path) -> None:
        repository = Repository(make_project(folder, TERMS))
        repository.commit()
        for name, old, new in (
            ("goal-areas/1-lara.yml", "ska ha fler böcker", "ska ha många böcker"),
            ("responses/provnamnden.yml", "Orden säger varken", "Texten säger varken"),
            ("responses/provnamnden.yml", "    pages: 2-3\n", "    pages: 3\n"),
            ("plan.yml", "name: Resurser", "name: Pengar"),
            ("series/E1.1.csv", "80,1", "80,2"),
        ):
            repository.change(f"data/{name}", old, new)
        repository.commit()
        build(folder, ROADMAP_PUBLISH="1")

    return shared.folder("terms", make)


def of_page(path: Path) -> Iterator[str]:
    for element in parse(path).iter():
        if not isinstance(element.tag, str) or element.tag in _NO_WORDS:
            continue
        if element.tag != "script":
            yield element.text or ""
        elif element.get("type") == "application/ld+json":
            yield from of_json(json.loads(element.text or ""))
        for name, value in element.items():
            if name in _SHOWN:
                yield value
            elif name.startswith("data-") and value.startswith("{"):
                yield from of_json(json.loads(value))
        yield from (child.tail or "" for child in element)


def of_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from of_json(part)
    elif isinstance(value, str):
        yield value


def of_feed(path: Path) -> Iterator[str]:
    for element in ElementTree.parse(path).iter():
        yield _TAG.sub(" ", element.text or "")


def of_word(path: Path) -> Iterator[str]:
    with ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith(".xml"):
                for paragraph in re.split(r"</w:p>|</dc:\w+>", file.read(name).decode()):
                    yield _TAG.sub("", paragraph)


def of_search(path: Path) -> Iterator[str]:
    """Yield the titles and texts of an index; its head also has the Swedish of the search."""
    told = json.loads(path.read_text("utf-8"))
    yield from of_json(told["groups"] if path.name == "head.json" else told)


READERS = {
    "*.html": of_page,
    "feed.xml": of_feed,
    "*.docx": of_word,
    "search/**/*.json": of_search,
}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what a site's files say to readers: the file, and one of its texts at a time."""
    for pattern, read in READERS.items():
        paths = sorted(site.rglob(pattern))
        assert paths, pattern
        for path in paths:
            for text in read(path):
                yield path.relative_to(site).as_posix(), _ADDRESS.sub("", " ".join(text.split()))


@pytest.fixture(scope="module")
def said(project: Path) -> list[tuple[str, str]]:
    """What the built site says."""
    return [*texts(project / "site")]


def test_no_usual_word_is_left(said: list[tuple[str, str]]) -> None:
    found = [(name, text) for name, text in said if USUAL.search(text)]
    assert [one for one in found if one[0] != NOT_YET_PAGE] == []
    assert found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index.html", "Sök i planen, svaren och begärandena"),
        ("onskemal/index.html", "Begäranden"),
        ("strategier/index.html", "Alla åtgärder, efter insatsområde."),
        ("sok/index.html", "Påpekande av {who}"),
        ("teman/index.html", "något påpekande"),
        ("sammanstallning/remissammanstallning.docx", "Delmålet"),
    ],
)
def test_its_own_words_are_said(said: list[tuple[str, str]], name: str, words: str) -> None:
    assert any(words in text for one, text in said if one == name)


def test_a_word_file_made_at_the_command_line_says_them_too(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", TERMS)
    done = run(folder, "roadmap", "compile", "--out", "svar.docx")
    assert done.returncode == 0, done.stderr
    assert any("Delmålet" in text for text in of_word(folder / "svar.docx"))


def test_two_sites_are_made_on_request_at_once(tmp_path: Path) -> None:
    def made(source: Path) -> str:
        dataset = dataset_of(source)
        pages = tuple(generated_pages(dataset))
        folder = Path(mkdtemp(dir=tmp_path))
        given = BuildInput(Content(dataset), lambda _, html: html, pages, folder)
        OnDemand(given).make("onskemal/")
        return (folder / "onskemal/index.html").read_text("utf-8")

    with ThreadPoolExecutor(2) as threads:
        for own, usual in zip(
            threads.map(made, [TERMS] * 5), threads.map(made, [MINI] * 5), strict=True
        ):
            assert "begäran" in own
            assert not USUAL.search(_TAG.sub("", own))
            assert "önskemål" in usual
            assert "begäran" not in usual
