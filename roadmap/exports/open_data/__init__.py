"""The open data: the whole of `data/` as files for other programs, each a function of the data."""

from collections.abc import Iterator

from roadmap.exports.open_data import files
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls


def build(dataset: Dataset, site_url: str = "") -> Iterator[files.File]:
    """Yield every file of the open data with its URL, relative to the site's root, in pieces.

    `site_url` is where the site is published, ending in "/", or "" while that is not decided.
    The same data give the same bytes.
    """
    # The library for RDF is slow to load, and most of the time nobody asks for a catalogue.
    from roadmap.exports.open_data.catalogue import catalogue

    yield from files.data_files(dataset, site_url)
    yield urls.CATALOGUE, [catalogue(dataset, site_url)]


def addresses() -> frozenset[str]:
    """Return the URL of every file of the open data. A table without rows has its files too."""
    return frozenset({*files.addresses(), urls.CATALOGUE})
