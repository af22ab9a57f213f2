"""What the data says was judged, read from its files without the package that is tested."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.projects import REAL


@dataclass(frozen=True)
class Judged:
    """A text of a response and the quotes that its judgement rests on."""

    body: str
    strategies: tuple[str, ...]  # none for a section
    section: str
    text: str
    position: str | None
    asks: tuple[str, ...]
    quotes: tuple[str, ...]


def judged(data: Path = REAL / "data") -> list[Judged]:
    """Return every judged text of the responses in a data folder."""
    return [
        _judged(path.stem, text)
        for path in sorted((data / "responses").glob("*.yml"))
        for response in [yaml.safe_load(path.read_text("utf-8"))]
        for text in [*response.get("comments", []), *response.get("sections", [])]
        if text.get("judgement")
    ]


def _judged(body: str, text: dict[str, Any]) -> Judged:
    found = text["judgement"]
    position, asks = found.get("position"), found.get("asks", [])
    quotes = [position.get("quote")] if position else []
    others = [*asks, *found.get("problems", []), *found.get("themes", [])]
    quotes += [one["quote"] for one in others]
    return Judged(
        body=body,
        strategies=tuple(text.get("strategies", ())),
        section=text.get("id", ""),
        text=" ".join(text["text"].split()),
        position=position and position["value"],
        asks=tuple(one["kind"] for one in asks if "repeats" not in one),
        quotes=tuple(" ".join(quote.split()) for quote in quotes if quote),
    )


def quotes(found: list[Judged]) -> Counter[str]:
    """Count every quote as often as the compilation has it: once per strategy it is about."""
    return Counter(
        quote for one in found for quote in one.quotes for _ in one.strategies or ("section",)
    )


def positions(found: list[Judged]) -> dict[str, Counter[str]]:
    """Map each strategy's number to how many answers take each position."""
    told: dict[str, Counter[str]] = {}
    for one in found:
        for strategy in one.strategies:
            told.setdefault(strategy[1:], Counter())[one.position or ""] += 1
    return told


def asks(found: list[Judged], data: Path = REAL / "data") -> dict[str, tuple[int, int]]:
    """Map the name of each kind of request to how often it is made, and by how many bodies."""
    plan = yaml.safe_load((data / "plan.yml").read_text("utf-8"))
    names = {kind["id"]: kind["name"] for kind in plan["asks"]}
    times = Counter(names[kind] for one in found for kind in one.asks)
    return {
        name: (number, len({one.body for one in found for kind in one.asks if names[kind] == name}))
        for name, number in times.items()
    }
