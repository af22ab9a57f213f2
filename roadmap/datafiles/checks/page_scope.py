"""The input of the rules for pages: the little of the data that they go by, faulty as it may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmap.datafiles.reader import Reading
from roadmap.datafiles.yaml_reader import Document
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import SETTINGS, TERMS, Dataset
from roadmap.presenters.messages import languages

_AREAS = "data/goal-areas/"


# Compared by identity, so that what the rules find can be kept.
@dataclass(frozen=True, eq=False)
class PageScope:
    """What the rules for the pages of a project need to know of its data.

    `languages` are the site's; None if the settings cannot be read. `areas` are the ids of the goal
    areas, whatever else is wrong with them, each with its file. `names_known`: the words that the
    addresses are made of could be read. `dataset` is the data if all of it could be read, else
    None.
    """

    root: Path
    languages: tuple[str, ...] | None
    areas: Mapping[str, str]
    names_known: bool
    dataset: Dataset | None

    @property
    def possible_languages(self) -> tuple[str, ...]:
        """The languages; as long as they are unknown, all that the program has words for."""
        return self.languages or languages()


def page_scope(root: Path, reading: Reading) -> PageScope:
    """Return the input of the rules for pages, from what could be read of a project's data."""
    areas = {
        area_id: path
        for path, document in reading.documents.items()
        if path.startswith(_AREAS)
        for area_id in [_value(document, "id")]
        if isinstance(area_id, str)
    }
    faulty = {problem.file for problem in reading.problems if problem.severity == "error"}
    languages = languages_of(root, reading.documents.get(SETTINGS))
    dataset = None if faulty else reading.dataset
    return PageScope(root, languages, areas, TERMS not in faulty, dataset)


def languages_of(root: Path, settings: Document | None) -> tuple[str, ...] | None:
    """Return the languages that a site's settings tell, sound or not; None if that is unknown."""
    if settings is None:
        return None if (root / SETTINGS).exists() else (SOURCE_LANGUAGE,)
    if settings.is_damaged("languages"):
        return None
    codes = _value(settings, "languages")
    return tuple(codes) if isinstance(codes, list) else (SOURCE_LANGUAGE,)


def _value(document: Document, field: str) -> object:
    return document.data.get(field) if isinstance(document.data, dict) else None
