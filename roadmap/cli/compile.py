"""The verb `compile`: the compilation of the answers as a Word file."""

import argparse
import sys
from datetime import date
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.cli.verbs import COMPILATION
from roadmap.datafiles.files import write_whole
from roadmap.datafiles.load import checked
from roadmap.exports.word import compilation_docx, is_compilation
from roadmap.presenters.pages import telling
from roadmap.site.folder_swap import WrongPlaceError, refuse_sources
from roadmap.site.site_url import site_url


def compile_answers(options: argparse.Namespace, root: Path) -> int:
    """Write the compilation of the answers as a Word file."""
    address = site_url(root)
    out: Path = options.out or root / COMPILATION
    if out.suffix != ".docx":
        print(f"roadmap: {out} är ingen Word-fil. Låt namnet sluta på .docx.", file=sys.stderr)
        return 2
    refuse_sources(out, root)
    if out.is_file() and not is_compilation(out):
        message = f"{out} är ett annat dokument, eller har ändrats i Word, och skrivs inte över."
        raise WrongPlaceError(f"{message} Flytta det, eller välj ett annat namn med --out.")
    dataset, warnings = checked(root, date.today())
    print_problems(warnings)
    with telling(dataset):
        write_whole(out, [compilation_docx(dataset, address)])
    links = (
        "" if address else " Filen saknar länkar till webbplatsen, eftersom SITE_URL inte är satt."
    )
    print(f"Remissammanställningen ligger i {out}.{links}")
    return 0
