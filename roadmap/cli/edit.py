"""The verbs of the command line that write data files for an editor."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.datafiles.checks import check
from roadmap.datafiles.editor_schemas import schemas
from roadmap.datafiles.files import bytes_of, has_text, make_folder, write_whole
from roadmap.datafiles.formatter import formatted, record_files
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.reader import read
from roadmap.model import FROM_PLAN, RESERVED_BODY_ID
from roadmap.model.fields import is_slug
from roadmap.presenters.blank_response import blank_response
from roadmap.text.swedish import listing, slug


def format_files(options: argparse.Namespace, root: Path) -> int:
    """Rewrite data files in the canonical form."""
    names = record_files(root)
    if options.files:
        name_by_path = {(root / name).resolve(): name for name in names}
        requested = {path: name_by_path.get(path.resolve()) for path in options.files}
        if unknown := [str(path) for path, name in requested.items() if name is None]:
            listed = listing(unknown)
            print(
                f"roadmap: {listed} hör inte till filerna i data/ som har en standardform.",
                file=sys.stderr,
            )
            return 2
        names = [name for name in requested.values() if name]
    problems: list[Problem] = []
    changed: list[str] = []
    for name in names:
        try:
            text = formatted(name, bytes_of(root / name, name))
        except DataError as error:
            problems.extend(error.problems)
            continue
        if not has_text(root / name, text):
            changed.append(name)
            if not options.check:
                write_whole(root / name, text)
    print_problems(problems)
    for name in changed:
        print(f"Skulle ändras: {name}" if options.check else f"Skrev om {name}.")
    if not changed and not problems:
        print("Alla filer har redan standardformen.")
    return 1 if problems or (options.check and changed) else 0


def write_schemas(options: argparse.Namespace, root: Path) -> int:
    """Write the schemas that help an editor's program."""
    dataset, _ = checked(root, date.today())
    make_folder(root / "schemas")
    for name, text in schemas(dataset).items():
        write_whole(root / name, text)
        print(f"Skrev {name}.")
    return 0


def new_response(options: argparse.Namespace, root: Path) -> int:
    """Write a blank response; print what is left to fill in."""
    body_id = options.slug.removesuffix(".yml")
    reserved = re.compile(rf"{FROM_PLAN}|{RESERVED_BODY_ID}")
    if not is_slug(body_id) or reserved.fullmatch(body_id):
        suggestion = slug(body_id)
        hint = (
            ""
            if not is_slug(suggestion) or reserved.fullmatch(suggestion)
            else f' Till exempel "{suggestion}".'
        )
        print(
            f'roadmap: "{body_id}" kan inte bli filnamn och webbadress. Använd små bokstäver a–z, '
            f"siffror och bindestreck.{hint}",
            file=sys.stderr,
        )
        return 2
    dataset = read(root).dataset
    name = f"data/responses/{body_id}.yml"
    try:
        kinds = dataset.plan.body_kinds if dataset else ()
        make_folder((root / name).parent)
        write_whole(root / name, blank_response(kinds), new=True)
    except FileExistsError:
        print(f"{name} finns redan och har inte ändrats.", file=sys.stderr)
        return 1
    print(f"Skapade {name}. Det här är kvar att fylla i:")
    print_problems([item for item in check(read(root), date.today()) if item.file == name])
    return 0
