"""The verb `hide`: words that are to stand nowhere on the site, not even among the changes."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from roadmap.cli.command import command
from roadmap.datafiles.files import files_below, write_whole
from roadmap.datafiles.formatter import rewritten
from roadmap.history.git import GitError
from roadmap.history.hidden import events_with, pattern_of, remnants, unsaved_with
from roadmap.model import Record, Settings
from roadmap.model.dataset import CONTENT_FOLDERS, SETTINGS, Dataset
from roadmap.model.history import Event
from roadmap.presenters import change_words
from roadmap.presenters.pages import telling
from roadmap.site.project import current, hidden_by
from roadmap.text.swedish import composed, counted, listing, long_date

# Fewer letters stand in half of all changes.
_SHORTEST = 3
_SHOWN = 10  # versions that are told one by one
# Documents whose words are not found by reading their bytes.
_TEXT = (".txt", ".md", ".csv", ".yml")


def hide(options: argparse.Namespace, root: Path) -> int:
    """Hide the changes in which some words came and went; tell where they still stand."""
    words = " ".join(composed(options.words).split())
    if len(words) < _SHORTEST:
        print(f"roadmap hide: Skriv minst {_SHORTEST} tecken av orden.", file=sys.stderr)
        return 2
    dataset = current(root, date.today())
    if dataset.history.missing:
        print(f"roadmap hide: {dataset.history.missing}", file=sys.stderr)
        return 1
    _hide_events(root, dataset, events_with(dataset.history, words))
    places = [*_present_places(root, words)]
    for place in places:
        print(f"{place}: Orden står kvar här.", file=sys.stderr)
    if places:
        print("Ta bort orden, spara versionen i git och kör samma kommando igen.", file=sys.stderr)
    elif unsaved_with(dataset.history, words):
        print(
            "Ändringen är inte sparad i git än. Spara den och kör samma kommando igen.",
            file=sys.stderr,
        )
        places.append(SETTINGS)
    _report_documents(root)
    _report_remnants(root, words)
    return 1 if places else 0


def _hide_events(root: Path, dataset: Dataset, events: Sequence[Event]) -> None:
    """Write the events that are not hidden yet in the settings, and tell of each."""
    new = [event for event in events if event.commit.id not in dataset.history.hidden]
    if not events:
        print("Orden finns inte bland ändringarna på webbplatsen.")
    elif not new:
        print("Alla ändringar med orden är redan dolda.")
    else:
        commits = (*dataset.settings.hidden_changes, *(event.commit.short for event in new))
        path = root / SETTINGS
        raw = path.read_bytes() if path.exists() else b""
        write_whole(path, _with_commits(raw, commits))
        print(f"Skrev hidden_changes i {SETTINGS}:")
        for event in new:
            print(f"  {hidden_line(dataset, event.commit.short, [event])}")


def _with_commits(raw: bytes, commits: tuple[str, ...]) -> str:
    # A file needs a field to be a record; all of them may be left out.
    raw = raw if raw.strip() else b"hidden_changes: []\n"

    def change(record: Record) -> Record:
        assert isinstance(record, Settings)
        return record.altered(hidden_changes=commits)

    return rewritten(SETTINGS, raw, change)


def hidden_lines(root: Path) -> Iterator[str]:
    """Yield a line on what each commit in `hidden_changes` hides. Raises DataError."""
    dataset = current(root, date.today())
    if dataset.history.missing:
        yield f"Vad hidden_changes döljer är inte känt här. {dataset.history.missing}"
        return
    for commit, events in hidden_by(dataset).items():
        yield hidden_line(dataset, commit, events)


def hidden_line(dataset: Dataset, commit: str, events: Sequence[Event]) -> str:
    """Return the days of some events, and where they changed something."""
    words = change_words.names(dataset)
    days = listing(sorted({long_date(event.commit.when.date()) for event in events}))
    changes = [(event, change) for event in events for change in event.public_changes]
    with telling(dataset):
        places = list(
            dict.fromkeys(
                change_words.public_place(dataset, event, change, words)
                for event, change in changes
            )
        )
    more = f" och {len(places) - 1} ställen till" if len(places) > 1 else ""
    where = f": {places[0]}{more}" if places else ""
    count = counted(len(changes), "ändring", "ändringar", neuter=False)
    return f"{commit} döljer {count} den {days}{where}."


def _present_places(root: Path, words: str) -> Iterator[str]:
    """Yield the places where words stand in the files of data/ and docs/: path:line:column."""
    pattern = pattern_of(words)
    for folder in CONTENT_FOLDERS:
        for path in files_below(root / folder):
            name = path.relative_to(root).as_posix()
            if pattern.search(name):
                yield name
            if path.suffix.lower() not in _TEXT:
                continue
            text = composed(path.read_text("utf-8", errors="replace"))
            for match in pattern.finditer(text):
                before = text[: match.start()]
                column = match.start() - (before.rfind("\n") + 1) + 1
                yield f"{name}:{before.count(chr(10)) + 1}:{column}"


def _report_documents(root: Path) -> None:
    """Name the published files that nobody has searched, such as PDF and pictures."""
    documents = [
        path.relative_to(root).as_posix()
        for folder in CONTENT_FOLDERS
        for path in files_below(root / folder)
        if path.suffix.lower() not in _TEXT
    ]
    if documents:
        print(f"Sök själv i de här filerna, som inte är genomsökta: {listing(documents)}.")


def _report_remnants(root: Path, words: str) -> None:
    """Tell what the repository still holds, which the site does not show."""
    try:
        found = remnants(root, words)
    except GitError as error:
        print(f"roadmap hide: {error.for_editors}", file=sys.stderr)
        return
    if not found:
        print("Versionsarkivet (git) har inga versioner med orden.")
        return
    shown = listing([f"{commit} ({day})" for commit, day in found[:_SHOWN]])
    more = f" De {_SHOWN} senaste av {len(found)}." if len(found) > _SHOWN else ""
    print(
        f"Versionsarkivet (git) har kvar orden i {shown}.{more} De försvinner därifrån först när "
        "historiken skrivs om. Fråga den som sköter arkivet."
    )
    print(f"Kontrollera med: {command('validate')}")
