"""Read everything in `data/`; a file is read again only when it has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from roadmap.datafiles.files import Stamp, bytes_of, entries_below, files_in, folders_in, stamp
from roadmap.datafiles.personal_data import personal_data
from roadmap.datafiles.problems import DataError, Problem, reason
from roadmap.datafiles.records import known_ids, read_record
from roadmap.datafiles.series import left_over, parse_figures
from roadmap.datafiles.typed_marks import typed_marks
from roadmap.datafiles.yaml_reader import Document, parse
from roadmap.model import BodyKind, GoalArea, Plan, Record, RecordT, Response, Settings, Terms
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import TERMS, Body, Dataset
from roadmap.model.figures import Figure
from roadmap.model.numbered import number_in_id
from roadmap.model.terms import USUAL
from roadmap.model.translations import Translations
from roadmap.presenters.messages import current_voice, speaking, to_editors
from roadmap.text.swedish import listing, slug, sort_key

_SYNONYM_FORM = "Skriv till exempel förskola: dagis, daghem."

_SEARCH = "search"  # holds a folder per language too, but for the source's
# The folders of `data/`, each with the suffix of its files.
_FOLDERS = {"goal-areas": ".yml", "responses": ".yml", "series": ".csv", _SEARCH: ".yml"}
_SOURCES = "sources"  # holds documents of any name, in folders of any name
_TRANSLATIONS = "translations"  # holds a folder per language
# What an editor may call the folders.
_SWEDISH_NAMES = {
    **dict.fromkeys(("remissvar", "svar", "yttranden"), "responses"),
    **dict.fromkeys(("malomraden", "omraden"), "goal-areas"),
    **dict.fromkeys(("statistik", "siffror", "serier"), "series"),
    **dict.fromkeys(("kallor", "dokument"), _SOURCES),
    **dict.fromkeys(("sok", "sokord", "synonymer"), _SEARCH),
    **dict.fromkeys(("oversattningar", "sprak"), _TRANSLATIONS),
}
_FILES = ("plan.yml", "settings.yml", "terms.yml", "redirects.yml")


@dataclass
class Reading:
    """A dataset, as far as it could be read, with its problems and its files by path.

    `ids` are all the ids of strategies and milestones in the files, in sound records or not.
    `terms` are the site's, or the usual ones.
    """

    dataset: Dataset | None
    problems: list[Problem]
    ids: frozenset[str]
    documents: Mapping[str, Document]
    terms: Terms


def terms_of(root: Path) -> Terms:
    """Return a site's own terms, the usual ones as far as it has none that can be read."""
    path = root / TERMS
    terms: Terms | None = _read_file(root, path, Terms).record if path.exists() else None
    return terms or USUAL


def read(root: Path) -> Reading:
    """Read all of `root/data`. Never raises because of what an editor has written."""
    with speaking(terms_of(root)):
        return _read_all(root)


def _read_all(root: Path) -> Reading:
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    data = root / "data"
    problems.extend(_stray_files(root))

    def records(paths: Sequence[Path], model: type[RecordT]) -> Iterator[tuple[Path, RecordT]]:
        for path in paths:
            document, record, faults = _read_file(root, path, model)
            problems.extend(faults)
            if document:
                documents[document.path] = document
            if record:
                yield path, record

    def optional(name: str, model: type[RecordT]) -> RecordT:
        present = [path for path in [data / name] if path.exists()]
        return next((record for _, record in records(present, model)), model())

    def translations(language: str) -> tuple[dict[str, Translations], Terms | None]:
        folder = f"{_TRANSLATIONS}/{language}"
        files = [path for path in files_in(data / folder, ".yml") if path.name != "terms.yml"]
        own_terms = [path for path in [data / folder / "terms.yml"] if path.exists()]
        return (
            {_relative(root, path): file for path, file in records(files, Translations)},
            next((terms for _, terms in records(own_terms, Terms)), None),
        )

    plan = next((plan for _, plan in records([data / "plan.yml"], Plan)), None)
    # A site that has no publisher yet has no settings.
    settings = optional("settings.yml", Settings)
    # One that calls things as we do has no terms.
    terms = optional("terms.yml", Terms)
    paths: dict[str, str] = {}
    areas: list[GoalArea] = []
    for path, area in records(_files(data, "goal-areas"), GoalArea):
        areas.append(area)
        paths[area.id] = _relative(root, path)
    kinds = {kind.id: kind for kind in plan.body_kinds} if plan else {}
    bodies: list[Body] = []
    for path, response in records(_files(data, "responses"), Response):
        kind = kinds.get(response.kind)
        paths[path.stem] = _relative(root, path)
        bodies.append(Body(path.stem, _display_name(path.stem, response, kind), kind, response))
    translated = {
        path.name: translations(path.name) for path in sorted(folders_in(data / _TRANSLATIONS))
    }
    figures: dict[str, tuple[Figure, ...]] = {}
    for path in _files(data, "series"):
        try:
            table = parse_figures(_relative(root, path), _content(root, path))
        except DataError as error:
            problems.extend(error.problems)
        else:
            figures[path.stem] = table.figures
            problems += [*table.warnings, *left_over(_relative(root, path), table)]
    for document in documents.values():
        problems.extend(document.warnings)
    synonyms = {
        language: tuple(pair for path in files for pair in _read_synonyms(root, path, problems))
        for language, files in _synonym_files(data).items()
    }
    claimed = {
        claimed_id
        for document in documents.values()
        for claimed_id in known_ids(document, "strategies", "milestones")
    }
    if plan is None or not areas:
        if plan and not any(problem.file.startswith("data/goal-areas/") for problem in problems):
            message = to_editors("Inga %(goal_areas)s finns.")
            hint = to_editors("Lägg till en fil per %(goal_area)s i data/goal-areas/.")
            problems.append(Problem("data/plan.yml", 1, 1, message, hint))
        return Reading(None, problems, frozenset(claimed), documents, terms)
    dataset = Dataset(
        root=root,
        plan=plan,
        settings=settings,
        terms=terms,
        goal_areas=_in_order(areas, paths),
        bodies=tuple(sorted(bodies, key=lambda body: (sort_key(body.name), body.id))),
        figures=figures,
        synonyms_in=synonyms,
        paths=paths,
        translations={language: files for language, (files, _) in translated.items()},
        own_terms={language: words for language, (_, words) in translated.items() if words},
    )
    return Reading(dataset, problems, frozenset(claimed), documents, terms)


def state(root: Path, folder: str = "data") -> tuple[tuple[str, Stamp | None], ...]:
    """Return a fingerprint of the files in a folder, which changes whenever one of them does."""
    # Asked for once per page: an entry of a folder gives a file's status faster than its path.
    return tuple(
        sorted((entry.path, stamp(entry)) for entry in entries_below(root / folder, litter=True))
    )


def _in_order(areas: Sequence[GoalArea], paths: Mapping[str, str]) -> tuple[GoalArea, ...]:
    """Return the areas in the order of the numbers in their ids, else of their files' names."""
    numbers = {area.id: number_in_id(area.id) for area in areas}
    if all(numbers.values()):
        return tuple(sorted(areas, key=lambda area: sort_key(numbers[area.id] or "")))
    return tuple(sorted(areas, key=lambda area: sort_key(Path(paths[area.id]).stem)))


def _display_name(stem: str, response: Response, kind: BodyKind | None) -> str:
    if response.name:
        return response.name
    if kind:
        return f"{kind.name} {stem.removeprefix(slug(kind.name)).strip('-')}".strip()
    return stem


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _files(data: Path, folder: str) -> list[Path]:
    return files_in(data / folder, _FOLDERS[folder])


def _content(root: Path, path: Path) -> bytes:
    name = _relative(root, path)
    try:
        return bytes_of(path, name)
    except FileNotFoundError:
        problem = Problem(name, 1, 1, "Filen saknas.", "Varje webbplats behöver den.")
    except OSError as error:
        problem = Problem(name, 1, 1, "Filen går inte att öppna.", reason(error))
    raise DataError([problem])


def _synonym_files(data: Path) -> dict[str, list[Path]]:
    """Return the files of what readers type in each language."""
    found = {SOURCE_LANGUAGE: _files(data, _SEARCH)}
    for folder in folders_in(data / _SEARCH):
        found.setdefault(folder.name, []).extend(files_in(folder, ".yml"))
    return found


def _read_synonyms(root: Path, path: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    try:
        document = parse(_relative(root, path), _content(root, path))
    except DataError as error:
        problems.extend(error.problems)
        return
    if not isinstance(document.data, dict):
        problems.append(document.problem("Filen ska ha ett ord per rad.", hint=_SYNONYM_FORM))
        return
    for word, typed_words in document.data.items():
        if isinstance(typed_words, str) and typed_words.strip(" ,"):
            yield word, typed_words
        else:
            message = f'Efter "{word}" ska det stå ord med komma emellan.'
            problems.append(document.problem(message, word, hint=_SYNONYM_FORM))


class _Read(NamedTuple):
    """The content of a file, as far as it could be read, and its problems."""

    document: Document | None
    record: Any
    faults: list[Problem]


# By file, with the stamp that it had and the words for its faults: an edit changes one file of
# hundreds.
_kept: dict[Path, tuple[object, _Read]] = {}


def _read_file(root: Path, path: Path, model: type[Record]) -> _Read:
    """Return the content of a file, from memory unless the file has changed."""
    present = stamp(path)
    state = present, current_voice()
    if present is None or _kept.get(path, (None,))[0] != state:
        _kept[path] = state, _read_anew(root, path, model)
    return _kept[path][1]


def _read_anew(root: Path, path: Path, model: type[Record]) -> _Read:
    try:
        document = parse(_relative(root, path), _content(root, path))
    except DataError as error:
        return _Read(None, None, error.problems)
    if model is not Settings:  # they have the address that readers can write to
        document.warnings.extend(personal_data(document.path, document.text))
        document.warnings.extend(typed_marks(document.path, document.text))
    record, faults = read_record(document, model)
    if isinstance(record, Response) and not faults:
        # There may be thousands, and the record has all that is needed from now on.
        document.let_go(partial(_content, root, path))
    return _Read(document, record, faults)


def _right_folder(name: str) -> str:
    folders = (*_FOLDERS, _SOURCES, _TRANSLATIONS)
    meant = _SWEDISH_NAMES.get(slug(name)) or next(
        iter(get_close_matches(name.casefold(), folders, n=1)), None
    )
    asked = f"Menade du data/{meant}/? " if meant else ""
    return f"{asked}Mapparna i data/ är {listing(folders)}."


def _stray_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder that an editor may think is read, but is not."""
    data = root / "data"
    if not data.is_dir():
        yield Problem("data", 1, 1, "Mappen data saknas.")
        return
    for path in files_in(data):
        if path.name not in _FILES:
            hint = to_editors(
                "%(Responses)s hör hemma i data/responses/, %(goal_areas)s i data/goal-areas/."
            )
            yield Problem(_relative(root, path), 1, 1, "Filen läses inte där den ligger.", hint)
    for path in folders_in(data):
        if path.name not in (*_FOLDERS, _SOURCES, _TRANSLATIONS):
            yield Problem(
                _relative(root, path), 1, 1, "Mappen läses inte.", _right_folder(path.name)
            )
    languages = [
        f"{folder}/{path.name}"
        for folder in (_TRANSLATIONS, _SEARCH)
        for path in folders_in(data / folder)
    ]
    for path in files_in(data / _TRANSLATIONS):
        hint = "Lägg den i en mapp för språket, till exempel data/translations/en/."
        yield Problem(_relative(root, path), 1, 1, "Filen läses inte där den ligger.", hint)
    for folder, suffix in (*_FOLDERS.items(), *((language, ".yml") for language in languages)):
        for path in files_in(data / folder):
            if path.suffix != suffix:
                hint = f"Filnamn i den här mappen slutar på {suffix}."
                if folder == "series" and path.suffix == ".xlsx":
                    hint = "Läs in den med import och --milestone. Flytta den sedan."
                yield Problem(_relative(root, path), 1, 1, "Filen läses inte.", hint)
        for path in folders_in(data / folder) if folder != _SEARCH else ():
            hint = f"Lägg filerna direkt i data/{folder}/."
            yield Problem(_relative(root, path), 1, 1, "Mappen läses inte.", hint)
