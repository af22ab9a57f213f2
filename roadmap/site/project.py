"""The present data of a project folder and its history, cached until a file changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.reader import state
from roadmap.datafiles.text_places import text_places
from roadmap.datafiles.yaml_reader import parse
from roadmap.history import git, log
from roadmap.history.git import GitError, Revision
from roadmap.history.hidden import hidden_events
from roadmap.model.dataset import SETTINGS, Dataset
from roadmap.model.history import Event
from roadmap.presenters.messages import speaking
from roadmap.presenters.translated import terms_in

_HIDES_NOTHING = (
    "Ingen ändring i data/ hör till den i den gren som är utcheckad. Kontrollera numret, eller sök "
    "fram rätt version med verbet hide."
)


def current(root: Path, today: date, address: str | None = None) -> Dataset:
    """Return the sound dataset of a project, with its history; raise DataError with every problem.

    `address` is the URL of the published site. An engine may call this once per page, so the result
    is cached until a file under `data/` or the version that is checked out changes.
    """
    root = root.resolve()
    revision = _checked_out(root)
    return _with_history(checked(root, today)[0], state(root), address or None, revision)


def _checked_out(root: Path) -> Revision | str:
    """Return what is checked out, or why nothing is, in the language that is spoken."""
    try:
        return git.checked_out(root)
    except GitError as error:
        return str(error)


def hidden_by(dataset: Dataset) -> Mapping[str, tuple[Event, ...]]:
    """Return what each commit in `hidden_changes` hides, of a dataset with its history.

    Raises DataError if one hides nothing: the words would be published all the same. If the
    history is not known, neither is that.
    """
    commits = dataset.settings.hidden_changes
    hidden = hidden_events(dataset.root, dataset.history, commits) if commits else {}
    if not dataset.history.missing and not all(hidden.values()):
        document = parse(SETTINGS, (dataset.root / SETTINGS).read_bytes())
        raise DataError(
            document.problem(
                f'Versionen "{commit}" döljer ingenting.',
                *("hidden_changes", index),
                hint=_HIDES_NOTHING,
            )
            for index, commit in enumerate(commits)
            if not hidden[commit]
        )
    return hidden


@lru_cache(maxsize=1)
def _with_history(
    dataset: Dataset, _state: object, address: str | None, revision: Revision | str
) -> Dataset:
    editable = dataset.settings.repository and dataset.settings.forge
    others = [code for code in dataset.settings.languages if code != dataset.language]
    voices = {dataset.language: dataset.terms, **{code: terms_in(dataset, code) for code in others}}
    histories = {}
    for language, terms in voices.items():
        with speaking(terms, language):
            known = _checked_out(dataset.root) if isinstance(revision, str) else revision
            histories[language] = log.read(dataset.root, known)
    dataset = replace(
        dataset,
        address=address,
        history=histories.pop(dataset.language),
        histories=histories,
        text_places=text_places(dataset) if editable else {},
    )
    hidden = frozenset(
        event.commit.id for events in hidden_by(dataset).values() for event in events
    )
    return replace(
        dataset,
        history=replace(dataset.history, hidden=hidden),
        histories={code: replace(told, hidden=hidden) for code, told in histories.items()},
    )
