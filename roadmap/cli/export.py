"""The verb `export`: the open data as files."""

import argparse
from datetime import date
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.datafiles.files import write_all
from roadmap.datafiles.load import checked
from roadmap.exports import open_data
from roadmap.presenters import urls
from roadmap.presenters.pages import telling
from roadmap.site.folder_swap import refuse_sources
from roadmap.site.project import current
from roadmap.site.site_url import site_url
from roadmap.text.swedish import counted


def export(options: argparse.Namespace, root: Path) -> int:
    """Write the open data as files, the same as on the site."""
    address = site_url(root)
    folder: Path = options.folder or root / urls.OPEN_DATA
    refuse_sources(folder, root)
    _, warnings = checked(root, date.today())
    print_problems(warnings)
    # With the history, since the catalogue takes its dates from it.
    dataset = current(root, date.today(), address)
    files = open_data.build(dataset, address or "")
    with telling(dataset):
        count = write_all(
            folder, ((name.removeprefix(urls.OPEN_DATA), pieces) for name, pieces in files)
        )
    print(f"{counted(count, 'fil', 'filer', neuter=False)} ligger i {folder}.")
    return 0
