"""Plainly fictional bodies, the same ones every time, in words from the real texts.

A comment on a strategy is put together from pieces of what the plan and the real responses say on
that strategy, so what is right to find for a query does not change with the number of bodies.
`with_bodies` gives them as a data set; `write_project` writes them as a project folder of files.
"""

import random
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import yaml

from roadmap.model import (
    Ask,
    Comment,
    Judgement,
    Outcome,
    OutcomeValue,
    Position,
    PositionValue,
    Record,
    Reference,
    Section,
    Source,
    ThemeMark,
    fields_of,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.text.source_text import FOOTNOTE_REFERENCE
from tests.projects import make_project

_SYLLABLES = ("lill", "stor", "väst", "öst", "norr", "söd", "gran", "björk", "al", "ek")
_PLACES = ("måla", "vik", "torp", "hult", "köpa", "sta", "näs", "byn", "red", "sjö")
_WORDS_PER_COMMENT = 100
_WORDS_PER_QUOTE = 7
_LINE = 72  # characters of a line of text in a file
_SIGNATURE = "Påhittad bedömning"


def with_bodies(dataset: Dataset, count: int) -> Dataset:
    """Return the data set with as many responses as `count`: the real one and fictional ones."""
    real = dataset.received[0]
    bodies = [real, *(_body(dataset, real, number) for number in range(1, count))]
    return replace(dataset, bodies=tuple(bodies))


def write_project(dataset: Dataset, count: int, folder: Path) -> None:
    """Write a whole project to a new folder: the data set's, with as many responses as `count`."""
    make_project(folder, dataset.root)
    for body in with_bodies(dataset, count).bodies[1:]:
        record = _plain(body.response)
        text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        (folder / "data" / "responses" / f"{body.id}.yml").write_text(text, "utf-8")


def _body(dataset: Dataset, real: Body, number: int) -> Body:
    rng = random.Random(number)
    place = rng.choice(_SYLLABLES) + rng.choice(_PLACES)
    name = f"Påhittade {place}nämnden {number}"
    response = real.response.altered(
        note=None,
        name=name,
        speaker_name=None,
        source=real.response.source and _source(real.response.source, number),
        comments=tuple(_comment(dataset, one, rng) for one in real.response.comments),
        sections=tuple(_section(one, rng) for one in real.response.sections),
        footnotes=(),
    )
    return Body(f"pahittade-{number}", name, real.kind, response)


def _source(source: Source, number: int) -> Source:
    """Return a document of as many pages, without files."""
    title = f"Påhittat svar {number}"
    return source.altered(title=title, url=None, received=None, corrected=None, uncertain=())


def _comment(dataset: Dataset, comment: Comment, rng: random.Random) -> Comment:
    if comment.refers_to:
        return comment
    texts = [comment.text]
    for strategy_id in comment.strategies:
        strategy = dataset.strategy(strategy_id)
        texts += [strategy.title, strategy.text]
    words = _mix(" ".join(texts), rng, _WORDS_PER_COMMENT)
    return comment.altered(text=_wrapped(words), judgement=_judgement(dataset, words, rng))


def _section(section: Section, rng: random.Random) -> Section:
    length = min(len(section.text.split()), 150)
    words = _mix(section.text, rng, length)
    return section.altered(text=_wrapped(words), judgement=None)


def _mix(text: str, rng: random.Random, length: int) -> list[str]:
    """Return about `length` words: pieces of three to seven words in a row, in random order."""
    words = [word for word in FOOTNOTE_REFERENCE.sub("", text).split() if word != "-"]
    found: list[str] = []
    while len(found) < length:
        start = rng.randrange(len(words))
        found += words[start : start + rng.randint(3, 7)]
    return found


def _wrapped(words: Sequence[str]) -> str:
    lines = textwrap.wrap(" ".join(words), _LINE, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _judgement(dataset: Dataset, words: Sequence[str], rng: random.Random) -> Judgement:
    """Return a judgement that rests on words of the text, picked at random."""

    def quote() -> str:
        start = rng.randrange(max(1, len(words) - _WORDS_PER_QUOTE))
        return " ".join(words[start : start + _WORDS_PER_QUOTE])

    value = rng.choice(get_args(PositionValue))
    stated = value != "none_stated"
    return Judgement(
        by=_SIGNATURE,
        reviewed="false",
        position=Position(value=value, quote=quote() if stated else None),
        asks=tuple(
            _ask(code.id, quote())
            for code in rng.sample(dataset.plan.asks, min(1, len(dataset.plan.asks)))
        ),
        themes=tuple(
            ThemeMark(theme=code.id, quote=quote())
            for code in rng.sample(dataset.plan.themes, min(2, len(dataset.plan.themes)))
        ),
    )


def _ask(kind: str, quote: str) -> Ask:
    """Return a request, of which it is known in two cases of three what came of it."""
    rng = random.Random(quote)  # of its own, so that the texts do not depend on it
    value = rng.choice((*get_args(OutcomeValue), None, None))
    outcome = value and Outcome(
        by=_SIGNATURE,
        reviewed="false",
        value=value,
        date="2020-03-01",
        source=Reference(title="Påhittat beslut", url="https://beslut.example/"),
        reason="Påhittat skäl." if value == "rejected" else None,
    )
    return Ask(kind=kind, quote=quote, outcome=outcome)


class _Dumper(yaml.CSafeDumper):
    """Writes records as editors do: lists indented, texts of several lines as blocks."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else "")


_Dumper.add_representer(str, _text)


def _plain(value: object) -> object:
    """Return a record as the mapping that a file has, without what is left out there."""
    match value:
        case Record():
            fields = fields_of(type(value))
            return {
                name: _plain(part)
                for name, info in fields.items()
                if (part := getattr(value, name)) != info.get_default()
            }
        case Pages():
            return str(value).replace("–", "-")
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
    return value
