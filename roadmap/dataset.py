"""Everything in `data/`, read once, checked, and ready to be asked."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path

from roadmap.figures import Figure, parse_figures
from roadmap.history import UNKNOWN, History
from roadmap.model import (
    FROM_PLAN,
    POSITIONS,
    BodyKind,
    Code,
    Comment,
    GoalArea,
    Judgement,
    Milestone,
    Plan,
    PositionValue,
    RecordT,
    Response,
    Section,
    Settings,
    Strategy,
)
from roadmap.problems import DataError, Problem, reason
from roadmap.records import known_ids, read_record
from roadmap.swedish import slug, sort_key
from roadmap.yamlio import Document, parse

# The file, from the root, and the line that a text stands on.
TextPlace = tuple[str, int]

_SYNONYM_FORM = "Skriv till exempel förskola: dagis, daghem."

# The folders of `data/` and what a file there must end with.
_FOLDERS = {"goal-areas": ".yml", "responses": ".yml", "series": ".csv", "search": ".yml"}
_FILES = ("plan.yml", "settings.yml", "redirects.yml")
# Where pages that have moved lead on.
REDIRECTS = "data/redirects.yml"


@dataclass(frozen=True)
class Body:
    """A body (remissinstans) and its response. `id` is the stem of its file."""

    id: str
    name: str
    kind: BodyKind | None
    response: Response

    @property
    def speaks_for_administration(self) -> bool:
        """Whether the words are an administration's and not yet the body's own decision."""
        return self.response.speaker == "administration"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one body says on one strategy: its comments, a bare reference to another included.

    `place` is its place among the answers to the strategy, from 0.
    """

    body: Body
    strategy: Strategy
    comments: tuple[Comment, ...]
    place: int = 0

    @property
    def comment(self) -> Comment | None:
        """The comment with the substance, joint or not; None where there is only a reference."""
        for comment in self.comments:
            if not comment.refers_to:
                return comment
        return None

    @property
    def judgement(self) -> Judgement | None:
        """The editors' judgement of that comment."""
        comment = self.comment
        return comment.judgement if comment else None

    @property
    def position(self) -> PositionValue | None:
        """The position the editors found, or None where nothing is classified."""
        judgement = self.judgement
        return judgement.position.value if judgement and judgement.position else None


# Compared by identity, so that what follows from a data set can be remembered.
@dataclass(frozen=True, eq=False)
class Dataset:
    """The plan, the bodies and their responses. Immutable; look-ups raise KeyError.

    `synonyms` pairs words of the texts with the words, comma between, that readers type for them.
    `paths` maps the ids of goal areas and bodies to their files, relative to the root.
    `address` is the URL that the site is published at, "/" at its end; None while that is unset.
    `text_places` says where each published text stands, by its `data-text`, where that is known.
    """

    root: Path
    plan: Plan
    settings: Settings
    goal_areas: tuple[GoalArea, ...]
    bodies: tuple[Body, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    synonyms: tuple[tuple[str, str], ...]
    paths: Mapping[str, str]
    text_places: Mapping[str, TextPlace] = field(default_factory=dict, repr=False)
    history: History = field(default=UNKNOWN, repr=False)
    address: str | None = None

    @cached_property
    def strategies(self) -> tuple[Strategy, ...]:
        """All strategies in the plan's order."""
        return tuple(strategy for area in self.goal_areas for strategy in area.strategies)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """All milestones in the plan's order."""
        return tuple(milestone for area in self.goal_areas for milestone in area.milestones)

    @cached_property
    def received(self) -> tuple[Body, ...]:
        """The bodies whose response is published here, in alphabetical order."""
        return tuple(body for body in self.bodies if body.response.status == "received")

    @cached_property
    def _areas(self) -> dict[str, GoalArea]:
        return {area.id: area for area in self.goal_areas}

    @cached_property
    def _strategies(self) -> dict[str, Strategy]:
        return {strategy.id: strategy for strategy in self.strategies}

    @cached_property
    def _home(self) -> dict[str, GoalArea]:
        home: dict[str, GoalArea] = {}
        for area in self.goal_areas:
            home |= {strategy.id: area for strategy in area.strategies}
            home |= {milestone.id: area for milestone in area.milestones}
        return home

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {body.id: body for body in self.bodies}

    @cached_property
    def _codes(self) -> dict[str, dict[str, Code]]:
        return {
            "asks": {code.id: code for code in self.plan.asks},
            "themes": {code.id: code for code in self.plan.themes},
        }

    @cached_property
    def _answers(self) -> dict[str, tuple[Answer, ...]]:
        answers: dict[str, list[Answer]] = {strategy.id: [] for strategy in self.strategies}
        for body in self.received:
            by_strategy: dict[str, list[Comment]] = {}
            for comment in body.response.comments:
                for strategy_id in comment.strategies:
                    by_strategy.setdefault(strategy_id, []).append(comment)
            for strategy_id, comments in by_strategy.items():
                answers[strategy_id].append(
                    Answer(body, self.strategy(strategy_id), tuple(comments))
                )
        return {
            strategy_id: tuple(
                replace(answer, place=place)
                for place, answer in enumerate(
                    sorted(found, key=lambda answer: POSITIONS.index(answer.position))
                )
            )
            for strategy_id, found in answers.items()
        }

    @cached_property
    def _answers_of(self) -> dict[str, dict[str, Answer]]:
        return {
            strategy_id: {answer.body.id: answer for answer in answers}
            for strategy_id, answers in self._answers.items()
        }

    def goal_area(self, area_id: str) -> GoalArea:
        """Return the goal area with this id."""
        return self._areas[area_id]

    def strategy(self, strategy_id: str) -> Strategy:
        """Return the strategy with this id."""
        return self._strategies[strategy_id]

    def area_of(self, strategy_id: str) -> GoalArea:
        """Return the goal area that the strategy belongs to."""
        return self._home[strategy_id]

    def body(self, body_id: str) -> Body:
        """Return the body with this id."""
        return self._bodies[body_id]

    def ask_name(self, ask_id: str) -> str:
        """Return the Swedish name of a kind of request."""
        return self._codes["asks"][ask_id].name

    def theme_name(self, theme_id: str) -> str:
        """Return the Swedish name of a theme."""
        return self._codes["themes"][theme_id].name

    def answers(self, strategy_id: str) -> tuple[Answer, ...]:
        """Return what the bodies say on the strategy, by position and then by the body's name."""
        return self._answers[strategy_id]

    def answer(self, body: Body, strategy_id: str) -> Answer | None:
        """Return what a body says on the strategy, or None where it says nothing."""
        return self._answers_of.get(strategy_id, {}).get(body.id)

    def neighbours(self, strategy_id: str) -> tuple[Strategy | None, Strategy | None]:
        """Return the strategies before and after this one in the plan."""
        ids = [strategy.id for strategy in self.strategies]
        index = ids.index(strategy_id)
        before = self.strategies[index - 1] if index else None
        after = self.strategies[index + 1] if index + 1 < len(ids) else None
        return before, after

    def text_from(self, record: Strategy | Milestone | GoalArea) -> Body | None:
        """Return the body whose document words the record, or None where it is the plan itself."""
        area = record if isinstance(record, GoalArea) else self._home[record.id]
        source = record.text_from or area.text_from
        return None if source == FROM_PLAN else self.body(source)

    def background(self) -> tuple[Body, Section] | None:
        """Return the section that tells the background of the plan, and whose words it is."""
        reference = self.plan.background
        if reference is None:
            return None
        body = self.body(reference.response)
        for section in body.response.sections:
            if section.id == reference.section:
                return body, section
        return None


@dataclass
class Reading:
    """A dataset as far as it could be read, what was wrong with it, and its files by their paths.

    `ids` are all that the files claim, in sound records or not.
    """

    dataset: Dataset | None
    problems: list[Problem]
    ids: frozenset[str]
    documents: Mapping[str, Document]


def read(root: Path) -> Reading:
    """Read all of `root/data`. Never raises for what an editor can have written."""
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    data = root / "data"
    problems.extend(_stray_files(root))
    plan = _read_file(root, data / "plan.yml", Plan, documents, problems)
    settings_file = data / "settings.yml"
    settings = (
        _read_file(root, settings_file, Settings, documents, problems)
        if settings_file.exists()
        else Settings()
    )
    paths: dict[str, str] = {}
    areas: list[GoalArea] = []
    for path in _files(data, "goal-areas"):
        area = _read_file(root, path, GoalArea, documents, problems)
        if area:
            areas.append(area)
            paths[area.id] = _relative(root, path)
    kinds = {kind.id: kind for kind in plan.body_kinds} if plan else {}
    bodies: list[Body] = []
    for path in _files(data, "responses"):
        response = _read_file(root, path, Response, documents, problems)
        if response:
            kind = kinds.get(response.kind)
            paths[path.stem] = _relative(root, path)
            bodies.append(Body(path.stem, _display_name(path.stem, response, kind), kind, response))
    figures: dict[str, tuple[Figure, ...]] = {}
    for path in _files(data, "series"):
        try:
            figures[path.stem] = parse_figures(_relative(root, path), _content(root, path))
        except DataError as error:
            problems.extend(error.problems)
    for document in documents.values():
        problems.extend(document.warnings)
    synonyms = [
        pair for path in _files(data, "search") for pair in _read_synonyms(root, path, problems)
    ]
    claimed = {
        claimed_id
        for document in documents.values()
        for claimed_id in known_ids(document, "strategies", "milestones")
    }
    if plan is None or not areas:
        if plan and not any(problem.file.startswith("data/goal-areas/") for problem in problems):
            message = "Inga målområden finns."
            hint = "Lägg till en fil per målområde i data/goal-areas/."
            problems.append(Problem("data/plan.yml", 1, 1, message, hint))
        return Reading(None, problems, frozenset(claimed), documents)
    dataset = Dataset(
        root=root,
        plan=plan,
        settings=settings or Settings(),
        goal_areas=tuple(sorted(areas, key=lambda area: sort_key(area.id))),
        bodies=tuple(sorted(bodies, key=lambda body: (sort_key(body.name), body.id))),
        figures=figures,
        synonyms=tuple(synonyms),
        paths=paths,
    )
    return Reading(dataset, problems, frozenset(claimed), documents)


def state(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return a fingerprint of the files under `data/`: it changes whenever one of them does."""
    data = root / "data"
    return tuple(sorted(_walk(str(data)))) if data.is_dir() else ()


def _walk(folder: str) -> Iterator[tuple[str, int, int]]:
    # os.scandir reads a file's status with its name: this runs once per page.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue  # what the system and writing programs keep there, links to nowhere too
            if entry.is_dir():
                yield from _walk(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def _display_name(stem: str, response: Response, kind: BodyKind | None) -> str:
    if response.name:
        return response.name
    if kind:
        return f"{kind.name} {stem.removeprefix(slug(kind.name)).strip('-')}".strip()
    return stem


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _files(data: Path, folder: str) -> list[Path]:
    return sorted((data / folder).glob(f"[!.]*{_FOLDERS[folder]}"))


def _content(root: Path, path: Path) -> bytes:
    name = _relative(root, path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        problem = Problem(name, 1, 1, "Filen saknas.", "Varje webbplats behöver den.")
    except OSError as error:
        problem = Problem(name, 1, 1, "Filen går inte att öppna.", reason(error))
    raise DataError([problem])


def _read_synonyms(root: Path, path: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    try:
        document = parse(_relative(root, path), _content(root, path))
    except DataError as error:
        problems.extend(error.problems)
        return
    if not isinstance(document.data, dict):
        problems.append(document.problem("Filen ska ha ett ord per rad.", hint=_SYNONYM_FORM))
        return
    for means, typed in document.data.items():
        if isinstance(typed, str) and typed.strip(" ,"):
            yield means, typed
        else:
            message = f'Efter "{means}" ska det stå ord med komma emellan.'
            problems.append(document.problem(message, means, hint=_SYNONYM_FORM))


def _read_file(
    root: Path,
    path: Path,
    model: type[RecordT],
    documents: dict[str, Document],
    problems: list[Problem],
) -> RecordT | None:
    name = _relative(root, path)
    try:
        document, record, faults = _read_record(root, path, _stamp(path), model)  # type: ignore[arg-type]  # to mypy no class is hashable
    except DataError as error:
        problems.extend(error.problems)
        return None
    problems.extend(faults)
    documents[name] = document
    return record


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None  # reading it tells what is wrong
    return status.st_mtime_ns, status.st_size, status.st_ino


@lru_cache(maxsize=10_000)
def _read_record(
    root: Path, path: Path, _stamp: object, model: type[RecordT]
) -> tuple[Document, RecordT | None, list[Problem]]:
    """Read one file; the answer is kept until the file changes, since an edit changes one."""
    document = parse(_relative(root, path), _content(root, path))
    record, faults = read_record(document, model)
    if record and not faults and model is Response:
        # There may be thousands, and all that is needed now is in the record.
        document.let_go(partial(_content, root, path))
    return document, record, faults


def _stray_files(root: Path) -> Iterator[Problem]:
    """Files that an editor would think are read, but are not."""
    data = root / "data"
    if not data.is_dir():
        yield Problem("data", 1, 1, "Mappen data saknas.")
        return
    for path in sorted(data.iterdir()):
        if path.is_file() and path.name not in _FILES and not path.name.startswith("."):
            hint = "Remissvar hör hemma i data/responses/, målområden i data/goal-areas/."
            yield Problem(_relative(root, path), 1, 1, "Filen läses inte där den ligger.", hint)
    for folder, suffix in _FOLDERS.items():
        for path in sorted((data / folder).glob("*")):
            if path.suffix != suffix and not path.name.startswith("."):
                hint = f"Filnamn i den här mappen slutar på {suffix}."
                yield Problem(_relative(root, path), 1, 1, "Filen läses inte.", hint)
