"""The verbs that write files out of the data: `export` and `compile`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.cli.verbs import COMPILATION
from roadmap.datafiles.files import write_all, write_whole
from roadmap.datafiles.load import checked
from roadmap.exports import open_data
from roadmap.exports.word import compilation_docx
from roadmap.presenters import urls
from roadmap.site.project import current
from roadmap.site.site_url import site_url
from roadmap.text.swedish import counted


def export(options: argparse.Namespace, root: Path) -> int:
    """Write the open data as files, the same as on the site."""
    address = site_url(root)
    _, warnings = checked(root, date.today())
    print_problems(warnings)
    # With the history, since the catalogue takes its dates from it.
    dataset = current(root, date.today(), address)
    folder: Path = options.folder or root / urls.OPEN_DATA
    files = open_data.build(dataset, address or "")
    count = write_all(
        folder, ((name.removeprefix(urls.OPEN_DATA), pieces) for name, pieces in files)
    )
    print(f"{counted(count, 'fil', 'filer', neuter=False)} ligger i {folder}.")
    return 0


def compile_answers(options: argparse.Namespace, root: Path) -> int:
    """Write the compilation of the answers as a Word file."""
    address = site_url(root)
    out: Path = options.out or root / COMPILATION
    if out.suffix != ".docx":
        print(f"roadmap: {out} är ingen Word-fil. Låt namnet sluta på .docx.", file=sys.stderr)
        return 2
    dataset, warnings = checked(root, date.today())
    print_problems(warnings)
    write_whole(out, [compilation_docx(dataset, address)])
    links = (
        "" if address else " Filen saknar länkar till webbplatsen, eftersom SITE_URL inte är satt."
    )
    print(f"Remissammanställningen ligger i {out}.{links}")
    return 0
