"""Readers who read while releases take each other's places."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from hosting.deploy import KEPT, deploy
from tests.project.hosting.servers import nginx
from tests.waiting import PATIENCE, until

READERS = 4
RELEASES = 20  # at least


def release_files(word: str) -> dict[str, str]:
    """Return the files of the release that a word names: each says which release it is of."""
    page = f'<link href="/assets/site.{word}.css"><a href="/search/{word}/part.json">{word}</a>'
    return {
        "index.html": page,
        f"om/{word}/index.html": page,
        "om/index.html": page,
        f"assets/site.{word}.css": f"/* {word} */",
        f"search/{word}/part.json": f'["{word}"]',
        "search/head.json": f'"{word}"',
        ".well-known/security.txt": word,
    }


class Seen(NamedTuple):
    """What readers met: how many requests of how many releases, and each that went wrong."""

    requests: int
    releases: int
    faults: list[str]


class _Reader(Thread):
    """Fetches a page, then what it asks for, over one connection, again and again."""

    def __init__(self, address: str, stop: Event) -> None:
        super().__init__(daemon=True)
        self._connection = HTTPConnection(address.strip("/").partition("//")[2], timeout=PATIENCE)
        self._ended = stop
        self.pages = 0
        self.requests = 0
        self.words: set[str] = set()
        self.faults: list[str] = []

    def run(self) -> None:
        while not self._ended.is_set():
            page = self._fetch(("/", "/om/")[self.pages % 2])
            word = page.rpartition(">")[0].rpartition(">")[2].removesuffix("</a")
            files = release_files(word)
            for link in re.findall(r'href="/([^"]+)"', page):
                if self._fetch(f"/{link}") != files[link]:
                    self.faults.append(f"/{link} is not that of its page")
            self.words.add(word)
            self.pages += 1

    def has_read(self, pages: int) -> bool:
        return self.pages >= pages

    def _fetch(self, path: str) -> str:
        self.requests += 1
        try:
            self._connection.request("GET", path)
            answer = self._connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            self.faults.append(f"{path}: {error!r}")
            self._connection.close()
            return ""
        if answer.status != 200:
            self.faults.append(f"{path}: {answer.status}")
        return text


def all_begin_a_page(readers: Sequence[_Reader]) -> None:
    """Wait until each reader has begun a page, and read it to its end."""
    for page, reader in [(reader.pages + 2, reader) for reader in readers]:
        until(partial(reader.has_read, page))


def read_while_deploying(
    site: Callable[[str], Path], target: Path, requests: int, kept: Sequence[str] = KEPT
) -> Seen:
    """Deploy release upon release until readers have sent so many requests between them."""
    deployed = 0
    ended = Event()

    def next_release() -> None:
        nonlocal deployed
        deployed += 1
        deploy(site(f"r{deployed}"), target, kept)

    next_release()
    with nginx(target / "current") as address:
        readers = [_Reader(address, ended) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        all_begin_a_page(readers)
        while deployed < RELEASES or sum(reader.requests for reader in readers) < requests:
            next_release()
            # What a page asks for is kept for one release.
            all_begin_a_page(readers)
        ended.set()
        for reader in readers:
            reader.join()
    return Seen(
        sum(reader.requests for reader in readers),
        len(set[str]().union(*(reader.words for reader in readers))),
        [fault for reader in readers for fault in reader.faults],
    )
