"""The verbs that bring in documents: `import` and `repair`."""

import argparse
import re
import sys
from dataclasses import replace
from pathlib import Path

from roadmap.cli import repair_report
from roadmap.cli.import_report import report
from roadmap.cli.reading import Progress, shown
from roadmap.cli.report import print_problems
from roadmap.cli.take_in_figures import import_figures
from roadmap.datafiles.files import make_folder, write_whole
from roadmap.datafiles.formatter import rewritten
from roadmap.datafiles.problems import did_you_mean
from roadmap.datafiles.reader import read
from roadmap.datafiles.yaml_reader import parse
from roadmap.importing.document import read_response
from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError
from roadmap.importing.repair.engine import Engine
from roadmap.importing.repair.lexicon import MissingDictionaryError
from roadmap.importing.repair.responses import places, repaired, vocabulary
from roadmap.importing.response import Account
from roadmap.model import FROM_PLAN, RESERVED_BODY_ID
from roadmap.model.dataset import Dataset
from roadmap.model.fields import is_slug


def import_document(options: argparse.Namespace, root: Path) -> int:
    """Write a document as `data/responses/<id>.yml`; report what could not be placed.

    Figures of a milestone are written as `data/series/<id>.csv`.
    """
    if options.milestone:
        return import_figures(options, root)
    if options.sheet:
        return _refused("--sheet gäller siffror, som läses in med --milestone.", 2)
    body: str = options.body
    if not is_slug(body) or body == FROM_PLAN or re.fullmatch(RESERVED_BODY_ID, body):
        hint = "Använd små bokstäver a–z, siffror och bindestreck, till exempel provnamnden."
        return _refused(f'"{body}" kan inte bli en webbadress. {hint}', 2)
    target = root / "data" / "responses" / f"{body}.yml"
    name = target.relative_to(root).as_posix()
    already_exists = (
        f"{name} finns redan och skrivs inte över. Flytta den först, eller välj ett annat id."
    )
    if target.exists():
        return _refused(already_exists)
    reading = read(root)
    plan_problems = [
        problem
        for problem in reading.problems
        if problem.severity == "error" and not problem.file.startswith("data/responses/")
    ]
    if reading.dataset is None or plan_problems or not reading.dataset.strategies:
        print_problems(plan_problems)
        return _refused("Rätta felen i planen innan du läser in ett svar.")
    try:
        account, text = _read(reading.dataset, body, options.file)
    except UnreadableError as error:
        return _refused(f"{shown(options.file)}: {error}")
    try:
        make_folder(target.parent)
        write_whole(target, text, new=True)
    except FileExistsError:
        return _refused(already_exists)
    print(report(reading.dataset, name, shown(Path(options.file.name)), account))
    return 0


def _read(dataset: Dataset, body: str, document: Path) -> tuple[Account, str]:
    # The other responses, of which there may be thousands, say nothing about this one.
    plan = replace(dataset, bodies=(), figures={}, synonyms_in={})
    limits = dataset.settings.import_limits
    return guarded(read_response, plan, body, document, limits=limits, progress=Progress())


def repair_response(options: argparse.Namespace, root: Path) -> int:
    """Repair the misread words of a response, and say what was done and what is unsure."""
    name = f"data/responses/{options.body}.yml"
    reading = read(root)
    problems = [
        problem
        for problem in reading.problems
        if problem.severity == "error"
        and (reading.dataset is None or problem.file in (name, "data/plan.yml"))
    ]
    if reading.dataset is None or problems:
        print_problems(problems)
        return _refused("Rätta felen först.", verb="repair")
    body = next((item for item in reading.dataset.bodies if item.id == options.body), None)
    if body is None:
        hint = did_you_mean(options.body, [item.id for item in reading.dataset.bodies]) or ""
        return _refused(f"{name} finns inte. {hint}".strip(), verb="repair")
    try:
        engine = Engine(vocabulary(reading.dataset))
    except MissingDictionaryError as error:
        return _refused(str(error), verb="repair")
    repaired_response, changes = repaired(body.response, engine)
    if not changes:
        print(f"{name} är oförändrad: dokumentet ser inte felinläst ut.")
        return 0
    text = rewritten(name, (root / name).read_bytes(), lambda _: repaired_response)
    write_whole(root / name, text)
    found = places(parse(name, text.encode()), changes)
    print(repair_report.report(name, changes, found, options.all))
    return 0


def _refused(message: str, status: int = 1, verb: str = "import") -> int:
    print(f"roadmap {verb}: {message}", file=sys.stderr)
    return status
