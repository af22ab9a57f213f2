"""Data with as many bodies as one likes, each with as much of everything as editors write.

Made for weighing pages: the bodies share their texts, of which there are enough for any page.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha1

from bench.synthetic import with_bodies
from roadmap import views
from roadmap.model import Comment, Judgement, Response, UncertainReading, reader_of
from roadmap.model.dataset import Body, Dataset
from roadmap.model.history import Change, Commit, Event, History, Step
from roadmap.presenters import urls
from roadmap.presenters.pages import generated_pages
from roadmap.site.build import page_content
from roadmap.text.frequencies import common_words
from roadmap.text.swedish import slug
from tests.projects import REAL

_DIFFERENT = 120
_NAME = 60  # characters
_QUOTE = 25  # words, the most that a quote has
_SENTENCE = 12  # words
_READINGS = 3
_MACRO = re.compile(r"\{\{ (\w+)\((.*?)\) \}\}")


def crowd(dataset: Dataset, count: int) -> Dataset:
    """Return the data set with so many bodies, and a history in which they all came at once."""
    real, *others = with_bodies(dataset, min(count, _DIFFERENT)).bodies
    words = [word for word in common_words() if len(word) > 4]
    full = [_full(body.response, random.Random(body.id), words) for body in others]
    bodies = [real]
    for number in range(1, count):
        name = _name(random.Random(number), words)
        response = full[number % len(full)].altered(name=name)
        bodies.append(Body(slug(name), name, real.kind, response))
    return replace(dataset, bodies=tuple(bodies), history=_history(bodies[1:], words))


def contents(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield what stands on the first, middle and last page of each type, with its URL."""
    by_view: dict[str, list[str]] = {}
    pages = {page.url: page for page in generated_pages(dataset)}
    for url, page in pages.items():
        by_view.setdefault(page.view, []).append(url)
    for found in by_view.values():
        for url in {found[0], found[len(found) // 2], found[-1]}:
            yield url, page_content(dataset, pages[url])
    for path in sorted((REAL / "docs").rglob("*.md")):
        here = urls.page(path.relative_to(REAL / "docs").as_posix())
        yield here, _written(dataset, here, path.read_text("utf-8"))


def _written(dataset: Dataset, here: str, markdown: str) -> str:
    """Return a page with what its macros make of the data; its prose weighs the same as HTML."""

    def made(call: re.Match[str]) -> str:
        arguments = [
            False if argument == "published" else argument.strip('"')
            for argument in filter(None, call[2].split(", "))
        ]
        html: str = getattr(views, call[1])(dataset, here, *arguments)
        return html

    return _MACRO.sub(made, markdown)


def _name(rng: random.Random, words: list[str]) -> str:
    name = rng.choice(words).capitalize()
    while len(name) < _NAME:
        name += f" {rng.choice(words)}"
    return name


def _full(response: Response, rng: random.Random, words: list[str]) -> Response:
    reason = " ".join(rng.sample(words, 8))
    readings = tuple(
        reader_of(UncertainReading).validate_python(
            {"pages": "1", "received": word, "corrected": word, "reason": reason}
        )
        for word in rng.sample(words, _READINGS)
    )
    assert response.source
    return response.altered(
        source=response.source.altered(uncertain=readings),
        comments=tuple(_quoted(comment, rng) for comment in response.comments),
    )


def _quoted(comment: Comment, rng: random.Random) -> Comment:
    """Return a comment that a spreadsheet takes for a formula, with quotes as long as can be."""
    judgement = comment.judgement
    if judgement is None:
        return comment
    words = comment.text.split()

    def quote() -> str:
        start = rng.randrange(len(words) - _QUOTE)
        return " ".join(words[start : start + _QUOTE])

    position = judgement.position
    assert position
    told: Judgement = judgement.altered(
        position=position.altered(quote=position.quote and quote()),
        asks=tuple(
            ask.altered(
                quote=quote(), sentence=f"Vill att {' '.join(rng.sample(words, _SENTENCE))}."
            )
            for ask in judgement.asks
        ),
        themes=tuple(theme.altered(quote=quote()) for theme in judgement.themes),
    )
    return comment.altered(text=f"=({comment.text})", judgement=told)


def _history(bodies: list[Body], words: list[str]) -> History:
    """Return a history in which every body arrived in one version and was rewritten in another."""
    arrived = tuple(
        Change("added", ("responses", body.id), (Step(body.name),), None, "24 synpunkter")
        for body in bodies
    )
    rewritten = tuple(
        Change(
            "changed",
            ("responses", body.id, "comments", "S1.1", "text"),
            (Step(body.name), Step("Synpunkt på", ("S1.1",)), Step("Text")),
            " ".join(random.Random(body.id).sample(words, 60)),
            " ".join(random.Random(body.name).sample(words, 60)),
        )
        for body in bodies
    )
    return History(events=(_event("2", rewritten), _event("1", arrived)))


def _event(name: str, changes: tuple[Change, ...]) -> Event:
    commit = Commit(sha1(name.encode()).hexdigest(), datetime(2020, 3, int(name), tzinfo=UTC))
    return Event(commit, changes)
