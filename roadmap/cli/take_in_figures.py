"""The verb `import` for figures: a milestone's series from Excel or CSV."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.datafiles.files import make_folder, write_whole
from roadmap.datafiles.problems import did_you_mean, quoted
from roadmap.datafiles.reader import read
from roadmap.datafiles.series import series_text
from roadmap.importing.figures import Taken, read_figures
from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError, no_progress
from roadmap.model import Milestone
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import to_editors
from roadmap.text.swedish import counted, listing

_FIELDS = {"title": "vad siffrorna visar", "unit": "enhet", "source": "källa"}


def import_figures(options: argparse.Namespace, root: Path) -> int:
    """Write the figures of a file as `data/series/<id>.csv`; report what was not written there."""
    reading = read(root)
    if reading.dataset is None:
        print_problems([problem for problem in reading.problems if problem.severity == "error"])
        return _refused("Rätta felen i planen innan du läser in siffror.")
    milestones = {milestone.id: milestone for milestone in reading.dataset.milestones}
    milestone = milestones.get(options.milestone)
    if milestone is None:
        hint = (
            did_you_mean(options.milestone, milestones)
            or f"De som finns är {listing([*milestones])}."
        )
        message = to_editors('Det finns %(no_milestone)s med id "%(id)s".', id=options.milestone)
        return _refused(f"{message} {hint}", 2)
    name = f"data/series/{milestone.id}.csv"
    exists = f"{name} finns redan och skrivs inte över. Flytta den först."
    if (root / name).exists():
        return _refused(exists)
    limits = reading.dataset.settings.import_limits
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in str(options.file))
    try:
        taken: Taken = guarded(
            read_figures, options.file, options.sheet, limits=limits, progress=no_progress
        )
    except UnreadableError as error:
        return _refused(f"{shown}: {error}")
    if taken.faults or not taken.figures:
        faults = taken.faults or (("1:1", "Filen har inga siffror."),)
        lines = [*(f"{shown}:{place}: {words}" for place, words in faults), *taken.told]
        print(*lines, sep="\n", file=sys.stderr)
        return _refused("Ingenting är skrivet. Rätta felen ovan.")
    try:
        make_folder((root / name).parent)
        write_whole(root / name, series_text(taken.figures), new=True)
    except FileExistsError:
        return _refused(exists)
    print(*_report(reading.dataset, milestone, name, taken), sep="\n")
    return 0


def _report(dataset: Dataset, milestone: Milestone, name: str, taken: Taken) -> Iterator[str]:
    periods = sorted({figure.period for figure in taken.figures})
    groups = listing(list(dict.fromkeys(figure.word for figure in taken.figures)))
    count = counted(len(taken.figures), "värde", "värden")
    span = periods[0].written
    if len(periods) > 1:
        span = f"{span} till {periods[-1].written}"
    where = f" Läst ur bladet {taken.sheet}." if taken.sheet else ""
    yield f"{name} är skriven: {count} för {groups}, {span}.{where}"
    missing = [figure for figure in taken.figures if figure.value is None]
    if missing:
        marks = listing(
            sorted({quoted(figure.mark) if figure.mark else "en tom cell" for figure in missing})
        )
        yield f"Saknas i källan: {counted(len(missing), 'värde', 'värden')} ({marks})."
    if taken.told:
        yield "Om filen:"
        yield from (f"- {sentence}" for sentence in taken.told)
    if taken.asides:
        yield "Står runt tabellen och är inte inläst:"
        for place, aside in taken.asides:
            proposal = f" ({_FIELDS[aside.field]}? Fältet {aside.field})" if aside.field else ""
            yield f"- {place}: {quoted(aside.text)}{proposal}"
    yield "Gör så här:"
    yield "1. Stäm av siffrorna mot källan."
    fields = "title, unit, source och url"
    verb = "Stäm av" if milestone.series else "Lägg till series med"
    file = dataset.paths[dataset.area_of(milestone.id).id]
    yield f"2. {verb} {fields} under {milestone.id} i {file}."
    yield "3. Kör make content."


def _refused(message: str, status: int = 1) -> int:
    print(f"roadmap import: {message}", file=sys.stderr)
    return status
