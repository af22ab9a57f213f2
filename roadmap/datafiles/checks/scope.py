"""The input of the rules, and functions that several of them share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from roadmap.datafiles.files import files_in
from roadmap.datafiles.problems import Problem, did_you_mean, quoted
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model.dataset import PLAN, Body, Dataset
from roadmap.model.numbered import number_in_id
from roadmap.text.swedish import listing


@dataclass(frozen=True)
class Scope:
    """The input of the rules: the data, all ids and the files, as in `Reading`, and the date."""

    dataset: Dataset
    ids: frozenset[str]
    documents: Mapping[str, Document]
    today: date

    def document(self, entity_id: str) -> Document:
        """Return the file of a goal area or a body."""
        return self.documents[self.dataset.paths[entity_id]]

    @property
    def plan(self) -> Document:
        """The file of the plan."""
        return self.documents[PLAN]


Rule = Callable[[Scope], Iterable[Problem]]
# A rule about one response and its file; it may also use the plan, the goal areas and the date.
ResponseRule = Callable[[Scope, Body, Document], Iterable[Problem]]


def unknown(document: Document, key: Key, word: str, what: str, known: Iterable[str]) -> Problem:
    """Return the problem of a word that is not among the known ones, with the nearest as hint."""
    known = sorted(known)
    hint = did_you_mean(word, known)
    if hint is None and 0 < len(known) <= 12:
        hint = f"Det som finns är {listing(known)}."
    return document.problem(f"{quoted(word)} finns inte bland {what}.", *key, hint=hint)


def repeats(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield index and word of every repetition."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)


def is_unread(scope: Scope, body_id: str) -> bool:
    """Whether a body's file exists but could not be used at all."""
    return f"data/responses/{body_id}.yml" in unread(scope)


def unread(scope: Scope) -> Iterator[str]:
    """Yield the files of records that could not be used at all."""
    data = scope.dataset.root / "data"
    used = set(scope.dataset.paths.values())
    for folder in ("goal-areas", "responses"):
        for path in files_in(data / folder, ".yml"):
            name = f"data/{folder}/{path.name}"
            if name not in used:
                yield name


def in_unread_area(scope: Scope, entity_id: str) -> bool:
    """Whether an id may belong to a goal area whose file could not be used."""
    number = (number_in_id(entity_id) or "").partition(".")[0]
    known = number and any(number_in_id(area.id) == number for area in scope.dataset.goal_areas)
    return not known and any(path.startswith("data/goal-areas/") for path in unread(scope))
