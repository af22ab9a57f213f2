"""How good a ranking is: recall among the first five, and nDCG among the first ten."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ALL = "ALL"
ABSENT = "absent"
OPTIONAL = ("english",)


@dataclass(frozen=True)
class Query:
    """A query and what is right to find: `exact` is precisely right, `also` is relevant."""

    text: str
    kind: str
    exact: tuple[str, ...]
    also: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True)
class Score:
    """Means over queries. `zero` is how many found nothing; for absent topics, something."""

    recall: float
    ndcg: float
    zero: float
    count: int


def read(table: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Query]:
    """Return the queries of a file: those to tune on, then those held out."""
    return [
        Query(
            str(entry["q"]),
            entry["kind"],
            tuple(entry.get("exact", ())),
            tuple(entry.get("also", ())),
            half == "held",
        )
        for half in ("tune", "held")
        for entry in table[half]
    ]


def score(queries: Sequence[Query], run: Mapping[str, Sequence[str]]) -> dict[str, Score]:
    """Return the scores per kind of query, and of all that have an answer."""
    kinds: dict[str, list[tuple[float, float, float]]] = {}
    for query in queries:
        measured = _one(query, list(dict.fromkeys(run[query.text])))
        kinds.setdefault(query.kind, []).append(measured)
        if query.kind not in (ABSENT, *OPTIONAL):
            kinds.setdefault(ALL, []).append(measured)
    return {kind: _mean(values) for kind, values in kinds.items()}


def _one(query: Query, found: list[str]) -> tuple[float, float, float]:
    if not query.exact:
        return 0.0, 0.0, float(bool(found))
    gain = {**dict.fromkeys(query.also, 1), **dict.fromkeys(query.exact, 3)}
    recall = sum(one in query.exact for one in found[:5]) / min(5, len(query.exact))
    best = sum(value / math.log2(place + 2) for place, value in enumerate(_best(gain)))
    got = sum(gain.get(one, 0) / math.log2(place + 2) for place, one in enumerate(found[:10]))
    return recall, got / best, float(not found)


def _best(gain: Mapping[str, int]) -> list[int]:
    return sorted(gain.values(), reverse=True)[:10]


def _mean(values: Sequence[tuple[float, float, float]]) -> Score:
    count = len(values)
    recall, ndcg, zero = (sum(column) / count for column in zip(*values, strict=True))
    return Score(recall, ndcg, zero, count)
