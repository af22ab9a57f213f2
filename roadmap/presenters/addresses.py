"""The addresses that a project publishes, and what two states of it differ in."""

from collections.abc import Iterable

from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.pages import generated_pages
from roadmap.views import feeds


def addresses(dataset: Dataset, files: Iterable[str]) -> frozenset[str]:
    """Return the URL of every page, source file, file of open data and feed, relative to the
    site's root.

    `files` are the paths of the project's files, relative to the project. Pages that follow from
    the version history are left out: they come and go with it.
    """
    found = {page.url for page in generated_pages(dataset)}
    # Those of the open data follow from the program, not the data, so no two states differ in
    # them; that a new program keeps them is tested against the list of all ever published.
    found |= open_data.addresses() | feeds.addresses(dataset)
    for path in files:
        if path.startswith("docs/") and path.endswith(".md"):
            found.add(urls.page(path.removeprefix("docs/")))
        elif path.startswith("data/sources/"):
            found.add(urls.source_file(path.removeprefix("data/sources/")))
    return frozenset(found)
