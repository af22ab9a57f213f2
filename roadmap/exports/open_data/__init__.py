"""The open data: all of `data/` as files for other programs, each a function of the data."""

from collections.abc import Iterator

from roadmap.exports.open_data import files
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls


def build(dataset: Dataset, site_url: str = "") -> Iterator[files.File]:
    """Yield every file of the open data in pieces, with its URL relative to the site's root.

    `site_url` is the address of the published site with a final "/", or "" while it is undecided.
    The same data give the same bytes.
    """
    # The RDF library is slow to import, and most commands do not need the catalogue.
    from roadmap.exports.open_data.catalogue import catalogue

    yield from files.data_files(dataset, site_url)
    yield urls.CATALOGUE, [catalogue(dataset, site_url)]


def addresses(dataset: Dataset) -> frozenset[str]:
    """Return the URL of every file of the open data. A table without rows has files too."""
    return frozenset({*files.addresses(dataset), urls.CATALOGUE})
