"""The verbs that make a site: `build`, `publish`, and `stage` for Zensical."""

import argparse
import os
import runpy
import sys
import time
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.datafiles.checks.placeholders import tells_of_placeholder
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.history import History
from roadmap.site import zensical
from roadmap.site.configuration import site_folder
from roadmap.site.configuration_faults import check_configuration
from roadmap.site.folder_swap import (
    NOT_BUILT,
    OBSTACLE,
    WrongPlaceError,
    refuse_other_content,
    refuse_sources,
    take_turn,
)
from roadmap.site.mkdocs import PUBLISHING
from roadmap.site.project import current
from roadmap.site.site_url import site_url


def publish(options: argparse.Namespace, root: Path) -> int:
    """Build the site with the files to download, unless something is left to fill in."""
    return build(options, root, **{PUBLISHING: "1"})


def build(options: argparse.Namespace, root: Path, **environment: str) -> int:
    """Build the site; only a sound one takes the place of the last."""
    address = site_url(root)
    folder: Path = options.site_dir or site_folder(root)
    site_dir: list[str] = []
    if options.site_dir:
        final = options.site_dir.resolve()
        try:
            refuse_other_content(final)
            refuse_sources(final, root)
        except WrongPlaceError as error:
            raise WrongPlaceError(f"{NOT_BUILT} {error}") from None
        site_dir = ["--site-dir", str(final)]
    try:
        print_problems(check_configuration(root))
        _, warnings = checked(root, date.today())
    except DataError as error:
        print_problems(error.problems)
        print(NOT_BUILT, file=sys.stderr)
        return 1
    left = [*filter(tells_of_placeholder, warnings)] if PUBLISHING in environment else []
    print_problems(left if options.quiet else warnings)
    if left:
        print(
            f"{NOT_BUILT} Skriv först det som ska stå där det står {PLACEHOLDER}; se ovan.",
            file=sys.stderr,
        )
        return 1
    started = time.monotonic()
    os.environ.update(environment)
    status = run_mkdocs(root, "build", "--quiet", *site_dir)
    if status:
        if status != OBSTACLE:
            print(NOT_BUILT, file=sys.stderr)
        return 1
    print(f"Webbplatsen ligger i {folder} ({time.monotonic() - started:.1f} s).")
    _report_missing_history(current(root, date.today(), address).history)
    return 0


def _report_missing_history(history: History) -> None:
    """Report what the pages of changes and the feeds lack, since the history is not known."""
    if history.missing:
        way_out = " Hämta hela historiken med: git fetch --unshallow" if history.oldest else ""
        print(f"Obs: {history.missing}{way_out}", file=sys.stderr)


def stage(options: argparse.Namespace, root: Path) -> int:
    """Write the project with all its pages, so that Zensical can build it."""
    folder: Path = options.folder.resolve()
    address = site_url(root)
    print_problems(check_configuration(root))
    # Without the history, which the folder for Zensical does not have either.
    today = date.today()
    dataset = replace(checked(root, today)[0], address=address)
    with take_turn(folder, partial(print, file=sys.stderr)):
        zensical.stage(dataset, folder, today)
    print(f"Projektet för Zensical ligger i {options.folder}.")
    return 0


def run_mkdocs(root: Path, *arguments: str) -> int:
    """Run MkDocs in this process, where the data is already read; return its exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(root)
    sys.argv = ["mkdocs", *arguments]
    try:
        runpy.run_module("mkdocs", run_name="__main__")
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    return 0
